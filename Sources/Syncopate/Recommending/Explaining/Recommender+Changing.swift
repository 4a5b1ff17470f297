extension Recommender {
    /// Most answers in a row that are tried out.
    private static let longestRun = 12
    /// Most prerequisites that are tried out.
    private static let mostPrerequisites = 5
    /// Days ahead that are tried out.
    private static let daysAhead = [1, 7, 30]

    /// What would change where an item stands: answers on it, what it waits for or builds on, and time, each tried out on
    /// the learner's state.
    ///
    /// Of answers in a row the first is told, and the one from which the item is given or no longer is, or comes first or no
    /// longer does, others on just the same skills counted with it. Where nothing a learner can do matters: nothing.
    func changes(
        _ item: Int, _ history: LearnerPractice, at time: Double, exposures: ExposureLimit?, seed: UInt64
    ) -> [PracticeChange] {
        let learner = history.learner.id
        let now = time.isFinite ? max(time, history.state.last) : max(history.state.last, 0)
        let present = situation(of: history.state, learner: learner, at: now, exposures: exposures)
        let before = standing(of: item, present, seed: seed)
        switch before.withheld {
        case .banned, .noPractice, .noGoal: return []
        default: break
        }
        var changes: [PracticeChange] = []
        func change(
            _ event: PracticeChange.Event, _ state: PracticeState, at moment: Double, mastered: Int? = nil
        ) -> PracticeChange {
            let then = situation(
                of: state, learner: learner, at: moment, exposures: exposures, mastered: mastered)
            let standing = standing(of: item, then, seed: seed)
            // The first of the weightiest, as the explanation lists them.
            let weightiest = catalogue.itemSkills[item].max {
                $0.weight != $1.weight ? $0.weight < $1.weight : $0.skill > $1.skill
            }
            return PracticeChange(
                event: event, score: Rounding.decimals(standing.score, Self.places), rank: standing.rank,
                withheld: standing.withheld, first: standing.first?.item,
                known: weightiest.map { then.standings.mastered[$0.skill] } ?? 0)
        }
        func isFirst(_ first: Int?) -> Bool {
            first.map { catalogue.itemSkills[$0] == catalogue.itemSkills[item] } ?? false
        }
        func isTurn(_ change: PracticeChange) -> Bool {
            isFirst(change.first) != isFirst(before.first?.item) || change.withheld != before.withheld
        }
        for (score, event) in [(1.0, PracticeChange.Event.right(times:)), (0.0, PracticeChange.Event.wrong(times:))] {
            var state = history.state
            for times in 1...Self.longestRun {
                observe(item: item, score: score, at: now, &state)
                let next = change(event(times), state, at: now)
                if times == 1 || isTurn(next) { changes.append(next) }
                if isTurn(next) { break }
            }
        }
        let waitingFor = constraints.waitingFor(item, in: present.limits)
        if !waitingFor.isEmpty {
            var state = history.state
            for other in waitingFor { observe(item: other, score: 1, at: now, &state) }
            changes.append(change(.done(items: waitingFor), state, at: now))
        }
        var seen: Set<Int> = []
        let open = catalogue.itemSkills[item].flatMap { knowledge.graph.parents[$0.skill] }.map(\.skill)
            .filter { !present.limits.isMastered[$0] && seen.insert($0).inserted }
        for skill in open.prefix(Self.mostPrerequisites) {
            changes.append(change(.mastered(skill: skill), history.state, at: now, mastered: skill))
        }
        for days in Self.daysAhead {
            let next = change(.days(days), history.state, at: now + Double(days) * MemoryModel.day)
            if isTurn(next) || next.rank != before.rank {
                changes.append(next)
                break
            }
        }
        return changes
    }
}
