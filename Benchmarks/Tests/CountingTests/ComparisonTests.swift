import Testing

@testable import Counting

/// What the gate lets through and what it does not.
struct ComparisonTests {
    private static let machine = Machine(toolchain: "Swift 1", library: "BLAS", system: "Linux", counter: "counter")
    private static let before = Counts(instructions: 1_000_000, allocations: 100)

    private static func compare(_ now: Counts, toolchain: String = "Swift 1") -> Comparison {
        var here = machine
        here.toolchain = toolchain
        return Comparison(
            [(name: "one", counts: before), (name: "two", counts: now)], on: here,
            with: Baseline(machine: machine, workloads: ["one": before, "two": before]))
    }

    @Test func whatIsThirtyPerCentSlowerFails() {
        let comparison = Self.compare(Counts(instructions: 1_300_000, allocations: 100))
        #expect(comparison.hasFailed)
        #expect(comparison.rows.map(\.instructions) == [.same, .grown])
        #expect(comparison.rows.map(\.ratio) == [1, 1.3])
    }

    @Test func aFifthMoreIsTheLimit() {
        #expect(!Self.compare(Counts(instructions: 1_200_000, allocations: 100)).hasFailed)
        #expect(Self.compare(Counts(instructions: 1_200_001, allocations: 100)).hasFailed)
    }

    @Test func allocationsFailToo() {
        #expect(Self.compare(Counts(instructions: 1_000_000, allocations: 130)).hasFailed)
        #expect(!Self.compare(Counts(instructions: 1_000_000, allocations: 122)).hasFailed)
        let none = Baseline(
            machine: Self.machine, workloads: ["one": Counts(instructions: 1_000_000, allocations: 0)])
        let some = [(name: "one", counts: Counts(instructions: 1_000_000, allocations: 3))]
        #expect(Comparison(some, on: Self.machine, with: none).hasFailed)
    }

    @Test func whatIsNoNumberFails() {
        #expect(Self.compare(Counts(instructions: .nan, allocations: 100)).hasFailed)
    }

    @Test func whatHasShrunkIsNoFailure() {
        let comparison = Self.compare(Counts(instructions: 790_000, allocations: 70))
        #expect(!comparison.hasFailed && comparison.isStale)
        #expect(comparison.rows[1].instructions == .shrunk && comparison.rows[1].allocations == .shrunk)
        #expect(!Self.compare(Counts(instructions: 810_000, allocations: 80)).isStale)
    }

    @Test func anotherCompilerIsNotHeldAgainstTheBaseline() {
        let comparison = Self.compare(Counts(instructions: 2_000_000, allocations: 100), toolchain: "Swift 2")
        #expect(!comparison.isComparable && !comparison.hasFailed && comparison.isStale)
    }

    @Test func whatTheBaselineLacksIsNew() {
        let comparison = Comparison(
            [(name: "three", counts: Self.before)], on: Self.machine, with: Baseline(machine: Self.machine))
        #expect(comparison.rows[0].instructions == .new && comparison.rows[0].ratio == nil)
        #expect(!comparison.hasFailed && comparison.isStale)
        #expect(!Comparison([], on: Self.machine, with: nil).hasFailed)
    }

    /// 5 repeats with a start of 700: 5 x 100 + 700 and 10 x 100 + 700.
    @Test func theStartDropsOut() {
        let counts = Counts(
            once: Counts(instructions: 1_200, allocations: 8), twice: Counts(instructions: 1_700, allocations: 13),
            repeats: 5)
        #expect(counts == Counts(instructions: 100, allocations: 1))
    }

    @Test func renewingKeepsTheOthers() {
        var baseline = Baseline(machine: Self.machine, workloads: ["one": Self.before])
        let now = Counts(instructions: 5, allocations: 0)
        baseline.renew(["two": now], on: Self.machine)
        #expect(baseline.workloads == ["one": Self.before, "two": now])
        var other = Self.machine
        other.toolchain = "Swift 2"
        baseline.renew(["two": now], on: other)
        #expect(baseline.workloads == ["two": now] && baseline.machine == other)
    }

    @Test func otherMachinesAreNamed() {
        var other = Self.machine
        other.library = "another"
        #expect(other.differences(from: Self.machine) == ["BLAS: another, baseline BLAS"])
        #expect(Self.machine.differences(from: Self.machine).isEmpty)
    }
}
