/// What the first records of a table of events show of columns that are not named as ours are.
///
/// Beside points possible, 1 may be a point or a right answer; and what is taken for the item may be numbered anew in each
/// quiz. Both would be read wrong in silence. Scores in a column `score` and items in a column `item` are what they say.
struct TidyHead {
    /// Records looked at.
    static let limit = 1000

    /// What counts of right answers are out of, without blanks, hyphens and underscores.
    static let countNames: Set<String> = [
        "total", "outof", "totalquestions", "numquestions", "numberofquestions", "nquestions", "questions", "possible",
    ]

    /// What tells several questions of one name apart, whatever the name.
    private static let finerNames: Set<String> = [
        "problempart", "subquestion", "subproblem", "part", "partid", "partnumber", "stepname", "stepid", "step",
    ]

    /// What questions without ids of their own are numbered by.
    private static let numberNames: Set<String> = [
        "questionnumber", "questionno", "questionnum", "questionidx", "questionindex", "questionslot",
        "questionposition", "itemnumber", "problemnumber",
    ]

    /// What questions may be numbered anew in.
    private static let widerNames: Set<String> = [
        "quiz", "quizid", "quizname", "exam", "examid", "examname", "test", "testid", "testname", "assignment",
        "assignmentid", "assignmentname", "homework", "homeworkid", "worksheet", "worksheetid", "course", "courseid",
    ]

    private let score: String?
    private let maximum: String?
    private let item: String?
    private let others: [String]
    private var hasScores = false
    private var isAboveOne = false
    private var hasPoints = false
    /// Of each item what its records have in each of the other columns.
    private var first: [String: [String]] = [:]
    private var telling: String?

    /// - Parameter headers: of a table, or the names in JSON.
    init(_ headers: [String], _ aliases: TidyAliases) {
        let lower = headers.map { $0.lowercased() }
        func field(_ header: String) -> TidyField? { TidyField(header: header) ?? aliases[header] }
        score =
            lower.contains(TidyField.score.rawValue) ? nil : lower.first { field($0) == .score }
        maximum = lower.first { field($0) == .max && !Self.countNames.contains(TidyAliases.key($0)) }
        let item = lower.contains(TidyField.item.rawValue) ? nil : lower.first { aliases[$0] == .item }
        self.item = item
        others = lower.filter { header in
            let key = TidyAliases.key(header)
            guard let item, header != item else { return false }
            return Self.finerNames.contains(key)
                || ((Self.widerNames.contains(key) || Self.numberNames.contains(key)) && !TidyAliases.isID(item))
        }
    }

    /// Whether there is anything to be seen in records.
    var isNeeded: Bool { (score != nil && maximum != nil) || !others.isEmpty }

    /// Takes a record into account.
    ///
    /// - Parameter value: what it has under a name, lower case; empty for nothing.
    mutating func observe(_ value: (String) -> String) {
        if let score, let number = Self.number(value(score)) {
            hasScores = true
            if number > 1 { isAboveOne = true }
        }
        if let maximum, let number = Self.number(value(maximum)), number > 1 { hasPoints = true }
        guard telling == nil, let item else { return }
        let id = value(item)
        guard !id.isEmpty else { return }
        var known = first[id] ?? Array(repeating: "", count: others.count)
        for place in others.indices {
            let text = value(others[place])
            guard !text.isEmpty, !MissingWord.isOne(text), known[place] != text else { continue }
            if !known[place].isEmpty { telling = others[place] }
            known[place] = text
        }
        first[id] = known
    }

    private static func number(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        return NumericCell(bytes, Blanks.trimmed(0..<bytes.count, in: bytes))?.withPoint
    }

    /// Whether scores are right and wrong, and points possible are none of theirs.
    var isTruth: Bool { hasScores && !isAboveOne && hasPoints }

    /// The name of the column with the score.
    var scoreHeader: String { score ?? "" }

    /// What is said of scores that are right and wrong.
    static let truthMessage =
        "read as right (1), wrong (0) or partly right, and not as points out of the points possible"
    static let truthRemedy = "call the column score if it holds points"

    /// The refusal of a file whose scores began as right and wrong, and went on as points.
    static func refusal(_ line: Int, _ header: String, _ findings: FindingCollector) -> ReadError {
        findings.refusal(
            .mixedUnits, line: line, header: header,
            "more than right (1), though the first \(limit) records are right or wrong: which of them are points is not known",
            remedy: "call the column score if it holds points")
    }

    /// Why the records do not say what an item is, and what to do about it; `nil` where they do.
    var undecidedItem: (header: String, message: String, remedy: String)? {
        guard let item, let telling else { return nil }
        let (one, other) = (Finding.shortened(item), Finding.shortened(telling))
        return (
            one, "there is no column item, and \(one) is not enough: one of it comes with several of \(other)",
            "add a column item that says which question it was, as \(other) and \(one) do together; or rename \(one) "
                + "to item if it is one question whatever \(other) is"
        )
    }
}
