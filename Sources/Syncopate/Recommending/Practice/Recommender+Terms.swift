extension Recommender {
    /// Decimals that terms of practice keep.
    static let places = 6

    /// One item for one learner, taken apart.
    ///
    /// - Parameter last: why the item would not be given if there were others; `nil` where it would.
    func choice(
        _ item: Int, success: Double, propensity: Double, last: Withheld? = nil, _ situation: PracticeSituation
    ) -> PracticeChoice {
        let terms = terms(item, situation)
        return PracticeChoice(
            item: item, action: action(item, situation),
            score: Rounding.decimals(terms.reduce(0) { $0 + $1.value }, Self.places), terms: terms,
            success: Rounding.decimals(success, Self.places),
            successDeviation: Rounding.decimals(successDeviation(item, situation), Self.places),
            minutes: minutes[item], propensity: propensity, reasons: reasons(item, terms, last: last, situation))
    }

    /// The parts of an item's index, without those that are zero.
    func terms(_ item: Int, _ situation: PracticeSituation) -> [Term] {
        var parts: [(name: Term.Name, value: Double)] = SkillValues.names.map { name in
            (name, catalogue.itemSkills[item].reduce(0) { $0 + $1.weight * situation.values[name, $1.skill] })
        }
        if !situation.information.isEmpty {
            for place in parts.indices where parts[place].name == .findingOut {
                parts[place].value += situation.information[item]
            }
        }
        let value = parts.reduce(0) { $0 + $1.value }
        parts.append((.variety, -value * situation.repeated[item, default: 0]))
        let varied = parts.reduce(0) { $0 + $1.value }
        parts.append((.cost, varied * (pace[item] - 1)))
        return parts.map { Term($0.name, $0.value, places: Self.places) }.filter { $0.value != 0 }
    }

    /// What an item is for: its weightiest purpose.
    private func action(_ item: Int, _ situation: PracticeSituation) -> PracticeAction {
        if constraints.isPinned[item] { return .pinned }
        let skills = catalogue.itemSkills[item]
        let targets = situation.targets
        let open = skills.contains { targets.mastering[$0.skill] > 0 && !situation.limits.isMastered[$0.skill] }
        if open { return .learn }
        if skills.contains(where: { targets.remembering[$0.skill] > 0 }) {
            return situation.state.items[item] == nil ? .learn : .review
        }
        if skills.contains(where: { targets.mastering[$0.skill] > 0 }) { return .confirm }
        return skills.contains { targets.measuring[$0.skill] > 0 } ? .measure : .learn
    }
}
