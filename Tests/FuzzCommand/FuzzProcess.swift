import Foundation

/// Runs a parser's inputs in a process of their own, so that a crash or a hang is seen and the others go on.
struct FuzzProcess {
    let parser: String
    let seed: UInt64
    let seconds: Double

    /// Whether nothing was found.
    func run() throws -> Bool {
        let progress = FileManager.default.temporaryDirectory
            .appendingPathComponent("fuzz-\(ProcessInfo.processInfo.processIdentifier)-\(parser)")
        defer { try? FileManager.default.removeItem(at: progress) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            "--format", parser, "--seed", "\(seed)", "--seconds", "\(seconds)", "--progress", progress.path,
        ]
        try process.run()
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal {
            let bytes = [UInt8]((try? Data(contentsOf: progress)) ?? Data())
            let number = bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
            let word = process.terminationStatus == SIGPROF ? "hangs" : "crashes by signal \(process.terminationStatus)"
            Output.line("\(parser): \(word) on input \(number)")
            Output.line("    fuzz --format \(parser) --seed \(seed) --only \(number)")
            return false
        }
        return process.terminationStatus == 0
    }
}
