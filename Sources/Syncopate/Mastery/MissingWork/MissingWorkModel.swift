/// Which zeros of a class are missing work entered as 0: a mixture, fitted on the class itself.
///
/// A zero is either a score or stands for work that never came, and so is a constant that a column repeats below what it
/// otherwise holds ("late: half the points"). How often work is missing is a rate per column and per learner, drawn to the
/// class's. How probable the value is as a score comes from what the learner gets otherwise and what the column gives: a
/// general ability, an easiness and an effective number of questions per column, fitted with each doubtful cell counting
/// for as much as it is believed to be a score (EM; Dempster, Laird & Rubin 1977). A cell's own score never speaks for
/// itself: it is taken out of the learner's ability and out of both rates before it is judged.
///
/// On columns that are right or wrong a zero is a wrong answer; only the learner's rate on graded columns can make it
/// missing, and such zeros move no rate.
struct MissingWorkModel: Sendable {
    /// What a column gives and how often work is missing there.
    struct Column: Sendable {
        /// Whether its scores are more than nothing or everything.
        var isGraded: Bool
        /// Log-odds of success of a learner of ability zero.
        var easiness: Double
        /// Variance of what is not known of it.
        var easinessVariance: Double
        /// Effective number of questions behind a score.
        var trials: Double
        /// Most questions that the values of the column allow.
        var mostTrials: Double
        /// A value above zero that it repeats and that may stand for missing work.
        var constant: Double?
        /// Scores it has, and how many of its zeros and of its constants are believed to be missing work.
        var scored = 0.0
        var missingZeros = 0.0
        var missingConstants = 0.0
    }

    /// One per item of the gradebook; `nil` where there is no score that measures mastery.
    var columns: [Column?]
    /// Variance of the general ability.
    var spread: Double
    /// How often work is missing and entered as zero, and as a constant, in the class.
    var zeroRate = Self.usualRate
    var constantRate = Self.usualRate
    /// What one value holds of a column's scores, for values that are not the constant; shares of the maximum.
    var grain = 0.01
    let surpriseLimit: Double

    /// Share of the scores that stand for missing work in a typical class, and the scores' worth of weight behind it.
    static let usualRate = 0.02
    static let rateWeight = 50.0
    /// Scores' worth of weight behind the class's rate for one column, and for one learner.
    static let columnWeight = 20.0
    static let learnerWeight = 10.0

    /// Whether a score may stand for missing work, and as what.
    enum Suspicion {
        case zero, constant
    }

    /// What a score could stand for beside itself; `nil`: nothing.
    func suspicion(of record: WorkRecord, at place: Int) -> Suspicion? {
        guard !record.isSure[place], let column = columns[record.items[place]] else { return nil }
        let score = record.scores[place]
        if score == 0 { return .zero }
        guard let constant = column.constant, abs(score - constant) < Self.sameValue else { return nil }
        return .constant
    }

    /// Values nearer to each other than this are the same, shares of the maximum.
    static let sameValue = 1e-6

    // MARK: One learner

    /// Finds a learner's general ability by Newton's method, each score counting for as much as it is believed to be one;
    /// one that surprises counts for less (Huber 1964).
    func measure(_ record: inout WorkRecord, steps: Int) {
        for _ in 0..<steps {
            var slope = -record.ability / spread
            var precision = 1 / spread
            for place in record.items.indices {
                let (residual, weight) = site(record, at: place)
                slope += residual
                precision += weight
            }
            let move = min(max(slope / precision, -1), 1)
            record.ability += move
            record.variance = 1 / precision
            if abs(move) < 1e-4 { break }
        }
    }

    /// What a score adds to the slope and the curvature of a learner's log-posterior.
    func site(_ record: WorkRecord, at place: Int) -> (residual: Double, weight: Double) {
        guard let column = columns[record.items[place]] else { return (0, 0) }
        let share = 1 - record.missing[place]
        guard share > 0 else { return (0, 0) }
        let p = Logistic.probability(column.easiness + record.ability)
        let weight = max(p * (1 - p), LearnerSolver<Double>.leastWeight)
        let residual = record.scores[place] - p
        let trials = share * trust(residual, weight, column.trials) * column.trials
        return (trials * residual, trials * weight)
    }

