internal import Histogram

/// How long each of many requests took, in a histogram of three significant digits (HdrHistogram, Tene 2012).
public struct Latencies: Sendable {
    private var histogram = Histogram<UInt64>(
        highestTrackableValue: Self.longest, numberOfSignificantValueDigits: .three)

    /// Nanoseconds of an hour: what takes longer counts as that.
    private static let longest: UInt64 = 3_600_000_000_000

    public init() {}

    public var count: Int { Int(clamping: histogram.totalCount) }
    /// In seconds.
    public var mean: Double { histogram.mean / 1e9 }
    /// In seconds.
    public var longest: Double { Double(histogram.max) / 1e9 }

    public mutating func record(_ nanoseconds: UInt64) { histogram.record(min(nanoseconds, Self.longest)) }

    public mutating func add(_ other: Latencies) { histogram.add(other.histogram) }

    /// What so many of a hundred requests do not exceed, in seconds; 0 where there are none.
    public func percentile(_ percent: Double) -> Double {
        count > 0 ? Double(histogram.valueAtPercentile(percent)) / 1e9 : 0
    }

    /// Names of the usual percentiles, and how many of a hundred they are of.
    public static let usual: [(name: String, percent: Double)] = [
        ("p50", 50), ("p90", 90), ("p99", 99), ("p99.9", 99.9), ("p99.99", 99.99), ("max", 100),
    ]
}
