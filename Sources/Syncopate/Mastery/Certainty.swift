import RealModule

/// How far a score can be relied on, as when a machine graded it or something else than the answer may have made it.
///
/// Every likelihood of the score is raised to this power: at 1 it speaks as it is, at 0 it says nothing, and between them
/// it moves a belief as far as that share of an answer would (the power prior of Ibrahim & Chen 2000; as an update of
/// beliefs in general Bissiri, Holmes & Walker 2016). That the attempt was made is certain all the same: it teaches, and
/// it counts as practice.
public struct Certainty: Sendable, Hashable {
    /// 0...1.
    public let share: Double

    /// A score taken as it is.
    public static let full = Certainty(1)

    /// - Parameter share: held to 0...1; no number: as 1.
    public init(_ share: Double) { self.share = share.isNaN ? 1 : min(max(share, 0), 1) }

    /// A likelihood raised to this power.
    func flattened(_ likelihood: Double) -> Double {
        share == 1 ? likelihood : Double.exp(share * Double.log(max(likelihood, 1e-300)))
    }

    /// A score as far from what was expected as it can be relied on.
    func shrunk(_ score: Double, to expected: Double) -> Double {
        share == 1 ? score : expected + share * (score - expected)
    }
}
