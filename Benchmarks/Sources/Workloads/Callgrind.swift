import Counting
import Foundation

/// Counts what runs of this program take, by `valgrind --tool=callgrind`.
///
/// One run tells both counts: callgrind lets the program's own allocator run, other than memcheck and DHAT, which put
/// another in its place; Swift's lists grow by the room the allocator says there is.
struct Callgrind: Sendable {
    /// What it is and how to get it, where it is missing.
    static let advice = "valgrind is missing; on Debian: apt-get install valgrind"

    /// The version, as it says; `nil`: it is not installed.
    let version: String

    /// So that the same program does the same in every run: no chance in hashing, and kernels of BLAS and functions of
    /// the C library that do not depend on which processor this is. Valgrind has no AVX-512.
    private static let environment = [
        "OPENBLAS_CORETYPE": "Haswell", "OPENBLAS_NUM_THREADS": "1", "SWIFT_DETERMINISTIC_HASHING": "1",
        "LANG": "C", "LC_ALL": "C",
    ]

    init?() {
        guard let said = Self.output("valgrind", ["--version"]) else { return nil }
        version = said
    }

    /// What a repeat takes, from two runs.
    ///
    /// - Parameter percent: of the repeats that are done, of those that are counted; for seeing that the gate closes.
    func counts(of workload: Workload, percent: Int) throws -> Counts {
        let runs = try [1, 2].map { try counts(of: workload, repeats: $0 * workload.repeats * percent / 100) }
        return Counts(once: runs[0], twice: runs[1], repeats: workload.repeats)
    }

    private func counts(of workload: Workload, repeats: Int) throws -> Counts {
        let path = NSTemporaryDirectory() + "syncopate-\(getpid())-\(workload.name)-\(repeats).callgrind"
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard
            Self.output(
                "valgrind",
                [
                    "--tool=callgrind", "--quiet", "--callgrind-out-file=\(path)", Self.program, "run", workload.name,
                    "--repeats", "\(repeats)",
                ]) != nil, let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)),
            let output = CallgrindOutput([UInt8](bytes))
        else { throw Failure(workload: workload.name) }
        return output.counts
    }

    /// A workload that did not come to its end.
    struct Failure: Error, CustomStringConvertible {
        let workload: String
        var description: String { "\(workload) did not run under valgrind" }
    }

    /// Where counts are made.
    func machine() throws -> Machine {
        let release = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? ""
        let name = release.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
        return Machine(
            toolchain: Self.output("swift", ["--version"])?.split(separator: "\n").first.map(String.init) ?? "unknown",
            library: Self.output(Self.program, ["library"]) ?? "unknown",
            system: name.map { $0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" } } ?? "unknown",
            counter: version)
    }

    private static let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""

    /// What a program writes; `nil`: it cannot be started, or fails.
    private static func output(_ program: String, _ arguments: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else { return nil }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
