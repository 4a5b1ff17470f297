import RealModule

/// Columns whose scores groups seem to share, singly and by the same groups in two columns.
struct CopiedColumns: Sendable {
    private struct Candidate: Sendable {
        var item: Int
        var learners: [Int]
        var grid: ScoreGrid
        var logRatio: Double
        var isFull: [Bool]
        var scores: [Double]
    }

    private let table: ColumnScores
    private let items: [Item]
    private let candidates: [Candidate]
    /// For each candidate, the partner whose groups it seems to share, and the log-odds of that.
    private var partners: [(partner: Int, odds: Double)?]

    /// Share of columns whose scores are copied, before anything is seen.
    static let prior = 0.08
    /// The same where the title speaks of groups.
    static let groupPrior = 0.4
    /// That a column has the groups of another: one that looks copied by itself, or one that does not.
    static let partnerPrior = (known: 0.02, unknown: 0.004)
    /// Odds a shared grouping has to reach.
    static let leastOdds = 3.0
    /// Most columns that are compared in pairs.
    static let pairLimit = 40
    /// Fewest scores of a column, or of two columns together, that are looked at.
    static let leastScores = (one: 8, two: 10)

    init(_ table: ColumnScores, items: [Item], isOpen: [Bool]) {
        self.table = table
        self.items = items
        let shared = SharedScores()
        var candidates: [Candidate] = []
        // Groups are torn by a sample.
        for item in items.indices where table.isWhole && isOpen[item] && items[item].maximum != 0 {
            let column = table.columns[item]
            // Nothing at all may be work that never came, and is shared by chance.
            let marks = zip(column.learners, column.scores).filter { $0.1 > 0 }
            guard marks.count >= Self.leastScores.one, !column.isAllOrNothing,
                2 * marks.count(where: { $0.1 < 1 }) >= marks.count
            else { continue }
            let grid = ScoreGrid(marks.map(\.1), maximum: items[item].maximum)
            guard Set(grid.places).count >= 3 else { continue }
            candidates.append(
                Candidate(
                    item: item, learners: marks.map(\.0), grid: grid, logRatio: shared.logRatio(grid),
                    isFull: marks.map { $0.1 >= 1 }, scores: marks.map(\.1)))
        }
        // Where most columns look so, it is how marks are given here.
        let alike = candidates.count { $0.logRatio > 3 }
        if 2 * alike > candidates.count, candidates.count >= 3 { candidates = [] }
        self.candidates = candidates
        partners = Array(repeating: nil, count: candidates.count)
        pair(shared)
    }

    private mutating func pair(_ shared: SharedScores) {
        let paired = candidates.indices.filter { candidates[$0].logRatio > -5 }
            .sorted {
                candidates[$0].logRatio != candidates[$1].logRatio
                    ? candidates[$0].logRatio > candidates[$1].logRatio : $0 < $1
            }
            .prefix(Self.pairLimit).sorted()
        for (place, first) in paired.enumerated() {
            for second in paired.dropFirst(place + 1) {
                guard let ratio = logRatio(candidates[first], candidates[second], shared) else { continue }
                offer(ratio, of: second, to: first)
                offer(ratio, of: first, to: second)
            }
        }
    }

    /// Keeps the best partner of a candidate: what the pair says beyond the partner's own scores.
    private mutating func offer(_ ratio: Double, of partner: Int, to candidate: Int) {
        let (own, other) = (candidates[candidate].logRatio, candidates[partner].logRatio)
        let prior = other > max(own, 0) ? Self.partnerPrior.known : Self.partnerPrior.unknown
        let odds = ratio - max(other, 0) + Double.log(prior)
        if odds > Double.log(Self.leastOdds), odds > (partners[candidate]?.odds ?? -.infinity) {
            partners[candidate] = (partner, odds)
        }
    }

    private func logRatio(_ first: Candidate, _ second: Candidate, _ shared: SharedScores) -> Double? {
        var pairs: [(first: Double, second: Double, place: Int)] = []
        var (xs, ys): ([Double], [Double]) = ([], [])
        var (i, j) = (0, 0)
        while i < first.learners.count, j < second.learners.count {
            if first.learners[i] < second.learners[j] {
                i += 1
            } else if first.learners[i] > second.learners[j] {
                j += 1
            } else {
                // Full marks twice are no sign of a group.
                if !(first.isFull[i] && second.isFull[j]) {
                    let (a, b) = (first.grid.places[i], second.grid.places[j])
                    pairs.append(
                        (
                            first.grid.logProbability[a] ?? 0, second.grid.logProbability[b] ?? 0,
                            a * (ScoreGrid.limit + 1) + b
                        ))
                    xs.append(first.scores[i])
                    ys.append(second.scores[j])
                }
                i += 1
                j += 1
            }
        }
        guard pairs.count >= Self.leastScores.two else { return nil }
        return shared.logRatio(pairs, correlation: Self.correlation(xs, ys))
    }

    private static func correlation(_ xs: [Double], _ ys: [Double]) -> Double {
        let count = Double(xs.count)
        let (a, b) = (xs.reduce(0, +) / count, ys.reduce(0, +) / count)
        var (aa, bb, ab) = (0.0, 0.0, 0.0)
        for (x, y) in zip(xs, ys) {
            aa += (x - a) * (x - a)
            bb += (y - b) * (y - b)
            ab += (x - a) * (y - b)
        }
        return aa > 1e-12 && bb > 1e-12 ? ab / (aa * bb).squareRoot() : 0
    }

    /// What the columns are found to be, by how they go with the rest too: a group's score goes with its members' half as
    /// much as their own.
    func findings(_ relation: RestRelation) -> [ColumnFinding?] {
        var result = [ColumnFinding?](repeating: nil, count: items.count)
        for (place, candidate) in candidates.enumerated() {
            let share = Double(candidate.isFull.count { $0 }) / Double(candidate.isFull.count)
            let isGroup = GroupTitle.speaks(items[candidate.item].title)
            var odds = ColumnBench.logOdds(isGroup ? Self.groupPrior : Self.prior) + candidate.logRatio
            if let found = relation.correlations[candidate.item] {
                odds += ColumnBench.ratio(
                    found, 0.5 * relation.usual, 0.25, against: relation.usual * (1 - 0.5 * share), 0.25)
            }
            let distinct = Set(candidate.grid.places).count
            var reasons: [ColumnReason] = [.sharedScores(distinct: distinct, scored: candidate.scores.count)]
            if let partner = partners[place] {
                odds = max(odds, partner.odds)
                reasons.append(.sameGroups(title: items[candidates[partner.partner].item].title))
            }
            let probability = Logistic.probability(odds)
            guard probability >= ColumnScreen.tellFrom else { continue }
            result[candidate.item] = ColumnFinding(kind: .copied, probability: probability, reasons: reasons)
        }
        return result
    }
}
