/// How firmly one learner remembers each skill.
public struct MemoryBelief: Sendable, Hashable {
    /// Per skill, K; `nil` before the first practice.
    public internal(set) var traces: [MemoryTrace?]

    init(count: Int) { traces = [MemoryTrace?](repeating: nil, count: count) }
}
