/// What one repeat of a workload takes.
public struct Counts: Sendable, Hashable, Codable {
    /// Instructions the processor was given.
    public var instructions: Double
    /// Calls that asked for memory.
    public var allocations: Double

    public init(instructions: Double, allocations: Double) {
        self.instructions = instructions
        self.allocations = allocations
    }

    /// What a repeat takes where `repeats` of them and twice as many were counted, each with the same start and the same
    /// preparation, which drop out.
    public init(once: Counts, twice: Counts, repeats: Int) {
        let repeats = Double(max(repeats, 1))
        instructions = (twice.instructions - once.instructions) / repeats
        allocations = (twice.allocations - once.allocations) / repeats
    }
}
