/// Together, apart, or no matter: for one learner in the coming week.
public struct ModeAdvice: Sendable, Hashable {
    public var mode: Mode
    /// How work is done that is nothing special.
    var usualOfWork: Mode
    /// Whether there is a cohort to be synchronous with.
    public var isCollective: Bool
    /// Title of the topic the mode is about; `nil` where there is none.
    public var topic: String?
    /// The learner's standing for the live seats; `nil` without a session.
    public var seat: Seat?
    /// Where the mode lies on the range between together and apart. Of ``Mode/either``: what happens where nobody does
    /// anything about it.
    public var arrangement: Arrangement
    /// Expected share, 0...1, of the coming week's minutes with somebody of the cohort or the teacher present and on the
    /// same topic.
    public var blend: Double
    /// The coming week's parts in the order in which they are best taken.
    public var sequence: [ModeStep]
    /// Every mode on offer, the one that is expected to gain most first; empty where there is no topic.
    public var options: [ModeOption]
    /// Expected gain in the chance of success on the topic of meeting over the best mode in own time; `nil` where nobody
    /// meets.
    public var uplift: Double?
    /// Standard deviation of that difference, what all learners share included; `nil` as for ``uplift``.
    public var upliftDeviation: Double?
    /// What is known of the learner on the topic; `nil` where there is none.
    public var standing: ModeStanding?
    /// What the learner gains from others and gives to them; `nil` where there are none.
    public var interdependence: Interdependence?
    /// How more of the work is done alone step by step; `nil` where that is no goal, or nothing is to be faded.
    public var growth: IndependenceGrowth?
    /// Where the learner's route next meets that of a classmate; `nil` where it meets none.
    public var meetingPoint: MeetingPoint?
    /// What the teacher's own plan means for this learner, in its order.
    public var plan: [PlannedTime] = []
    /// Probability with which this outcome was chosen: 1 unless a lot was drawn.
    public var propensity: Double
    /// Facts behind it.
    public var reasons: [Reason]

    /// Before the week's work is known: nothing is shared yet.
    init(
        mode: Mode, usualOfWork: Mode, isCollective: Bool, topic: String?, seat: Seat?, options: [ModeOption],
        standing: ModeStanding?,
        reasons: [Reason]
    ) {
        self.mode = mode
        self.usualOfWork = usualOfWork
        self.isCollective = isCollective
        self.topic = topic
        self.seat = seat
        self.options = options
        self.standing = standing
        self.reasons = reasons
        arrangement = Setting().arrangement(.asyncSolo, together: 1, cohort: 1, isDated: false)
        blend = 0
        sequence = []
        uplift = seat?.uplift
        upliftDeviation = seat?.upliftDeviation
        propensity = seat?.propensity ?? 1
    }

    /// Finds what speaks for and against every mode on offer.
    ///
    /// - Parameter together: people of the room on the same topic, the learner among them.
    mutating func weigh(together: Int) {
        guard var standing else { return }
        standing.together = together
        for place in options.indices {
            (options[place].strengths, options[place].risks) = ModeFact.about(options[place].mode, standing)
        }
    }

    /// P(the recommended mode gains most of all on offer); of ``Mode/either`` that of the best; 1 where nothing else is
    /// on offer.
    public var best: Double {
        if mode == .either { return options.map(\.best).max() ?? 1 }
        return options.first { $0.mode == mode }?.best ?? 1
    }

    /// The modes on offer that were not recommended, best first.
    public var alternatives: [ModeOption] { options.filter { $0.mode != mode } }

    /// What speaks for the recommended mode; none for ``Mode/either``, which says nothing.
    public var strengths: [ModeFact] { options.first { $0.mode == mode }?.strengths ?? [] }

    /// What speaks against the recommended mode.
    public var risks: [ModeFact] { options.first { $0.mode == mode }?.risks ?? [] }

    /// The mode for one topic: a live seat is for its own topic, a whole-class discussion is tried alone first, and
    /// beside a seat other things are done in the way that is usual.
    ///
    /// - Parameter discussions: topics the class discusses as a whole this week.
    func mode(forTopic topic: Int?, discussions: [Int]) -> Mode {
        guard isCollective else { return .asyncSolo }
        if mode == .liveTeacher, seat == nil { return usualOfWork }
        if let seat, seat.isSeated, seat.topic == topic { return .liveTeacher }
        if let topic, discussions.contains(topic) { return .blended }
        return seat?.isSeated == true ? usualOfWork : mode
    }

    /// The mode for an item of a catalogue, by the skill that it exercises most.
    public func mode(ofItem item: Int, in catalogue: Catalogue) -> Mode {
        mode(forTopic: catalogue.mainSkill(ofItem: item), discussions: [])
    }
}

extension Catalogue {
    /// Position of the skill that an item exercises most, of equals the first; `nil` where it exercises none.
    package func mainSkill(ofItem item: Int) -> Int? {
        guard itemSkills.indices.contains(item) else { return nil }
        var main: (skill: Int, weight: Double)?
        for edge in itemSkills[item] where edge.weight > main?.weight ?? 0 { main = (edge.skill, edge.weight) }
        return main?.skill
    }
}
