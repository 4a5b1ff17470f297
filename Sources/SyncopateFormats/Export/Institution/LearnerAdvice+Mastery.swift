internal import Syncopate

extension LearnerAdvice {
    /// Expected success on a typical item of each skill, averaged, as a percentage with one decimal; `nil` where
    /// nothing of the learner's own says it.
    var masteryPercent: Double? {
        guard scores > 0, !masteries.isEmpty else { return nil }
        return Rounding.decimals(100 * masteries.reduce(0) { $0 + $1.success } / Double(masteries.count), 1)
    }
}
