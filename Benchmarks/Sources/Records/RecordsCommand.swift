import ArgumentParser
import Foundation
import Syncopate

/// `records`: what it takes to keep answers so that they can be corrected, in process.
@main
struct RecordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract:
            "Nanoseconds of processor time per event taken into a learner's record, and bytes of records, for an invented course."
    )

    @Option(help: "Skills of the course, each building on the one before.")
    var skills = 100
    @Option(help: "Items of the course, each on one skill or two.")
    var items = 5_000
    @Option(help: "Learners resident.")
    var learners = 10_000
    @Option(help: "Answers of each learner.")
    var answers = 100

    /// What happens to one learner.
    private struct Told {
        var learner: Int
        var item: Int
        var event: PracticeEvent
    }

    func run() throws {
        let keeper = RecordKeeper(Recommender(catalogue: try course()))
        let told = events()
        var records = (0..<learners).map { keeper.newRecord(of: "learner-\($0)") }
        let taking = measure(told.count) {
            for event in told { keeper.apply(event.event, to: &records[event.learner]) }
        }
        var states = [PracticeState](repeating: keeper.recommender.newLearner, count: learners)
        let observing = measure(told.count) {
            for event in told {
                keeper.recommender.observe(
                    item: event.item, score: event.event.score, at: event.event.at ?? 0, &states[event.learner])
            }
        }
        print("an answer at the end: \(taking) ns, of which telling the recommender \(observing) ns")
        print(
            "the same state: \(zip(records, states).allSatisfy { $0.state == $1 } ? "yes" : "no, answers were folded")")

        // What repeats is found among all that is known; what comes late is told again with all that follows.
        let sample = min(learners, 1_000)
        let repeating = measure(sample) {
            for event in told.suffix(sample) { keeper.apply(event.event, to: &records[event.learner]) }
        }
        print("a repetition: \(repeating) ns")
        var late = records
        let correcting = measure(sample) {
            for (number, event) in told.prefix(sample).enumerated() {
                guard let id = event.event.id else { continue }
                keeper.apply(
                    PracticeEvent(
                        id: EventID("regrade \(number)"), score: 0.5, subject: event.event.subject, supersedes: id),
                    to: &late[event.learner])
            }
        }
        print("a regrade of the first answer: \(correcting) ns")
        var bytes: [[UInt8]] = []
        let writing = measure(sample) { bytes = records.prefix(sample).map { keeper.bytes(of: $0) } }
        let size = bytes.reduce(0) { $0 + $1.count } / max(sample, 1)
        print("bytes of a record of \(answers) answers: \(size), written in \(writing) ns")
        var reader = keeper
        var read = 0
        let reading = measure(sample) {
            for record in bytes where (try? reader.record(from: record)) != nil { read += 1 }
        }
        print("read in \(reading) ns (\(read) of \(sample))")
        let adviser = SkillAdviser(keeper.recommender)
        var given = 0
        let advising = measure(sample) {
            for record in records.prefix(sample) {
                given += adviser.advise(record.state, learner: record.learner, at: record.clock).count
            }
        }
        print("the best three skills: \(advising) ns (\(given) skills)")
    }

    private func course() throws -> Catalogue {
        let names = (0..<skills).map { Skill(id: "skill-\($0)", title: "Skill \($0)", requires: prerequisites($0)) }
        let all = (0..<items).map { item in
            var weights = [SkillWeight(skill: "skill-\(item % skills)")]
            if item % 3 == 0, skills > 1 {
                weights.append(SkillWeight(skill: "skill-\((item + 1) % skills)", weight: 0.5))
            }
            return Item(id: "item-\(item)", title: "Item \(item)", skills: weights)
        }
        return try Catalogue(skills: names, items: all)
    }

    private func prerequisites(_ skill: Int) -> [Prerequisite] {
        skill % 10 == 0 ? [] : [Prerequisite(skill: "skill-\(skill - 1)")]
    }

    /// Everybody's answers in turn, a minute apart and now and then a day.
    private func events() -> [Told] {
        var state: UInt64 = 1
        func below(_ count: Int) -> Int {
            // Knuth's multiplier for 64 bits; the upper bits are good.
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(count, 1)))
        }
        var told: [Told] = []
        told.reserveCapacity(learners * answers)
        for number in 0..<answers {
            for learner in 0..<learners {
                let item = min(number / 2, max(items - 40, 0)) + below(min(items, 40))
                let at = 1_760_000_000 + Double(number) * 60 + Double(number / 20) * 86_400
                told.append(
                    Told(
                        learner: learner, item: item,
                        event: PracticeEvent(
                            id: EventID("event-\(learner)-\(number)"), at: at, score: below(3) > 0 ? 1 : 0,
                            subject: EvidenceSubject(item: item))))
            }
        }
        return told
    }

    /// Nanoseconds of processor time for each of so many.
    private func measure(_ count: Int, _ work: () -> Void) -> String {
        let start = clock()
        work()
        return String(format: "%.0f", Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e9 / Double(max(count, 1)))
    }
}
