import RealModule

/// Draws assignments of columns to topics from their posterior, by collapsed Gibbs sampling (Neal 2000, algorithm 3):
/// blocks of columns that titles hold together stay together, every other block is drawn anew given the rest.
struct TopicSampler {
    /// One likelihood for each standard deviation of topics that is thought possible.
    let likelihoods: [TopicLikelihood]
    /// Columns that move as one, each in ascending order; blocks that titles made a topic of come first.
    let blocks: [[Int]]
    /// How many of the first blocks are topics of their own by title and stay apart from one another.
    let anchored: Int
    /// Log-odds of neighbours in the course to be of one topic, beyond chance.
    let neighbourPull: Double
    /// Log prior odds of a topic of its own against joining any given topic.
    let newTopic: Double

    /// What was drawn.
    struct Draws {
        /// Topic of each column, numbered by first appearance.
        var assignments: [[Int]] = []
        /// Standard deviations that were drawn beside.
        var deviations: [Double] = []
    }

    func run(sweeps: Int, burnIn: Int, seed: UInt64) -> Draws {
        var generator = SeededGenerator(seed: seed)
        var draws = Draws()
        guard let first = likelihoods.first, !blocks.isEmpty else { return draws }
        let columns = first.columnCount
        var state = State(sampler: self, level: likelihoods.count / 2)
        for sweep in 0..<(burnIn + sweeps) {
            for block in anchored..<blocks.count { state.redraw(block, &generator) }
            state.redrawLevel(&generator)
            if sweep >= burnIn {
                draws.assignments.append(Self.numbered(state.topics(columns)))
                draws.deviations.append(likelihoods[state.level].deviation)
            }
        }
        return draws
    }

    /// The same partition with its topics numbered by first appearance.
    static func numbered(_ topics: [Int]) -> [Int] {
        var numbers: [Int: Int] = [:]
        return topics.map { topic in
            if topic < 0 { return topic }
            let number = numbers[topic] ?? numbers.count
            numbers[topic] = number
            return number
        }
    }

    private struct State {
        let sampler: TopicSampler
        var level: Int
        /// Topic of each block: an index into the sums, which has room for one topic a block.
        var topicOfBlock: [Int]
        var blocksOfTopic: [Int]
        /// Sums of each topic, learner by learner.
        var precision: [[Double]]
        var weighted: [[Double]]
        var total: [Double] = []
        var linear: [Double] = []

        init(sampler: TopicSampler, level: Int) {
            self.sampler = sampler
            self.level = level
            topicOfBlock = Array(sampler.blocks.indices)
            blocksOfTopic = [Int](repeating: 1, count: sampler.blocks.count)
            precision = []
            weighted = []
            collect()
        }

        var likelihood: TopicLikelihood { sampler.likelihoods[level] }

        /// Sums anew for the present assignment and level.
        mutating func collect() {
            let likelihood = likelihood
            let learners = likelihood.learnerCount
            let empty = [Double](repeating: 0, count: learners)
            precision = [[Double]](repeating: empty, count: sampler.blocks.count)
            weighted = precision
            for (block, columns) in sampler.blocks.enumerated() {
                let topic = topicOfBlock[block]
                for j in columns {
                    for i in 0..<learners {
                        precision[topic][i] += likelihood.precisions[i * likelihood.columnCount + j]
                        weighted[topic][i] += likelihood.evidence[i * likelihood.columnCount + j]
                    }
                }
            }
            let square = likelihood.deviation * likelihood.deviation
            total = empty
            linear = empty
            for topic in precision.indices where blocksOfTopic[topic] > 0 {
                for i in 0..<learners {
                    let factor = 1 + square * precision[topic][i]
                    total[i] += precision[topic][i] / factor
                    linear[i] += weighted[topic][i] / factor
                }
            }
        }

        func topics(_ columns: Int) -> [Int] {
            var topics = [Int](repeating: -1, count: columns)
            for (block, members) in sampler.blocks.enumerated() {
                for j in members { topics[j] = topicOfBlock[block] }
            }
            return topics
        }

