import RealModule
import Syncopate

/// An adaptive test: ability as the mean of its posterior (EAP; Bock & Mislevy 1982), and an item among those that tell most
/// at that ability.
///
/// The prior is N(0,1) on 81 points from -4 to 4; information is `a^2 p (1 - p)`. One of the `among` most informative
/// unused items is drawn, each as likely ("randomesque"; Kingsbury & Zara 1989).
public struct InformationPolicy: PolicyFamily {
    public let name: String
    /// How many of the most informative items the next is drawn from.
    public let among: Int
    /// Share of takers that may get an item; at 1 exposure is not looked at.
    public let exposureCap: Double

    /// - Parameters:
    ///   - among: 1 or more; 1 takes the most informative.
    ///   - exposureCap: above 0, at most 1. From the second taker on no item's share ends up above it.
    public init(among: Int = 1, exposureCap: Double = 1) {
        self.among = max(among, 1)
        self.exposureCap = exposureCap
        name =
            "EAP, " + (among > 1 ? "one of the \(among) most informative" : "most informative")
            + (exposureCap < 1 ? ", exposure up to \(exposureCap)" : "")
    }

    private init(name: String, among: Int) {
        self.name = name
        self.among = among
        exposureCap = 1
    }

    /// Any unused item, with the same estimate of ability.
    public static let anyItem = InformationPolicy(name: "EAP, random", among: .max)

    public func suits(_ brief: TutoringBrief) -> Bool {
        brief.purpose == .measure && brief.difficulties != nil && brief.discriminations != nil
    }

    public func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
        let limit = max(exposureCap * Double(exposures.students + 1), 1)
        let open = (0..<brief.itemCount).map { item in
            let count = exposures.counts.indices.contains(item) ? exposures.counts[item] : 0
            return exposureCap >= 1 || Double(count + 1) <= limit
        }
        return Chooser(brief: brief, among: among, open: open, generator: SeededGenerator(seed: seed))
    }

    private struct Chooser: TutoringPolicy {
        static let points = (-40...40).map { Double($0) / 10 }
        let difficulties: [Double]
        let discriminations: [Double]
        let among: Int
        var open: [Bool]
        var generator: SeededGenerator
        var logPosterior = points.map { -$0 * $0 / 2 }
        var mean = 0.0

        init(brief: TutoringBrief, among: Int, open: [Bool], generator: SeededGenerator) {
            difficulties = brief.difficulties ?? [Double](repeating: 0, count: brief.itemCount)
            discriminations = brief.discriminations ?? [Double](repeating: 1, count: brief.itemCount)
            self.among = among
            self.open = open
            self.generator = generator
        }

        var ability: Double? { mean }

        mutating func next(at time: Double) -> Int {
            let candidates = open.indices.filter { open[$0] }
            guard among < candidates.count else {
                return candidates.isEmpty ? 0 : candidates[Int.random(in: 0..<candidates.count, using: &generator)]
            }
            // The best so far, best first, and of equals the first in the bank.
            var best: [(item: Int, information: Double)] = []
            for item in candidates {
                let information = information(item)
                if best.count == among, information <= best[among - 1].information { continue }
                if best.count == among { best.removeLast() }
                let place = best.firstIndex { $0.information < information } ?? best.count
                best.insert((item, information), at: place)
            }
            return best[among > 1 ? Int.random(in: 0..<among, using: &generator) : 0].item
        }

        func information(_ item: Int) -> Double {
            let p = success(item, at: mean)
            return discriminations[item] * discriminations[item] * p * (1 - p)
        }

        func success(_ item: Int, at ability: Double) -> Double {
            1 / (1 + Double.exp(-discriminations[item] * (ability - difficulties[item])))
        }

        mutating func observe(_ item: Int, score: Double, at time: Double) {
            open[item] = false
            var total = 0.0
            var first = 0.0
            for (place, point) in Self.points.enumerated() {
                let p = success(item, at: point)
                logPosterior[place] += Double.log(score >= 0.5 ? p : 1 - p)
            }
            let highest = logPosterior.max() ?? 0
            for (place, point) in Self.points.enumerated() {
                let weight = Double.exp(logPosterior[place] - highest)
                total += weight
                first += weight * point
            }
            mean = first / total
        }
    }
}
