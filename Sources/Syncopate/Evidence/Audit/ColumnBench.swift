import RealModule

/// Weighs each column of a gradebook against what else it could be: the work of ``ColumnScreen``.
struct ColumnBench {
    private let table: ColumnScores
    private let items: [Item]
    /// Columns that nothing but their scores speaks for.
    private let isOpen: [Bool]
    /// Whether most columns are right or wrong, as in a file of single questions: then that is no sign of anything.
    private let isRightOrWrong: Bool
    private let isAllOrNothing: [Bool]
    /// Zero for nearly half or more of those who have a score.
    private let hasManyZeros: [Bool]
    /// What columns are apart from how they go with the rest.
    private var settled: [ColumnFinding?]
    private var copies: CopiedColumns
    private(set) var findings: [ColumnFinding?]

    init(gradebook: Gradebook, profiles: [ItemProfile], table: ColumnScores) {
        self.table = table
        items = gradebook.items
        let open = zip(gradebook.items, profiles).map { !$0.kindIsStated && $1.role == .evidence }
        isOpen = open
        isAllOrNothing = table.columns.map(\.isAllOrNothing)
        let judged = profiles.indices.filter { profiles[$0].role == .evidence && table.columns[$0].count >= 5 }
        let few = judged.count { table.columns[$0].isAllOrNothing }
        let rightOrWrong = 2 * few > judged.count
        isRightOrWrong = rightOrWrong
        hasManyZeros = table.columns.indices.map { item in
            let column = table.columns[item]
            return open[item] && !rightOrWrong && column.count >= 5 && 2 * column.count >= column.asked
                && Double(column.zeros) >= 0.45 * Double(column.count)
        }
        settled = Array(repeating: nil, count: items.count)
        findings = settled
        copies = CopiedColumns(table, items: gradebook.items, isOpen: open)
        usesAsRest = profiles.map { $0.role == .evidence }
    }

    private let usesAsRest: [Bool]

    /// Columns taken for work so far: what others are compared with.
    var isRest: [Bool] {
        items.indices.map { item in
            guard usesAsRest[item] else { return false }
            guard isOpen[item] else { return true }
            guard isRightOrWrong || !isAllOrNothing[item], !hasManyZeros[item] else { return false }
            return !(findings[item]?.isSetAside ?? false)
        }
    }

    // MARK: What few took

    /// Finds pieces that only some did although the class went on: optional, a bonus, or given to some only.
    ///
    /// Under work, the share who have a score is that of the other columns, give or take (a beta distribution with the weight
    /// of eight learners); else it may be anything.
    mutating func findOptional() {
        let covered = table.columns.filter { $0.asked > 0 && $0.coverage >= 0.5 }.map(\.coverage).sorted()
        let worked = table.columns.count { $0.count > 0 }
        guard 2 * covered.count >= worked, let middle = covered.isEmpty ? nil : covered[covered.count / 2] else {
            return
        }
        var later = 0
        for item in items.indices.reversed() {
            let column = table.columns[item]
            defer { if column.coverage >= 0.7 { later += 1 } }
            guard isOpen[item], items[item].assigned == nil, column.count >= 3, later >= 2,
                column.coverage <= 0.5 * middle
            else { continue }
            let share = min(middle, 0.98)
            let work = Self.logBetaBinomial(column.count, of: column.asked, 8 * share, 8 * (1 - share))
            let odds = Self.logOdds(0.05) - Double.log(Double(column.asked + 1)) - work
            let probability = Logistic.probability(odds)
            guard probability >= ColumnScreen.tellFrom else { continue }
            settled[item] = ColumnFinding(
                kind: .bonus, probability: probability,
                reasons: [.fewTook(taken: column.count, asked: column.asked)])
        }
        findings = settled
    }

    // MARK: What scores look like

