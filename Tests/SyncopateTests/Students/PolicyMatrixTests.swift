import Dispatch
import Syncopate
import SyncopateStudents
import Testing

struct PolicyMatrixTests {
    private static let families: [any StudentFamily] = [
        KnowledgeGraphStudents(), ExponentialForgettingStudents(), AdaptiveTestStudents(itemCount: 50),
        LapsingGraphStudents(),
    ]
    private static let policies: [any PolicyFamily] = [
        RandomPolicy(), ProximalDevelopmentPolicy(), LeitnerPolicy(), InformationPolicy(among: 5, exposureCap: 0.6),
    ]

    /// Always the same item, in the catalogue or not.
    private struct Stubborn: PolicyFamily {
        let name = "stubborn"
        let item: Int

        func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy {
            Chooser(item: item)
        }

        struct Chooser: TutoringPolicy {
            let item: Int
            mutating func next(at time: Double) -> Int { item }
            mutating func observe(_ item: Int, score: Double, at time: Double) {}
        }
    }

    @Test func workersDoNotMatter() {
        let many = Workers { pieces, body in DispatchQueue.concurrentPerform(iterations: pieces) { body($0) } }
        let backwards = Workers { pieces, body in for piece in (0..<pieces).reversed() { body(piece) } }
        let one = PolicyMatrix(families: Self.families, policies: Self.policies, students: 6)
        for workers in [many, backwards] {
            let other = PolicyMatrix(
                families: Self.families, policies: Self.policies, students: 6, workers: workers)
            #expect(one.cells.map(\.values) == other.cells.map(\.values))
        }
    }

    @Test func seedsMatterAndCellsAreThoseThatSuit() {
        var seen: [[Int]] = []
        let one = PolicyMatrix(families: Self.families, policies: Self.policies, students: 3) { seen.append([$0, $1]) }
        let other = PolicyMatrix(families: Self.families, policies: Self.policies, students: 3, seed: 2)
        #expect(zip(one.cells, other.cells).allSatisfy { $0.values != $1.values })
        // Random, ZPDES; random, Leitner; information; random, ZPDES.
        #expect(one.cells.count == 7)
        #expect(seen == (1...7).map { [$0, 7] })
        #expect(one[family: "knowledge graph", policy: "random"]?.summaries.count == 6)
        #expect(one[family: "knowledge graph", policy: "Leitner, 0.1 new"] == nil)
        #expect(PolicyMatrix(families: Self.families, policies: Self.policies, students: 0).cells.isEmpty)
    }

    /// More students do not change the first ones.
    @Test func studentsAreTheirSeeds() {
        let few = PolicyMatrix(families: Self.families, policies: Self.policies, students: 2)
        let more = PolicyMatrix(families: Self.families, policies: Self.policies, students: 4)
        for (short, long) in zip(few.cells, more.cells) {
            #expect(short.values == long.values.map { Array($0.prefix(2)) })
        }
    }

    @Test func summaries() {
        let plain = TutoringSummary(TutoringFigure("x", higherIsBetter: true), of: (1...10).map(Double.init))
        #expect(plain.mean == 5.5 && plain.ninetieth == 9)
        #expect(abs(plain.standardError - 0.957427) < 1e-6)
        let squared = TutoringSummary(TutoringFigure("x", higherIsBetter: false, isSquared: true), of: [4, 16, 16])
        #expect(abs(squared.mean - 12.0.squareRoot()) < 1e-12 && squared.ninetieth == 4)
        #expect(abs(squared.standardError - 4 / (2 * 12.0.squareRoot())) < 1e-12)
        #expect(TutoringSummary(TutoringFigure("x", higherIsBetter: true), of: []).mean.isNaN)
    }

    /// A choice outside the catalogue, or of what may not come again, does no harm.
    @Test(arguments: [-5, 3, 49, 1_000, .max]) func stubbornPoliciesAreHeld(item: Int) {
        let family = AdaptiveTestStudents(itemCount: 50)
        let (student, brief) = family.student(seed: 1)
        let policy = Stubborn(item: item).policy(for: brief, seed: 0, exposures: ItemExposures())
        var session = TutoringSession(student: student, brief: brief, policy: policy)
        for time in 0..<60 { session.step(at: Double(time)) }
        let first = min(max(item, 0), 49)
        #expect(session.items == (0..<50).map { (first + $0) % 50 })
        let graph = KnowledgeGraphStudents()
        var exposures = ItemExposures()
        #expect(graph.run(Stubborn(item: item), seed: 1, exposures: &exposures)[0] == 900)
        #expect(exposures == ItemExposures())
    }
}
