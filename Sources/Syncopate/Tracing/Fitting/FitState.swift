/// Everything a fit has found so far. With the same log and options a fit goes on from it as if it had never stopped.
package struct FitState: Sendable, Equatable {
    /// Rounds done.
    package var step = 0
    package var settings: TracingSettings
    package var structure: SkillStructure
    /// Per term, per place of the design.
    package var coefficients: [[Double]]
    package var variances: [Double]
    /// What the held-out learners say each term's sum should be multiplied by.
    package var gains: [Double]
    package var provenance = MasteryModel.Provenance()

    package init(
        settings: TracingSettings, structure: SkillStructure, coefficients: [[Double]] = [], variances: [Double] = [],
        gains: [Double] = []
    ) {
        self.settings = settings
        self.structure = structure
        self.coefficients = coefficients
        self.variances = variances
        self.gains = gains
    }
}
