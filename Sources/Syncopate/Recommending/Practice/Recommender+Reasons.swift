extension Recommender {
    /// What speaks for an item and against it, the weightiest first; what makes little difference is left out.
    ///
    /// - Parameter last: why the item would not be given if there were others; `nil` where it would.
    func reasons(
        _ item: Int, _ terms: [Term], last: Withheld?, _ situation: PracticeSituation, _ memo: inout ChoiceMemo
    ) -> [PracticeReason] {
        var reasons: [PracticeReason] = []
        reasons.reserveCapacity(terms.count)
        if constraints.isPinned[item] { reasons.append(.pinned) }
        if let last { reasons.append(.nothingElse(last)) }
        var whole = 0.0
        for term in terms { whole = max(whole, term.value) }
        // What speaks for it first, the weightiest first; how long it takes comes last: no reason to do something that is
        // of no use.
        func isBefore(_ one: Term, _ other: Term) -> Bool {
            if (one.name == .cost) != (other.name == .cost) { return other.name == .cost }
            if (one.value > 0) != (other.value > 0) { return one.value > 0 }
            return abs(one.value) > abs(other.value)
        }
        var weighty: [Term] = []
        weighty.reserveCapacity(terms.count)
        for term in terms where abs(term.value) >= Self.worthTelling * whole {
            var place = weighty.count
            while place > 0, isBefore(term, weighty[place - 1]) { place -= 1 }
            weighty.insert(term, at: place)
        }
        if !situation.stuck.isEmpty {
            for edge in catalogue.itemSkills[item] where situation.stuck.contains(where: { $0.skill == edge.skill }) {
                reasons.append(.notWorking(skill: edge.skill))
            }
        }
        for term in weighty { add(term.name, item, situation, &memo, to: &reasons) }
        return reasons
    }

    /// Share of the largest term from which another one is told.
    private static let worthTelling = 0.15

    private func add(
        _ name: Term.Name, _ item: Int, _ situation: PracticeSituation, _ memo: inout ChoiceMemo,
        to reasons: inout [PracticeReason]
    ) {
        let targets = situation.targets
        let standings = situation.standings
        let skills = groups.weightiest.places(groups.groupOfItem[item])
        switch name {
        case .mastering:
            for place in skills {
                let skill = groups.weightiest[place].skill
                let attempts = standings.attempts[skill]
                guard targets.mastering[skill] > 0, attempts > 0 else { continue }
                reasons.append(.toLearn(skill: skill, known: standings.mastered[skill], attempts: attempts))
            }
        case .unlocking:
            let unlocked = memo.unlocked ?? unlocks(skills, situation)
            memo.unlocked = unlocked
            if !unlocked.isEmpty { reasons.append(.unlocks(skills: unlocked)) }
        case .keeping:
            for place in skills {
                let skill = groups.weightiest[place].skill
                guard targets.remembering[skill] > 0 else { continue }
                reasons.append(
                    situation.state.memory.isEmpty(skill)
                        ? .toBegin(skill: skill) : .toKeep(skill: skill, recall: situation.recall[skill]))
            }
        case .findingOut:
            guard situation.information.isEmpty else {
                reasons.append(.tells)
                return
            }
            for place in skills {
                let skill = groups.weightiest[place].skill
                guard targets.mastering[skill] > 0 else { continue }
                reasons.append(.toConfirm(skill: skill, known: standings.mastered[skill]))
            }
        case .readiness:
            for place in skills {
                guard
                    let missing = doubtful(groups.weightiest[place].skill, standings.mastered, above: 0).first
                else { continue }
                reasons.append(.missing(skill: missing, known: standings.mastered[missing]))
                return
            }
        case .variety: reasons.append(.givenLately)
        case .cost: reasons.append(.length(times: 1 / pace[item]))
        default: break
        }
    }

    /// Positions of the target skills that build on a skill and are still open, those that build on it directly first.
    func unlocks(_ skill: Int, _ situation: PracticeSituation) -> [Int] {
        let flags = situation.limits.flags
        let all = mastering.unlocked[skill]
        var sought: [Int] = []
        sought.reserveCapacity(all.count { flags[$0].contains(.sought) })
        for skill in all where flags[skill].contains(.sought) { sought.append(skill) }
        return sought
    }

    /// The same of several skills, each once.
    private func unlocks(_ places: Range<Int>, _ situation: PracticeSituation) -> [Int] {
        guard let first = places.first else { return [] }
        var unlocked = unlocks(groups.weightiest[first].skill, situation)
        guard places.count > 1 else { return unlocked }
        // What was named already is sought no more.
        var flags = situation.limits.flags
        for skill in unlocked { flags[skill].remove(.sought) }
        for place in places.dropFirst() {
            for skill in mastering.unlocked[groups.weightiest[place].skill] where flags[skill].contains(.sought) {
                flags[skill].remove(.sought)
                unlocked.append(skill)
            }
        }
        return unlocked
    }

    /// Positions of what a skill builds on and the learner may not have, the likeliest missing first.
    ///
    /// - Parameters:
    ///   - known: probability of having each skill, K.
    ///   - least: weight times the probability of not having it, from which it is in doubt.
    func doubtful(_ skill: Int, _ known: [Double], above least: Double) -> [Int] {
        var doubts: [(skill: Int, doubt: Double)] = []
        for parent in knowledge.graph.parents[skill] {
            let doubt = parent.weight * (1 - known[parent.skill])
            if doubt > least { doubts.append((parent.skill, doubt)) }
        }
        doubts.sort { $0.doubt != $1.doubt ? $0.doubt > $1.doubt : $0.skill < $1.skill }
        return doubts.map(\.skill)
    }
}