    /// Judges all columns by what the others look like.
    mutating func judge(_ relation: RestRelation) {
        let usualMean = usualLogit
        var found = settled
        for item in items.indices where isOpen[item] && settled[item] == nil {
            let column = table.columns[item]
            guard column.count >= RestRelation.leastLearners else { continue }
            found[item] = ceiling(column) ?? weigh(item, column, relation, usualMean: usualMean)
        }
        let copied = copies.findings(relation)
        for (item, finding) in copied.enumerated() {
            guard let finding, finding.probability > (found[item]?.probability ?? 0), !(found[item]?.kind == .ceiling)
            else { continue }
            found[item] = finding
        }
        findings = found
    }

    /// Everybody at the maximum but for one or two: it tells nothing of anybody but those.
    private func ceiling(_ column: ColumnScores.Column) -> ColumnFinding? {
        let below = column.count - column.full
        guard column.count >= 10, column.zeros == 0, Double(below) <= max(1, 0.05 * Double(column.count)) else {
            return nil
        }
        return ColumnFinding(
            kind: .ceiling, probability: 1, reasons: [.nearMaximum(below: below, scored: column.count)])
    }

    private func weigh(
        _ item: Int, _ column: ColumnScores.Column, _ relation: RestRelation, usualMean: Double
    ) -> ColumnFinding? {
        let finding: ColumnFinding?
        if hasManyZeros[item] {
            finding = manyZeros(item, column, relation)
        } else if isAllOrNothing[item] {
            finding = isRightOrWrong ? nil : participation(item, column, relation, usualMean: usualMean)
        } else if column.scores.count(where: { $0 > 1 + 1e-9 }) * 10 >= 3 * column.count {
            finding = aboveMaximum(item, column, relation)
        } else {
            finding = attendance(item, column, relation, usualMean: usualMean)
        }
        if let finding, finding.probability >= ColumnScreen.setAsideFrom { return finding }
        return against(relation.correlations[item]) ?? finding
    }

    /// Full marks for whoever took part, against a question that is right or wrong.
    private func participation(
        _ item: Int, _ column: ColumnScores.Column, _ relation: RestRelation, usualMean: Double
    ) -> ColumnFinding? {
        guard 2 * column.full >= column.count else { return nil }
        let (full, rest) = (Double(column.full) + 0.5, Double(column.count - column.full) + 0.5)
        let (logit, error) = (Double.log(full / rest), 1 / full + 1 / rest)
        // A column of one point may be a question. Elsewhere such columns are about five times as often for taking part.
        var odds = (items[item].maximum ?? 1) > 1 ? Double.log(5) : 0
        odds += Self.logNormal(logit, 2, 0.49 + error) - Self.logNormal(logit, usualMean, 1 + error)
        var reasons: [ColumnReason] = [.allOrNothing(full: column.full, scored: column.count)]
        if let found = relation.handedIn[item] {
            odds += Self.ratio(found, 0.1, 0.2, against: 0.6 * relation.usual, 0.2)
            reasons.append(.relation(correlation: found.value, usual: RestRelation.Correlation.tanh(relation.usual)))
        }
        return told(.participation, odds, reasons)
    }

    /// Points for some and zero for many, against hard work or work that never came.
    private func manyZeros(_ item: Int, _ column: ColumnScores.Column, _ relation: RestRelation) -> ColumnFinding? {
        var odds = isAllOrNothing[item] ? 0 : 1.5
        var reasons: [ColumnReason] = [.manyZeros(zeros: column.zeros, scored: column.count)]
        if let found = relation.handedIn[item] {
            odds += Self.ratio(found, 0.15, 0.25, against: 0.6 * relation.usual, 0.25)
            reasons.append(.relation(correlation: found.value, usual: RestRelation.Correlation.tanh(relation.usual)))
        }
        return told(.bonus, odds, reasons)
    }

    /// Many scores above the maximum: points on top, unless they go with the rest as work does.
    private func aboveMaximum(_ item: Int, _ column: ColumnScores.Column, _ relation: RestRelation) -> ColumnFinding? {
        let above = column.scores.count { $0 > 1 + 1e-9 }
        var odds = 0.0
        var reasons: [ColumnReason] = [.aboveMaximum(count: above, scored: column.count)]
        if let found = relation.correlations[item] {
            odds += Self.ratio(found, 0.15, 0.25, against: relation.usual, 0.25)
            reasons.append(.relation(correlation: found.value, usual: RestRelation.Correlation.tanh(relation.usual)))
        }
        return told(.bonus, odds, reasons)
    }

