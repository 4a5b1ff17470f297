/// Where a report of a quiz in Moodle has what.
///
/// Moodle translates the headers, and keeps their order: who, state, beginning, end, duration, `Grade/10.00`, then grade
/// items `Reading/5.00` where a quiz has such parts, and in the report of grades a column `Q. 1 /0.79` for each
/// question. So they are known by their place before the grade, and questions by the blank before their slash (Moodle,
/// overview report). Before Moodle 2.3 there was no state.
struct MoodleQuizColumns {
    /// A column of points with its maximum in the header.
    struct Marked {
        var position: Int
        /// What stands before the maximum.
        var label: String
        /// The maximum as written.
        var maximum: String
    }

    /// The sum of an attempt.
    let grade: Marked
    /// The questions; none in a report of responses.
    let questions: [Marked]
    /// Parts of the sum that questions are counted in, which are in it and in the questions.
    let gradeItems: [Marked]
    /// Where the attempt's state stands; `nil` where there is none.
    let state: Int?
    /// Whether the words are ones that are known.
    let isCertain: Bool

    /// How many columns say who a row is about.
    var identityCount: Int { state ?? started }
    var started: Int { grade.position - 3 }
    var completed: Int { grade.position - 2 }
    var duration: Int { grade.position - 1 }

    /// `nil` where the header is not that of such a report.
    init?(_ headers: [String]) {
        let marked = headers.enumerated().compactMap { Self.marked($0.offset, $0.element) }
        guard let grade = marked.first(where: { !$0.label.hasSuffix(" ") }), grade.position >= 5 else { return nil }
        isCertain = MoodleWords.grade.contains(grade.label.lowercased())
        let after = marked.filter { $0.position > grade.position }
        // A question's header has a blank before the slash, "Q. 1 /5.00"; what saved the file again may have taken it away.
        let hasBlanks = after.contains { $0.label.hasSuffix(" ") }
        func isQuestion(_ column: Marked) -> Bool {
            hasBlanks ? column.label.hasSuffix(" ") : column.label.last?.isNumber == true
        }
        gradeItems = after.filter { !isQuestion($0) }
        questions = after.filter(isQuestion).map { question in
            var question = question
            while question.label.hasSuffix(" ") { question.label.removeLast() }
            return question
        }
        self.grade = grade
        let lower = headers.map { $0.lowercased() }
        let place = grade.position - 4
        let language = MoodleLanguage(of: lower)
        let isIdentity = [
            language?.lastName, language?.firstName, language?.idNumber, language?.email, language?.username,
            language?.profile,
        ].contains { $0?.contains(lower[place]) == true }
        state = isIdentity ? nil : place
        guard isIdentity || grade.position >= 6,
            isCertain || (!questions.isEmpty && after.count == headers.count - grade.position - 1)
        else { return nil }
    }

    /// A header that ends in a slash and a number.
    private static func marked(_ position: Int, _ header: String) -> Marked? {
        guard let slash = header.lastIndex(of: "/"), slash > header.startIndex else { return nil }
        let maximum = header[header.index(after: slash)...]
        let bytes = Array(maximum.utf8)
        guard let first = bytes.first, first.isDigit, NumericCell(bytes, 0..<bytes.count) != nil else { return nil }
        return Marked(position: position, label: String(header[..<slash]), maximum: String(maximum))
    }
}
