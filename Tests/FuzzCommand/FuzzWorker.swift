import ArgumentParser
import Foundation
import Fuzzing
import Glibc

/// The process that tries the inputs of a parser, and may die of one.
struct FuzzWorker {
    let seed: UInt64
    let seconds: Double
    /// The file that has the number of the input being tried.
    let progress: String

    /// Whole seconds of the processor after which an input is given up.
    private static let patience = 10

    func run(_ parsers: [FuzzParser]) throws {
        let descriptor = open(progress, O_WRONLY | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        var isSound = true
        for parser in parsers {
            let tally = parser.run(seed: seed, .seconds(seconds)) { number in
                var number = Int64(number)
                pwrite(descriptor, &number, MemoryLayout<Int64>.size, 0)
                // Ends the process, unless the next input comes before.
                var timer = itimerval()
                timer.it_value.tv_sec = Self.patience
                setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
            }
            Output.line("\(tally)")
            for fault in tally.faults {
                Output.line("  input \(fault.number): \(fault.message)")
                Output.line("    fuzz --format \(parser.name) --seed \(seed) --only \(fault.number)")
            }
            if !tally.isSound { isSound = false }
        }
        if !isSound { throw ExitCode.failure }
    }
}
