import Syncopate

/// A table made by a rule that any language can follow, so that other programs' figures need no data file:
///
/// `s = (1103515245 s + 12345) mod 2^31` from 12345; per row `a = s >> 8`, then `b = s >> 8`; 40 learners in turn.
/// The probability is `(a + 0.5) / 2^23`, or with ties `(5 (a mod 20) + 2) / 100`; what came is less extreme than
/// that says, `t = 0.1 + 0.7 p`: 1 where `(b + 0.5) / 2^23 < t`, or as a fraction
/// `round(4 (t + 0.6 ((b + 0.5) / 2^23 - 0.5))) / 4` held to 0...1.
enum InventedPredictions {
    static func table(_ rows: Int = 3000, ties: Bool = false, fractions: Bool = false) throws -> PredictionTable {
        var state = 12345
        func next() -> Int {
            state = (state * 1_103_515_245 + 12345) % 2_147_483_648
            return state >> 8
        }
        var table = PredictionTable(learners: (0..<40).map { "l\($0)" }, items: ["x", "y", "z"])
        for row in 0..<rows {
            let (a, b) = (next(), next())
            let probability = ties ? Double((a % 20) * 5 + 2) / 100 : (Double(a) + 0.5) / 8_388_608
            let draw = (Double(b) + 0.5) / 8_388_608
            let truth = 0.1 + 0.7 * probability
            let graded = min(max((4 * (truth + 0.6 * (draw - 0.5))).rounded(.toNearestOrEven) / 4, 0), 1)
            try table.append(
                Prediction(
                    learner: Int32(row % 40), item: Int32(row % 3), row: Int32(row + 2),
                    score: fractions ? graded : draw < truth ? 1 : 0, probability: probability,
                    position: Int32(row / 40), gap: row < 40 ? .nan : Double(row), repeats: Int32(row / 120),
                    isNewItem: row % 3 == 2))
        }
        return table
    }

    /// A rival half as good: `0.5 p + 0.49 ((7919 row mod 1000) / 1000) + 0.005`.
    static func rival(of table: PredictionTable) throws -> PredictionTable {
        try table.replacing(
            probabilities: table.probability.enumerated().map { row, probability in
                0.5 * probability + 0.5 * (Double((row * 7919) % 1000) / 1000) * 0.98 + 0.005
            })
    }

    /// A table of one learner per row or of the learners given.
    static func small(_ rows: [(probability: Double, score: Double)], learners: [Int32]? = nil) throws
        -> PredictionTable
    {
        var table = PredictionTable(learners: rows.indices.map { "l\($0)" }, items: ["x"])
        for (row, pair) in rows.enumerated() {
            try table.append(
                Prediction(
                    learner: learners?[row] ?? Int32(row), item: 0, row: Int32(row), score: pair.score,
                    probability: pair.probability))
        }
        return table
    }
}
