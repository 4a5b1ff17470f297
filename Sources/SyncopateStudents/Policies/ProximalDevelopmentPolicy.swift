import Syncopate

/// ZPDES: a bandit over the skills in the zone of proximal development (Clement et al. 2015), in the form with
/// prerequisites of Mu, Wang, Andersen & Brunskill (2018), without its memory module.
///
/// The zone starts as the skills that build on nothing. A skill leaves it when, of its last four attempts (and it has had
/// four), a share of at least `threshold` was right; a skill whose parents all have left enters. The reward of an attempt
/// is the mean of the last two scores less that of the two before; a skill's weight is the mean of its rewards, or the
/// starting .5, four times that for a skill that entered, while there are fewer than three entries in its history. Skills
/// are drawn by weight, mixed with a tenth of uniform chance. Once the zone is empty, where
/// that program stops, the skill with the fewest right of its last four
/// is next, of equals the one not seen for longest.
public struct ProximalDevelopmentPolicy: PolicyFamily {
    public var name: String { "ZPDES, threshold \(threshold)" }
    /// Share of right answers that ends a skill; .49 in the authors' program.
    public let threshold: Double

    /// - Parameter threshold: 0...1; 1.0 does best in tutoring by prerequisites.
    public init(threshold: Double = 0.49) { self.threshold = threshold }

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose == .master }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(brief: brief, threshold: threshold, generator: SeededGenerator(seed: seed))
    }

    private struct Chooser: TutoringPolicy {
        static let exploration = 0.1
        static let leastWeight = 0.001
        static let attempts = 4
        let brief: TutoringBrief
        let threshold: Double
        var generator: SeededGenerator
        var items: SkillItems
        var zone: [Int]
        var left: [Bool]
        var scores: [[Double]]
        var lastSeen: [Int]
        var attempted = 0
        /// Two starting weights, then rewards.
        var weights: [[Double]]

        init(brief: TutoringBrief, threshold: Double, generator: SeededGenerator) {
            self.brief = brief
            self.threshold = threshold
            self.generator = generator
            items = SkillItems(brief)
            zone = brief.prerequisites.indices.filter { brief.prerequisites[$0].isEmpty }
            left = [Bool](repeating: false, count: brief.skillCount)
            lastSeen = [Int](repeating: 0, count: brief.skillCount)
            scores = [[Double]](repeating: [], count: brief.skillCount)
            weights = [[Double]](repeating: [0.5, 0.5], count: brief.skillCount)
        }

        mutating func next(at time: Double) -> Int {
            guard !zone.isEmpty else { return items.next(ofSkill: weakest) }
            // The first of the two starting weights drops out with the first reward.
            let drawn = zone.map { skill in
                let history = weights[skill].count > 2 ? weights[skill].dropFirst() : weights[skill][...]
                return max(history.reduce(0, +) / Double(history.count), Self.leastWeight)
            }
            let total = drawn.reduce(0, +)
            let uniform = total * Self.exploration / (1 - Self.exploration) / Double(zone.count)
            var luck = generator.uniform() * (total + uniform * Double(zone.count))
            for (skill, weight) in zip(zone, drawn) {
                luck -= weight + uniform
                if luck < 0 { return items.next(ofSkill: skill) }
            }
            return items.next(ofSkill: zone[zone.count - 1])
        }

        /// The skill with the fewest right of its last four attempts; of equals the one not seen for longest.
        var weakest: Int {
            let right = scores.map { $0.suffix(Self.attempts).reduce(0, +) }
            return right.indices.min { (right[$0], lastSeen[$0]) < (right[$1], lastSeen[$1]) } ?? 0
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            let skill = brief.skillOfItem[item]
            scores[skill].append(score)
            attempted += 1
            lastSeen[skill] = attempted
            guard let place = zone.firstIndex(of: skill) else { return }
            let recent = scores[skill].suffix(Self.attempts)
            guard recent.count == Self.attempts else { return }
            weights[skill].append(recent.suffix(2).reduce(0, +) / 2 - recent.prefix(2).reduce(0, +) / 2)
            guard recent.reduce(0, +) / Double(Self.attempts) >= threshold else { return }
            zone.remove(at: place)
            left[skill] = true
            for child in brief.prerequisites.indices
            where brief.prerequisites[child].contains(skill) && brief.prerequisites[child].allSatisfy({ left[$0] }) {
                zone.append(child)
                weights[child][0] = 2
            }
        }
    }
}
