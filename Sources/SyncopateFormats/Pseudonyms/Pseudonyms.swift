internal import Syncopate

/// Puts pseudonyms in the place of learners: the same salt gives the same pseudonym in every file, and without it
/// nobody can tell whose it is, nor try the ids there are.
///
/// A pseudonym is `p` and 20 hexadecimal digits, the first 80 bits of HMAC-SHA-256 of the id: that two of a million
/// learners share one has odds below 1 in 10^12. The letter keeps spreadsheets from reading it as a number.
public struct Pseudonyms: Sendable {
    /// One learner and what stands for them.
    public struct Entry: Sendable, Hashable {
        public var pseudonym: String
        public var learner: String
        /// Empty where no file says it.
        public var name: String
    }

    /// Fewest bytes of a salt.
    public static let saltLength = 16

    /// Everybody who was hidden so far, in order of first appearance.
    public private(set) var entries: [Entry] = []
    private let salt: [UInt8]
    private var places: [String: Int] = [:]

    /// - Parameter salt: a secret; `nil` for one that is too short to be one.
    public init?(salt: [UInt8]) {
        guard salt.count >= Self.saltLength else { return nil }
        self.salt = salt
    }

    /// What stands for an id.
    public func pseudonym(of id: String) -> String {
        let digits = Array("0123456789abcdef".unicodeScalars)
        var text = "p"
        for byte in MessageCode.code(Array(id.utf8), key: salt).prefix(10) {
            text.unicodeScalars.append(digits[Int(byte >> 4)])
            text.unicodeScalars.append(digits[Int(byte & 15)])
        }
        return text
    }

    /// Evidence without names and ids, and without what Canvas knows learners by. Sections stay.
    public mutating func hide(_ imported: ImportedEvidence) -> ImportedEvidence {
        var hidden = imported
        hidden.log = EvidenceLog()
        hidden.log.reserve(
            learners: imported.log.learners.count, items: imported.log.items.count, events: imported.log.events.count)
        for learner in imported.log.learners {
            hidden.log.intern(Learner(id: hide(learner), section: learner.section))
        }
        for item in imported.log.items { hidden.log.intern(item) }
        for skills in imported.log.skillSets { _ = hidden.log.intern(skillSet: skills) }
        for event in imported.log.events { hidden.log.append(event) }
        hidden.accounts = []
        hidden.findings = imported.findings.map(Self.hide)
        return hidden
    }

    private mutating func hide(_ learner: Learner) -> String {
        if let place = places[learner.id] {
            if entries[place].name.isEmpty { entries[place].name = learner.name }
            return entries[place].pseudonym
        }
        let pseudonym = pseudonym(of: learner.id)
        places[learner.id] = entries.count
        entries.append(Entry(pseudonym: pseudonym, learner: learner.id, name: learner.name))
        return pseudonym
    }

    /// A finding without the cell it is about: an id may stand there, and in a shifted row a name.
    public static func hide(_ finding: Finding) -> Finding {
        var hidden = finding
        hidden.excerpt = ""
        // What a message quotes may be a cell as well.
        if let start = hidden.message.firstIndex(of: "\""), let end = hidden.message.lastIndex(of: "\""), start < end {
            hidden.message.replaceSubrange(start...end, with: "…")
        }
        return hidden
    }

    /// Who is who, as CSV: `pseudonym,learner,name`.
    public func mapping() -> [UInt8] {
        var text = "pseudonym,learner,name\r\n"
        for entry in entries {
            text += "\(entry.pseudonym),\(AdviceCSV.cell(entry.learner)),\(AdviceCSV.cell(entry.name))\r\n"
        }
        return Array(text.utf8)
    }
}
