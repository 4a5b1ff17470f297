import RealModule

/// Columns that titles leave open, placed by scores: beside a topic, together, or alone.
///
/// Tried on learners left out first. Only where they are predicted better with the columns placed than with each open column
/// alone, by more than the gain's standard error, are scores believed.
struct TopicPlacing {
    /// Topic of each column, titles' topics by their numbers, new ones after; -1 for columns without scores enough.
    private(set) var labels: [Int]
    /// Posterior probability that a column placed by scores is together with what it was placed beside.
    private(set) var confidences: [Double]
    /// Log-likelihood gained on learners left out, and its standard error; nats.
    private(set) var gain = 0.0
    private(set) var noise = 0.0
    /// Columns that scores could place.
    let open: [Int]

    /// Columns with scores enough to be looked at.
    let usable: [Int]

    private let fit: AbilityFit
    private let given: [Int]
    private let pull: Double

    /// Standard deviations of a topic around the general ability that are thought possible, alike; logits.
    static let deviations = [0.2, 0.35, 0.5, 0.7, 1.0]
    /// Log prior odds of a topic of its own against any one of those there are.
    static let newTopic = 0.0
    static let sweeps = 200
    static let folds = 10
    /// Of the draws for a fold, every how manieth is predicted from.
    static let thinning = 2
    /// Sweeps over the open columns of a whole search, folds included.
    static var allSweeps: Double { 1.25 * Double(sweeps + folds * (sweeps / 4)) }
    /// Fewest scores of a column that is placed by them, and fewest learners of a class.
    static let leastScores = 8
    /// Probability from which a column counts as placed.
    static let leastConfidence = 0.5
    /// Pairs of neighbours' worth of weight behind chance when it is judged whether neighbours share topics.
    static let pullWeight = 4.0
    static let mostPull = 3.0

    /// - Parameters:
    ///   - scores: learner by learner, NaN where there is none; the order of learners must not depend on the file's.
    ///   - given: topic of each column by its title, -1 where that is open.
    init(scores: [Double], learners: Int, given: [Int]) {
        let columns = given.count
        self.given = given
        labels = given
        confidences = [Double](repeating: 0, count: columns)
        var counts = [Int](repeating: 0, count: columns)
        for cell in scores.indices where !scores[cell].isNaN { counts[cell % max(columns, 1)] += 1 }
        usable = given.indices.filter { counts[$0] >= Self.leastScores }
        open = usable.filter { given[$0] < 0 }
        fit = AbilityFit(scores: scores, learners: learners, columns: columns)
        pull = Self.neighbourPull(given)
    }

    /// Places the open columns on all learners.
    mutating func place(seed: UInt64) {
        let found = search(fit, sweeps: Self.sweeps, seed: seed)
        let (partition, together) = (found.partition, found.together)
        let columns = given.count
        let topics = (given.max() ?? -1) + 1
        var next = topics
        var fresh: [Int: Int] = [:]
        for column in open {
            let fellows = usable.filter { $0 != column && partition[$0] == partition[column] }
            guard !fellows.isEmpty else {
                labels[column] = -1
                // Probability that it is with no one of the others.
                confidences[column] =
                    1 - min(usable.filter { $0 != column }.reduce(0) { max($0, together[column * columns + $1]) }, 1)
                continue
            }
            let anchors = fellows.filter { given[$0] >= 0 }
            let company = anchors.isEmpty ? fellows : anchors
            let mean = company.reduce(0) { $0 + together[column * columns + $1] } / Double(company.count)
            confidences[column] = min(mean, 1)
            guard confidences[column] >= Self.leastConfidence else { continue }
            if let anchor = anchors.first {
                labels[column] = given[anchor]
            } else {
                if fresh[partition[column]] == nil {
                    fresh[partition[column]] = next
                    next += 1
                }
                labels[column] = fresh[partition[column]] ?? -1
            }
        }
        // A new topic of which one column is left is none.
        for topic in topics..<max(next, topics) where labels.count(where: { $0 == topic }) == 1 {
            for column in open where labels[column] == topic { labels[column] = -1 }
        }
    }

