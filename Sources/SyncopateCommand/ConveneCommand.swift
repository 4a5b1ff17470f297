import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels

/// `syncopate convene`: who meets when, about what, and what everybody does in their own time.
struct ConveneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convene",
        abstract: "Say who should meet when, about what, in which groups, and what everybody does in own time.",
        usage: """
            syncopate convene <files> ... --slots <file> [<options>]
            syncopate convene <files> ... --catalogue <file> ... --slots <file> [<options>]
            syncopate convene <files> ... --slots <file> --plan <file> --absent <a,b> [<options>]
            """,
        discussion: """
            Reads what recommend reads: gradebooks, or with --catalogue a log of practice. Live seats go to those who \
            are expected to gain most from them over their own time. In a slot with a teacher there is one group on one \
            topic; where peers lead, small groups in which some likely have the topic. Everybody, seated or not, has a \
            plan for their own time, and whoever meets nobody is told why.

            With --catalogue seats go by who is stuck and ready, and --traces, --mode-log and --grow are refused.

            Learners are named by id, or by name as "Last, First" or "First Last". Starts without a zone are read as one \
            clock; either all have a zone or none.

            Somebody is absent: give the same input and options again, with --absent, and the plan as it was written \
            (--output jsonl) with --plan. Whoever comes and \
            still gains by it stays in their session; slots that the plan had no meeting at are filled anew.

            JSON lines have an object per meeting (type meeting, slot, start, minutes, capacity, lead, groups: group, \
            topic, title, value, reasons, members: learner, name, role, known, uplift of a seat with a teacher, new where \
            a plan before did not have them there, reasons) and then one per learner \
            (type learner, learner, name, section, seats, no_seat, own_time). The value of a group with a teacher and of \
            one among classmates are in different units and do not compare. canvas-groups is what Canvas imports into a \
            group set.

            Nothing leaves this machine. Messages name rows and columns, never learners.
            """)

    @Argument(help: "Files to read; - is standard input.", completion: .file())
    var files: [String] = []

    @OptionGroup(title: "Meeting") var meeting: ConveningOptions

    @Option(help: "Most items of own time per learner (1 to 100).")
    var limit = 3

    @Option(help: "The moment the advice is for: RFC 3339, a date, or Unix seconds. [default: the latest in the input]")
    var at: String?

    @OptionGroup var supplements: SupplementOptions

    @OptionGroup var topicSource: TopicOptions

    @OptionGroup var together: TogetherOptions

    @Option(help: "Score from which work counts as done well, as a share of the maximum. [default: 0.7]")
    var goal: Double?

    @Option(help: "Settles ties; the same seed settles them alike.")
    var seed: UInt64 = 0

    @Option(help: "table, csv, jsonl or canvas-groups. [default: table on a terminal, else jsonl]")
    var output: OutputForm?

    @Option(help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @OptionGroup var input: InputOptions

    @OptionGroup(title: "Practice from a catalogue") var practice: PracticeOptions

    /// What is written.
    enum OutputForm: String, ExpressibleByArgument, CaseIterable {
        case table, csv, jsonl
        case canvasGroups = "canvas-groups"
    }

    func validate() throws {
        guard (1...100).contains(limit) else { throw ValidationError("--limit takes a whole number from 1 to 100.") }
        try RecommendCommand.check(at: at)
        try input.check(files, beside: supplements.files + together.files + practice.catalogue + meeting.files)
        guard practice.catalogue.isEmpty else {
            try supplements.checkCatalogue(goal: goal)
            try topicSource.checkCatalogue()
            guard together.files.isEmpty, together.grow == nil else {
                throw ValidationError(
                    "--traces, --mode-log and --grow go without --catalogue here: seats then go by who is stuck and ready."
                )
            }
            return try practice.check(files)
        }
        if let option = practice.given.first { throw ValidationError("\(option) goes with --catalogue FILE.") }
        guard !files.isEmpty else { throw ValidationError("Missing expected argument '<files> ...'") }
        try SupplementOptions.check(goal: goal)
    }

    func run() throws {
        if let out { try Output.checkCanWrite(out) }
        let (report, isPartial) = practice.catalogue.isEmpty ? try gradebook() : try fromCatalogue()
        let form = output ?? (out == nil && Terminal.isOutput ? .table : .jsonl)
        if form != .table, !input.quiet { for line in report.summary { Terminal.say(line) } }
        let bytes: [UInt8]
        switch form {
        case .jsonl: bytes = ConveningJSONLines.write(report)
        case .csv: bytes = ConveningCSV.write(report)
        case .canvasGroups:
            bytes = CanvasGroupsCSV.write(report)
            if !input.quiet { for remark in CanvasGroupsCSV.remarks(report) { Terminal.say("warning: \(remark)") } }
        case .table:
            bytes = ConveningTable(
                report, width: out == nil ? Terminal.width : 100, isStyled: out == nil && Terminal.isStyled
            ).write()
        }
        try Output.write(bytes, path: out)
        if isPartial { throw ProgramExit.partial }
    }

    private func gradebook() throws -> (ConveningReport, isPartial: Bool) {
        var reader = try input.reader
        var log = try reader.read(files)
        try reader.apply(skills: supplements.skills, items: supplements.items, to: &log)
        let convening = try ConveningInput(meeting, everybody: log.learners, seed: seed, &reader)
        // Whoever only the roster has may have traces and gains too.
        let known = log.learners.map(\.id) + convening.learners.map(\.id)
        let modes = try reader.modeEvidence(together.modeLog)
        reader.warn(of: modes, beyond: known)
        let traits = try reader.traits(together.traces, of: known, evidence: modes)
        let moment = at.flatMap { Moment.seconds($0) } ?? log.latest
        if moment == nil, log.items.contains(where: { $0.due != nil }) {
            reader.warn("the input has no times, so due dates say nothing: give the moment with --at")
        }
        let places = convening.members.map { member in
            let place = member.place.flatMap { Int32(exactly: $0) } ?? log.intern(member.learner)
            log.update(learnerAt: place) { $0 = member.learner }
            return Int(place)
        }
        var settings = RecommendSettings(
            limit: limit, goal: goal ?? 0.7, at: moment, seed: seed, independence: traits.independence,
            readsTopics: topicSource.readsTitles, zeros: supplements.zeros ?? .auto)
        settings.interdependence = traits.interdependence
        settings.growsIndependence = together.grow == .independence
        let progress = Progress(isQuiet: input.quiet)
        let advice = Engine(priors: .shipped).convene(
            Gradebook(log).selecting(places), request: convening.request,
            settings: settings, modes: modes
        ) { progress.update($0) }
        progress.finish()
        return report(advice, convening, reader, modeGains: modes.count)
    }

    private func fromCatalogue() throws -> (ConveningReport, isPartial: Bool) {
        let read = try PracticeInput(files, practice, input, at: at)
        var reader = read.reader
        let everybody = practice.learners(read.history, read.recommender, reader)
        let convening = try ConveningInput(meeting, everybody: everybody.map(\.learner), seed: seed, &reader)
        let learners = convening.members.map { member in
            var practice =
                member.place.map { everybody[$0] } ?? LearnerPractice(new: member.learner, for: read.recommender)
            practice.learner = member.learner
            return practice
        }
        let time = read.moment ?? .nan
        let advice = read.recommender.advise(
            learners.map { (id: $0.learner.id, state: $0.state) }, at: time, limit: limit,
            exposures: read.history.exposures(read.recommender), seed: seed)
        let convened = read.recommender.convene(learners, advice: advice, request: convening.request, at: time)
        return report(convened, convening, reader)
    }

    private func report(
        _ advice: ConveningAdvice, _ convening: ConveningInput, _ reader: InputReader, modeGains: Int = 0
    ) -> (ConveningReport, isPartial: Bool) {
        if !advice.lostTopics.isEmpty {
            let names = advice.lostTopics.prefix(5).map { "\"\(Finding.shortened($0))\"" }.joined(separator: ", ")
            reader.warn(
                "the plan has groups on what nobody needs to meet about any more, and they do not meet: \(names) (without "
                    + "--plan everything is planned anew)")
        }
        if !advice.left.isEmpty {
            let (who, have) = advice.left.count == 1 ? ("1 learner", "has") : ("\(advice.left.count) learners", "have")
            reader.warn(
                "\(who) of the plan who could come no longer \(have) a seat that it gave them: they gain nothing by it any "
                    + "more, the options exclude it, or their group fell apart")
        }
        let report = ConveningReport(
            advice, learners: convening.learners, starts: convening.starts,
            accounts: convening.members.map(\.account), modeGains: modeGains)
        return (report, reader.isPartial)
    }
}
