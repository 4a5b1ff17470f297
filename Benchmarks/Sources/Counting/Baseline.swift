/// Counts that later ones are held against, with what they were made with.
public struct Baseline: Sendable, Hashable, Codable {
    public var machine: Machine
    /// By name of the workload.
    public var workloads: [String: Counts]

    public init(machine: Machine, workloads: [String: Counts] = [:]) {
        self.machine = machine
        self.workloads = workloads
    }

    /// Takes in new counts; those of other workloads stay where the compiler was the same.
    public mutating func renew(_ measured: [String: Counts], on machine: Machine) {
        if self.machine.toolchain != machine.toolchain { workloads = [:] }
        self.machine = machine
        workloads.merge(measured) { $1 }
    }
}
