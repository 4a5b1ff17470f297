internal import Syncopate

/// What rows of our own formats say of learners, items and skills: the same in every row, so made once.
enum TidyText {
    /// Id, name and section.
    static func learner(_ learner: Learner, _ form: TidyForm) -> [UInt8] {
        switch form {
        case .csv: return cells([id(learner.id, isNumbered: true), name(learner.name), id(learner.section)])
        case .jsonLines:
            var members = ["\"learner\":" + json(learner.id)]
            if !learner.name.isEmpty { members.append("\"learner_name\":" + json(learner.name)) }
            if !learner.section.isEmpty { members.append("\"section\":" + json(learner.section)) }
            return Array(members.joined(separator: ",").utf8)
        }
    }

    /// Id, title where it is another, and kind where it was stated.
    static func item(_ item: Item, _ form: TidyForm) -> [UInt8] {
        let title = item.title == item.id ? "" : item.title
        switch form {
        case .csv: return cells([id(item.id), name(title), item.kindIsStated ? item.kind.rawValue : ""])
        case .jsonLines:
            var members = ["\"item\":" + json(item.id)]
            if !title.isEmpty { members.append("\"title\":" + json(title)) }
            if item.kindIsStated { members.append("\"kind\":\"\(item.kind.rawValue)\"") }
            return Array(members.joined(separator: ",").utf8)
        }
    }

    /// Names and weights; in JSON with the comma before, and nothing where there are none.
    static func skills(_ skills: [SkillWeight], _ form: TidyForm) -> [UInt8] {
        switch form {
        case .csv: return cells([name(SkillList.text(skills))])
        case .jsonLines:
            guard !skills.isEmpty else { return [] }
            let members = skills.map { "{\"skill\":\(json($0.skill)),\"weight\":\($0.weight)}" }
            return Array((",\"skills\":[" + members.joined(separator: ",") + "]").utf8)
        }
    }

    /// An id that is read back as it is: behind a guard where its edges would be dropped, or it looks like a guard.
    ///
    /// - Parameter isNumbered: whether readers look for numbers that a spreadsheet has changed.
    static func id(_ text: String, isNumbered: Bool = false) -> String {
        let bytes = Array(text.utf8)
        let isTrimmed = Blanks.trimmed(0..<bytes.count, in: bytes).count == bytes.count
        let isDamaged = DamagedID.isDamaged(text) || (isNumbered && DamagedID.repaired(text) != text)
        return isTrimmed && !isDamaged ? name(text) : CellGuard.guarded(text)
    }

    /// A text that is read back as it is, but for blanks around it: behind a guard where it would stand for nothing.
    private static func name(_ text: String) -> String {
        CellGuard.content(of: text) == nil && !MissingWord.isOne(text) ? text : CellGuard.guarded(text)
    }

    private static func cells(_ texts: [String]) -> [UInt8] { Array(texts.map(quoted).joined(separator: ",").utf8) }

    /// Quotes where something in the cell asks for it. A table has no NUL, so its sign stands for it.
    static func quoted(_ cell: String) -> String {
        guard !cell.utf8.contains(0) else {
            let shown = cell.unicodeScalars.map { $0 == "\0" ? "\u{2400}" : $0 }
            return quoted(String(String.UnicodeScalarView(shown)))
        }
        let needs = cell.utf8.contains {
            $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
        }
        return needs ? QuotedText.quoted(cell) : cell
    }

    static func json(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{00}"..."\u{1F}":
                let code = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
