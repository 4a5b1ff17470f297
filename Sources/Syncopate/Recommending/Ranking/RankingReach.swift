/// What a term depends on where the item itself was never met.
struct RankingReach: Sendable {
    /// On nothing that happened, for a set of skills that was never met either.
    let isStill: Bool
    /// On what happened on the set of skills.
    let isOfSet: Bool

    init(_ term: ContextTerm) {
        isStill = term.context.isStill && term.covariate.isStill
        isOfSet = term.context.isOfSet || term.covariate.isOfSet
    }
}

extension ContextKind {
    fileprivate var isStill: Bool {
        switch self {
        case .none, .itemTry, .countStreak, .fineCountStreak, .itemOutcomes, .skillOutcomes, .fineSkillOutcomes,
            .skillGap,
            .itemGap, .fineItemGap, .count:
            true
        case .outcomes, .run, .gap, .fineGap, .fineGapItem, .middleGap, .previousOutcome, .previousSkills, .explored,
            .position, .plainGap:
            false
        }
    }

    fileprivate var isOfSet: Bool {
        switch self {
        case .countStreak, .fineCountStreak, .skillOutcomes, .fineSkillOutcomes, .skillGap, .count, .run, .explored:
            true
        case .none, .itemTry, .itemOutcomes, .itemGap, .fineItemGap, .outcomes, .gap, .fineGap, .fineGapItem,
            .middleGap,
            .previousOutcome, .previousSkills, .position, .plainGap:
            false
        }
    }

    /// Whether the case is of the item and of nothing else.
    var isOfItem: Bool {
        switch self {
        case .itemTry, .itemOutcomes, .itemGap, .fineItemGap: true
        default: false
        }
    }
}

extension Covariate {
    fileprivate var isStill: Bool {
        switch self {
        case .one, .successes, .failures, .itemAttempts, .skillRecency: true
        case .allSuccesses, .allFailures, .recency, .slowRecency, .slowestRecency: false
        }
    }

    fileprivate var isOfSet: Bool {
        switch self {
        case .successes, .failures, .skillRecency: true
        case .one, .itemAttempts, .allSuccesses, .allFailures, .recency, .slowRecency, .slowestRecency: false
        }
    }
}
