import RealModule

extension Independence {
    /// The trait of every learner of one cohort, from a gradebook.
    ///
    /// Each past piece of work is one right-or-wrong observation with its own intercept from the class's rate: whether it
    /// came on time where its due date and the times of all that came are known, else whether it came. The mean is that of
    /// the exact posterior; the deviation is the one expected of such columns, so that it never grows with evidence.
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
        var handedIn = 0.0
        let isTimed = timed(cohort: cohort, gradebook: gradebook, past: past)
        for learner in cohort {
            trace(of: learner, in: gradebook, past: past, isTimed: isTimed) { item, handed, outcome in
                asked[item] += 1
                counts[item] += outcome ? 1 : 0
                handedIn += handed ? 1 : 0
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
            var (belief, none) = (TraitBelief(), TraitBelief())
            trace(of: learner, in: gradebook, past: past, isTimed: isTimed) { item, handed, outcome in
                trait.asked += 1
                trait.handedIn += handed ? 1 : 0
                trait.counts[isTimed[item] ? .onTime : .attempted, default: 0] += 1
                let row = outcome ? came[item] : stayed[item]
                for k in log.indices { log[k] += row[k] }
                TraitBelief.expect(
                    &belief, &none, slopes: (loading, 0), rate: (counts[item] + 1) / (asked[item] + 2), spread: 1)
            }
            guard trait.asked > 0 else { return trait }
            trait.source = .gradebook
            let peak = log.max() ?? 0
            var (mass, first) = (0.0, 0.0)
            for (z, value) in zip(grid, log) {
                let weight = Double.exp(value - peak)
                mass += weight
                first += weight * z
            }
            trait.mean = first / mass
            trait.deviation = belief.reported.squareRoot()
            return trait
        }
        // The trait is relative to the cohort; where all hand everything in, nobody stands out.
        let known = learners.filter { $0.asked > 0 }
        let middle = known.isEmpty ? 0 : known.reduce(0) { $0 + $1.mean } / Double(known.count)
        for place in learners.indices where learners[place].asked > 0 { learners[place].mean -= middle }
        let total = asked.reduce(0, +)
        return (learners, total > 0 ? handedIn / total : .nan)
    }

    /// Which items tell whether work came on time: those with a due date where everything that came has a time.
    ///
    /// Where nearly nothing came on time the times are probably those of marking, so being on time has to tell learners
    /// apart at least as well as having handed in.
    private static func timed(cohort: [Int], gradebook: Gradebook, past: [Bool]) -> [Bool] {
        var isTimed = gradebook.items.map { $0.due?.isFinite ?? false }
        var counts = [(asked: Double, handed: Double, onTime: Double)](repeating: (0, 0, 0), count: isTimed.count)
        for learner in cohort {
            for cell in gradebook.cells(ofLearner: learner) where past[Int(gradebook.columns[cell])] {
                let item = Int(gradebook.columns[cell])
                guard isTimed[item], let handed = gradebook.statuses[cell].isHandedIn else { continue }
                counts[item].asked += 1
                guard handed else { continue }
                if !gradebook.times[cell].isFinite { isTimed[item] = false }
                counts[item].handed += 1
                counts[item].onTime += isOnTime(cell, in: gradebook) ? 1 : 0
            }
        }
        return isTimed.indices.map { item in
            let (asked, handed, onTime) = counts[item]
            return isTimed[item] && onTime * (asked - onTime) >= handed * (asked - handed)
        }
    }

    private static func isOnTime(_ cell: Int, in gradebook: Gradebook) -> Bool {
        gradebook.times[cell] <= gradebook.items[Int(gradebook.columns[cell])].due ?? .infinity
    }

    /// Calls `body` for each past item that the learner was asked for and whose fate the file tells.
    private static func trace(
        of learner: Int, in gradebook: Gradebook, past: [Bool], isTimed: [Bool],
        _ body: (_ item: Int, _ handed: Bool, _ outcome: Bool) -> Void
    ) {
        for cell in gradebook.cells(ofLearner: learner) where past[Int(gradebook.columns[cell])] {
            let item = Int(gradebook.columns[cell])
            guard let handed = gradebook.statuses[cell].isHandedIn else { continue }
            body(item, handed, handed && (!isTimed[item] || isOnTime(cell, in: gradebook)))
        }
    }
}

extension Status {
    /// Whether work came; `nil` where it was not asked for or the file does not tell.
    fileprivate var isHandedIn: Bool? {
        switch self {
        case .scored, .notYetGraded: true
        case .missing, .unknownBlank, .inProgress: false
        case .excused, .notAssigned, .hidden: nil
        }
    }
}
