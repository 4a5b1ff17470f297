import ArgumentParser
import Syncopate
import SyncopateFormats

/// What a command that advises on gradebooks reads: courses, what is known beside them, and what the teacher set.
struct GradebookInput {
    /// What read it, with what was noticed.
    var reader: InputReader
    /// A gradebook per course, without learners whom the earlier plan leaves out.
    let gradebooks: [(name: String, gradebook: Gradebook)]
    /// What there is to go by about together and apart.
    let modes: ModeEvidence
    /// The earlier plan, if one was given.
    let earlier: AdvicePlan?
    /// Everything set but for what a command has of its own.
    var settings: RecommendSettings

    /// The options that say what to read.
    struct Options {
        var files: [String]
        var courses: CourseRule
        var supplements: SupplementOptions
        var topics: TopicOptions
        var together: TogetherOptions
        var since: String?
        var at: String?
        var input: InputOptions
        /// Pseudonyms in the place of learners; `nil` where the command has none.
        var hiding: PseudonymOptions?
    }

    /// Reads everything.
    ///
    /// - Parameter settings: what the teacher set; what the files say is added.
    init(_ options: Options, settings: RecommendSettings) throws {
        var reader = try options.hiding.map { try options.input.reader($0) } ?? options.input.reader
        var courses = try reader.courses(options.files, rule: options.courses)
        let supplements = options.supplements
        try reader.apply(skills: supplements.skills, items: supplements.items, to: &courses)
        let modes = try reader.modeEvidence(options.together.modeLog)
        let everybody = courses.flatMap { $0.log.learners.map(\.id) }
        let traits = try reader.traits(options.together.traces, of: everybody, evidence: modes)
        guard options.since == nil || courses.count == 1 else {
            Terminal.say(
                "syncopate: the files are \(courses.count) courses, and --since goes with one: give each course's files with its "
                    + "own plan, or --courses one")
            throw ProgramExit.data
        }
        let earlier = try reader.plan(options.since, of: everybody)
        try reader.check(earlier, among: courses)
        gradebooks = courses.map { course in
            let whole = Gradebook(course.log)
            return (name: course.name, gradebook: earlier?.leavingOut(of: whole) ?? whole)
        }
        reader.warn(of: modes, beyond: gradebooks.flatMap { $0.gradebook.learners.map(\.id) })
        var settings = settings
        settings.at = options.at.flatMap { Moment.seconds($0) } ?? courses.compactMap(\.log.latest).max()
        if settings.at == nil, courses.contains(where: { $0.log.items.contains { $0.due != nil } }) {
            reader.warn("the input has no times, so due dates say nothing: give the moment with --at")
        }
        settings.independence = traits.independence
        settings.interdependence = traits.interdependence
        settings.growsIndependence = options.together.grow == .independence
        settings.readsTopics = options.topics.readsTitles
        settings.movedTopics = earlier?.movedTopics ?? [:]
        settings.zeros = supplements.zeros ?? .auto
        settings.sureScores = earlier?.sureScores ?? []
        self.reader = reader
        self.modes = modes
        self.earlier = earlier
        self.settings = settings
    }
}
