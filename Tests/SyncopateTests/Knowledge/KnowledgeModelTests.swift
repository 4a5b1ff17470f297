import TestSupport
import Testing

@testable import Syncopate

struct KnowledgeModelTests {
    func model(_ requires: [[Int]], weight: Double = 1, nominal: NominalParameters? = nil) throws -> KnowledgeModel {
        let skills = requires.enumerated().map { k, parents in
            Skill(
                id: "\(k)", title: "", requires: parents.map { Prerequisite(skill: "\($0)", weight: weight) },
                nominal: nominal)
        }
        return KnowledgeModel(catalogue: try Catalogue(skills: skills, items: []))
    }

    func edge(_ skill: Int, _ weight: Double = 1) -> PrerequisiteGraph.Edge { .init(skill: skill, weight: weight) }

    func totals(_ belief: KnowledgeBelief) -> [Double] {
        (0..<belief.count).map { k in
            belief.known[k] + (0..<belief.paces).reduce(0) { $0 + belief.unknown[k * belief.paces + $1] }
        }
    }

    /// The textbook's forward pass over every path of (pace, step of learning), for one skill alone.
    @Test func oneSkillIsKnowledgeTracingWithAnUnknownPace() throws {
        let nominal = NominalParameters(guess: 0.25, slip: 0.08, learn: 0.2, initial: 0.3)
        let model = try model([[]], nominal: nominal)
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<20 {
            var belief = model.prior
            var masses = zip(KnowledgeModel.paces, KnowledgeModel.paceWeights).map {
                (rate: $0 * nominal.learn, known: nominal.initial * $1, unknown: (1 - nominal.initial) * $1)
            }
            for _ in 0..<25 {
                let score = generator.uniform() < 0.5 ? 1.0 : 0.0
                model.observe([edge(0)], score: score, &belief)
                for place in masses.indices {
                    let known = masses[place].known * (score == 1 ? 1 - nominal.slip : nominal.slip)
                    let unknown = masses[place].unknown * (score == 1 ? nominal.guess : 1 - nominal.guess)
                    masses[place].known = known + masses[place].rate * unknown
                    masses[place].unknown = (1 - masses[place].rate) * unknown
                }
                let total = masses.reduce(0) { $0 + $1.known + $1.unknown }
                #expect(abs(belief.known[0] - masses.reduce(0) { $0 + $1.known } / total) < 1e-9)
                #expect(abs(belief.stuck(0) - masses[0].unknown / total) < 1e-9)
            }
        }
    }

    /// Whatever is observed, masses stay distributions and nothing leaves its bounds.
    @Test func beliefsStayDistributions() throws {
        var generator = SeededGenerator(seed: 3)
        let model = try model([[], [0], [0, 1], [2], [1, 2, 3]], weight: 0.7)
        for _ in 0..<50 {
            var belief = model.prior
            for _ in 0..<100 {
                let first = Int(generator.next() % 5)
                let score = [0, 1, generator.uniform(), -3, 7, .nan][Int(generator.next() % 6)]
                let isJoint = generator.uniform() < 0.3
                model.observe(
                    isJoint ? [edge(first, 0.6), edge((first + 1) % 5, 0.4)] : [edge(first)], score: score, &belief)
                #expect(totals(belief).allSatisfy { abs($0 - 1) < 1e-9 })
                #expect(belief.known.allSatisfy { $0 > 0 && $0 <= 1 } && belief.unknown.allSatisfy { $0 >= 0 })
            }
        }
    }

    @Test func failuresSpeakAgainstWhatASkillBuildsOnAndSuccessForIt() throws {
        let model = try model([[], [0]])
        var start = model.prior
        for _ in 0..<3 { model.observe([edge(0)], score: 1, &start) }
        var failed = start
        var passed = start
        for _ in 0..<4 {
            model.observe([edge(1)], score: 0, &failed)
            model.observe([edge(1)], score: 1, &passed)
        }
        #expect(failed.known[0] < start.known[0] - 0.005)
        #expect(passed.known[0] > start.known[0])
        // A prerequisite that hardly matters takes hardly any blame.
        let loose = try self.model([[], [0]], weight: 0.05)
        var other = loose.prior
        for _ in 0..<3 { loose.observe([edge(0)], score: 1, &other) }
        let before = other.known[0]
        for _ in 0..<4 { loose.observe([edge(1)], score: 0, &other) }
        #expect(before - other.known[0] < (start.known[0] - failed.known[0]) / 5)
    }

    @Test func missingPrerequisitesSlowLearning() throws {
        let model = try model([[], [0]])
        var belief = model.prior
        belief.setKnown(0, 0.01)
        belief.setKnown(1, 0.01)
        var ready = belief
        ready.setKnown(0, 0.99)
        for _ in 0..<6 {
            model.observe([edge(1)], score: 0.2, &belief)
            model.observe([edge(1)], score: 0.2, &ready)
        }
        #expect(ready.known[1] > 3 * belief.known[1])
    }

    @Test func failingOnAndOnMeansPracticeIsNotWorking() throws {
        let model = try model([[]])
        var belief = model.prior
        var last = belief.stuck(0)
        for _ in 0..<15 {
            model.observe([edge(0)], score: 0, &belief)
            #expect(belief.stuck(0) > last)
            last = belief.stuck(0)
        }
        #expect(last > 5 * model.prior.stuck(0))
        model.observe([edge(0)], score: 1, &belief)
        model.observe([edge(0)], score: 1, &belief)
        #expect(belief.stuck(0) < last / 2)
    }

    /// Students drawn from the model itself, without prerequisites, where the filter is exact: when a skill is first
    /// called known with 95 %, it is known as often as stated.
    @Test func statedProbabilitiesAreKeptBySuchStudents() throws {
        let model = try model([[]])
        let nominal = NominalParameters()
        var generator = SeededGenerator(seed: 8)
        var stated = 0.0
        var truly = 0
        var stopped = 0
        for _ in 0..<12_000 {
            var known = generator.uniform() < nominal.initial
            var pace = 0
            var luck = generator.uniform()
            while pace < 3, luck >= KnowledgeModel.paceWeights[pace] {
                luck -= KnowledgeModel.paceWeights[pace]
                pace += 1
            }
            var belief = model.prior
            for _ in 0..<40 where belief.known[0] < 0.95 {
                let isRight = generator.uniform() < (known ? 1 - nominal.slip : nominal.guess)
                model.observe([edge(0)], score: isRight ? 1 : 0, &belief)
                if !known, generator.uniform() < nominal.learn * KnowledgeModel.paces[pace] { known = true }
            }
            guard belief.known[0] >= 0.95 else { continue }
            stopped += 1
            stated += belief.known[0]
            if known { truly += 1 }
        }
        #expect(stopped > 10_000)
        #expect(abs(Double(truly) - stated) / Double(stopped) < 0.01)
    }
}