    /// How much a score counts that is `residual` away from what was expected.
    func trust(_ residual: Double, _ weight: Double, _ trials: Double) -> Double {
        let surprise = abs(residual) * (trials / weight).squareRoot()
        return surprise > surpriseLimit ? surpriseLimit / surprise : 1
    }

    /// Judges every doubtful score of a learner.
    ///
    /// - Parameter isCounted: whether the learner's scores are in the columns' counts, so that each has to be taken out
    ///   before it is judged.
    func judge(_ record: inout WorkRecord, isCounted: Bool) {
        var (expected, counted) = (0.0, 0.0)
        for place in record.items.indices where columns[record.items[place]]?.isGraded == true {
            expected += record.missing[place]
            counted += 1
        }
        let classRate = zeroRate + constantRate
        var found = record.missing
        for place in record.items.indices {
            guard let suspicion = suspicion(of: record, at: place), let column = columns[record.items[place]] else {
                found[place] = 0
                continue
            }
            let own = record.missing[place]
            let ownCount = column.isGraded ? 1.0 : 0
            let learnerRate =
                (expected - ownCount * own + Self.learnerWeight * classRate)
                / (max(counted - ownCount, 0) + Self.learnerWeight)
            let kindRate = suspicion == .zero ? zeroRate : constantRate
            var columnRate = kindRate
            if column.isGraded {
                let sum = suspicion == .zero ? column.missingZeros : column.missingConstants
                let out = isCounted ? 1.0 : 0
                columnRate =
                    (max(sum - out * own, 0) + Self.columnWeight * kindRate)
                    / (max(column.scored - out, 0) + Self.columnWeight)
            }
            let rate = Self.combine(columnRate, learnerRate, around: classRate)
            found[place] = ScoreChance.missing(rate: rate, chance: chance(of: record, at: place, column, suspicion))
        }
        record.missing = found
    }

    /// The column's rate moved by how far the learner's stands from the class's, in odds.
    static func combine(_ column: Double, _ learner: Double, around middle: Double) -> Double {
        func odds(_ rate: Double) -> Double {
            let held = min(max(rate, 1e-6), 1 - 1e-6)
            return held / (1 - held)
        }
        let odds = odds(column) * odds(learner) / odds(middle)
        return odds / (1 + odds)
    }

    /// How probable a doubtful value is as a score, by everything but itself.
    private func chance(of record: WorkRecord, at place: Int, _ column: Column, _ suspicion: Suspicion) -> Double {
        // One Newton step away from the score's own part.
        let (residual, weight) = site(record, at: place)
        let precision = max(1 / record.variance - weight, 1 / spread)
        let mean = column.easiness + record.ability - residual / precision
        let variance = 1 / precision + column.easinessVariance
        switch suspicion {
        case .zero:
            let trials = column.isGraded ? max(min(column.trials, column.mostTrials), 1) : 1
            return ScoreChance.ofZero(mean: mean, variance: variance, trials: trials)
        case .constant:
            let value = record.scores[place]
            // Nobody is given more than they would have earned.
            guard Logistic.probability(mean) > value else { return 1 }
            return ScoreChance.ofValue(
                value, mean: mean, variance: variance, trials: column.trials, grain: EnteredConstants.roundness * grain)
        }
    }

    /// Reads a learner who was not among those the class was fitted on.
    func read(_ record: inout WorkRecord) {
        start(&record)
        for _ in 0..<Self.readingPasses {
            measure(&record, steps: 8)
            judge(&record, isCounted: false)
        }
    }

    /// Passes after which a learner's doubts have settled.
    static let readingPasses = 6

    /// Doubtful scores on graded columns count for nothing at first: whether they are scores is then asked of the rest.
    func start(_ record: inout WorkRecord) {
        for place in record.items.indices {
            let isGraded = columns[record.items[place]]?.isGraded == true
            record.missing[place] = isGraded && suspicion(of: record, at: place) != nil ? 1 : 0
        }
    }
}
