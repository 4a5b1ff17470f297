/// The terms of a model turned about: what one context adds to the log-odds of all sets of skills, or all items, at once.
///
/// A coefficient is kept by case first and then by set or item, so that what a learner's moment adds is a few rows that
/// are read one after the other. Everything is for items that the learner has not met lately; ``ModelFollower`` is for
/// the others. Single precision.
struct RankingTerms: Sendable {
    private let common: RankingTable
    private let sets: RankingTable
    private let items: RankingTable
    /// Whether anything depends on what happened on a set of skills.
    let dependOnSets: Bool
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
            let reach = RankingReach(term)
            let cases = term.context.cases(sets: known)
            // Of what happened to the item itself there is only "nothing".
            let unmetCase = Int(unmet.cases[Int(term.context.rawValue)])
            let reachable = term.context.isOfItem ? unmetCase..<unmetCase + 1 : 0..<cases
            func lay(_ table: inout RankingTable, _ coefficient: (Int, Int) -> Double) {
                table.append(term, cases: cases, reachable: reachable, reach, coefficient)
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
        dependOnSets = common.dependsOnSets || setTable.dependsOnSets || itemTable.dependsOnSets
        stillSets = setTable.stillSum(unmet)
        stillItems = itemTable.stillSum(unmet)
    }

    /// What is the same for all sets and items that were never met.
    func common(_ context: ResponseContext) -> Float { common.sum(column: 0, context) }

    /// Sets `out` to what each set adds, for sets that were never met.
    func sets(_ context: ResponseContext, into out: UnsafeMutableBufferPointer<Float>) {
        stillSets.withUnsafeBufferPointer { _ = out.update(fromContentsOf: $0) }
        sets.addMoving(context, into: out)
    }

    /// Sets `out` to what each item adds, for sets that were never met.
    func items(_ context: ResponseContext, into out: UnsafeMutableBufferPointer<Float>) {
        stillItems.withUnsafeBufferPointer { _ = out.update(fromContentsOf: $0) }
        items.addMoving(context, into: out)
    }

    /// What of a section's offset depends on what happened on its set.
    func ofSet(_ section: Int, _ context: ResponseContext) -> Float {
        common.sum(column: 0, context, ofSetOnly: true) + sets.sum(column: section, context, ofSetOnly: true)
    }

    /// Changes the items of a section from those of a set that was never met to those of one that was.
    func changeItems(
        _ places: Range<Int>, from unmet: ResponseContext, to met: ResponseContext,
        in out: UnsafeMutableBufferPointer<Float>
    ) {
        items.addOfSet(unmet, places, sign: -1, into: out)
        items.addOfSet(met, places, sign: 1, into: out)
    }
}
