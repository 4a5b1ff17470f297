/// Keeps any one item from being seen by too large a share of the learners.
///
/// Restricted item selection (Revuelta & Ponsoda 1998): an item is set aside for a learner while giving it once more
/// would lift its share above the limit. The counts are a value that the caller keeps between learners.
public struct ExposureLimit: Sendable, Hashable {
    /// Largest share of learners that may be given one item; 1: no limit.
    public let share: Double
    /// How many learners were given each item.
    public private(set) var counts: [Int]
    /// How many learners have begun.
    public private(set) var learners = 0

    /// - Parameter share: held to 0...1; NaN is no limit.
    public init(share: Double, items: Int) {
        self.share = share.isNaN ? 1 : min(max(share, 0), 1)
        counts = [Int](repeating: 0, count: max(items, 0))
    }

    /// Takes up counts kept elsewhere, as after `learners` have begun.
    ///
    /// - Parameters:
    ///   - given: how many learners were given each item, M; below zero counts as none.
    ///   - learners: how many have begun, the present one among them.
    public init(share: Double, given: [Int], learners: Int) {
        self.init(share: share, items: given.count)
        counts = given.map { max($0, 0) }
        self.learners = max(learners, 0)
    }

    /// A learner begins: from now on the shares are of one more.
    public mutating func begin() { learners += 1 }

    /// Whether one more learner may be given the item. Everything may be given once: there is no share to speak of yet.
    public func allows(_ item: Int) -> Bool {
        guard counts.indices.contains(item) else { return false }
        return counts[item] == 0 || Double(counts[item] + 1) <= share * Double(learners)
    }

    /// Notes that the present learner was given the item. Out of range: nothing happens.
    public mutating func give(_ item: Int) {
        if counts.indices.contains(item) { counts[item] += 1 }
    }
}
