/// Chooses the items of one student, one after the other.
///
/// `next` and `observe` take turns: every item that is chosen is attempted at that time and observed before the next.
/// An instance serves one student; what should live longer goes through ``PolicyFamily``.
public protocol TutoringPolicy {
    /// The item to attempt now.
    ///
    /// - Parameter time: seconds since the start.
    /// - Returns: position of an item. Outside the catalogue the nearest end is taken; where the brief allows no repeats,
    ///   the first unused item from there on.
    mutating func next(at time: Double) -> Int

    /// What came of it. `item` is what was attempted, whether or not it is what was asked for.
    mutating func observe(_ item: Int, score: Double, at time: Double)

    /// Estimate of the student's ability, on the scale of the brief's difficulties. Only judged where the purpose is to
    /// measure; `nil` stands for the population's mean.
    var ability: Double? { get }
}

extension TutoringPolicy {
    public var ability: Double? { nil }
}
