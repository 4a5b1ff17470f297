import ArgumentParser
import Foundation
import Fuzzing

/// Feeds damaged files to every parser.
@main
struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Feeds damaged files to every parser, each in a process of its own.",
        discussion: "Ends with 1 if one crashes, takes longer than a second, or reads a known score wrongly.")

    @Option(help: "Seconds of the processor for each parser.")
    var seconds = 20.0

    @Option(help: "Which parsers, by format or by name; all of them if not given.")
    var format: [String] = []

    @Option(help: "Another seed makes other files.")
    var seed: UInt64 = 1

    @Option(help: "Tries one input of one parser, writes it to a file, and says what came of it.")
    var only: Int?

    @Option(help: .hidden)
    var progress: String?

    func run() throws {
        let parsers = try chosen()
        if let only {
            guard let parser = parsers.first, parsers.count == 1 else {
                throw ValidationError("--only is about one parser: name it with --format")
            }
            try FuzzTrial(parser: parser, seed: seed).run(only)
            return
        }
        if let progress {
            try FuzzWorker(seed: seed, seconds: seconds, progress: progress).run(parsers)
            return
        }
        var isSound = true
        for parser in parsers {
            if try !FuzzProcess(parser: parser.name, seed: seed, seconds: seconds).run() { isSound = false }
        }
        if !isSound { throw ExitCode.failure }
    }

    private func chosen() throws -> [FuzzParser] {
        guard !format.isEmpty else { return FuzzParser.all }
        return try format.map { name in
            guard let parser = FuzzParser.all.first(where: { $0.name == name }) else {
                throw ValidationError(
                    "there is no parser \(name); there are \(FuzzParser.all.map(\.name).joined(separator: ", "))")
            }
            return parser
        }
    }
}
