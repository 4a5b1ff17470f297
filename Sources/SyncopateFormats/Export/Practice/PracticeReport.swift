public import Syncopate

/// What each learner should practise next, with all that the writers say about it.
public struct PracticeReport: Sendable {
    public let recommender: Recommender
    public let learners: [LearnerPractice]
    /// In the order of ``learners``.
    public let advice: [PracticeAdvice]
    /// Together or apart, in the order of ``learners``; empty where that was not asked for.
    public let modes: [ModeAdvice]
    /// What sections do together.
    public let cohorts: [PracticePacing.Cohort]
    /// Live time of every section.
    public let live: LiveTime
    /// Seconds since 1970 that the advice is for; `nil`: nobody knows, so that of each learner's last answer.
    public let moment: Double?
    /// Seed of the lot between near-equal items.
    public let seed: UInt64

    /// - Parameters:
    ///   - learners: those to advise.
    ///   - pacing: what to say about together or apart with; `nil`: nothing.
    ///   - moment: seconds since 1970; `nil`: that of each learner's last answer.
    ///   - limit: most items per learner.
    ///   - exposures: what learners were given, where a test bank is shared.
    public init(
        _ recommender: Recommender, learners: [LearnerPractice], pacing: PracticePacing? = nil, moment: Double?,
        limit: Int,
        exposures: ExposureLimit?, seed: UInt64
    ) {
        self.recommender = recommender
        self.learners = learners
        self.moment = moment
        self.seed = seed
        advice = recommender.advise(
            learners.map { (id: $0.learner.id, state: $0.state) }, at: moment ?? .nan, limit: limit,
            exposures: exposures, seed: seed)
        live = pacing?.live ?? .none
        (cohorts, modes) = pacing?.advise(learners, advice: advice, at: moment ?? .nan) ?? ([], [])
    }

    /// The mode of an item for the learner at a place; `nil` where nothing was asked about modes.
    func mode(of choice: PracticeChoice, forLearnerAt place: Int) -> Mode? {
        modes.indices.contains(place) ? modes[place].mode(ofItem: choice.item, in: catalogue) : nil
    }

    var catalogue: Catalogue { recommender.catalogue }

    /// What there is to say before the learners: what was read, what is to be reached, and for which moment.
    public var summary: [String] {
        let answers = learners.reduce(0) { $0 + $1.answers.count }
        var lines = [
            "\(count(learners.count, "learner")), \(count(answers, "answer")); a catalogue of "
                + "\(count(catalogue.skills.count, "skill")) and \(count(catalogue.items.count, "item"))."
        ]
        let goals = catalogue.goals.prefix(Self.goalLimit).map(words)
        let rest = catalogue.goals.count - goals.count
        lines.append("To be reached: " + goals.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more." : "."))
        let offset = recommender.settings.utcOffset
        if let text = moment.flatMap({ CalendarDate.minute($0, offset: offset) }) {
            lines.append("For \(text)\(offset == 0 ? " UTC" : "").")
        }
        return lines
    }

    private static let goalLimit = 5

    private func words(_ goal: Goal) -> String {
        let what =
            switch goal.purpose {
            case .master: "master"
            case .remember: "remember"
            case .measure: "measure"
            }
        let names =
            goal.skills.compactMap { id in catalogue.position(ofSkill: id).map { catalogue.skills[$0].title } }
            + goal.items.compactMap { id in catalogue.position(ofItem: id).map { catalogue.items[$0].title } }
        var text = what + " " + (names.isEmpty ? "everything" : TitleList.words(names))
        // A date without a time of day is midnight in UTC, and is told as it was written.
        let isDate = goal.by.map { ($0 / 86_400).rounded() * 86_400 == $0 } ?? false
        if let by = goal.by, let date = CalendarDate.date(by, offset: isDate ? 0 : recommender.settings.utcOffset) {
            text += " by \(date)" + (moment.map { $0 >= by } ?? false ? " (which is past)" : "")
        }
        if let learners = goal.learners { text += " (\(count(learners.count, "learner")))" }
        return text
    }

    private func count(_ number: Int, _ one: String) -> String { "\(number) \(one)\(number == 1 ? "" : "s")" }
}
