/// Counts beside a baseline: what has grown, and what has shrunk so far that the baseline should be renewed.
public struct Comparison: Sendable {
    /// What is said of one count.
    public enum Verdict: String, Sendable {
        case same = ""
        /// Above ``mostGrowth`` times the baseline.
        case grown = "GROWN"
        /// Below ``leastShare`` of it.
        case shrunk = "shrunk: renew"
        /// The baseline has no such workload.
        case new = "new: renew"
    }

    /// One workload.
    public struct Row: Sendable {
        public let name: String
        /// `nil`: not in the baseline.
        public let baseline: Counts?
        public let now: Counts
        public let instructions: Verdict
        public let allocations: Verdict

        /// Instructions now for one of the baseline; `nil` without one.
        public var ratio: Double? {
            baseline.flatMap { $0.instructions > 0 ? now.instructions / $0.instructions : nil }
        }
    }

    /// In the order they were given.
    public let rows: [Row]
    /// Whether the compiler is that of the baseline: else its counts are of another program, and nothing fails.
    public let isComparable: Bool

    public static let mostGrowth = 1.2
    public static let leastShare = 0.8
    /// Allocations a repeat that a list which grows now and then may be off by.
    public static let allocationSlack = 2.0

    public init(_ measured: [(name: String, counts: Counts)], on machine: Machine, with baseline: Baseline?) {
        isComparable = baseline?.machine.toolchain == machine.toolchain
        rows = measured.map { name, now in
            let before = baseline?.workloads[name]
            return Row(
                name: name, baseline: before, now: now,
                instructions: Self.verdict(now.instructions, before?.instructions, slack: 0),
                allocations: Self.verdict(now.allocations, before?.allocations, slack: Self.allocationSlack))
        }
    }

    private static func verdict(_ now: Double, _ before: Double?, slack: Double) -> Verdict {
        guard let before else { return .new }
        // What is no number is no count, and must not pass for one.
        guard now <= before * mostGrowth + slack else { return .grown }
        return now < before * leastShare - slack ? .shrunk : .same
    }

    /// Whether a count has grown that can be compared.
    public var hasFailed: Bool {
        isComparable && rows.contains { $0.instructions == .grown || $0.allocations == .grown }
    }

    /// Whether the baseline lacks a workload or is far above what there is now.
    public var isStale: Bool {
        !isComparable
            || rows.contains { row in
                [row.instructions, row.allocations].contains { $0 == .shrunk || $0 == .new }
            }
    }
}
