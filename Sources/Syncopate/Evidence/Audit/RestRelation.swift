import RealModule

/// How each column goes with the rest of the gradebook.
///
/// A score is standardised within its column and held to two and a half deviations; a learner's rest is the mean over the
/// other columns of work, with one more at zero. Zeros are left out where most scores are above zero: they may be work that
/// never came.
struct RestRelation: Sendable {
    /// A correlation over so many learners.
    struct Correlation: Sendable, Hashable {
        var value: Double
        var count: Int

        /// Fisher's z (Fisher 1915).
        var transformed: Double {
            let held = min(max(value, -0.97), 0.97)
            return 0.5 * Double.log((1 + held) / (1 - held))
        }
        /// Variance of that under sampling.
        var variance: Double { 1 / Double(max(count - 3, 1)) }

        /// Where the correlation lies with the given number of deviations to each side.
        func interval(_ deviations: Double) -> ClosedRange<Double> {
            let reach = deviations * variance.squareRoot()
            return Self.tanh(transformed - reach)...Self.tanh(transformed + reach)
        }

        static func tanh(_ z: Double) -> Double {
            let e = Double.exp(2 * min(max(z, -20), 20))
            return (e - 1) / (e + 1)
        }
    }

    /// One per column; `nil` where too few learners have a score on it and on three others.
    let correlations: [Correlation?]
    /// The same of having any marks at all against having none, for columns of full marks or nothing.
    let handedIn: [Correlation?]
    /// What is usual for columns of work here, as Fisher's z: their median, drawn to .6 by three columns' weight.
    let usual: Double

    /// Fewest learners a correlation is stated of.
    static let leastLearners = 8
    /// Fewest other columns that make a rest.
    static let leastColumns = 3

    /// - Parameter isRest: which columns are taken for work.
    init(_ table: ColumnScores, isRest: [Bool]) {
        let standard = table.columns.map(Self.standardised)
        var sums = [Double](repeating: 0, count: table.learners)
        var counts = [Int](repeating: 0, count: table.learners)
        for (item, marks) in standard.enumerated() where isRest[item] {
            for mark in marks {
                sums[mark.learner] += mark.value
                counts[mark.learner] += 1
            }
        }
        func rest(_ learner: Int, own: Double?) -> Double? {
            let count = counts[learner] - (own == nil ? 0 : 1)
            guard count >= Self.leastColumns else { return nil }
            return (sums[learner] - (own ?? 0)) / Double(count + 1)
        }
        var correlations: [Correlation?] = []
        var handedIn: [Correlation?] = []
        for (item, column) in table.columns.enumerated() {
            var pairs: [(Double, Double)] = []
            for mark in standard[item] {
                guard let rest = rest(mark.learner, own: isRest[item] ? mark.value : nil) else { continue }
                pairs.append((mark.value, rest))
            }
            correlations.append(Self.correlation(pairs))
            guard !isRest[item] else {
                handedIn.append(nil)
                continue
            }
            let outcomes = zip(column.learners, column.scores).compactMap { learner, score in
                rest(learner, own: nil).map { (score > 0 ? 1.0 : 0.0, $0) }
            }
            handedIn.append(Self.correlation(outcomes))
        }
        self.correlations = correlations
        self.handedIn = handedIn
        let known = correlations.indices.compactMap { isRest[$0] ? correlations[$0]?.transformed : nil }.sorted()
        let middle =
            known.isEmpty ? 0.6 : (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
        usual = max((middle * Double(known.count) + 0.6 * 3) / Double(known.count + 3), 0.3)
    }

    private static func standardised(_ column: ColumnScores.Column) -> [(learner: Int, value: Double)] {
        guard column.count >= 5 else { return [] }
        let positive = column.count - column.zeros
        let dropsZeros = 2 * positive >= column.count
        let marks = zip(column.learners, column.scores).filter { !dropsZeros || $0.1 > 0 }
        let count = Double(marks.count)
        let mean = marks.reduce(0) { $0 + $1.1 } / count
        let deviation = (marks.reduce(0) { $0 + ($1.1 - mean) * ($1.1 - mean) } / count).squareRoot()
        guard deviation > 1e-9 else { return [] }
        return marks.map { ($0.0, min(max(($0.1 - mean) / deviation, -2.5), 2.5)) }
    }

    private static func correlation(_ pairs: [(Double, Double)]) -> Correlation? {
        guard pairs.count >= leastLearners else { return nil }
        let count = Double(pairs.count)
        let (a, b) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
        var (aa, bb, ab) = (0.0, 0.0, 0.0)
        for (x, y) in pairs {
            aa += (x - a) * (x - a)
            bb += (y - b) * (y - b)
            ab += (x - a) * (y - b)
        }
        guard aa > 1e-12, bb > 1e-12 else { return nil }
        return Correlation(value: ab / (aa * bb).squareRoot(), count: pairs.count)
    }
}
