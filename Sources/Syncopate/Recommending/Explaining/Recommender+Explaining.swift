extension Recommender {
    /// Says why an item is, or is not, what a learner should practise next, and what would change that.
    ///
    /// - Parameters:
    ///   - item: position in the catalogue; out of range: `nil`.
    ///   - history: the learner, with the answers behind the state.
    ///   - time: seconds since 1970; no number: the moment of the last answer.
    ///   - exposures: what other learners were given; `nil`: no limit.
    public func explain(
        item: Int, for history: LearnerPractice, at time: Double, exposures: ExposureLimit? = nil
    ) -> PracticeExplanation? {
        guard catalogue.items.indices.contains(item) else { return nil }
        let situation = situation(of: history.state, learner: history.learner.id, at: time, exposures: exposures)
        let standing = standing(of: item, situation)
        let choice = choice(item, success: success(item, situation), propensity: 1, situation)
        var first: PracticeChoice?
        if let best = standing.first, best != item {
            first = self.choice(best, success: success(best, situation), propensity: 1, situation)
        }
        let skills = catalogue.itemSkills[item].sorted {
            $0.weight != $1.weight ? $0.weight > $1.weight : $0.skill < $1.skill
        }
        return PracticeExplanation(
            choice: choice, rank: standing.rank, candidates: standing.candidates, withheld: standing.withheld,
            first: first, skills: skills.map { skillStanding($0, history, situation) },
            repeated: situation.repeated[item, default: 0],
            changes: changes(item, history, at: time, exposures: exposures))
    }

    /// Where one item stands among all that may be given.
    private func standing(
        of item: Int, _ situation: PracticeSituation
    ) -> (score: Double, rank: Int?, candidates: Int, withheld: Withheld?, first: Int?) {
        let totals = situation.values.totals
        var open: [(item: Int, score: Double, isPinned: Bool)] = []
        var second = open
        var withheld: Withheld?
        for other in catalogue.items.indices {
            let worth = catalogue.itemSkills[other].reduce(0) { $0 + $1.weight * totals[$1.skill] }
            let entry = (other, score(other, worth: worth, situation), constraints.isPinned[other])
            let reason = constraints.reason(other, minutes: minutes[other], in: situation.limits)
            if other == item { withheld = reason }
            if reason == nil { open.append(entry) }
            if reason == .mastered || reason == .stuck { second.append(entry) }
        }
        if open.isEmpty {
            open = second
            if withheld == .mastered || withheld == .stuck { withheld = nil }
        }
        open.sort {
            if $0.isPinned != $1.isPinned { return $0.isPinned }
            return $0.score != $1.score ? $0.score > $1.score : $0.item < $1.item
        }
        let place = open.firstIndex { $0.item == item }
        let worth = catalogue.itemSkills[item].reduce(0) { $0 + $1.weight * totals[$1.skill] }
        return (score(item, worth: worth, situation), place.map { $0 + 1 }, open.count, withheld, open.first?.item)
    }

    private func success(_ item: Int, _ situation: PracticeSituation) -> Double {
        catalogue.itemSkills[item].reduce(floors[item]) { $0 + gains[$1.skill, item] * situation.recall[$1.skill] }
    }

    private func skillStanding(
        _ edge: PrerequisiteGraph.Edge, _ history: LearnerPractice, _ situation: PracticeSituation
    ) -> SkillStanding {
        let skill = edge.skill
        let belief = situation.state.knowledge
        var answers: [(weight: Double, score: Double, at: Double)] = []
        for answer in history.answers {
            for share in answer.skills where share.skill == skill {
                answers.append((share.weight, answer.score, answer.at))
            }
        }
        let attempts: Double = answers.reduce(0) { $0 + $1.weight }
        let points: Double = answers.reduce(0) { $0 + $1.weight * $1.score }
        var missing: [(skill: Int, doubt: Double)] = []
        for parent in knowledge.graph.parents[skill] {
            let doubt = parent.weight * (1 - belief.known[parent.skill])
            if doubt > SkillStanding.doubtful { missing.append((parent.skill, doubt)) }
        }
        missing.sort { $0.doubt != $1.doubt ? $0.doubt > $1.doubt : $0.skill < $1.skill }
        let targets = situation.targets
        return SkillStanding(
            skill: skill, weight: edge.weight, known: situation.recall[skill], attempts: attempts,
            meanScore: attempts > 0 ? points / attempts : nil,
            lastScores: answers.suffix(SkillStanding.lastLimit).map(\.score),
            last: answers.last(where: { $0.at.isFinite })?.at,
            readiness: knowledge.readiness(of: skill, belief),
            attemptsToGo: targets.mastering[skill] > 0 ? mastering.attempts(skill, belief) : nil,
            missing: missing.map(\.skill),
            unlocks: mastering.builtOn(skill).filter {
                targets.mastering[$0] > 0 && belief.known[$0] < settings.certainty
            })
    }

    // MARK: What would change it

    /// Most answers in a row that are tried out.
    private static let longestRun = 12
    /// Days ahead that are tried out.
    private static let daysAhead = [1, 7, 30]

    private func changes(
        _ item: Int, _ history: LearnerPractice, at time: Double, exposures: ExposureLimit?
    ) -> [PracticeChange] {
        let now = time.isFinite ? max(time, history.state.last) : max(history.state.last, 0)
        let before = standing(
            of: item, situation(of: history.state, learner: history.learner.id, at: now, exposures: exposures))
        var changes: [PracticeChange] = []
        func change(_ event: PracticeChange.Event, _ state: PracticeState, at moment: Double) -> PracticeChange {
            let then = situation(of: state, learner: history.learner.id, at: moment, exposures: exposures)
            let standing = standing(of: item, then)
            let weightiest = catalogue.itemSkills[item].max { $0.weight < $1.weight }
            return PracticeChange(
                event: event, score: Rounding.decimals(standing.score, Self.places), rank: standing.rank,
                withheld: standing.withheld, first: standing.first,
                known: weightiest.map { then.recall[$0.skill] } ?? 0)
        }
        for (score, event) in [(1.0, PracticeChange.Event.right(times:)), (0.0, PracticeChange.Event.wrong(times:))] {
            var state = history.state
            for times in 1...Self.longestRun {
                observe(item: item, score: score, at: now, &state)
                let next = change(event(times), state, at: now)
                let isTurn = next.first != before.first || (next.rank == nil) != (before.rank == nil)
                if times == 1 || isTurn { changes.append(next) }
                if isTurn { break }
            }
        }
        for skill in catalogue.itemSkills[item].flatMap({ knowledge.graph.parents[$0.skill] }).map(\.skill)
        where history.state.knowledge.known[skill] < settings.certainty {
            var state = history.state
            fade(&state, until: now)
            state.knowledge.setKnown(skill, 1)
            changes.append(change(.mastered(skill: skill), state, at: now))
        }
        for days in Self.daysAhead {
            let next = change(.days(days), history.state, at: now + Double(days) * MemoryModel.day)
            if next.first != before.first || next.withheld != before.withheld || next.rank != before.rank {
                changes.append(next)
                break
            }
        }
        return changes
    }
}
