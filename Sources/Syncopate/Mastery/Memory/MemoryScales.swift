import RealModule

/// How likely each scale of time is for each skill of one learner, from all of their answers.
///
/// Empirical Bayes: a skill's scale is drawn from those of the learner, which are found from the skills by a few steps
/// of expectation and maximisation (Dempster, Laird & Rubin 1977), starting from days that are days.
struct MemoryScales: Sendable, Hashable {
    /// Probabilities of the scales per skill, K x J; empty for a skill without practice, and altogether where the usual
    /// scale alone is held.
    let shares: [[Double]]
    /// Those of a skill of which nothing is known, J.
    let population: [Double]

    /// What the prior counts beside skills.
    private static let priorSkills = 2.0
    private static let steps = 3
    /// Share of answers that have nothing to do with memory.
    private static let lapse = 0.02

    /// Octaves around the usual scale, and a little of everything.
    private static let prior: [Double] = {
        let weights = MemoryBelief.scales.indices.map { place in
            let octaves = Double(place - MemoryBelief.usual)
            return Double.exp(-octaves * octaves / 4.5) + 0.01
        }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }()

    init(_ belief: MemoryBelief) {
        var population = Self.prior
        // Answers of each skill on every scale, beside the likeliest.
        let likelihoods: [[Double]] = belief.evidence.map { evidence in
            let most = evidence.max() ?? 0
            return evidence.map { Double.exp($0 - most) }
        }
        var shares = likelihoods
        for _ in 0..<Self.steps {
            var sums = Self.prior.map { $0 * Self.priorSkills }
            var count = Self.priorSkills
            for (skill, likelihood) in likelihoods.enumerated() where !likelihood.isEmpty {
                var mine = likelihood
                var total = 0.0
                for place in mine.indices {
                    mine[place] *= population[place]
                    total += mine[place]
                }
                for place in mine.indices {
                    mine[place] /= total
                    sums[place] += mine[place]
                }
                shares[skill] = mine
                count += 1
            }
            population = sums.map { $0 / count }
        }
        self.shares = shares
        self.population = population
    }

    /// Probability of a success where recall is as given.
    static func chance(_ recall: Double) -> Double { lapse + (1 - 2 * lapse) * recall }

    static func log(_ value: Double) -> Double { Double.log(max(value, 1e-12)) }

    /// The likely scales of a skill with their shares, those below a fiftieth left out.
    func likely(_ skill: Int) -> [(place: Int, share: Double)] {
        let mine = !shares.indices.contains(skill) || shares[skill].isEmpty ? population : shares[skill]
        let kept = mine.indices.filter { mine[$0] >= 0.02 }
        let total = kept.reduce(0) { $0 + mine[$1] }
        return kept.map { ($0, mine[$0] / total) }
    }
}
