/// One run of one course, as a gradebook.
struct Presentation {
    /// An assessment other than the exam.
    struct Column {
        /// The data set's number.
        var id: Int
        /// `TMA`, marked by a tutor, or `CMA`, marked by a computer.
        var type: String
        /// Days from the start of the course to the due date; infinite where the file has none.
        var day: Double
    }

    /// A learner with everything they got.
    struct Learner {
        /// The data set's number.
        var id: Int
        /// Position in ``Presentation/columns`` and score as a share of the maximum, in column order.
        var scores: [(column: Int, score: Double)]
    }

    /// Module and presentation, for example `AAA 2013J`.
    var name: String
    /// The year it started.
    var year: Int
    /// In order of due date, then of the data set's numbers.
    var columns: [Column]
    /// Those with at least ``leastScores`` scores, in order of the data set's numbers.
    var learners: [Learner]

    /// Fewest scores of a learner who can be in a class.
    static let leastScores = 3
}
