/// What may not be given, whatever it is worth.
struct PracticeConstraints: Sendable {
    let catalogue: Catalogue
    let settings: PracticeSettings
    /// What rules an item out for everybody, M.
    private let ruledOut: [Withheld?]
    /// Whether a teacher put it first, M.
    let isPinned: [Bool]
    /// Whether it wants others done before, M.
    private let waits: [Bool]

    init(catalogue: Catalogue, settings: PracticeSettings) {
        self.catalogue = catalogue
        self.settings = settings
        func isNamed(_ item: Int, in names: Set<String>) -> Bool {
            guard !names.isEmpty else { return false }
            return names.contains(catalogue.items[item].id)
                || catalogue.itemSkills[item].contains { names.contains(catalogue.skills[$0.skill].id) }
        }
        ruledOut = catalogue.items.indices.map { item in
            if isNamed(item, in: settings.banned) { return .banned }
            return catalogue.items[item].kind.measuresMastery ? nil : .noPractice
        }
        waits = catalogue.itemRequires.map { !$0.isEmpty }
        isPinned = catalogue.items.indices.map { isNamed($0, in: settings.pinned) }
    }

    /// What the checks look at, for one learner at one moment.
    struct Case {
        /// What was attempted, by position.
        let items: PracticedItems
        /// The last items, the latest last.
        let recent: RecentItems
        let targets: PracticeTargets
        /// Minutes practised today.
        let minutesToday: Double
        /// Skills that are mastered with the certainty asked for, K.
        let isMastered: [Bool]
        /// Skills on which practice is not working, K.
        let isStuck: [Bool]
        /// What decides whether items on each skill are open, K.
        let flags: [SkillFlags]
        /// Items that too many learners were given.
        let exposures: ExposureLimit?
    }

    /// What rules an item out for everybody and always.
    func always(_ item: Int) -> Withheld? { ruledOut[item] }

    /// Whether anything rules an item out for everybody and always.
    func isGivenToAnybody(_ item: Int) -> Bool { ruledOut[item] == nil }

    /// Why an item is not given, or `nil`. What would come back first, being stuck or mastered, is told last.
    func reason(_ item: Int, minutes: Double, in it: Case) -> Withheld? {
        if let reason = ruledOut[item] { return reason }
        let skills = catalogue.itemSkills[item]
        let targets = it.targets
        guard isPinned[item] || skills.contains(where: { targets.isNeeded[$0.skill] }) else { return .noGoal }
        if !waitingFor(item, in: it).isEmpty { return .requires }
        if !fits(minutes, in: it) { return .minutes }
        if let most = settings.mostInARow, isOneMore(item, most, it) { return .inARow }
        let practised = skills.contains { targets.mastering[$0.skill] > 0 || targets.remembering[$0.skill] > 0 }
        if !practised, skills.contains(where: { targets.measuring[$0.skill] > 0 }) {
            if it.items[item] != nil { return .given }
            if let exposures = it.exposures, !exposures.allows(item) { return .exposure }
        }
        if isPinned[item] { return nil }
        // What no goal needs does not keep an item open.
        let open = skills.filter {
            targets.isNeeded[$0.skill]
                && (!it.isMastered[$0.skill] || targets.remembering[$0.skill] > 0 || targets.measuring[$0.skill] > 0)
        }
        if open.isEmpty { return .mastered }
        return open.allSatisfy { it.isStuck[$0.skill] } ? .stuck : nil
    }

    /// The same for an item that does not stand apart, by the bits of all its skills: a lean way for going through many.
    func reason(_ item: Int, minutes: Double, _ flags: SkillFlags, in it: Case) -> Withheld? {
        if let reason = ruledOut[item] { return reason }
        if !flags.contains(.needed) { return .noGoal }
        if !fits(minutes, in: it) { return .minutes }
        if let most = settings.mostInARow, isOneMore(item, most, it) { return .inARow }
        if flags.contains(.measured), !flags.contains(.practised) {
            if it.items[item] != nil { return .given }
            if let exposures = it.exposures, !exposures.allows(item) { return .exposure }
        }
        return flags.withheld
    }

    /// Whether an item has something of its own to be looked at: a teacher put it first, or it wants others done before.
    func standsApart(_ item: Int) -> Bool { ruledOut[item] != nil || isPinned[item] || waits[item] }

    /// Positions of the items that must be done well before an item, and are not yet.
    func waitingFor(_ item: Int, in it: Case) -> [Int] {
        catalogue.itemRequires[item].filter { other in
            let needed = catalogue.itemSkills[other].map { it.targets.threshold[$0.skill] }.max() ?? 0
            return (it.items[other]?.best ?? -1) < (needed > 0 ? needed : Goal.everything.threshold)
        }
    }

    /// Whether so many more minutes are left today.
    func fits(_ minutes: Double, in it: Case) -> Bool {
        guard let limit = settings.minutesADay else { return true }
        return it.minutesToday + minutes <= limit + 1e-9
    }

    /// Whether an item is like all of so many that came last.
    func isOneMore(_ item: Int, _ most: Int, _ it: Case) -> Bool {
        let recent = it.recent.suffix(most)
        guard recent.count >= most else { return false }
        return recent.allSatisfy { other in
            switch settings.likeness {
            case .skill:
                catalogue.itemSkills[item].contains { mine in
                    catalogue.itemSkills[other].contains { $0.skill == mine.skill }
                }
            case .group:
                !catalogue.items[item].group.isEmpty && catalogue.items[item].group == catalogue.items[other].group
            case .kind: catalogue.items[item].kind == catalogue.items[other].kind
            }
        }
    }
}
