import Glibc
import Matrices
import SyncopateBench

/// This machine, as a benchmark names and measures it.
enum BenchMachine {
    /// Sleeping is not to be had to the microsecond: the last stretch is waited out awake.
    private static let awake: UInt64 = 200_000

    static let clock = BenchClock(
        now: { Progress.nanoseconds },
        wait: { until in
            while true {
                let now = Progress.nanoseconds
                guard now < until else { return }
                if until - now > awake { usleep(UInt32(min((until - now - awake) / 1_000 + 1, 500_000))) }
            }
        })

    /// Processors that this program may use; those there are where the system does not say.
    static var processors: Int {
        if let mask = field("Cpus_allowed:", of: "/proc/self/status") {
            let bits = mask.compactMap(\.hexDigitValue).reduce(0) { $0 + $1.nonzeroBitCount }
            if bits > 0 { return bits }
        }
        return max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)
    }

    /// Bytes of memory in use; 0 where the system does not say.
    @Sendable static func resident() -> Int {
        guard let bytes = try? Descriptor.read(path: "/proc/self/statm") else { return 0 }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }

    static var facts: [BenchReport.Fact] {
        [
            BenchReport.Fact("version", Version.current), BenchReport.Fact("processor", processor),
            BenchReport.Fact("processors", "\(processors)"),
            BenchReport.Fact("blas", BLASLibrary.current.configuration),
            BenchReport.Fact("blas_kernel", BLASLibrary.current.core),
        ]
    }

    /// The processor's name, as far as the system says it.
    private static var processor: String { field("model name\t:", of: "/proc/cpuinfo") ?? "unknown" }

    /// What stands behind a name in a file of the system; `nil` where it does not stand there.
    private static func field(_ name: String, of path: String) -> String? {
        guard let bytes = try? Descriptor.read(path: path) else { return nil }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix(name) {
            return String(line.dropFirst(name.count).drop(while: \.isWhitespace))
        }
        return nil
    }
}
