internal import Syncopate

/// Skills as one cell: `fractions;ratios:0.5`.
enum SkillList {
    /// Parses a cell. A number after the last colon is a weight; a colon before anything else is part of the name.
    ///
    /// - Returns: `nil` if a weight is not above zero and finite. A skill named twice counts once, with the sum.
    static func parse(_ text: String) -> [SkillWeight]? {
        var skills: [SkillWeight] = []
        for part in parts(text) {
            var name = Blanks.trimmed(part)
            var weight = 1.0
            if let colon = name.lastIndex(of: ":") {
                let written = Array(name[name.index(after: colon)...].utf8)
                let range = Blanks.trimmed(0..<written.count, in: written)
                if let number = NumericCell(written, range) {
                    weight = number.withPoint
                    guard weight > 0, weight.isFinite else { return nil }
                    name = Blanks.trimmed(name[..<colon])
                }
            }
            if name.isEmpty { continue }
            add(SkillWeight(skill: name, weight: weight), to: &skills)
        }
        return skills
    }

    /// Names alone, `fractions;ratios`; blanks around them and empty ones dropped.
    static func names(_ text: String) -> [String] {
        parts(text).map { Blanks.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// Whether a name looks like several, as Python, DataShop and people write lists: `['a', 'b']`, `a~~b`, `a|b`, `a, b`.
    static func looksJoined(_ name: String) -> Bool {
        (name.hasPrefix("[") && name.hasSuffix("]")) || name.holds(bytesOf: "~~") || name.holds(bytesOf: "|")
            || name.holds(bytesOf: ", ")
    }

    /// What is said of such a name.
    static let joinedMessage = "read as the name of one skill, and looks like a list of several"
    static let joinedRemedy = "nothing to do if it is one; else write them as fractions;ratios, semicolons between them"

    /// What stands between semicolons. Not by letters: a mark at the beginning of a name may join the semicolon.
    private static func parts(_ text: String) -> [String] {
        text.unicodeScalars.split(separator: ";").map { String($0) }
    }

    /// Adds a skill, or its weight to the same skill.
    static func add(_ skill: SkillWeight, to skills: inout [SkillWeight]) {
        if let position = skills.firstIndex(where: { $0.skill == skill.skill }) {
            skills[position].weight += skill.weight
        } else {
            skills.append(skill)
        }
    }

    /// The cell for these skills; the inverse of `parse` for names without semicolons.
    static func text(_ skills: [SkillWeight]) -> String {
        skills.map { skill in
            skill.weight == 1 && !skill.skill.contains(":") ? skill.skill : "\(skill.skill):\(skill.weight)"
        }.joined(separator: ";")
    }
}