        mutating func redrawLevel(_ generator: inout SeededGenerator) {
            guard sampler.likelihoods.count > 1 else { return }
            let topics = topics(likelihood.columnCount)
            let values = sampler.likelihoods.map { $0.chance + $0.value(topics) }
            level = Self.draw(values, &generator)
            collect()
        }

        mutating func redraw(_ block: Int, _ generator: inout SeededGenerator) {
            let likelihood = likelihood
            let learners = likelihood.learnerCount
            let square = likelihood.deviation * likelihood.deviation
            let ability = likelihood.abilityVariance
            let columns = sampler.blocks[block]
            var own = [Double](repeating: 0, count: learners)
            var ownWeighted = own
            for j in columns {
                for i in 0..<learners {
                    own[i] += likelihood.precisions[i * likelihood.columnCount + j]
                    ownWeighted[i] += likelihood.evidence[i * likelihood.columnCount + j]
                }
            }
            change(block, by: -1, own, ownWeighted, square)
            let neighbours = neighbours(of: columns)
            var candidates: [Int] = []
            var values: [Double] = []
            var free = -1
            for topic in blocksOfTopic.indices {
                if blocksOfTopic[topic] == 0 {
                    if free < 0 { free = topic } else { continue }
                }
                var value = 0.0
                for i in 0..<learners where own[i] > 0 {
                    let (p, w) = (precision[topic][i], weighted[topic][i])
                    let (before, after) = (1 + square * p, 1 + square * (p + own[i]))
                    let sum = w + ownWeighted[i]
                    let all = total[i] - p / before + (p + own[i]) / after
                    let line = linear[i] - w / before + sum / after
                    let factor = 1 + ability * all
                    value +=
                        0.5
                        * (square * (sum * sum / after - w * w / before) + ability * line * line / factor
                            - Double.log(after / before * factor))
                }
                value += sampler.neighbourPull * Double(neighbours.count { $0 == topic })
                if blocksOfTopic[topic] == 0 { value += sampler.newTopic }
                candidates.append(topic)
                values.append(value)
            }
            topicOfBlock[block] = candidates[Self.draw(values, &generator)]
            change(block, by: 1, own, ownWeighted, square)
        }

        /// Takes a block out of its topic (-1) or puts it there (1).
        private mutating func change(
            _ block: Int, by sign: Double, _ own: [Double], _ ownWeighted: [Double], _ square: Double
        ) {
            let topic = topicOfBlock[block]
            for i in own.indices where own[i] > 0 {
                let before = 1 + square * precision[topic][i]
                let (p, w) = (precision[topic][i], weighted[topic][i])
                precision[topic][i] = max(p + sign * own[i], 0)
                weighted[topic][i] = w + sign * ownWeighted[i]
                let after = 1 + square * precision[topic][i]
                total[i] += precision[topic][i] / after - p / before
                linear[i] += weighted[topic][i] / after - w / before
            }
            blocksOfTopic[topic] += Int(sign)
            if sign < 0 { topicOfBlock[block] = -1 }
        }

        private func neighbours(of columns: [Int]) -> [Int] {
            guard sampler.neighbourPull > 0 else { return [] }
            var found: [Int] = []
            for j in columns {
                for other in [j - 1, j + 1] where !columns.contains(other) {
                    if let block = sampler.blockOfColumn(other), topicOfBlock[block] >= 0 {
                        found.append(topicOfBlock[block])
                    }
                }
            }
            return found
        }

        private static func draw(_ logs: [Double], _ generator: inout SeededGenerator) -> Int {
            let top = logs.max() ?? 0
            let weights = logs.map { Double.exp($0 - top) }
            var rest = generator.uniform() * weights.reduce(0, +)
            for (index, weight) in weights.enumerated() {
                rest -= weight
                if rest < 0 { return index }
            }
            return weights.count - 1
        }
    }

    private func blockOfColumn(_ column: Int) -> Int? { blocks.firstIndex { $0.contains(column) } }
}
