/// What may be held of one skill on one scale of time, as a few cases with their probabilities: each practice doubles
/// them, for it is recalled or it is not.
struct SkillMind {
    /// Probability, stability and difficulty of each case, and days since the last practice; empty before the first.
    var traces: [(share: Double, stability: Double, difficulty: Double, days: Double)]
    /// What a day counts as.
    let scale: Double
    /// Probability of success the first time.
    let first: Double

    /// Probability of recall after as many more days.
    func recall(_ model: MemoryModel, after days: Double) -> Double {
        traces.reduce(0) { $0 + $1.share * model.recall(stability: $1.stability, after: $1.days + days) }
    }

    /// The same some days later.
    func later(_ days: Double) -> SkillMind {
        var later = self
        for place in later.traces.indices { later.traces[place].days += days }
        return later
    }

    /// The same after one practice.
    func practised(_ model: MemoryModel) -> SkillMind {
        var after = self
        after.traces.removeAll(keepingCapacity: true)
        func add(_ share: Double, _ trace: MemoryTrace) {
            if share > 0 { after.traces.append((share, trace.stability, trace.difficulty, 0)) }
        }
        if traces.isEmpty {
            add(first, model.begin(score: 1, at: 0))
            add(1 - first, model.begin(score: 0, at: 0))
        }
        for trace in traces {
            let recall = model.recall(stability: trace.stability, after: trace.days)
            let before = MemoryTrace(
                stability: trace.stability, difficulty: trace.difficulty, last: -trace.days * MemoryModel.day)
            add(trace.share * recall, model.practised(before, score: 1, at: 0))
            add(trace.share * (1 - recall), model.practised(before, score: 0, at: 0))
        }
        return after
    }
}
