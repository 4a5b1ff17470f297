extension RecordKeeper {
    /// Notes a decision in a record, so that an event can say what became of it; the oldest beyond
    /// ``LearnerRecord/decisionLimit`` is forgotten. The revision stays, and one that is known already changes nothing.
    public func note(_ decision: RecordedDecision, in record: inout LearnerRecord) {
        guard decision.propensity > 0, decision.propensity <= 1 else { return }
        guard !record.decisions.contains(where: { $0.id == decision.id }) else { return }
        record.decisions.append(decision)
        if record.decisions.count > LearnerRecord.decisionLimit { record.decisions.removeFirst() }
    }

    /// What a host says of a decision, joined with it; `nil` where the record does not know the decision (any more).
    ///
    /// - Parameters:
    ///   - done: identity of the item that was done; `nil`: none, or none that has one.
    ///   - mode: in which it was done; `nil`: not said.
    ///   - outcome: as the host says; `nil`: accepted where what was done is what was advised, or an item of the skill that
    ///     was, else overridden, and skipped where nothing was done.
    ///   - score: share of the maximum, where there was one.
    public func feedback(
        on decision: DecisionID, in record: LearnerRecord, done: String?, mode: Mode? = nil,
        outcome: DecisionOutcome? = nil, score: Double? = nil
    ) -> DecisionFeedback? {
        guard let known = record.decisions.last(where: { $0.id == decision }) else { return nil }
        let catalogue = recommender.catalogue
        let recommended: String
        let isDone: Bool
        let item = done.flatMap { catalogue.position(ofItem: $0) }
        var isSkill = false
        switch known.subject {
        case .item(let advised):
            guard catalogue.items.indices.contains(advised) else { return nil }
            recommended = catalogue.items[advised].id
            isDone = item == advised
        case .skill(let advised):
            guard catalogue.skills.indices.contains(advised) else { return nil }
            recommended = catalogue.skills[advised].id
            isDone = item.map { catalogue.itemSkills[$0].contains { $0.skill == advised } } ?? (done != nil)
            isSkill = true
        }
        let told = outcome ?? (isDone ? .accepted : done == nil && score == nil ? .skipped : .overridden)
        return DecisionFeedback(
            decision: decision, learner: record.learner, recommended: recommended, isSkill: isSkill, done: done,
            recommendedMode: known.mode, usedMode: mode, outcome: told, propensity: known.propensity, score: score)
    }
}
