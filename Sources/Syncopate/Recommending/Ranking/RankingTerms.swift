/// The terms of a model turned about: what one context adds to the log-odds of all sets of skills, or all items, at once.
///
/// A coefficient is kept by case first and then by set or item, so that what a learner's moment adds is a few rows that
/// are read one after the other. Everything is for items that the learner has not met lately; ``ModelFollower`` is for
/// the others. Single precision.
struct RankingTerms: Sendable {
    private struct Part: Sendable {
        var context: Int
        var covariate: Int
        /// Whether neither the case nor the covariate depends on anything but the set of skills and the item.
        var isStill: Bool
        /// Where the row of each case starts in the coefficients; -1 where all of it is zero.
        var rows: [Int]
    }

    private let common: [(part: Part, coefficients: [Float])]
    private let setParts: [Part]
    private let setCoefficients: [Float]
    private let itemParts: [Part]
    private let itemCoefficients: [Float]
    private let setCount: Int
    private let itemCount: Int
    /// What the still parts add for a set that was never met, a row of sets and a row of items.
    private let stillSets: [Float]
    private let stillItems: [Float]

    init(_ model: MasteryModel, sections: [ItemBank.Section], items: [Int32]) {
        setCount = sections.count
        itemCount = items.count
        var unmet = ResponseContext()
        LearnerHistory().fill(
            &unmet, item: ModelFollower.unmet, set: ModelFollower.unmet, previousKnownSet: -1, at: .nan)
        var common: [(part: Part, coefficients: [Float])] = []
        var (setParts, itemParts): ([Part], [Part]) = ([], [])
        var (setCoefficients, itemCoefficients): ([Float], [Float]) = ([], [])
        let sets = model.skillSets.count
        for fitted in model.terms {
            let term = fitted.term
            let cases = term.context.cases(sets: sets)
            var part = Part(
                context: Int(term.context.rawValue), covariate: Int(term.covariate.rawValue),
                isStill: term.context.isStill && term.covariate.isStill, rows: [])
            // Of what happened to the item itself there is only "nothing".
            let reachable =
                term.context.isOfItem ? Int(unmet.cases[part.context])..<Int(unmet.cases[part.context]) + 1 : 0..<cases
            /// Adds a row for each case that has a coefficient.
            func lay(_ coefficients: inout [Float], count: Int, _ coefficient: (Int, Int) -> Double) {
                part.rows = [Int](repeating: -1, count: cases)
                for place in reachable {
                    let row = (0..<count).map { Float(coefficient($0, place)) }
                    guard row.contains(where: { $0 != 0 }) else { continue }
                    part.rows[place] = coefficients.count
                    coefficients += row
                }
            }
            switch term.entity {
            case .all:
                var row: [Float] = []
                lay(&row, count: 1) { fitted.table.coefficient(row: $0, case: $1) }
                common.append((part, row))
            case .skillSet:
                let known = sections.map { Int($0.set) < sets ? Int($0.set) : -1 }
                lay(&setCoefficients, count: sections.count) { fitted.table.coefficient(row: known[$0], case: $1) }
                setParts.append(part)
            case .skill:
                lay(&setCoefficients, count: sections.count) { section, place in
                    zip(sections[section].skillSet.skills, sections[section].skillSet.weights).reduce(0) {
                        $0 + $1.1 * fitted.table.coefficient(row: Int($1.0), case: place)
                    }
                }
                setParts.append(part)
            case .item:
                lay(&itemCoefficients, count: items.count) {
                    fitted.table.coefficient(row: Int(items[$0]), case: $1)
                }
                itemParts.append(part)
            }
        }
        self.common = common
        (self.setParts, self.setCoefficients) = (setParts, setCoefficients)
        (self.itemParts, self.itemCoefficients) = (itemParts, itemCoefficients)
        var stillSets = [Float](repeating: 0, count: sections.count)
        var stillItems = [Float](repeating: 0, count: items.count)
        stillSets.withUnsafeMutableBufferPointer {
            Self.add(setParts, setCoefficients, unmet, 0..<sections.count, into: $0) { $0.isStill }
        }
        stillItems.withUnsafeMutableBufferPointer {
            Self.add(itemParts, itemCoefficients, unmet, 0..<items.count, into: $0) { $0.isStill }
        }
        (self.stillSets, self.stillItems) = (stillSets, stillItems)
    }

    /// What is the same for all sets and items.
    func common(_ context: ResponseContext) -> Float {
        var sum: Float = 0
        for (part, coefficients) in common {
            let row = part.rows[Int(context.cases[part.context])]
            if row >= 0 { sum += coefficients[row] * Float(context.values[part.covariate]) }
        }
        return sum
    }

    /// Sets `out` to what each set adds, for sets that were never met.
    func sets(_ context: ResponseContext, into out: UnsafeMutableBufferPointer<Float>) {
        stillSets.withUnsafeBufferPointer { _ = out.update(fromContentsOf: $0) }
        Self.add(setParts, setCoefficients, context, 0..<setCount, into: out) { !$0.isStill }
    }

    /// What one set adds.
    func set(_ section: Int, _ context: ResponseContext) -> Float {
        var sum: Float = 0
        for part in setParts {
            let row = part.rows[Int(context.cases[part.context])]
            if row >= 0 { sum += setCoefficients[row + section] * Float(context.values[part.covariate]) }
        }
        return sum
    }

    /// Sets `out` to what each item adds, for sets that were never met.
    func items(_ context: ResponseContext, into out: UnsafeMutableBufferPointer<Float>) {
        stillItems.withUnsafeBufferPointer { _ = out.update(fromContentsOf: $0) }
        Self.add(itemParts, itemCoefficients, context, 0..<itemCount, into: out) { !$0.isStill }
    }

    /// Sets some of the items of `out` to what they add where their set was met.
    func items(_ context: ResponseContext, _ places: Range<Int>, into out: UnsafeMutableBufferPointer<Float>) {
        for place in places { out[place] = 0 }
        Self.add(itemParts, itemCoefficients, context, places, into: out) { _ in true }
    }

    private static func add(
        _ parts: [Part], _ coefficients: [Float], _ context: ResponseContext, _ places: Range<Int>,
        into out: UnsafeMutableBufferPointer<Float>, where isWanted: (Part) -> Bool
    ) {
        coefficients.withUnsafeBufferPointer { coefficients in
            guard let all = coefficients.baseAddress, let out = out.baseAddress else { return }
            for part in parts where isWanted(part) {
                let row = part.rows[Int(context.cases[part.context])]
                guard row >= 0 else { continue }
                let value = Float(context.values[part.covariate])
                let own = all + row
                if value == 1 {
                    for place in places { out[place] += own[place] }
                } else {
                    for place in places { out[place] += value * own[place] }
                }
            }
        }
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
