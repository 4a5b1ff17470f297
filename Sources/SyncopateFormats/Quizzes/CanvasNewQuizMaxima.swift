/// How many points are possible for each question of a quiz in New Quizzes, whose report does not say it.
///
/// What is sure: nobody has more than is possible; all questions together have the quiz's points possible, which the report
/// says; and whose answer is called correct has all points of the question. What is assumed: a choice of one answer has all
/// points or none, unless the sum contradicts it. What contradicts itself is not known.
struct CanvasNewQuizMaxima {
    /// What the rows say of a question.
    private struct Question {
        var best = 0.0
        /// The points of answers called correct; `nil` where there is none.
        var full: Double?
        /// Whether answers called correct have different points.
        var isTorn = false
        /// Whether it is a choice of one answer.
        var isChoice = false
        /// Points above zero; `nil` where there are none.
        var earned: Double?
        /// Whether points above zero differ.
        var isGraded = false

        /// What answers called correct tell, or a choice that has one score above zero.
        func maximum(trustsChoices: Bool) -> Double? {
            if let full { return isTorn || best > full ? nil : full }
            return trustsChoices && isChoice && !isGraded ? earned : nil
        }
    }

    private static let choices: Set<String> = [
        "choice", "multi-choice", "multiple-choice", "multiple_choice", "true-false", "true_false",
    ]
    /// Points are written with few decimals.
    private static let tolerance = 1e-6

    private var questions: [String: Question] = [:]
    /// The questions of the first row; `nil` before it.
    private var asked: Set<String>?
    /// The quiz's points possible; `nil` where no row says it.
    private var possible: Double?
    /// Whether all rows have the same questions and the same points possible.
    private var isUniform = true

    /// Takes a row into account.
    mutating func observe(row items: Set<String>, possible value: Double?) {
        if let asked {
            if asked != items || possible != value { isUniform = false }
        } else {
            asked = items
            possible = value
        }
    }

    /// Takes the points of an answer into account.
    mutating func observe(_ item: String, type: String, points: Double, isCorrect: Bool) {
        var question = questions[item] ?? Question()
        question.best = max(question.best, points)
        question.isChoice = Self.choices.contains(type.lowercased())
        if points > 0 {
            if let earned = question.earned, earned != points { question.isGraded = true }
            question.earned = points
        }
        if isCorrect {
            if let full = question.full, full != points { question.isTorn = true }
            question.full = points
        }
        questions[item] = question
    }

    /// The points possible of each question that is known.
    func settled() -> [String: Double] {
        let trusted = questions.compactMapValues { $0.maximum(trustsChoices: true) }
        guard isUniform, let possible, let asked = asked?.sorted() else { return trusted }
        // Where the best of all make up the sum, each is all there is.
        let best = asked.reduce(0) { $0 + (questions[$1]?.best ?? 0) }
        if Self.isSame(best, possible) { return questions.mapValues(\.best) }
        guard best < possible else { return [:] }
        func sum(_ maxima: [String: Double]) -> Double { asked.reduce(0) { $0 + (maxima[$1] ?? 0) } }
        var sure = questions.compactMapValues { $0.maximum(trustsChoices: false) }
        guard sum(sure) <= possible + Self.tolerance else { return [:] }
        // What is left over is that of the only one that is not known.
        let open = asked.filter { sure[$0] == nil }
        if open.count == 1, let last = open.first, questions[last]?.full == nil,
            possible - sum(sure) >= questions[last]?.best ?? 0
        {
            sure[last] = possible - sum(sure)
            return sure
        }
        let isWhole = asked.allSatisfy { trusted[$0] != nil }
        let isContradicted =
            sum(trusted) > possible + Self.tolerance || (isWhole && !Self.isSame(sum(trusted), possible))
        return isContradicted ? sure : trusted
    }

    private static func isSame(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= tolerance }
}
