import Dispatch
import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate
@testable import SyncopateStudents

struct SessionWorldTests {
    private static let engine = Engine(priors: .shipped)

    private static func small(_ change: (inout SessionWorld) -> Void = { _ in }) -> SessionWorld {
        var world = SessionWorld()
        world.learners = 10
        change(&world)
        return world
    }

    @Test(arguments: [true, false])
    func theLogSaysWhatTheClassDoes(_ mapped: Bool) {
        let sample = SampleClass(seed: 5)
        let book = Gradebook(sample.log(hasMap: mapped))
        #expect(book.marks == sample.gradebook(mapped: mapped).marks)
        #expect(book.items == sample.gradebook(mapped: mapped).items)
    }

    @Test func diligenceIsWhatWorkHandedInGoesBy() {
        let sample = SampleClass(learners: 2_000, missing: 0.15, seed: 3)
        #expect(sample.diligence.count == 2_000)
        let blanks = sample.cells.map { Double($0.dropLast(2).count { $0 == .blank }) }
        let (low, high) = (
            zip(sample.diligence, blanks).filter { $0.0 < -1 }.map(\.1),
            zip(sample.diligence, blanks).filter { $0.0 > 1 }
        )
        let lazy = low.reduce(0, +) / Double(low.count)
        let diligent = high.reduce(0) { $0 + $1.1 } / Double(high.count)
        #expect(lazy > 4 * diligent)
    }

    @Test func aGainByHand() throws {
        let world = Self.small()
        let drawn = SessionClass(world, seed: 4)
        let count = world.learners
        // Everybody at one half: x = [1, 0, .5, independence, near - .5], of which only constant and edge have weights.
        let weights = [[1.0, 0, 0.2, 0, 0], [0.8, 0, 0.2, 0, 0], [0, 0, 0, 0, 0], [1.4, 0, 0.2, 0.5, 0]]
        let uplifts = drawn.uplifts(
            [Double](repeating: 0, count: count), independence: [Double](repeating: 1, count: count), weights: weights,
            effects: nil)
        // 1 / (1 + exp(-.5 * 2)) - 1 / (1 + exp(-.5 * 1.1))
        for uplift in uplifts { #expect(abs(uplift - (0.7310585786300049 - 0.6341355910108007)) < 1e-12) }
    }

    @Test func whoKnowsEverythingMissesNobody() throws {
        let world = Self.small { $0.ownEffect = 0 }
        for seed in UInt64(1)...5 {
            let trial = try #require(SessionTrial(world, engine: Self.engine, seats: 3, seed: seed))
            #expect(trial.hits[.allButOwn] == 1)
            #expect(trial.isBest.count(where: { $0 }) == 3)
            #expect(trial.probabilities.count == 10 && trial.seated.count <= 3)
            #expect(abs(trial.probabilities.reduce(0, +) - 3) < 1e-9)
            if let hit = trial.hit { #expect((0...1).contains(hit)) }
        }
    }

    @Test func idleClassesDifferInLiveModesOnly() {
        let (plain, idle) = (Self.small(), Self.small { $0.idle = 1 })
        for seed in UInt64(1)...20 {
            let (one, other) = (SessionClass(plain, seed: seed), SessionClass(idle, seed: seed))
            #expect(one.weights[..<2] == other.weights[..<2] && one.effects == other.effects)
            // .45 of need is gone, and half the way from solo to social of the rest is there.
            #expect(abs(one.weights[3][1] - other.weights[3][1] - 0.45) < 1e-12)
            #expect(abs(one.weights[3][0] - other.weights[3][0] - 0.225) < 1e-12)
        }
    }

    @Test func workersDoNotMatter() {
        let threads = Workers { pieces, body in DispatchQueue.concurrentPerform(iterations: pieces, execute: body) }
        let one = SessionSummary(Self.small(), engine: Self.engine, classes: 4, seed: 2)
        let many = SessionSummary(Self.small(), engine: Self.engine, classes: 4, seed: 2, workers: threads)
        #expect(one.bins == many.bins && one.hit == many.hit && one.advantage == many.advantage)
        #expect(one.bins.reduce(0) { $0 + $1.count } == one.classes * 10)
        // Six seats to ten learners: on average both come to .6.
        #expect(
            abs(one.bins.reduce(0) { $0 + Double($1.count) * $1.predicted } / Double(10 * one.classes) - 0.6) < 1e-9)
        #expect(abs(one.bins.reduce(0) { $0 + Double($1.count) * $1.observed } / Double(10 * one.classes) - 0.6) < 1e-9)
    }
}
