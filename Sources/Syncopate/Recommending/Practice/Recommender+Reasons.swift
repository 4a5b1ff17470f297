extension Recommender {
    /// What speaks for an item and against it, the weightiest first; what makes little difference is left out.
    ///
    /// - Parameter last: why the item would not be given if there were others; `nil` where it would.
    func reasons(
        _ item: Int, _ terms: [Term], last: Withheld?, _ situation: PracticeSituation
    ) -> [PracticeReason] {
        var reasons: [PracticeReason] = []
        if constraints.isPinned[item] { reasons.append(.pinned) }
        if let last { reasons.append(.nothingElse(last)) }
        let whole = terms.reduce(0) { max($0, $1.value) }
        let weighty = terms.filter { abs($0.value) >= Self.worthTelling * whole }
            .sorted { ($0.value > 0) != ($1.value > 0) ? $0.value > 0 : abs($0.value) > abs($1.value) }
        for edge in catalogue.itemSkills[item] where situation.stuck.contains(where: { $0.skill == edge.skill }) {
            reasons.append(.notWorking(skill: edge.skill))
        }
        // How long it takes comes last: no reason to do something that is of no use.
        for term in weighty.filter({ $0.name != .cost }) + weighty.filter({ $0.name == .cost }) {
            reasons += self.reasons(item, term.name, situation)
        }
        return reasons
    }

    /// Share of the largest term from which another one is told.
    private static let worthTelling = 0.15

    private func reasons(_ item: Int, _ name: Term.Name, _ situation: PracticeSituation) -> [PracticeReason] {
        let targets = situation.targets
        let standings = situation.standings
        let skills = catalogue.itemSkills[item].sorted {
            $0.weight != $1.weight ? $0.weight > $1.weight : $0.skill < $1.skill
        }.map(\.skill)
        switch name {
        case .mastering:
            return skills.filter { targets.mastering[$0] > 0 }.compactMap { skill in
                let attempts = standings.attempts[skill]
                return attempts > 0
                    ? .toLearn(skill: skill, known: standings.mastered[skill], attempts: attempts) : nil
            }
        case .unlocking:
            var seen: Set<Int> = []
            let unlocked = skills.flatMap { unlocks($0, situation) }.filter { seen.insert($0).inserted }
            return unlocked.isEmpty ? [] : [.unlocks(skills: unlocked)]
        case .keeping:
            return skills.filter { targets.remembering[$0] > 0 }.map { skill in
                situation.state.memory.trace(ofSkill: skill) == nil
                    ? .toBegin(skill: skill) : .toKeep(skill: skill, recall: situation.recall[skill])
            }
        case .findingOut:
            if !situation.information.isEmpty { return [.tells] }
            return skills.filter { targets.mastering[$0] > 0 }.map {
                .toConfirm(skill: $0, known: standings.mastered[$0])
            }
        case .readiness:
            let missing = skills.compactMap { doubtful($0, standings.mastered, above: 0).first }
            return missing.first.map { [.missing(skill: $0, known: standings.mastered[$0])] } ?? []
        case .variety: return [.givenLately]
        case .cost: return [.length(times: 1 / pace[item])]
        default: return []
        }
    }

    /// Positions of the target skills that build on a skill and are still open, those that build on it directly first.
    func unlocks(_ skill: Int, _ situation: PracticeSituation) -> [Int] {
        let direct = Set(knowledge.graph.children[skill].map(\.skill))
        let open = mastering.builtOn(skill).filter {
            situation.targets.mastering[$0] > 0 && !situation.limits.isMastered[$0]
        }
        return open.filter { direct.contains($0) } + open.filter { !direct.contains($0) }
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
