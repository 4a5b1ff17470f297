/// Fits ``MissingWorkModel`` to a class: passes of EM over its learners, those in doubt counting for nothing at first.
struct MissingWorkFitter {
    let gradebook: Gradebook
    let prior: ClassPrior
    /// The class's records, in order of the learners' ids, so that the order of rows decides nothing.
    private(set) var records: [WorkRecord]
    /// Positions of the records' learners.
    let learners: [Int]
    private(set) var model: MissingWorkModel

    /// Passes before anything is judged, and with judging.
    static let openingPasses = 4
    static let passes = 12
    /// Most scores the class is fitted on; a larger class is sampled evenly.
    static let sampleLimit = 60_000

    /// - Parameter sure: scores that somebody said are scores.
    init(gradebook: Gradebook, profiles: [ItemProfile], prior: ClassPrior, sure: Set<CellName>) {
        self.gradebook = gradebook
        self.prior = prior
        let isUsed = Self.used(gradebook, profiles)
        let everybody = gradebook.learners.indices.sorted { gradebook.learners[$0].id < gradebook.learners[$1].id }
        let room = max(300, Self.sampleLimit * everybody.count / max(gradebook.columns.count, 1))
        learners =
            everybody.count > room ? (0..<room).map { everybody[$0 * everybody.count / room] } : everybody
        records = learners.map { WorkRecord($0, of: gradebook, isUsed: isUsed, sure: sure) }
        model = MissingWorkModel(
            columns: Self.columns(of: records, count: gradebook.items.count, prior: prior),
            spread: prior.masteryDeviation * prior.masteryDeviation, surpriseLimit: prior.surpriseLimit)
    }

    /// Items whose scores may be missing work: those that measure mastery, and columns of nothing but zeros.
    static func used(_ gradebook: Gradebook, _ profiles: [ItemProfile]) -> [Bool] {
        profiles.map { $0.role == .evidence || $0.role == .constant && $0.meanScore == 0 }
    }

    /// Whether the class has any score that could stand for missing work as far as zeros go.
    private var hasZeros: Bool {
        records.contains { record in
            record.items.indices.contains { model.suspicion(of: record, at: $0) != nil }
        }
    }

    /// The fitted model; `nil` where there is nothing to doubt or nothing to judge it by.
    mutating func fit() -> MissingWorkModel? {
        guard model.columns.contains(where: { $0?.isGraded == true }) else { return nil }
        for place in records.indices { model.start(&records[place]) }
        for _ in 0..<Self.openingPasses { pass(isJudging: false) }
        let constants = EnteredConstants(records: records, model: model)
        model.grain = constants.grain
        for (item, value) in constants.byItem { model.columns[item]?.constant = value }
        guard hasZeros else { return nil }
        if !constants.byItem.isEmpty {
            for place in records.indices { model.start(&records[place]) }
            for _ in 0..<Self.openingPasses { pass(isJudging: false) }
        }
        for _ in 0..<Self.passes { pass(isJudging: true) }
        return model
    }

    // MARK: The start

    private static func columns(
        of records: [WorkRecord], count: Int, prior: ClassPrior
    ) -> [MissingWorkModel.Column?] {
        var scored = [Int](repeating: 0, count: count)
        var positive = scored
        var extremes = scored
        var sums = [Double](repeating: 0, count: count)
        var values = [[Double]](repeating: [], count: count)
        for record in records {
            for (item, score) in zip(record.items, record.scores) {
                scored[item] += 1
                guard score > 0 else { continue }
                positive[item] += 1
                sums[item] += score
                if score == 1 { extremes[item] += 1 } else { values[item].append(score) }
            }
        }
        let total = Double(positive.reduce(0, +))
        let overall = (sums.reduce(0, +) + 1.4) / (total + 2)
        // Right or wrong: nothing between nothing and everything. Of columns with few scores the rest decides.
        let between = values.reduce(0) { $0 + $1.count }
        let usual = Double(between) < 0.05 * max(total, 1)
        return (0..<count).map { item in
            guard scored[item] > 0 else { return nil }
            let isPlain = positive[item] == extremes[item]
            let isGraded = usual ? !isPlain : positive[item] == 0 || !isPlain || scored[item] < 5
            let mean = (sums[item] + 2 * overall) / (Double(positive[item]) + 2)
            return MissingWorkModel.Column(
                isGraded: isGraded, easiness: Logistic.logit(mean, margin: 0.01),
                easinessVariance: prior.easinessDeviation * prior.easinessDeviation, trials: prior.trials,
                mostTrials: questions(values[item]) ?? prior.trialsLimit)
        }
    }

    /// Fewest scores between nothing and everything that show on how many questions a column is.
    static let leastValues = 4

