/// Puts the coming week of one section together once everybody's work is known: what comes after what, how much of it is
/// with others, and where that lies on the range.
struct CohortWeek {
    let setting: Setting
    /// Live time the section has, after ``Setting/live(_:cohort:)``.
    let live: LiveTime
    /// Learners of the section.
    let size: Int
    /// Whether more of the work is to be done alone step by step.
    var growsIndependence = false

    /// One thing a learner is to do.
    struct Work {
        /// Any number that is the same for the same topic; `nil` where it has none.
        var topic: Int?
        var title: String?
        var minutes: Double
        var mode: Mode
        /// Whether there is a date it is to be done by.
        var isDated: Bool
        /// Expected score now; `nil` where there is none.
        var success: Double?
    }

    /// Share of something that is tried first and then explained to each other which is spent together; an assumption.
    static let discussedShare = 0.5

    /// Arrangement, sequence and blend of everybody, in their order.
    ///
    /// - Parameter work: per learner, what they are to do, best first.
    func settle(_ modes: inout [ModeAdvice], work: [[Work]]) {
        let room =
            setting.kind == .masteryRoom
            ? Togetherness.inRoom(
                work.map { $0.map { Togetherness.Share(topic: $0.topic ?? -1, minutes: $0.minutes) } })
            : [Double](repeating: 0, count: modes.count)
        var firsts: [Int: Int] = [:]
        for list in work { if let topic = list.first?.topic { firsts[topic, default: 0] += 1 } }
        var groups: [Int: Int] = [:]
        for mode in modes { if let seat = mode.seat, seat.isSeated { groups[seat.session, default: 0] += 1 } }
        for place in modes.indices where work.indices.contains(place) {
            let list = work[place]
            let near = list.first?.topic.flatMap { firsts[$0] } ?? 1
            if growsIndependence { grow(&modes[place], list, near: near) }
            modes[place].sequence = sequence(modes[place], list)
            modes[place].blend = blend(modes[place].sequence, inRoom: room[place])
            modes[place].weigh(together: near)
            modes[place].arrangement = setting.arrangement(
                modes[place].mode,
                together: together(modes[place], first: near, groups),
                cohort: modes[place].isCollective ? size : 1, isDated: list.contains { $0.isDated })
        }
    }

    /// People at the same thing at the same time, the learner among them.
    private func together(_ mode: ModeAdvice, first: Int, _ groups: [Int: Int]) -> Int {
        guard mode.isCollective else { return 1 }
        switch mode.mode {
        case .liveTeacher: return mode.seat.flatMap { $0.isSeated ? groups[$0.session] : nil } ?? size
        case .parallel: return max(first, 1)
        case .blended, .livePeer: return size
        case .asyncSolo, .asyncSocial, .either: return 1
        }
    }

    /// A lesson for all comes first and what is learnt alone after it; a small group is met with what was tried first.
    private func sequence(_ mode: ModeAdvice, _ work: [Work]) -> [ModeStep] {
        var steps: [ModeStep] = []
        let lesson = ModeStep(mode: .liveTeacher, topic: mode.topic, minutes: Double(live.minutes))
        let isLecture = setting.kind == .lecture && mode.isCollective && mode.mode == .liveTeacher
        if isLecture { steps.append(lesson) }
        for (number, task) in work.enumerated() {
            if let growth = mode.growth, growth.task == number {
                add(ModeStep(mode: .asyncSolo, topic: task.title, minutes: growth.ownMinutes), to: &steps)
                add(ModeStep(mode: growth.meets, topic: task.title, minutes: growth.metMinutes), to: &steps)
            } else if task.mode == .blended {
                let shared = task.minutes * Self.discussedShare
                add(ModeStep(mode: .asyncSolo, topic: task.title, minutes: task.minutes - shared), to: &steps)
                add(ModeStep(mode: .livePeer, topic: task.title, minutes: shared), to: &steps)
            } else {
                // What is met about is tried first: alone, or in the room.
                let alone = task.mode == .liveTeacher || task.mode == .either ? setting.usualOfWork : task.mode
                add(ModeStep(mode: alone, topic: task.title, minutes: task.minutes), to: &steps)
            }
        }
        if !isLecture, mode.seat?.isSeated == true {
            if let growth = mode.growth, growth.task == nil {
                add(ModeStep(mode: .asyncSolo, topic: mode.topic, minutes: growth.ownMinutes), to: &steps)
                add(ModeStep(mode: growth.meets, topic: mode.topic, minutes: growth.metMinutes), to: &steps)
            } else {
                steps.append(lesson)
            }
        }
        return steps
    }

    /// Fades what is done with others, and says so, or why not.
    private func grow(_ mode: inout ModeAdvice, _ work: [Work], near: Int) {
        guard mode.isCollective, let standing = mode.standing else { return }
        if let reason = IndependenceGrowth.nothingToFade(standing.independence) {
            mode.reasons.append(reason)
            return
        }
        mode.growth =
            mode.seat?.isSeated == true
            ? .ofSeat(mode, minutes: Double(live.minutes))
            : .ofWork(
                mode, work, setting: setting, near: near,
                per: Double(live.isNone ? LiveTime.usual.minutes : live.minutes))
        if let growth = mode.growth { mode.reasons.append(growth.reason) }
    }

    /// Steps on the same in the same mode are one.
    private func add(_ step: ModeStep, to steps: inout [ModeStep]) {
        if let last = steps.last, last.mode == step.mode, last.topic == step.topic {
            steps[steps.count - 1].minutes += step.minutes
        } else if step.minutes > 0 {
            steps.append(step)
        }
    }

    private func blend(_ steps: [ModeStep], inRoom: Double) -> Double {
        let total = steps.reduce(0) { $0 + $1.minutes }
        guard total > 0 else { return 0 }
        return steps.reduce(0) { sum, step in
            let share =
                switch step.mode {
                case .livePeer, .liveTeacher: 1.0
                case .blended: Self.discussedShare
                case .parallel: inRoom
                case .asyncSolo, .asyncSocial, .either: 0.0
                }
            return sum + share * step.minutes / total
        }
    }
}

extension CohortWeek.Work {
    /// What a recommendation comes to in the week.
    init(_ recommendation: Recommendation, gradebook: Gradebook, estimate: ClassEstimate) {
        let topic = recommendation.item.flatMap { estimate.topic(ofItem: $0) }
        self.topic = topic
        title =
            topic.map { estimate.skills[$0].title }
            ?? recommendation.prescription.flatMap { $0.topic.isEmpty ? nil : $0.topic }
        minutes = recommendation.minutes
        mode = recommendation.mode
        isDated = recommendation.item.flatMap { gradebook.items[$0].due } != nil
        success = recommendation.success
    }
}
