/// One additive part of the log-odds: a coefficient per entity and context, times a covariate.
///
/// Coefficients are shrunk towards zero by how little was seen, so that a context nobody met says nothing.
package struct ContextTerm: Sendable, Hashable {
    package let entity: ContextEntity
    package let context: ContextKind
    package let covariate: Covariate
    package let group: TermGroup

    package init(_ entity: ContextEntity, _ context: ContextKind, _ covariate: Covariate = .one, _ group: TermGroup) {
        self.entity = entity
        self.context = context
        self.covariate = covariate
        self.group = group
    }

    /// What the term is called in a model file and on its card, such as `item | try | 1`.
    package var name: String { "\(entity.word) | \(context.word) | \(covariate.word)" }

    /// The term of this name among ``standard``, or `nil`.
    package init?(name: String) {
        guard let term = Self.standard.first(where: { $0.name == name }) else { return nil }
        self = term
    }

    /// Terms that share cases share the look-up of them.
    package struct Key: Hashable, Sendable {
        package let entity: ContextEntity
        package let context: ContextKind
    }

    package var key: Key { Key(entity: entity, context: context) }

    /// Whether the coefficient is a plain weight: one number, hardly shrunk.
    package var isWeight: Bool { entity == .all && context == .none }

    /// The terms of the model, in the order in which they are fitted: what everything else leans on first.
    package static let standard: [ContextTerm] = [
        ContextTerm(.all, .none, .one, .easiness),
        ContextTerm(.skill, .none, .one, .easiness),
        ContextTerm(.item, .none, .one, .easiness),
        ContextTerm(.all, .itemTry, .one, .retries),
        ContextTerm(.item, .itemTry, .one, .retries),
        ContextTerm(.skillSet, .itemTry, .one, .retries),
        ContextTerm(.skillSet, .countStreak, .one, .skillHistory),
        ContextTerm(.all, .fineCountStreak, .one, .skillHistory),
        ContextTerm(.skillSet, .previousSkills, .one, .transitions),
        ContextTerm(.item, .itemOutcomes, .one, .retries),
        ContextTerm(.item, .skillOutcomes, .one, .skillHistory),
        ContextTerm(.all, .outcomes, .one, .course),
        ContextTerm(.all, .fineSkillOutcomes, .one, .skillHistory),
        ContextTerm(.skillSet, .run, .one, .transitions),
        ContextTerm(.all, .explored, .one, .course),
        ContextTerm(.all, .gap, .one, .gaps),
        ContextTerm(.all, .fineGap, .one, .gaps),
        ContextTerm(.all, .fineGapItem, .one, .gaps),
        ContextTerm(.all, .skillGap, .one, .gaps),
        ContextTerm(.all, .itemGap, .one, .gaps),
        ContextTerm(.all, .fineItemGap, .one, .gaps),
        ContextTerm(.item, .previousOutcome, .one, .transitions),
        ContextTerm(.skillSet, .gap, .one, .gaps),
        ContextTerm(.item, .middleGap, .one, .gaps),
        ContextTerm(.all, .none, .successes, .practice),
        ContextTerm(.all, .none, .failures, .practice),
        ContextTerm(.all, .none, .allSuccesses, .practice),
        ContextTerm(.all, .none, .allFailures, .practice),
        ContextTerm(.all, .none, .itemAttempts, .retries),
        ContextTerm(.all, .none, .skillRecency, .recency),
        ContextTerm(.all, .none, .recency, .recency),
        ContextTerm(.all, .none, .slowRecency, .recency),
        ContextTerm(.all, .none, .slowestRecency, .recency),
        ContextTerm(.skill, .none, .successes, .practice),
        ContextTerm(.skill, .none, .failures, .practice),
        ContextTerm(.skill, .none, .skillRecency, .recency),
        ContextTerm(.skill, .none, .slowRecency, .recency),
        ContextTerm(.item, .none, .slowRecency, .recency),
        ContextTerm(.item, .none, .skillRecency, .recency),
        ContextTerm(.all, .itemTry, .recency, .retries),
        ContextTerm(.all, .itemTry, .slowestRecency, .retries),
        ContextTerm(.all, .itemTry, .skillRecency, .retries),
        ContextTerm(.all, .itemTry, .slowRecency, .retries),
        ContextTerm(.all, .plainGap, .recency, .gaps),
        ContextTerm(.all, .plainGap, .slowestRecency, .gaps),
        ContextTerm(.all, .plainGap, .skillRecency, .gaps),
        ContextTerm(.all, .middleGap, .slowRecency, .gaps),
        ContextTerm(.all, .position, .slowestRecency, .course),
        ContextTerm(.all, .position, .slowRecency, .course),
        ContextTerm(.all, .count, .skillRecency, .skillHistory),
    ]
}
