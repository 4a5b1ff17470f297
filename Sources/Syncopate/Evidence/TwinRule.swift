/// When two learners' responses are copies of each other: one person under two names, or a log that was exported twice.
///
/// Responses are compared by item and occurrence: the k-th response of one learner to an item with the k-th of the other
/// to the same item. Each learner has each of these once, so what two learners share is a count of pairs.
public struct TwinRule: Sendable, Hashable {
    /// Fewest shared responses; below 1 is taken as 1.
    public var minimumShared: Int
    /// Smallest share, 0...1, of the shorter of both logs that is shared.
    public var minimumOverlap: Double
    /// Smallest share, 0...1, of the shared responses with the same outcome. At least one must have it.
    public var minimumAgreement: Double
    /// Fewest shared responses that both have right. Without them two learners who fail at everything would be twins.
    public var minimumBothRight: Int
    /// Fewest shared responses that both have wrong. Without them two learners who master everything would be twins.
    public var minimumBothWrong: Int

    public init(
        minimumShared: Int = 30, minimumOverlap: Double = 0.8, minimumAgreement: Double = 0.98,
        minimumBothRight: Int = 5, minimumBothWrong: Int = 5
    ) {
        self.minimumShared = minimumShared
        self.minimumOverlap = minimumOverlap
        self.minimumAgreement = minimumAgreement
        self.minimumBothRight = minimumBothRight
        self.minimumBothWrong = minimumBothWrong
    }
}

extension TwinRule {
    /// Fewest responses two learners must share if the shorter log has `length`.
    func fewestShared(ofLength length: Int) -> Int {
        max(minimumShared, 1, TwinRule.fewest(minimumOverlap, of: length))
    }

    /// Fewest responses with the same outcome among `shared`.
    func fewestAgreeing(ofShared shared: Int) -> Int {
        // Held where the sum cannot overflow; no log is that long.
        let bothKinds = min(max(minimumBothRight, 0), .max / 4) + min(max(minimumBothWrong, 0), .max / 4)
        return max(1, bothKinds, TwinRule.fewest(minimumAgreement, of: shared))
    }

    /// Whether these counts make twins.
    func holds(shorter length: Int, shared: Int, bothRight: Int, bothWrong: Int) -> Bool {
        shared >= fewestShared(ofLength: length) && bothRight >= minimumBothRight && bothWrong >= minimumBothWrong
            && bothRight + bothWrong >= fewestAgreeing(ofShared: shared)
    }

    /// The smallest whole number that is at least a share of a count. The slack keeps 0.98 of 50 at 49 whatever the
    /// last bit of the product; a share that is no number is one that nothing reaches.
    private static func fewest(_ share: Double, of count: Int) -> Int {
        let product = share * Double(count) - 1e-9
        guard product < Double(Int32.max) else { return .max / 4 }
        return product.isNaN ? .max / 4 : Int(max(product, 0).rounded(.up))
    }
}
