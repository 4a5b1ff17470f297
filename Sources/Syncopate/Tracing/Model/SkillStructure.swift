/// How mastery of the skills goes together before any evidence: a few shared factors and a part of each skill's own.
///
/// Mastery of skill k is `theta_k = loadings_k' z + u_k` with `z ~ N(0, I)` and `u_k ~ N(0, specific_k)`, so that its
/// prior covariance is `loadings loadings' + diag(specific)`. This is a full K x K covariance that needs no K^2 numbers
/// for a learner, and a skill met for the first time joins with a prior of its own.
package struct SkillStructure: Sendable, Equatable {
    /// Number of shared factors, R.
    package let factors: Int
    /// K x R, row by row.
    package var loadings: [Double]
    /// K variances.
    package var specific: [Double]
    /// What an unknown skill gets: R loadings and a variance.
    package var typicalLoadings: [Double]
    package var typicalSpecific: Double

    package init(skills: Int, factors: Int, loading: Double = 0.5, specific: Double = 0.3) {
        self.factors = factors
        var row = [Double](repeating: 0, count: factors)
        if factors > 0 { row[0] = loading }
        typicalLoadings = row
        typicalSpecific = specific
        loadings = (0..<skills).flatMap { _ in row }
        self.specific = [Double](repeating: specific, count: skills)
    }

    /// No skills, and the typical one of another structure.
    package init(typical other: SkillStructure) {
        factors = other.factors
        loadings = []
        specific = []
        typicalLoadings = other.typicalLoadings
        typicalSpecific = other.typicalSpecific
    }

    package var skills: Int { specific.count }

    /// Loadings of a skill; of a typical one where `skill` is not known.
    package func loading(_ skill: Int, _ factor: Int) -> Double {
        specific.indices.contains(skill) ? loadings[skill * factors + factor] : typicalLoadings[factor]
    }

    /// Variance of a skill's own part; of a typical one where `skill` is not known.
    package func specificVariance(_ skill: Int) -> Double {
        specific.indices.contains(skill) ? specific[skill] : typicalSpecific
    }

    /// Sets the factors after the first apart: with equal loadings no number of EM steps would tell them from each other.
    package mutating func tilt() {
        for skill in 0..<skills {
            for factor in 1..<max(factors, 1) {
                loadings[skill * factors + factor] = 0.2 * (skill / factor % 2 == 0 ? 1 : -1)
            }
        }
    }

    /// Sets the typical skill to the mean of the known.
    package mutating func settleTypical() {
        guard skills > 0 else { return }
        let n = Double(skills)
        for factor in 0..<factors {
            typicalLoadings[factor] = (0..<skills).reduce(0.0) { $0 + loadings[$1 * factors + factor] } / n
        }
        typicalSpecific = specific.reduce(0, +) / n
    }
}
