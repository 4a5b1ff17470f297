import Foundation

/// The most memory the process has held so far.
enum PeakMemory {
    /// Megabytes (10^6 bytes) resident, by `getrusage`; it never falls. NaN if the system does not say.
    static var megabytes: Double {
        var usage = rusage()
        #if canImport(Darwin)
            guard getrusage(RUSAGE_SELF, &usage) == 0 else { return .nan }
            return Double(usage.ru_maxrss) / 1e6
        #else
            guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return .nan }
            // Linux counts in units of 1,024 bytes.
            return Double(usage.ru_maxrss) * 1024 / 1e6
        #endif
    }
}
