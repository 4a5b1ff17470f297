import ArgumentParser
import Foundation
import InventedCourses
import Syncopate
import SyncopateStudents
import Timing

/// `practice`: microseconds of learning from an answer and of advising, and memory per learner, in process.
@main
struct PracticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Microseconds per answer and per advice from a catalogue, for an invented course.")

    @Option(help: "Skills of the course.")
    var skills = 100
    @Option(help: "Items of the course.")
    var items = 5_000
    @Option(help: "Different lists of skills the items have.")
    var sets = 400
    @Option(help: "Learners resident.")
    var learners = 10_000
    @Option(help: "Most answers a learner has given before the clock starts.")
    var answers = 200
    @Option(help: "Steps timed.")
    var steps = 20_000
    @Option(help: "What the goal is: master, remember.")
    var goal = "master"

    func run() throws {
        let clock = ContinuousClock()
        let made = try InventedCourse(skills: skills, items: items, sets: sets, seed: 1)
        let catalogue =
            goal == "remember"
            ? try Catalogue(
                skills: made.catalogue.skills, items: made.catalogue.items, goals: [Goal(id: "g", purpose: .remember)])
            : made.catalogue
        var recommender: Recommender?
        let start = clock.measure { recommender = Recommender(catalogue: catalogue) }
        guard let recommender else { return }
        print("Recommender.init: \(milliseconds(start)) ms")
        let first = clock.measure { _ = recommender.advise(recommender.newLearner, learner: "", at: 0, limit: 5) }
        print("first advice: \(milliseconds(first)) ms")

        let logs = (0..<learners).map { made.answers(learner: $0, most: answers) }
        let withLogs = ResidentMemory.bytes
        let count = logs.reduce(0) { $0 + $1.count }
        var states: [PracticeState] = []
        states.reserveCapacity(learners)
        let built = ProcessorTime.of {
            for log in logs {
                var state = recommender.newLearner
                for answer in log {
                    recommender.observe(item: answer.item, score: answer.score, at: answer.at, &state)
                }
                states.append(state)
            }
        }
        print("observe, learner by learner: \(micro(built, count)) us an answer (\(count) answers)")
        print(String(format: "memory: %.1f KB a learner", (ResidentMemory.bytes - withLogs) / Double(learners) / 1e3))
        let next = (0..<steps).map { step -> (learner: Int, item: Int, score: Double) in
            var draw = Draws(seed: UInt64(step) &+ 99)
            let learner = draw.below(learners)
            let layer = draw.below(made.itemsOfLayer.count)
            let items = made.itemsOfLayer[layer]
            return (learner, items.isEmpty ? 0 : items[draw.below(items.count)], draw.below(3) > 0 ? 1 : 0)
        }
        var given = 0
        for (name, wait) in [("at once", 60.0), ("days later", 200_000)] {
            let advising = ProcessorTime.of {
                for step in next {
                    let time = max(states[step.learner].last, 0) + wait
                    given +=
                        recommender.advise(states[step.learner], learner: "learner", at: time, limit: 5).choices.count
                }
            }
            print("advise, top 5 with reasons, \(name): \(micro(advising, steps)) us (\(given) items)")
        }
        let observing = ProcessorTime.of {
            for step in next {
                let time = max(states[step.learner].last, 0) + 60
                recommender.observe(item: step.item, score: step.score, at: time, &states[step.learner])
            }
        }
        print("observe, learners in any order: \(micro(observing, steps)) us")
        let stepping = ProcessorTime.of {
            for step in next {
                let time = max(states[step.learner].last, 0) + 60
                recommender.observe(item: step.item, score: step.score, at: time, &states[step.learner])
                given += recommender.advise(states[step.learner], learner: "learner", at: time, limit: 5).choices.count
            }
        }
        print("step, one answer and top 5: \(micro(stepping, steps)) us")
        let settling = ProcessorTime.of {
            for step in next {
                let time = max(states[step.learner].last, 0) + 60
                recommender.observe(item: step.item, score: step.score, at: time, &states[step.learner])
                recommender.settle(&states[step.learner])
            }
        }
        print("observe and settle: \(micro(settling, steps)) us")
        var size = 0
        let coding = ProcessorTime.of {
            for step in next {
                let bytes = recommender.bytes(of: states[step.learner])
                size += bytes.count
                if let read = try? recommender.state(from: bytes[...]) { given += read.attempts > 0 ? 1 : 0 }
            }
        }
        print("write and read a state: \(micro(coding, steps)) us (\(size / max(steps, 1)) bytes)")
        let timing = ProductTiming(catalogue)
        print("ranks of groups as sums: \(String(format: "%.2f", timing.sums)) us a learner")
        for (learners, microseconds) in timing.products {
            let figure = String(format: "%.2f", microseconds)
            print("ranks of groups as a product for \(learners) learners at once: \(figure) us a learner")
        }
        print(String(format: "largest difference between them: %.1e", timing.apart))
        print("fingerprint: \(milliseconds(clock.measure { given += Int(catalogue.fingerprint % 2) })) ms")
    }

    private func micro(_ seconds: Double, _ count: Int) -> String {
        String(format: "%.2f", seconds * 1e6 / Double(max(count, 1)))
    }

    private func milliseconds(_ duration: Duration) -> String { String(format: "%.2f", duration / .milliseconds(1)) }
}
