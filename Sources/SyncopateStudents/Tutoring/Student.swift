/// One simulated person, with a generator of their own: the same seed and the same items give the same answers.
///
/// A student is a value. A copy is the same person at the same moment, luck included, which is why only policies that
/// say so (``OraclePolicy``) may look at one.
public protocol Student: Sendable {
    /// Attempts an item, answers, and changes: learns from it, and forgets since the last time.
    ///
    /// - Parameters:
    ///   - item: position below the brief's `itemCount`.
    ///   - time: seconds since the start; never less than the last time.
    /// - Returns: the score, 0...1; in the families here 0 or 1.
    mutating func attempt(_ item: Int, at time: Double) -> Double
}
