import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels

/// `syncopate recommend --catalogue`: what each learner should practise next from a catalogue.
struct PracticeRecommendation {
    let files: [String]
    let practice: PracticeOptions
    let input: InputOptions
    let together: TogetherOptions
    let setting: Setting
    let live: LiveTime
    /// The teacher's own plan; `nil`: there is none.
    let teacherPlan: String?
    let at: String?
    let limit: Int
    let seed: UInt64
    let form: RecommendCommand.OutputForm
    let sheet: SpreadsheetOptions
    /// Where the result goes; `nil`: standard output.
    let out: String?

    func run() throws {
        var read = try PracticeInput(files, practice, input, at: at)
        let learners = practice.learners(read.history, read.recommender, read.reader)
        let everybody = (read.history.learners + learners).map(\.learner.id)
        let modes = try read.reader.modeEvidence(together.modeLog)
        let traits = try read.reader.traits(together.traces, of: everybody, evidence: modes)
        read.reader.warn(of: modes, beyond: everybody)
        let plan = try read.reader.teacherPlan(teacherPlan)
        let report = PracticeReport(
            read.recommender, learners: learners,
            pacing: PracticePacing(
                read.recommender, setting: setting, live: live, evidence: modes,
                independence: traits.independence, interdependence: traits.interdependence,
                growsIndependence: together.grow == .independence, plan: TeacherPlan(plan?.entries ?? [])),
            moment: read.moment, limit: limit, exposures: read.history.exposures(read.recommender), seed: seed)
        try read.reader.check(
            plan, of: learners.map(\.learner),
            names: [
                TopicNames(topics: read.recommender.catalogue.skills, items: read.recommender.catalogue.items)
            ], spoken: report.cohorts.flatMap { $0.plan.map(\.entry) })
        if form != .table, !input.quiet { for line in report.summary { Terminal.say(line) } }
        let bytes =
            switch form {
            case .jsonl: PracticeJSONLines.write(report)
            case .csv: sheet.applied(to: PracticeCSV.write(report))
            case .table, .pages, .canvasGrades, .oneRoster:
                PracticeTable(
                    report, width: out == nil ? Terminal.width : 100, isStyled: out == nil && Terminal.isStyled
                ).write()
            }
        try Output.write(bytes, path: out)
        if read.reader.isPartial { throw ProgramExit.partial }
    }
}
