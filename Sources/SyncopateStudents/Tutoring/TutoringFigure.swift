/// One thing a run is judged by.
public struct TutoringFigure: Sendable, Hashable {
    /// What tables call it, unit included.
    public var name: String
    /// Which way is better.
    public var higherIsBetter: Bool
    /// Whether the value of a student is a square, of which tables show the root of the mean.
    public var isSquared: Bool

    public init(_ name: String, higherIsBetter: Bool, isSquared: Bool = false) {
        self.name = name
        self.higherIsBetter = higherIsBetter
        self.isSquared = isSquared
    }
}