    /// High scores that hardly go with the rest. A column near its maximum goes with the rest less, whatever it measures.
    private func attendance(
        _ item: Int, _ column: ColumnScores.Column, _ relation: RestRelation, usualMean: Double
    ) -> ColumnFinding? {
        guard let found = relation.correlations[item], column.mean >= 0.7 else { return nil }
        let share = Double(column.full) / Double(column.count)
        let logit = Self.logit(column.mean)
        var odds = Self.logOdds(0.1)
        odds += Self.ratio(found, 0.15, 0.15, against: relation.usual * (1 - 0.5 * share), 0.25)
        odds += Self.logNormal(logit, 2, 0.36) - Self.logNormal(logit, usualMean, 0.49)
        return told(
            .attendance, odds,
            [
                .high(mean: column.mean, atMaximum: share),
                .relation(correlation: found.value, usual: RestRelation.Correlation.tanh(relation.usual)),
            ])
    }

    /// A correlation that lies below zero with 99 % confidence.
    private func against(_ found: RestRelation.Correlation?) -> ColumnFinding? {
        guard let found, found.count >= 12 else { return nil }
        let upper = found.interval(2.326).upperBound
        guard upper < 0 else { return nil }
        return ColumnFinding(
            kind: .against, probability: 0.99, reasons: [.negative(correlation: found.value, upper: upper)])
    }

    private func told(_ kind: ColumnKind, _ odds: Double, _ reasons: [ColumnReason]) -> ColumnFinding? {
        let probability = Logistic.probability(odds)
        return probability >= ColumnScreen.tellFrom
            ? ColumnFinding(kind: kind, probability: probability, reasons: reasons) : nil
    }

    /// Median over columns of work of the logit of their mean, drawn to .9 by two columns' weight.
    private var usualLogit: Double {
        let rest = isRest
        let known = items.indices.filter { rest[$0] && table.columns[$0].count >= 5 }
            .map { Self.logit(table.columns[$0].mean) }.sorted()
        guard !known.isEmpty else { return 0.9 }
        let middle = (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
        return (middle * Double(known.count) + 0.9 * 2) / Double(known.count + 2)
    }

    // MARK: Arithmetic

    /// log of how much likelier a correlation is around one middle than around another, on Fisher's scale; the deviations are
    /// those of columns around it, sampling comes on top.
    static func ratio(
        _ found: RestRelation.Correlation, _ middle: Double, _ deviation: Double, against other: Double,
        _ otherDeviation: Double
    ) -> Double {
        logNormal(found.transformed, middle, deviation * deviation + found.variance)
            - logNormal(found.transformed, other, otherDeviation * otherDeviation + found.variance)
    }

    static func logNormal(_ x: Double, _ mean: Double, _ variance: Double) -> Double {
        -0.5 * (x - mean) * (x - mean) / variance - 0.5 * Double.log(2 * .pi * variance)
    }

    static func logOdds(_ probability: Double) -> Double { Double.log(probability / (1 - probability)) }

    /// Logit of a mean, a hundredth off either end.
    private static func logit(_ mean: Double) -> Double { Double.log((mean + 0.01) / (1.01 - mean)) }

    /// log-probability of `count` of `total` where the share is beta-distributed.
    static func logBetaBinomial(_ count: Int, of total: Int, _ a: Double, _ b: Double) -> Double {
        var log = 0.0
        for k in 0..<total {
            log -= Double.log((a + b + Double(k)) / Double(k + 1))
            if k < count { log += Double.log((a + Double(k)) / Double(k + 1)) }
            if k < total - count { log += Double.log((b + Double(k)) / Double(k + 1)) }
        }
        return log
    }
}
