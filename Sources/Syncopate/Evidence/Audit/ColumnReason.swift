/// One plain fact behind what a column is said to be, which a teacher can check in the gradebook.
///
/// The code is stable; the sentence may be reworded.
public enum ColumnReason: Sendable, Hashable {
    /// An item file or the input says so.
    case stated
    /// The title says so.
    case title
    /// Zero points possible.
    case noPoints
    /// Everybody who has a score has the same one.
    case sameScore(scored: Int)
    /// Only full marks and nothing, with at most one value between.
    case allOrNothing(full: Int, scored: Int)
    /// Correlation with the rest of the gradebook, and what is usual for its columns.
    case relation(correlation: Double, usual: Double)
    /// The correlation is below zero beyond chance.
    case negative(correlation: Double, upper: Double)
    /// Mean and share at the maximum.
    case high(mean: Double, atMaximum: Double)
    /// Few of those who could have a score have one, though later columns are full.
    case fewTook(taken: Int, asked: Int)
    /// Zero for many.
    case manyZeros(zeros: Int, scored: Int)
    /// Scores above the maximum.
    case aboveMaximum(count: Int, scored: Int)
    /// Few different scores, each shared, where the column's points allow many.
    case sharedScores(distinct: Int, scored: Int)
    /// The same learners share a score in another column.
    case sameGroups(title: String)
    /// How many are below the maximum.
    case nearMaximum(below: Int, scored: Int)

    /// The stable name of the fact.
    public var code: String {
        switch self {
        case .stated: "stated"
        case .title: "title"
        case .noPoints: "no_points"
        case .sameScore: "same_score"
        case .allOrNothing: "all_or_nothing"
        case .relation: "weakly_related"
        case .negative: "negatively_related"
        case .high: "high"
        case .fewTook: "few_took_it"
        case .manyZeros: "many_zeros"
        case .aboveMaximum: "above_maximum"
        case .sharedScores: "shared_scores"
        case .sameGroups: "same_groups"
        case .nearMaximum: "near_maximum"
        }
    }

    /// The fact as a clause without a full stop.
    public var sentence: String {
        switch self {
        case .stated: "the input says so"
        case .title: "by its title"
        case .noPoints: "no points possible"
        case .sameScore(let scored): "all \(scored) scores are the same"
        case .allOrNothing(let full, let scored): "full marks or nothing, \(full) of \(scored) in full"
        case .relation(let correlation, let usual):
            "correlation with the rest \(Self.figure(correlation)), usual here \(Self.figure(usual))"
        case .negative(let correlation, let upper):
            "correlation with the rest \(Self.figure(correlation)), below \(Self.figure(upper)) with 99 % confidence"
        case .high(let mean, let atMaximum):
            "mean \(Rounding.percent(mean)) %, \(Rounding.percent(atMaximum)) % at the maximum"
        case .fewTook(let taken, let asked): "\(taken) of \(asked) have a score, though later columns are full"
        case .manyZeros(let zeros, let scored): "\(zeros) of \(scored) scores are zero"
        case .aboveMaximum(let count, let scored): "\(count) of \(scored) scores are above the maximum"
        case .sharedScores(let distinct, let scored):
            "\(scored) scores take \(distinct) values only, shared by two to five each or a few such groups"
        case .sameGroups(let title): "the same learners share a score in \"\(title)\""
        case .nearMaximum(let below, let scored): "\(below) of \(scored) are below the maximum"
        }
    }

    private static func figure(_ value: Double) -> String { "\(Rounding.decimals(value, 2))" }
}
