// Stands in until the fast core is merged.
extension Recommender {
    public func observe(item: Int, score: Double, certainty: Double, at: Double, _ state: inout PracticeState) {
        observe(item: item, score: score, at: at, &state)
    }
    public func observe(
        skills: [PrerequisiteGraph.Edge], difficulty: Double, score: Double, certainty: Double, at: Double,
        _ state: inout PracticeState
    ) {
        observe(skills: skills, score: score, at: at, &state)
    }
    public func settled(_ state: PracticeState) -> PracticeState { state }
    public func bytes(of state: PracticeState) -> [UInt8] { [] }
    public func state(from bytes: [UInt8]) -> PracticeState? { nil }
}
extension Catalogue {
    public var fingerprint: UInt64 {
        var hash = StableHash()
        for item in items { hash.add(item.id) }
        return hash.value
    }
}
