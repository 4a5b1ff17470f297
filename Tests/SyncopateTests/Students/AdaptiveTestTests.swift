import Syncopate
import SyncopateStudents
import Testing

/// Root mean squared errors after 20 and 10 items of an independent program in Python.
struct AdaptiveTestTests {
    private static let matrix = PolicyMatrix(
        families: [AdaptiveTestStudents()],
        policies: [
            InformationPolicy(), InformationPolicy(among: 10), InformationPolicy(exposureCap: 0.55),
            InformationPolicy.anyItem, RandomPolicy(), RoundRobinPolicy(),
        ], students: 80)

    @Test func errorsLandWhereTheyDidElsewhere() {
        let cells = Self.matrix.cells
        // Policies without an estimate are left out.
        #expect(cells.count == 4)
        for (cell, expected) in zip(cells, [(0.306, 0.393), (0.295, 0.396), (0.288, 0.374), (0.482, 0.648)]) {
            // A root mean square of 80 has a standard error of 8 %; the bank is another, too.
            #expect(abs(cell.summaries[0].mean / expected.0 - 1) < 0.25, "\(cell.policy)")
            #expect(abs(cell.summaries[1].mean / expected.1 - 1) < 0.25, "\(cell.policy)")
        }
    }

    @Test func exposures() {
        let highest = Self.matrix.cells.map { $0.highestExposure ?? .nan }
        #expect(highest[0] == 1)
        #expect(highest[1] > 0.3 && highest[1] < 0.9)
        #expect(highest[2] <= 0.55)
        #expect(highest[3] < 0.15)
    }

    @Test func noItemComesTwice() {
        let family = AdaptiveTestStudents()
        let (student, brief) = family.student(seed: 4)
        let policy = InformationPolicy().policy(for: brief, seed: 1, exposures: ItemExposures())
        var session = TutoringSession(student: student, brief: brief, policy: policy)
        _ = family.judge(&session)
        #expect(session.items.count == 20 && Set(session.items).count == 20)
    }
}
