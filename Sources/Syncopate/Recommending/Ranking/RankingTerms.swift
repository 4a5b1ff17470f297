/// The terms of a model turned about: what one context adds to the log-odds of all sets of skills, or all items, at once.
///
/// A coefficient is kept by case first and then by set or item, so that what a learner's moment adds is a few rows that
/// are read one after the other. Everything is for items that the learner has not met lately; ``ModelFollower`` is for
/// the others. Single precision.
struct RankingTerms: Sendable {
    private let common: RankingTable
    private let sets: RankingTable
    private let items: RankingTable
    /// What the still parts add for a set that was never met, by set and by item.
    private let stillSets: [Float]
    private let stillItems: [Float]

    init(_ model: MasteryModel, sections: [ItemBank.Section], items: [Int32]) {
        var unmet = ResponseContext()
        LearnerHistory().fill(
            &unmet, item: ModelFollower.unmet, set: ModelFollower.unmet, previousKnownSet: -1, at: .nan)
        var common = RankingTable(columns: 1)
        var (setTable, itemTable) = (RankingTable(columns: sections.count), RankingTable(columns: items.count))
        let known = model.skillSets.count
        for fitted in model.terms {
            let term = fitted.term
            let isStill = term.context.isStill && term.covariate.isStill
            let cases = term.context.cases(sets: known)
            // Of what happened to the item itself there is only "nothing".
            let unmetCase = Int(unmet.cases[Int(term.context.rawValue)])
            let reachable = term.context.isOfItem ? unmetCase..<unmetCase + 1 : 0..<cases
            func lay(_ table: inout RankingTable, _ coefficient: (Int, Int) -> Double) {
                table.append(term, cases: cases, reachable: reachable, isStill: isStill, coefficient)
            }
            switch term.entity {
            case .all: lay(&common) { fitted.table.coefficient(row: $0, case: $1) }
            case .skillSet:
                lay(&setTable) { section, place in
                    let set = Int(sections[section].set)
                    return set < known ? fitted.table.coefficient(row: set, case: place) : 0
                }
            case .skill:
                lay(&setTable) { section, place in
                    zip(sections[section].skillSet.skills, sections[section].skillSet.weights).reduce(0) {
                        $0 + $1.1 * fitted.table.coefficient(row: Int($1.0), case: place)
                    }
                }
            case .item: lay(&itemTable) { fitted.table.coefficient(row: Int(items[$0]), case: $1) }
            }
        }
        self.common = common
        self.sets = setTable
        self.items = itemTable
        stillSets = setTable.stillSum(unmet)
        stillItems = itemTable.stillSum(unmet)
    }

    /// What is the same for all sets and items.
    func common(_ context: ResponseContext) -> Float { common.sum(column: 0, context) }

    /// What one set adds.
    func set(_ section: Int, _ context: ResponseContext) -> Float { sets.sum(column: section, context) }

    /// Sets `out` to what each set adds, for sets that were never met.
    func sets(_ context: ResponseContext, into out: UnsafeMutableBufferPointer<Float>) {
        stillSets.withUnsafeBufferPointer { _ = out.update(fromContentsOf: $0) }
        sets.add(context, 0..<out.count, stillToo: false, into: out)
    }

    /// Sets `out` to what each item adds, for sets that were never met.
    func items(_ context: ResponseContext, into out: UnsafeMutableBufferPointer<Float>) {
        stillItems.withUnsafeBufferPointer { _ = out.update(fromContentsOf: $0) }
        items.add(context, 0..<out.count, stillToo: false, into: out)
    }

    /// Sets some of the items of `out` to what they add where their set was met.
    func items(_ context: ResponseContext, _ places: Range<Int>, into out: UnsafeMutableBufferPointer<Float>) {
        UnsafeMutableBufferPointer(rebasing: out[places]).update(repeating: 0)
        items.add(context, places, stillToo: true, into: out)
    }
}

extension ContextKind {
    /// Whether the case is the same at all moments for an item and a set of skills that were never met.
    fileprivate var isStill: Bool {
        switch self {
        case .none, .itemTry, .countStreak, .fineCountStreak, .itemOutcomes, .skillOutcomes, .fineSkillOutcomes,
            .skillGap,
            .itemGap, .fineItemGap, .count:
            true
        case .outcomes, .run, .gap, .fineGap, .fineGapItem, .middleGap, .previousOutcome, .previousSkills, .explored,
            .position, .plainGap:
            false
        }
    }

    /// Whether the case is of the item and of nothing else.
    fileprivate var isOfItem: Bool {
        switch self {
        case .itemTry, .itemOutcomes, .itemGap, .fineItemGap: true
        default: false
        }
    }
}

extension Covariate {
    /// Whether the value is the same at all moments for an item and a set of skills that were never met.
    fileprivate var isStill: Bool {
        switch self {
        case .one, .successes, .failures, .itemAttempts, .skillRecency: true
        case .allSuccesses, .allFailures, .recency, .slowRecency, .slowestRecency: false
        }
    }
}
