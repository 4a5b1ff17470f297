import RealModule

/// The score of ALOSI's adaptive engine (Harvard): readiness, remediation, difficulty and continuity, weighted.
///
/// With L the log-odds that a skill is known, L* = 2.2, and an item's relevance k = -ln odds(guess) - ln odds(slip) to its
/// own skill and 0 to others: readiness `k min(sum over parents of min(L - L*, 0), 0)`, remediation `k max(L* - L, 0)`,
/// difficulty `-k |L - d|` and continuity k where the last item had the same skill; weights 5, 3, 1 and 1, those of its
/// authors' prototype. The highest score is taken, the first of equals. d is the brief's difficulty, 0 where it has none.
public struct WeightedScorePolicy: PolicyFamily {
    public let name = "ALOSI score"

    public init() {}

    public func suits(_ brief: TutoringBrief) -> Bool { brief.purpose == .master }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        Chooser(beliefs: SkillBeliefs(brief))
    }

    private struct Chooser: TutoringPolicy {
        static let mastered = 2.2
        var beliefs: SkillBeliefs
        var last: Int?

        mutating func next(at time: Double) -> Int {
            let brief = beliefs.brief
            let logOdds = beliefs.known.map { Self.logOdds($0) }
            let relevance = -Self.logOdds(brief.nominal.guess) - Self.logOdds(brief.nominal.slip)
            var best = 0
            var bestScore = -Double.infinity
            for (item, skill) in brief.skillOfItem.enumerated() {
                let readiness = brief.prerequisites[skill].reduce(0) { $0 + min(logOdds[$1] - Self.mastered, 0) }
                let remediation = max(Self.mastered - logOdds[skill], 0)
                let difficulty = -abs(logOdds[skill] - (brief.difficulties?[item] ?? 0))
                let continuity = last == skill ? 1.0 : 0
                let score = relevance * (5 * readiness + 3 * remediation + difficulty + continuity)
                if score > bestScore {
                    best = item
                    bestScore = score
                }
            }
            return best
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            beliefs.observe(item, score: score)
            last = beliefs.brief.skillOfItem[item]
        }

        private static func logOdds(_ p: Double) -> Double {
            // As there: no odds are beyond 1e-10.
            let held = min(max(p, 1e-10), 1 - 1e-10)
            return Double.log(held / (1 - held))
        }
    }
}
