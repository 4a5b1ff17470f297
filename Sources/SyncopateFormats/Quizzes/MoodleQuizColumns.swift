/// Where a report of a quiz in Moodle has what.
///
/// Moodle translates the headers, and keeps their order: who, state, beginning, end, duration, `Grade/10.00`, and in
/// the report of grades a column `Q. 1 /0.79` for each question. So they are known by their place before the grade.
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
    /// Whether the words are ones that are known.
    let isCertain: Bool

    var state: Int { grade.position - 4 }
    var started: Int { grade.position - 3 }
    var completed: Int { grade.position - 2 }
    var duration: Int { grade.position - 1 }

    /// `nil` where the header is not that of such a report.
    init?(_ headers: [String]) {
        let marked = headers.enumerated().compactMap { Self.marked($0.offset, $0.element) }
        guard let grade = marked.first(where: { !$0.label.hasSuffix(" ") }), grade.position >= 6 else { return nil }
        isCertain = MoodleWords.grade.contains(grade.label.lowercased())
        let after = marked.filter { $0.position > grade.position }
        questions = after.map { question in
            var question = question
            while question.label.hasSuffix(" ") { question.label.removeLast() }
            return question
        }
        self.grade = grade
        guard isCertain || (!questions.isEmpty && questions.count == headers.count - grade.position - 1) else {
            return nil
        }
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
