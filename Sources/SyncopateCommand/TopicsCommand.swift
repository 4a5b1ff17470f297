import ArgumentParser
import Syncopate
import SyncopateFormats

/// `syncopate topics`: which columns are about what, as far as titles and scores tell.
struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics",
        abstract: "Say which columns of a gradebook are about which topic, and why.",
        discussion: """
            Topics are read off the titles: codes of standards (Common Core, NGSS, TEKS, UK and German curricula), rare \
            words that titles share, and unit, chapter or week numbers. Where titles are silent, scores place a column if \
            learners left out are predicted better so. The CSV form is a skill map: edit it and give it back to recommend \
            with --skills.
            """)

    @Argument(help: "Files to read as recommend does; - is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var supplements: SupplementOptions

    @Option(
        name: .customLong("outcomes"),
        help: "Outcomes whose codes or titles stand in column titles, as Canvas writes them (CSV).",
        completion: .file())
    var outcomes: [String] = []

    @Option(
        name: .customLong("case"), help: "Standards as 1EdTech CASE has them (JSON, a CFPackage).", completion: .file())
    var competencies: [String] = []

    @Option(help: "table, csv or json. [default: table on a terminal, else csv]")
    var output: OutputForm?

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @Option(help: "Seed of the search among scores; the same seed gives the same map.")
    var seed: UInt64 = 0

    @OptionGroup var input: InputOptions

    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json
    }

    func validate() throws {
        try input.check(files, beside: supplements.files + outcomes + competencies)
    }

    func run() throws {
        let form = output ?? (out == nil && Terminal.isOutput ? .table : .csv)
        var reader = try input.reader
        var log = try reader.read(files)
        try reader.apply(skills: supplements.skills, items: supplements.items, to: &log)
        var standards: StandardsFile?
        for path in outcomes {
            let file = try reader.beside(
                path, { file throws(ReadError) in try CanvasOutcomesFile.read(file) }, \.findings)
            for entry in file.standards {
                standards = standards ?? StandardsFile()
                standards?.add(entry)
            }
        }
        for path in competencies {
            let file = try reader.beside(path, { file throws(ReadError) in try CompetencyFile.read(file) }, \.findings)
            for entry in file.standards {
                standards = standards ?? StandardsFile()
                standards?.add(entry)
            }
        }
        let gradebook = Gradebook(log)
        let map = TopicFinder(standards: standards, seed: seed)
            .map(of: gradebook, at: log.latest)
        if form != .table, !input.quiet {
            Terminal.say(TopicWords.summary(map))
            Terminal.say(map.scores.sentence)
        }
        let bytes =
            switch form {
            case .table:
                TopicTable.write(
                    map, gradebook: gradebook, width: out == nil ? Terminal.width : 100,
                    isStyled: out == nil && Terminal.isStyled)
            case .csv: TopicCSV.write(map, gradebook: gradebook)
            case .json: TopicJSON.write(map, gradebook: gradebook)
            }
        try Output.write(bytes, path: out)
        if reader.isPartial { throw ProgramExit.partial }
    }
}
