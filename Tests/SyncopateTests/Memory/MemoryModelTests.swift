import Syncopate
import TestSupport
import Testing

struct MemoryModelTests {
    /// One practice of a reference history: days since the one before, recalled or not, and what stands then.
    struct Step: Sendable {
        var days: Double
        var isRecalled: Bool
        var recall: Double
        var stability: Double
        var difficulty: Double

        init(_ days: Double, _ isRecalled: Bool, _ recall: Double, _ stability: Double, _ difficulty: Double) {
            self.days = days
            self.isRecalled = isRecalled
            self.recall = recall
            self.stability = stability
            self.difficulty = difficulty
        }
    }

    /// From the package py-fsrs 6.3.2 (ratings Good and Again, no learning steps, no fuzz), to six decimals.
    static let histories: [[Step]] = [
        [
            Step(0, true, 0, 2.3065, 2.118104), Step(2, true, 0.909493, 10.964332, 2.111214),
            Step(7, true, 0.92779, 36.123636, 2.104331), Step(30, false, 0.912247, 2.597902, 7.389976),
            Step(1, true, 0.951829, 4.631178, 7.377814), Step(5, true, 0.89465, 12.022629, 7.365665),
            Step(60, true, 0.760711, 51.417126, 7.353527),
        ],
        [
            Step(0, false, 0, 0.212, 6.4133), Step(1, false, 0.766196, 0.100886, 8.806304),
            Step(1, false, 0.693682, 0.055035, 9.592869), Step(1, true, 0.63603, 0.329365, 9.578504),
            Step(3, true, 0.701899, 1.310405, 9.564154), Step(0, true, 1, 1.352594, 9.549818),
            Step(9, false, 0.732588, 0.506194, 9.837257), Step(0, false, 1, 0.187954, 9.931736),
            Step(40, true, 0.438561, 1.159865, 9.917032),
        ],
        [
            Step(0, true, 0, 2.3065, 2.118104), Step(1, false, 0.946847, 0.571299, 7.394503),
            Step(1, false, 0.857212, 0.209431, 9.128819), Step(1, false, 0.765011, 0.097796, 9.698877),
            Step(1, false, 0.690667, 0.053354, 9.886251), Step(1, false, 0.633155, 0.032463, 9.94784),
            Step(1, false, 0.588307, 0.021418, 9.968084), Step(100, true, 0.272598, 0.235253, 9.953344),
        ],
    ]

    @Test(arguments: histories)
    func followsThePublishedPackage(history: [Step]) throws {
        let model = MemoryModel.published
        var trace: MemoryTrace?
        var time = 1_767_225_600.0
        for step in history {
            time += step.days * 86_400
            if let before = trace {
                #expect(abs(model.recall(before, at: time) - step.recall) < 2e-6)
                trace = model.practised(before, score: step.isRecalled ? 1 : 0, at: time)
            } else {
                trace = model.begin(score: step.isRecalled ? 1 : 0, at: time)
            }
            let now = try #require(trace)
            #expect(abs(now.stability - step.stability) < 2e-6 * max(1, step.stability))
            #expect(abs(now.difficulty - step.difficulty) < 2e-6)
            #expect(now.last == time)
        }
    }

    /// What the equations promise whatever happens, far outside any sensible history too.
    @Test func staysWithinItsBoundsAndFades() {
        let model = MemoryModel.published
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            var time = 0.0
            var trace = model.begin(score: generator.uniform(), at: time)
            for _ in 0..<60 {
                time += (generator.uniform() - 0.1) * 86_400 * Double(1 << (generator.next() % 14))
                let before = trace
                trace = model.practised(trace, score: generator.uniform(), at: time)
                #expect(trace.stability >= 0.001 && trace.stability <= 36_500)
                #expect(trace.difficulty >= 1 && trace.difficulty <= 10)
                #expect(trace.last >= before.last)
                let soon = model.recall(stability: trace.stability, after: 1)
                let later = model.recall(stability: trace.stability, after: 10)
                #expect(soon <= 1 && later < soon && later > 0)
                #expect(abs(model.recall(stability: trace.stability, after: trace.stability) - 0.9) < 1e-12)
            }
        }
    }
}