    /// How many questions of equal weight give just these shares, one value excepted that may have been entered for missing
    /// work: the least number up to 20 that all others are multiples of; `nil` where there is none or too few show it.
    static func questions(_ shares: [Double]) -> Double? {
        guard shares.count >= leastValues else { return nil }
        for count in 2...20 {
            let size = Double(count)
            func isOff(_ share: Double) -> Bool { abs((share * size).rounded() - share * size) >= 1e-4 * size }
            let exception = shares.first(where: isOff)
            let others = shares.filter { $0 != exception }
            if others.count >= leastValues, !others.contains(where: isOff) { return size }
        }
        return nil
    }

    // MARK: A pass

    private mutating func pass(isJudging: Bool) {
        for place in records.indices {
            model.measure(&records[place], steps: 3)
            if isJudging { model.judge(&records[place], isCounted: true) }
        }
        updateColumns()
        updateRates()
        updateSpread()
    }

    /// Easiness and effective questions of each column, as ``ClassFitter`` finds them, and what is missing there.
    private mutating func updateColumns() {
        let count = model.columns.count
        var (residuals, weights) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
        var (scatter, scores) = (weights, weights)
        for item in model.columns.indices {
            model.columns[item]?.scored = 0
            model.columns[item]?.missingZeros = 0
            model.columns[item]?.missingConstants = 0
        }
        for record in records {
            for place in record.items.indices {
                let item = record.items[place]
                guard let column = model.columns[item] else { continue }
                let missing = record.missing[place]
                model.columns[item]?.scored += 1
                if record.scores[place] == 0 {
                    model.columns[item]?.missingZeros += missing
                } else {
                    model.columns[item]?.missingConstants += missing
                }
                let share = 1 - missing
                guard share > 0 else { continue }
                let (residual, weight) = model.site(record, at: place)
                residuals[item] += residual
                weights[item] += weight
                let p = Logistic.probability(column.easiness + record.ability)
                let spread = max(p * (1 - p), LearnerSolver<Double>.leastWeight)
                let away = record.scores[place] - p
                let trust = model.trust(away, spread, column.trials)
                scatter[item] += share * (trust * away * away / spread + spread * record.variance)
                scores[item] += share
            }
        }
        updateEasiness(residuals: residuals, weights: weights)
        updateTrials(scatter: scatter, scores: scores)
    }

    private mutating func updateEasiness(residuals: [Double], weights: [Double]) {
        let known = model.columns.indices.filter { model.columns[$0] != nil }
        // The middle of the columns, each by what is known of it.
        let base = prior.easinessDeviation * prior.easinessDeviation
        var (sum, mass) = (0.0, 0.0)
        for item in known {
            guard let column = model.columns[item], weights[item] > 0 else { continue }
            let trust = 1 / (base + 1 / weights[item])
            sum += trust * column.easiness
            mass += trust
        }
        let middle = mass > 0 ? sum / mass : 1
        var square = prior.easinessDeviationWeight * base
        for item in known {
            guard let column = model.columns[item] else { continue }
            square += (column.easiness - middle) * (column.easiness - middle) + column.easinessVariance
        }
        let variance = square / (Double(known.count) + prior.easinessDeviationWeight)
        for item in known {
            guard let column = model.columns[item] else { continue }
            let precision = weights[item] + 1 / variance
            let move = (residuals[item] + (middle - column.easiness) / variance) / precision
            model.columns[item]?.easiness += min(max(move, -1), 1)
            model.columns[item]?.easinessVariance = 1 / precision
        }
    }

    private mutating func updateTrials(scatter: [Double], scores: [Double]) {
        var (sum, count) = (prior.trialsWeight / prior.trials, prior.trialsWeight)
        for item in model.columns.indices where model.columns[item]?.isGraded == true {
            sum += scatter[item]
            count += scores[item]
        }
        let usual = sum / max(count, 1e-9)
        let weight = prior.columnTrialsWeight
        for item in model.columns.indices {
            guard let column = model.columns[item] else { continue }
            guard column.isGraded else {
                model.columns[item]?.trials = 1
                continue
            }
            let trials = (scores[item] + weight) / max(scatter[item] + weight * usual, 1e-9)
            model.columns[item]?.trials = min(max(trials, 1), prior.trialsLimit)
        }
    }

    /// How often work is missing in the class, on graded columns.
    private mutating func updateRates() {
        var (zeros, constants, scored) = (0.0, 0.0, 0.0)
        for case let column? in model.columns where column.isGraded {
            zeros += column.missingZeros
            constants += column.missingConstants
            scored += column.scored
        }
        let (base, weight) = (MissingWorkModel.usualRate, MissingWorkModel.rateWeight)
        model.zeroRate = (zeros + weight * base) / (scored + weight)
        model.constantRate = (constants + weight * base) / (scored + weight)
    }

    private mutating func updateSpread() {
        let active = records.filter { !$0.items.isEmpty }
        let weight = prior.masteryDeviationWeight
        let square = active.reduce(weight * prior.masteryDeviation * prior.masteryDeviation) {
            $0 + $1.ability * $1.ability + $1.variance
        }
        model.spread = max(square / (Double(active.count) + weight), 1e-3)
    }
}
