import ArgumentParser
import Foundation
import Matrices
import RealData
import Syncopate
import SyncopateModels

/// `small-classes`: how well late scores in small classes of real learners are predicted, and how well the engine
/// knows its own error.
@main
struct SmallClassesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "small-classes",
        abstract: "Accuracy on small classes drawn from the Open University Learning Analytics Dataset.",
        discussion: """
            The data set (Kuzilek, Hlosta & Zdrahal 2017, CC BY 4.0) is no part of the project. Without it nothing is \
            measured, and the exit code is 0. The exit code is 1 if a bar is missed or the files cannot be read.
            """)

    @Option(help: "The folder with \(DataFolder.files.joined(separator: " and ")).")
    var data: String?

    @Flag(help: "One draw instead of five.")
    var quick = false

    @Flag(help: "Look for topics and use them as the engine does.")
    var topics = false
    @Flag(help: "Plant zeros in the evidence, as for missing work, and tell them apart; also in invented classes.")
    var zeros = false

    @Option(help: "Seeds of the draws, apart by commas. [default: 1,2,3,4,5]")
    var seeds: String?

    @Option(help: "How results are printed: text or json.")
    var format = OutputFormat.text

    func run() throws {
        BLASThreads.use(1)
        let folder = DataFolder.candidate(named: data)
        guard DataFolder.isComplete(folder) else {
            Self.note("No data, nothing measured: \(folder.path) lacks \(DataFolder.files.joined(separator: " or ")).")
            return
        }
        let presentations = try OULADReader(folder: folder).presentations()
        let drawn = try chosenSeeds()
        let seeds = quick ? Array(drawn.prefix(1)) : drawn
        if zeros { return try runZeros(presentations, seeds: seeds) }
        let experiment = Experiment(presentations: presentations, prior: .shipped, seeds: seeds, readsTopics: topics)
        var outcomes: [Outcome] = []
        for (size, _) in Bar.bySize {
            for titles in Titles.allCases {
                outcomes += experiment.run(size: size, titles: titles) { done in
                    Self.note("classes of \(size), \(titles.rawValue) titles: draw \(done) of \(seeds.count)")
                }
            }
        }
        guard !outcomes.isEmpty else { throw BenchmarkError("\(folder.path): no class could be drawn") }
        let report = Report(
            seeds: seeds, classesPerPresentation: Experiment.classesPerPresentation,
            presentations: presentations.count, library: BLASLibrary.current.description, outcomes: outcomes)
        switch format {
        case .text: print(report.text)
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        }
        if !report.isMet { throw ExitCode(1) }
    }

    private func chosenSeeds() throws -> [UInt64] {
        guard let seeds else { return Experiment.seeds }
        let numbers = seeds.split(separator: ",").map { UInt64($0) }
        guard !numbers.isEmpty, !numbers.contains(nil) else {
            throw ValidationError("--seeds takes whole numbers apart by commas.")
        }
        return numbers.compactMap { $0 }
    }

    private func runZeros(_ presentations: [Presentation], seeds: [UInt64]) throws {
        let experiment = ZeroExperiment(presentations: presentations, prior: .shipped, seeds: seeds)
        let outcomes = experiment.run {
            Self.note("\($0.titles.rawValue) titles, \($0.rate) planted, \($0.pattern.rawValue)")
        }
        let invented = experiment.invented {
            Self.note("invented, \($0.questions.rawValue) questions, \($0.rate) missing, entered as \($0.value)")
        }
        let report = ZeroReport(
            seeds: seeds, library: BLASLibrary.current.description, outcomes: outcomes, invented: invented)
        switch format {
        case .text: print(report.text)
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        }
        if !report.isMet { throw ExitCode(1) }
    }

    /// Tells people something that is no result.
    private static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