    /// Leaves each tenth of the learners out once, places columns without them, and asks how much likelier that makes them.
    mutating func judge(seed: UInt64) {
        var gains: [Double] = []
        let columns = given.count
        for fold in 0..<Self.folds {
            let out = (0..<fit.learnerCount).filter { $0 % Self.folds == fold }
            let rest = (0..<fit.learnerCount).filter { $0 % Self.folds != fold }
            guard !out.isEmpty, rest.count >= Self.leastScores else { return }
            let found = search(fit.selecting(rest), sweeps: Self.sweeps / 4, seed: seed &+ UInt64(fold) &+ 1)
            let judge = TopicLikelihood(fit, deviation: found.deviation)
            var apart = found.partition
            var next = columns + (given.max() ?? 0) + 1
            for column in open {
                apart[column] = next
                next += 1
            }
            let without = judge.perLearner(TopicSampler.numbered(apart))
            // What is predicted is the mean over what might be, not over the one best guess.
            let with = found.kept.map { judge.perLearner($0) }
            gains += out.map { learner in
                let top = with.reduce(-Double.infinity) { max($0, $1[learner]) }
                let mean = with.reduce(0) { $0 + Double.exp($1[learner] - top) } / Double(max(with.count, 1))
                return top + Double.log(mean) - without[learner]
            }
        }
        gain = gains.reduce(0, +)
        let mean = gain / Double(max(gains.count, 1))
        noise = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    }

    /// Takes topics of titles apart or together where scores are clear about it.
    func revision() -> TopicRevision {
        let anchored = usable.filter { labels[$0] >= 0 }.map { labels[$0] }
        let likelihoods = Self.deviations.map { TopicLikelihood(fit, deviation: $0) }
        var numbers: [Int] = []
        var next = (labels.max() ?? -1) + 1
        for column in labels.indices {
            guard usable.contains(column) else {
                numbers.append(-1)
                continue
            }
            if labels[column] < 0 { next += 1 }
            numbers.append(labels[column] >= 0 ? labels[column] : next - 1)
        }
        let partition = TopicSampler.numbered(numbers)
        let values = likelihoods.map { anchored.isEmpty ? 0 : $0.chance + $0.value(partition) }
        let best = values.indices.max { values[$0] < values[$1] } ?? 0
        return TopicRevision(
            likelihoods[best], labels: labels, titled: given.indices.filter { given[$0] >= 0 }, usable: usable)
    }

    private func search(
        _ fit: AbilityFit, sweeps: Int, seed: UInt64
    ) -> (partition: [Int], together: [Double], deviation: Double, kept: [[Int]]) {
        let columns = given.count
        var anchors: [Int: [Int]] = [:]
        for column in usable where given[column] >= 0 { anchors[given[column], default: []].append(column) }
        let sampler = TopicSampler(
            likelihoods: Self.deviations.map { TopicLikelihood(fit, deviation: $0) },
            blocks: anchors.sorted { $0.key < $1.key }.map(\.value) + open.map { [$0] }, anchored: anchors.count,
            neighbourPull: pull, newTopic: Self.newTopic)
        let draws = sampler.run(sweeps: sweeps, burnIn: sweeps / 4, seed: seed)
        var together = [Double](repeating: 0, count: columns * columns)
        let share = 1 / Double(max(draws.assignments.count, 1))
        for assignment in draws.assignments {
            for a in usable {
                for b in usable where assignment[a] == assignment[b] { together[a * columns + b] += share }
            }
        }
        var best = (value: -Double.infinity, partition: given)
        let pairs = usable.flatMap { a in usable.map { together[a * columns + $0] } }
        for assignment in Set(draws.assignments).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let value = PartitionAgreement.expectedAdjustedRand(usable.map { assignment[$0] }, together: pairs)
            if value > best.value + 1e-12 { best = (value, assignment) }
        }
        let mean = draws.deviations.reduce(0, +) * share
        let deviation = Self.deviations.min { abs($0 - mean) < abs($1 - mean) } ?? 0.5
        let kept = draws.assignments.enumerated().filter { $0.offset % Self.thinning == 0 }.map(\.element)
        return (best.partition, together, deviation, kept)
    }

    /// How much likelier neighbours in the course are of one topic, by the columns whose titles tell: log odds beside chance.
    static func neighbourPull(_ given: [Int]) -> Double {
        let named = given.filter { $0 >= 0 }
        guard named.count >= 3 else { return 0 }
        var sizes: [Int: Double] = [:]
        for topic in named { sizes[topic, default: 0] += 1 }
        let count = Double(named.count)
        let pairs = sizes.keys.sorted().reduce(0.0) { $0 + (sizes[$1] ?? 0) * ((sizes[$1] ?? 0) - 1) }
        let chance = min(max(pairs / (count * (count - 1)), 0.02), 0.98)
        let same = Double(zip(named, named.dropFirst()).count { $0 == $1 })
        let seen = (same + chance * pullWeight) / (count - 1 - same + (1 - chance) * pullWeight)
        return min(max(Double.log(seen) - Double.log(chance / (1 - chance)), 0), mostPull)
    }
}
