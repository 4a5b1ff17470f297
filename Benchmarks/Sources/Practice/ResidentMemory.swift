import Foundation

/// The memory the process holds now.
enum ResidentMemory {
    /// Bytes resident, by `/proc/self/statm`; NaN where the system has no such file.
    static var bytes: Double {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return .nan }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Double(fields[1]) else { return .nan }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
    }
}
