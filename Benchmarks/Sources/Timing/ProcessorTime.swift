import Foundation

/// Time of the processor that this process took: what other programs take of the machine does not count.
public enum ProcessorTime {
    /// Seconds that the work takes.
    public static func of(_ work: () -> Void) -> Double {
        let start = now
        work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
