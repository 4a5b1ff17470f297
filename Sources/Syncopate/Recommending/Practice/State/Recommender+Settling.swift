import Matrices

extension Recommender {
    /// A state as it comes back after writing and reading it: equal bit for bit to `state(from: bytes(of:))`.
    ///
    /// A host that keeps states as bytes, and one that keeps them here and settles them after every answer, see the same
    /// figures.
    public func settled(_ state: PracticeState) -> PracticeState {
        var settled = state
        settle(&settled)
        return settled
    }

    /// The same in place. What was settled before and has not changed since costs next to nothing.
    public func settle(_ state: inout PracticeState) {
        state.attempts = Int(UInt32(clamping: state.attempts))
        for skill in state.unsettled {
            growth.settle(skill, &state.growth)
            state.memory.settle(skill)
        }
        state.unsettled.removeAll(keepingCapacity: true)
        if let ability = state.ability { state.ability = Self.settled(ability) }
    }

    /// The covariance in single precision.
    static func settled(_ ability: Belief<Double>) -> Belief<Double> {
        var covariance = ability.covariance
        for row in 0..<ability.count {
            for column in 0...row {
                let value = PracticeStateCode.single(covariance[row, column])
                covariance[row, column] = value
                covariance[column, row] = value
            }
        }
        return Belief(mean: ability.mean, covariance: covariance)
    }
}
