extension Recommender {
    /// Decimals that terms of practice keep.
    static let places = 6

    /// One item for one learner, taken apart.
    ///
    /// - Parameter last: why the item would not be given if there were others; `nil` where it would.
    func choice(
        _ item: Int, success: Double, propensity: Double, last: Withheld? = nil, _ situation: PracticeSituation
    ) -> PracticeChoice {
        var memo = ChoiceMemo()
        return choice(item, success: success, propensity: propensity, last: last, situation, &memo)
    }

    /// The same of one of several items of the same learner and moment.
    func choice(
        _ item: Int, success: Double, propensity: Double, last: Withheld?, _ situation: PracticeSituation,
        _ memo: inout ChoiceMemo
    ) -> PracticeChoice {
        memo.turn(to: groups.groupOfItem[item])
        let terms = terms(item, situation)
        return PracticeChoice(
            item: item, action: action(item, situation),
            score: Rounding.decimals(terms.reduce(0) { $0 + $1.value }, Self.places), terms: terms,
            success: Rounding.decimals(success, Self.places),
            successDeviation: Rounding.decimals(successDeviation(item, situation, &memo), Self.places),
            minutes: minutes[item], propensity: propensity, reasons: reasons(item, terms, last: last, situation, &memo))
    }

    /// The parts of an item's index, without those that are zero.
    func terms(_ item: Int, _ situation: PracticeSituation) -> [Term] {
        let group = groups.groupOfItem[item]
        var terms: [Term] = []
        terms.reserveCapacity(SkillValues.names.count + 2)
        var value = 0.0
        func add(_ name: Term.Name, _ part: Double) {
            value += part
            let term = Term(name, part, places: Self.places)
            if term.value != 0 { terms.append(term) }
        }
        for (place, name) in SkillValues.names.enumerated() {
            var part = 0.0
            for edge in groups.skills.places(group) {
                part += groups.skills[edge].weight * situation.values.part(place, groups.skills[edge].skill)
            }
            if name == .findingOut, !situation.information.isEmpty { part += situation.information[item] }
            add(name, part)
        }
        add(.variety, -value * situation.repeated.share(of: item))
        add(.cost, value * (pace[item] - 1))
        return terms
    }

    /// What an item is for: its weightiest purpose.
    private func action(_ item: Int, _ situation: PracticeSituation) -> PracticeAction {
        if constraints.isPinned[item] { return .pinned }
        var flags: SkillFlags = []
        var isWanted = false
        for place in groups.skills.places(groups.groupOfItem[item]) {
            let skill = groups.skills[place].skill
            flags.formUnion(situation.targets.flags[skill])
            guard situation.targets.mastering[skill] > 0 else { continue }
            if !situation.limits.isMastered[skill] { return .learn }
            isWanted = true
        }
        let isRemembered =
            situation.targets.remembers
            && groups.skills.places(groups.groupOfItem[item]).contains {
                situation.targets.remembering[groups.skills[$0].skill] > 0
            }
        if isRemembered { return situation.state.items[item] == nil ? .learn : .review }
        if isWanted { return .confirm }
        return flags.contains(.measured) ? .measure : .learn
    }
}
