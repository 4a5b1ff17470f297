/// Codes that need a word beside them to be told from section numbers: Texan, British and German ones.
enum CurriculumCode {
    private static let texanSubjects = [
        "110": "English", "111": "Mathematics", "112": "Science", "113": "Social studies", "114": "Languages",
        "117": "Fine arts", "126": "Technology",
    ]
    private static let boards: Set<String> = [
        "aqa", "ocr", "edexcel", "eduqas", "wjec", "ccea", "spec", "specification",
    ]
    private static let ideas = [
        "L1": "Algorithmus und Zahl", "L2": "Messen", "L3": "Raum und Form", "L4": "Funktionaler Zusammenhang",
        "L5": "Daten und Zufall",
    ]
    private static let competences = [
        "K1": "Argumentieren", "K2": "Probleme lösen", "K3": "Modellieren", "K4": "Darstellungen verwenden",
        "K5": "Mit Symbolen umgehen", "K6": "Kommunizieren",
    ]
    private static let areas = [
        "lernbereich": "Lernbereich", "lb": "LB", "inhaltsfeld": "Inhaltsfeld", "if": "IF", "themenfeld": "Themenfeld",
        "kompetenzbereich": "Kompetenzbereich", "klp": "KLP",
    ]
    private static let germanWords: Set<String> = [
        "kmk", "leitidee", "leitideen", "kompetenz", "kompetenzen", "bildungsstandard", "bildungsstandards",
    ]

    /// The codes of a title with the positions of their tokens.
    static func read(_ tokens: [TitleToken]) -> [(code: StandardCode, tokens: ClosedRange<Int>)] {
        let words = Set(tokens.map(\.folded))
        var found: [(code: StandardCode, tokens: ClosedRange<Int>)] = []
        for (position, token) in tokens.enumerated() {
            let before = position > 0 ? tokens[position - 1] : nil
            if let code = texan(token.text, isNamed: words.contains("teks"))
                ?? attainmentTarget(token.text)
                ?? specification(token.text, board: before?.folded)
                ?? idea(token, words: words)
            {
                found.append((code, position...position))
            } else if let before, let area = area(before.text, token.text) {
                found.append((area, (position - 1)...position))
            }
        }
        return found
    }

    /// `111.26(b)(4)(A)`, `111.26.b.4.A`; `6.4A` and `A.5(C)` where the title says TEKS.
    private static func texan(_ token: String, isNamed: Bool) -> StandardCode? {
        var parts: [String] = []
        var part = ""
        for character in token.uppercased() where character != "§" {
            if ".()".contains(character) {
                if !part.isEmpty { parts.append(part) }
                part = ""
            } else {
                part.append(character)
            }
        }
        if !part.isEmpty { parts.append(part) }
        if parts.count >= 4, let subject = texanSubjects[parts[0]], parts[1].isNumber(most: 3),
            parts[2].isLetter("A"..."D"),
            parts[3].isNumber(most: 2)
        {
            return StandardCode(
                system: .texas, code: token.filter { $0 != "§" },
                topic: "\(parts[0]).\(parts[1])(\(parts[2].lowercased()))(\(parts[3]))", subject: subject)
        }
        guard isNamed, parts.count >= 2 else { return nil }
        let digits = parts[1].prefix { $0.isNumber }
        guard digits.isNumber(most: 2), parts[0] == "K" || parts[0].isNumber(most: 1) || parts[0].isLetter("A"..."G")
        else {
            return nil
        }
        return StandardCode(system: .texas, code: token, topic: "TEKS \(parts[0]).\(digits)", subject: "")
    }

    /// `Ma3/1.2`, `Sc2/3.1`, `En1/2`.
    private static func attainmentTarget(_ token: String) -> StandardCode? {
        let halves = token.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let number = halves[0].last, ("1"..."6").contains(String(number)),
            let subject = [
                "Ma": "Mathematics", "Sc": "Science", "En": "English", "Hi": "History", "Ge": "Geography",
                "Co": "Computing",
            ][String(halves[0].dropLast())],
            let strand = halves[1].split(separator: ".").first, strand.isNumber(most: 2),
            halves[1].allSatisfy({ $0.isNumber || $0 == "." || $0.isLetter })
        else { return nil }
        return StandardCode(
            system: .unitedKingdom, code: token, topic: "\(halves[0])/\(strand)", subject: subject)
    }

    /// `4.1.2` after the name of an examination board.
    private static func specification(_ token: String, board: String?) -> StandardCode? {
        guard let board, boards.contains(board) else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...5).contains(parts.count), parts.allSatisfy({ $0.isNumber(most: 2) }) else { return nil }
        let name = board.hasPrefix("spec") ? "Specification" : board.uppercased()
        return StandardCode(
            system: .unitedKingdom, code: "\(name) \(token)",
            topic: "\(name) \(parts.prefix(2).joined(separator: "."))", subject: "")
    }

    /// `L3` where the title speaks of guiding ideas or competences, `K2` likewise.
    private static func idea(_ token: TitleToken, words: Set<String>) -> StandardCode? {
        guard !words.isDisjoint(with: germanWords) else { return nil }
        if let subject = ideas[token.text] {
            return StandardCode(system: .german, code: token.text, topic: token.text, subject: subject)
        }
        guard let subject = competences[token.text],
            !words.contains(where: { ["l1", "l2", "l3", "l4", "l5"].contains($0) })
        else { return nil }
        return StandardCode(system: .german, code: token.text, topic: token.text, subject: subject)
    }

    /// `Lernbereich 2`, `LB 3`, `IF 4`; the two letters in capitals only, since "if" and "lb" are other words.
    private static func area(_ word: String, _ number: String) -> StandardCode? {
        guard let name = areas[word.lowercased()], word.count > 3 || word == word.uppercased() else { return nil }
        let first = number.split(separator: ".").first ?? ""
        guard first.isNumber(most: 2), number.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
        return StandardCode(system: .german, code: "\(name) \(number)", topic: "\(name) \(first)", subject: "")
    }
}
