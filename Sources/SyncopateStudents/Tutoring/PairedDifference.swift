/// What one policy has over another on the same students.
public struct PairedDifference: Sendable, Hashable {
    /// The one's figure less the other's; a difference of roots where the figure is squared.
    public let value: Double
    /// Standard error of `value` from the differences of single students, by the delta method where it is of roots; 0 for
    /// fewer than two students.
    public let standardError: Double

    /// - Parameters:
    ///   - figure: what is measured.
    ///   - one: its value per student.
    ///   - other: the other policy's for the same students in the same order. Students that one of them lacks do not count;
    ///     without any, everything is NaN.
    public init(_ figure: TutoringFigure, of one: [Double], less other: [Double]) {
        let count = min(one.count, other.count)
        let (slopeOfOne, meanOfOne) = Self.mean(one.prefix(count), isSquared: figure.isSquared)
        let (slopeOfOther, meanOfOther) = Self.mean(other.prefix(count), isSquared: figure.isSquared)
        value = meanOfOne - meanOfOther
        let differences = (0..<count).map { slopeOfOne * one[$0] - slopeOfOther * other[$0] }
        standardError =
            TutoringSummary(TutoringFigure(figure.name, higherIsBetter: true), of: differences).standardError
    }

    /// The mean as tables show it, and how it moves with the mean of the values.
    private static func mean(_ values: ArraySlice<Double>, isSquared: Bool) -> (slope: Double, shown: Double) {
        let mean = values.reduce(0, +) / Double(values.count)
        guard isSquared else { return (1, mean) }
        let root = mean.squareRoot()
        return (root > 0 ? 1 / (2 * root) : 0, root)
    }

    /// Whether the one is worse by more than so many standard errors.
    public func isWorse(_ figure: TutoringFigure, byErrors errors: Double = 1) -> Bool {
        (figure.higherIsBetter ? -value : value) > errors * standardError
    }
}
