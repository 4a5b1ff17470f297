/// Together or apart for learners who practise from a catalogue: who takes the live seats, and how the others go on.
///
/// Learners of one section are one cohort; those without a section are one together. Live time is of each section.
public struct PracticePacing: Sendable {
    /// What one section does together.
    public struct Cohort: Sendable, Hashable {
        public var section: String
        /// Positions of its learners in the order they were given.
        public var learners: [Int]
        /// Live sessions: positions of their skills.
        public var sessions: [Int]
        /// What the teacher's own plan means for the section, in its order.
        public var plan: [PlannedTopic] = []
    }

    let recommender: Recommender
    let setting: Setting
    /// Live time of every section.
    public let live: LiveTime
    let evidence: ModeEvidence
    /// What traces say of how learners work alone, by learner id.
    let independence: [String: Independence]
    /// What learners gain from others and give to them, by learner id.
    let interdependence: [String: Interdependence]
    /// Whether more of the work is to be done alone step by step.
    let growsIndependence: Bool
    /// The teacher's own plan.
    let plan: TeacherPlan

    /// - Parameters:
    ///   - live: live time of every section.
    ///   - evidence: what there is to go by about the modes.
    ///   - independence: what traces say of how learners work alone, by learner id; of others nothing is known.
    ///   - interdependence: what they gain from others and give to them; of others nothing is known.
    ///   - growsIndependence: whether more of the work is to be done alone step by step.
    ///   - plan: the teacher's own.
    public init(
        _ recommender: Recommender, setting: Setting, live: LiveTime, evidence: ModeEvidence,
        independence: [String: Independence] = [:], interdependence: [String: Interdependence] = [:],
        growsIndependence: Bool = false, plan: TeacherPlan = TeacherPlan()
    ) {
        self.recommender = recommender
        self.setting = setting
        self.live = live
        self.evidence = evidence
        self.independence = independence
        self.interdependence = interdependence
        self.growsIndependence = growsIndependence
        self.plan = plan
    }

    /// Advises everybody.
    ///
    /// - Parameters:
    ///   - learners: what a log says of them.
    ///   - advice: what each should practise, in the same order.
    ///   - time: seconds since 1970; no number: that of each learner's last answer.
    /// - Returns: the cohorts, and a mode per learner in their order.
    public func advise(
        _ learners: [LearnerPractice], advice: [PracticeAdvice], at time: Double
    ) -> (cohorts: [Cohort], modes: [ModeAdvice]) {
        var modes = [ModeAdvice?](repeating: nil, count: learners.count)
        var cohorts: [Cohort] = []
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for place in learners.indices where advice.indices.contains(place) {
            let section = learners[place].learner.section
            if members[section] == nil { order.append(section) }
            members[section, default: []].append(place)
        }
        for section in order {
            let places = members[section] ?? []
            let group = PracticeCohort(
                pacing: self, learners: places.map { learners[$0] }, advice: places.map { advice[$0] }, time: time)
            let (sessions, found, plan) = group.advise()
            cohorts.append(Cohort(section: section, learners: places, sessions: sessions, plan: plan))
            for (place, mode) in zip(places, found) {
                var mode = mode
                for companion in (mode.meetingPoint?.companions ?? []).indices {
                    guard let local = mode.meetingPoint?.companions[companion].learner else { continue }
                    mode.meetingPoint?.companions[companion].learner = places[local]
                }
                modes[place] = mode
            }
        }
        return (cohorts, modes.compactMap { $0 })
    }
}
