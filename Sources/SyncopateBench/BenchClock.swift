/// A clock to measure by, given by whoever has one.
public struct BenchClock: Sendable {
    /// Nanoseconds, only ever forward.
    public let now: @Sendable () -> UInt64
    /// Waits until a moment of ``now``.
    public let wait: @Sendable (_ until: UInt64) -> Void

    public init(now: @escaping @Sendable () -> UInt64, wait: @escaping @Sendable (_ until: UInt64) -> Void) {
        self.now = now
        self.wait = wait
    }

    /// Seconds that something takes.
    public func seconds(_ work: () -> Void) -> Double {
        let start = now()
        work()
        return Double(now() &- start) / 1e9
    }
}
