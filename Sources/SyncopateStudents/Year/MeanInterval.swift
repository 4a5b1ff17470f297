/// A mean over runs and its 95 % interval by Student's t.
public struct MeanInterval: Sendable, Hashable {
    public let mean: Double
    public let low: Double
    public let high: Double

    /// - Parameter values: one per run. Of one there is no interval, and the ends are NaN; of none everything is.
    public init(of values: [Double]) {
        let summary = TutoringSummary(TutoringFigure("", higherIsBetter: true), of: values)
        mean = summary.mean
        let reach = values.count > 1 ? Self.quantile(freedom: values.count - 1) * summary.standardError : .nan
        low = mean - reach
        high = mean + reach
    }

    /// What a variable with Student's distribution does not exceed in 97.5 % of cases.
    ///
    /// The first two have closed forms, the others by the expansion of Fisher (Abramowitz & Stegun 1964, 26.7.5), whose
    /// error is below .01 from three degrees of freedom on.
    ///
    /// - Parameter freedom: degrees of freedom, 1 or more.
    package static func quantile(freedom: Int) -> Double {
        if freedom <= 1 { return 12.706204736432095 }
        if freedom == 2 { return 4.302652729911275 }
        let z = 1.959963984540054
        let (square, n) = (z * z, Double(freedom))
        let first = (square + 1) * z / 4
        let second = ((5 * square + 16) * square + 3) * z / 96
        let third = (((3 * square + 19) * square + 17) * square - 15) * z / 384
        let fourth = ((((79 * square + 776) * square + 1_482) * square - 1_920) * square - 945) * z / 92_160
        return z + (first + (second + (third + fourth / n) / n) / n) / n
    }
}
