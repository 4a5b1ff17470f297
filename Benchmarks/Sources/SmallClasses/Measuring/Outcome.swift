/// One row of the results: a class size, a kind of titles, a span of years.
struct Outcome: Encodable {
    let size: Int
    let titles: Titles
    let years: String
    /// Root mean square errors over all draws, shares of the maximum.
    let model: Double
    let columnMean: Double
    let learnerMean: Double
    let columnAndLearner: Double
    /// The same with column means that are drawn to nothing: as they stand, and with learner effects taken out.
    let plainColumnAndLearner: Double
    let adjustedColumnAndLearner: Double
    /// Model over column and learner: mean and standard deviation over draws, the latter `nil` for a single draw.
    let ratio: Double
    let ratioDeviation: Double?
    /// Share of the cells inside the 80 % interval, and within 1.2816 standard deviations without holding the ends to
    /// 0...1. Scores are within 0...1, so the two can differ only by the rounding of 1.2816.
    let coverage: Double
    let unclippedCoverage: Double
    /// 1 if the stated deviation were that of all errors; more where there are far misses.
    let meanSquaredZ: Double
    /// Cells predicted, over all draws.
    let cells: Int
    /// Classes over all draws, and those in which topics were found and used.
    let classes: Int
    let withTopics: Int
    /// What was asked.
    let bar: Bar
    let ratioIsMet: Bool
    let coverageIsMet: Bool

    /// Whether both bars are met.
    var isMet: Bool { ratioIsMet && coverageIsMet }

    /// `nil` where a draw has no cells or the size has no bar.
    init?(size: Int, titles: Titles, years: String, draws: [Errors]) {
        guard !draws.isEmpty, draws.allSatisfy({ $0.cells > 0 }),
            let bar = Bar.bySize.first(where: { $0.size == size })?.bar
        else { return nil }
        var sums = Errors()
        for draw in draws { sums += draw }
        let count = Double(sums.cells)
        func root(_ sum: Double) -> Double { (sum / count).squareRoot() }
        let ratios = draws.map { ($0.model / $0.columnAndLearner).squareRoot() }
        let mean = ratios.reduce(0, +) / Double(ratios.count)
        let squares = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.size = size
        self.titles = titles
        self.years = years
        model = root(sums.model)
        columnMean = root(sums.columnMean)
        learnerMean = root(sums.learnerMean)
        columnAndLearner = root(sums.columnAndLearner)
        plainColumnAndLearner = root(sums.plain)
        adjustedColumnAndLearner = root(sums.adjusted)
        ratio = mean
        ratioDeviation = ratios.count > 1 ? (squares / Double(ratios.count - 1)).squareRoot() : nil
        coverage = Double(sums.inside) / count
        unclippedCoverage = Double(sums.withinReach) / count
        meanSquaredZ = sums.squaredZ / count
        cells = sums.cells
        classes = sums.classes
        withTopics = sums.withTopics
        self.bar = bar
        ratioIsMet = mean <= bar.ratio
        coverageIsMet = (bar.leastCoverage...bar.mostCoverage).contains(coverage)
    }
}
