/// One figure over many students.
public struct TutoringSummary: Sendable, Hashable {
    /// What is measured.
    public let figure: TutoringFigure
    /// Mean over the students; its root where the figure is squared.
    public let mean: Double
    /// Standard error of `mean`, by the delta method where it is a root; 0 for fewer than two students.
    public let standardError: Double
    /// The value that nine of ten students do not exceed (the smallest such value); its root where the figure is squared.
    public let ninetieth: Double

    /// - Parameter values: one per student. Without any, everything is NaN.
    public init(_ figure: TutoringFigure, of values: [Double]) {
        self.figure = figure
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = values.count > 1 ? (squares / (count - 1) / count).squareRoot() : 0
        let sorted = values.sorted()
        let place = Int((0.9 * count).rounded(.up)) - 1
        let ninetieth = sorted.isEmpty ? .nan : sorted[min(max(place, 0), sorted.count - 1)]
        self.mean = figure.isSquared ? mean.squareRoot() : mean
        standardError = figure.isSquared ? (mean > 0 ? error / (2 * mean.squareRoot()) : 0) : error
        self.ninetieth = figure.isSquared ? ninetieth.squareRoot() : ninetieth
    }
}
