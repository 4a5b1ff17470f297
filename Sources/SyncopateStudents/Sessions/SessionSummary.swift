public import Syncopate

/// What many classes say of the probabilities printed beside live seats, and of who is seated.
public struct SessionSummary: Sendable {
    /// Learners whose printed probability lies in one interval.
    public struct Bin: Sendable, Hashable {
        public var count = 0
        /// Mean of what was printed.
        public var predicted = 0.0
        /// Share who truly were among the best.
        public var observed = 0.0
    }

    /// Learners to a bin below which it says too little.
    public static let leastCases = 300
    /// Width of a bin.
    static let width = 0.1

    /// Classes with a session.
    public let classes: Int
    /// In rising order; the empty ones are left out.
    public let bins: [Bin]
    /// Share of seats that go to the truly best, and its standard error over classes.
    public let hit: (mean: Double, standardError: Double)
    /// The same if others gave the seats.
    public let rivals: [SessionTrial.Rival: (mean: Double, standardError: Double)]
    /// Mean true gain of the seated beyond the class's, chance of success, and its standard error.
    public let advantage: (mean: Double, standardError: Double)

    /// Runs classes. Results do not depend on the workers.
    public init(_ world: SessionWorld, engine: Engine, classes: Int, seed: UInt64, workers: Workers = .one) {
        let seeds = WeeklyComparison.seeds(classes, seed: seed)
        let trials = workers.map(seeds.count) { SessionTrial(world, engine: engine, seed: seeds[$0]) }
            .compactMap { $0 }
        self.classes = trials.count
        var bins = [Bin](repeating: Bin(), count: Int(1 / Self.width))
        for trial in trials {
            for (probability, isBest) in zip(trial.probabilities, trial.isBest) {
                let place = min(max(Int(probability / Self.width), 0), bins.count - 1)
                bins[place].count += 1
                bins[place].predicted += probability
                bins[place].observed += isBest ? 1 : 0
            }
        }
        for place in bins.indices where bins[place].count > 0 {
            bins[place].predicted /= Double(bins[place].count)
            bins[place].observed /= Double(bins[place].count)
        }
        self.bins = bins.filter { $0.count > 0 }
        hit = Self.mean(trials.compactMap(\.hit))
        advantage = Self.mean(trials.map(\.advantage))
        rivals = Dictionary(
            uniqueKeysWithValues: SessionTrial.Rival.allCases.map { rival in
                (rival, Self.mean(trials.compactMap { $0.hits[rival] }))
            })
    }

    /// Largest distance between what was printed and what came, over bins with enough cases.
    public var largestMiss: Double {
        bins.filter { $0.count >= Self.leastCases }.map { abs($0.predicted - $0.observed) }.max() ?? .nan
    }

    /// The same distance, mean over all learners.
    public var calibrationError: Double {
        let total = bins.reduce(0) { $0 + $1.count }
        return bins.reduce(0) { $0 + Double($1.count) * abs($1.predicted - $1.observed) } / Double(total)
    }

    private static func mean(_ values: [Double]) -> (mean: Double, standardError: Double) {
        let summary = TutoringSummary(TutoringFigure("", higherIsBetter: true), of: values)
        return (summary.mean, summary.standardError)
    }
}
