/// What a gradebook says once the zeros that stand for missing work are read as that.
public struct MissingWork: Sendable {
    /// The gradebook as it is believed: what is missing work has a status that says so and no score, and what may be counts
    /// as evidence of mastery by how probably it is a score.
    public let gradebook: Gradebook
    /// The profiles of that gradebook.
    public let profiles: [ItemProfile]
    /// What was read as missing work, by learner and item in the gradebook's order.
    public let doubtful: [DoubtfulScore]
    private let reading: MissingWorkReading

    /// The probability of standing for missing work from which a value is read as that.
    static let threshold = 0.5
    /// Share of a column's scores that look like missing work from which the column itself is taken to be not graded yet.
    static let ungradedShare = 0.5

    /// Fits the mixture on a class and reads the class by it.
    ///
    /// - Parameters:
    ///   - gradebook: the class as the file has it.
    ///   - profiles: its profiles; only items that measure mastery, and columns of nothing but zeros, are looked at.
    ///   - policy: how zeros are read. `score` gives the gradebook back as it is.
    ///   - sure: scores that are scores whatever they look like.
    ///   - at: the moment the profiles are for.
    public init(
        gradebook: Gradebook, profiles: [ItemProfile], prior: ClassPrior, policy: ZeroPolicy = .auto,
        sure: Set<CellName> = [], at: Double? = nil
    ) {
        self.init(
            gradebook: gradebook, profiles: profiles,
            reading: MissingWorkReading(gradebook, profiles, prior, policy, sure), at: at)
    }

    /// Reads learners by the mixture that was fitted on others.
    ///
    /// - Parameter gradebook: must have the same items as the one the mixture was fitted on.
    public init(
        gradebook: Gradebook, profiles: [ItemProfile], fitted: MissingWork, sure: Set<CellName> = [], at: Double? = nil
    ) {
        self.init(
            gradebook: gradebook, profiles: profiles, reading: fitted.reading.applied(to: gradebook, profiles, sure),
            at: at)
    }

    /// Turns probabilities into statuses and weights.
    private init(gradebook: Gradebook, profiles: [ItemProfile], reading: MissingWorkReading, at: Double?) {
        self.reading = reading
        guard reading.missing.contains(where: { $0 > 0 }) else {
            (self.gradebook, self.profiles, doubtful) = (gradebook, profiles, [])
            return
        }
        var statuses = gradebook.statuses
        var scores = gradebook.scores
        var weights = [Double](repeating: 1, count: statuses.count)
        var doubtful: [DoubtfulScore] = []
        for learner in gradebook.learners.indices {
            for cell in gradebook.cells(ofLearner: learner) where reading.missing[cell] > 0 {
                let missing = min(reading.missing[cell], 1)
                weights[cell] = 1 - missing
                guard missing >= Self.threshold else { continue }
                let item = Int(gradebook.columns[cell])
                let isUngraded = reading.isUngraded[item]
                let row = gradebook.rows.isEmpty ? 0 : Int(gradebook.rows[cell])
                doubtful.append(
                    DoubtfulScore(
                        learner: learner, item: item, value: min(max(gradebook.scores[cell], 0), 1), missing: missing,
                        row: row > 0 ? row : learner + 1, isUngraded: isUngraded))
                statuses[cell] = isUngraded ? .unknownBlank : .missing
                scores[cell] = .nan
            }
        }
        let book = Gradebook(
            learners: gradebook.learners, items: gradebook.items, starts: gradebook.starts, columns: gradebook.columns,
            statuses: statuses, scores: scores, times: gradebook.times, rows: gradebook.rows, weights: weights)
        self.gradebook = book
        self.doubtful = doubtful
        let counted = ItemProfile.profiles(of: book, at: at)
        self.profiles = zip(profiles, counted).map { profile, counted in
            // Whether a column measures mastery is not asked again, only whether anything is left to tell learners apart.
            var new = counted
            switch profile.role {
            case .evidence, .constant: break
            case .notMastery:
                new.role = profile.role
                new.setAside = profile.setAside
            }
            return new
        }
    }
}
