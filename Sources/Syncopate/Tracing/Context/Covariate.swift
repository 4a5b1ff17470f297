/// What a coefficient is multiplied by. Each is a number known before the response.
package enum Covariate: UInt8, Sendable, Hashable, CaseIterable {
    /// One: the coefficient is an offset.
    case one
    /// log(1 + successes) on these skills (Pavlik, Cen & Koedinger 2009; logarithm after Gervet et al. 2020).
    case successes
    /// log(1 + failures) on these skills.
    case failures
    /// log(1 + successes) on everything.
    case allSuccesses
    /// log(1 + failures) on everything.
    case allFailures
    /// log(1 + earlier responses to the same item).
    case itemAttempts
    /// Recency-weighted success on these skills, each response weighing .7 of the next; less one half.
    case skillRecency
    /// Recency-weighted success on everything, weight .7, less one half: the last few responses.
    case recency
    /// Recency-weighted success on everything, weight .9, less one half: the last dozen.
    case slowRecency
    /// Recency-weighted success on everything, weight .97, less one half: the last fifty.
    case slowestRecency

    /// The word in a model file and on its card.
    package var word: String {
        switch self {
        case .one: "1"
        case .successes: "successes"
        case .failures: "failures"
        case .allSuccesses: "all successes"
        case .allFailures: "all failures"
        case .itemAttempts: "item attempts"
        case .skillRecency: "skill recency"
        case .recency: "recency"
        case .slowRecency: "slow recency"
        case .slowestRecency: "slowest recency"
        }
    }
}
