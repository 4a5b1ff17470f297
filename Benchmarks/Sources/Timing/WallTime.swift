import Dispatch

/// Time as the clock on the wall tells it.
public enum WallTime {
    /// Seconds that the work takes.
    public static func of(_ work: () throws -> Void) rethrows -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        try work()
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    }

    /// The least of some repeats: what the work takes where nothing else is in its way.
    public static func best(of repeats: Int, _ work: () throws -> Void) rethrows -> Double {
        var least = Double.infinity
        for _ in 0..<max(repeats, 1) { least = min(least, try of(work)) }
        return least
    }
}
