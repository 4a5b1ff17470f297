import RealModule

/// How well a learner works alone, relative to the cohort: the latent trait the choice of mode rests on.
///
/// In a gradebook the one trace of it is whether work that was due came in. The trait is N(0, 1) over the cohort and
/// each past column is one right-or-wrong observation with its own intercept from the class's rate. What the file
/// does not tell adds no term, so that the deviation stays at 1; nothing is imputed.
public struct Independence: Sendable, Hashable {
    /// Posterior mean, standard deviations of the cohort.
    public var mean: Double
    /// Posterior standard deviation; 1 where nothing is known.
    public var deviation: Double
    /// Past pieces of work handed in.
    public var handedIn: Int
    /// Past pieces of work asked of this learner.
    public var asked: Int

    /// Above this deviation the trait is called unknown.
    public static let unknownAbove = 0.8

    /// Whether the evidence says something.
    public var isKnown: Bool { deviation <= Self.unknownAbove }

    /// The trait of every learner of one cohort.
    ///
    /// - Parameters:
    ///   - cohort: positions of the learners.
    ///   - loading: logits of handing in per standard deviation of the trait.
    /// - Returns: one per learner of `cohort`, in its order, and the cohort's share handed in (NaN if nothing was asked).
    public static func estimate(
        cohort: [Int], gradebook: Gradebook, profiles: [ItemProfile], loading: Double
    ) -> (learners: [Independence], share: Double) {
        guard cohort.count >= 2 else {
            return (cohort.map { _ in Independence(mean: 0, deviation: 1, handedIn: 0, asked: 0) }, .nan)
        }
        let past = profiles.map { $0.role != .notMastery && $0.phase == .past }
        var counts = [Double](repeating: 0, count: profiles.count)
        var asked = [Double](repeating: 0, count: profiles.count)
        for learner in cohort {
            trace(of: learner, in: gradebook, past: past) { item, handed in
                asked[item] += 1
                counts[item] += handed ? 1 : 0
            }
        }
        // The rate is a mean over the trait, so the intercept at the trait's middle lies further out.
        let stretch = (1 + Double.pi * loading * loading / 8).squareRoot()
        let intercepts = profiles.indices.map { j in stretch * Logistic.logit((counts[j] + 1) / (asked[j] + 2)) }
        // Log-likelihoods of both outcomes on a grid over the trait, once per item: sums are all that is left. The grid
        // is as fine as the narrowest posterior that so many items can give (a step of one deviation leaves a trapezoid
        // an error of e^-19), and reaches five deviations of the prior beyond the furthest mode: pulled out by
        // `loading` times the items, held back where success or failure is certain.
        let items = Double(asked.count { $0 > 0 })
        let information = loading * loading * items
        let step = max(0.02, min(0.1, 1 / (1 + information / 4).squareRoot()))
        let furthest = intercepts.reduce(0) { max($0, abs($1)) } + Double.log(1 + information)
        let half = Int(((5 + min(loading * items, furthest / loading)) / step).rounded(.up))
        let grid = (-half...half).map { step * Double($0) }
        let came = profiles.indices.map { j in grid.map { -Logistic.softplus(-(intercepts[j] + loading * $0)) } }
        let stayed = profiles.indices.map { j in grid.map { -Logistic.softplus(intercepts[j] + loading * $0) } }
        var learners = cohort.map { learner in
            var log = grid.map { -$0 * $0 / 2 }
            var trait = Independence(mean: 0, deviation: 1, handedIn: 0, asked: 0)
            trace(of: learner, in: gradebook, past: past) { item, handed in
                trait.asked += 1
                trait.handedIn += handed ? 1 : 0
                let row = handed ? came[item] : stayed[item]
                for k in log.indices { log[k] += row[k] }
            }
            guard trait.asked > 0 else { return trait }
            let peak = log.max() ?? 0
            var (mass, first, second) = (0.0, 0.0, 0.0)
            for (z, value) in zip(grid, log) {
                let weight = Double.exp(value - peak)
                mass += weight
                first += weight * z
                second += weight * z * z
            }
            trait.mean = first / mass
            trait.deviation = max(second / mass - trait.mean * trait.mean, 0).squareRoot()
            return trait
        }
        // The trait is relative to the cohort; where all hand everything in, nobody stands out.
        let known = learners.filter { $0.asked > 0 }
        let middle = known.isEmpty ? 0 : known.reduce(0) { $0 + $1.mean } / Double(known.count)
        for place in learners.indices where learners[place].asked > 0 { learners[place].mean -= middle }
        let total = asked.reduce(0, +)
        return (learners, total > 0 ? counts.reduce(0, +) / total : .nan)
    }

    /// Calls `body` for each past item that the learner was asked for and whose fate the file tells.
    private static func trace(
        of learner: Int, in gradebook: Gradebook, past: [Bool], _ body: (_ item: Int, _ handed: Bool) -> Void
    ) {
        for cell in gradebook.cells(ofLearner: learner) where past[Int(gradebook.columns[cell])] {
            switch gradebook.statuses[cell] {
            case .scored, .notYetGraded: body(Int(gradebook.columns[cell]), true)
            case .missing, .unknownBlank, .inProgress: body(Int(gradebook.columns[cell]), false)
            case .excused, .notAssigned, .hidden: break
            }
        }
    }
}
