import TestSupport

@testable import Syncopate

/// Logs of events for tests of records, by lot, and what they come to by definition.
struct RecordCases {
    var keeper: RecordKeeper
    var generator: SeededGenerator
    private var next = 0

    /// Two skills with an item each to master, one of several skills, one to remember, and attendance.
    static func catalogue() throws -> Catalogue {
        try Catalogue(
            skills: [
                Skill(id: "a", title: "A"), Skill(id: "b", title: "B", requires: [Prerequisite(skill: "a")]),
                Skill(id: "card", title: "Card"),
            ],
            items: [
                Item(id: "a1", title: "A 1", skills: [SkillWeight(skill: "a")]),
                Item(id: "b1", title: "B 1", skills: [SkillWeight(skill: "b")], difficulty: 0.5),
                Item(
                    id: "both", title: "Both",
                    skills: [SkillWeight(skill: "b", weight: 2), SkillWeight(skill: "a", weight: 1)]),
                Item(id: "c1", title: "C 1", skills: [SkillWeight(skill: "card")]),
                Item(id: "roll", title: "Roll", skills: [SkillWeight(skill: "a")], kind: .attendance),
            ],
            goals: [Goal(id: "m", skills: ["a", "b"]), Goal(id: "r", purpose: .remember, skills: ["card"])])
    }

    init(seed: UInt64) throws {
        keeper = RecordKeeper(Recommender(catalogue: try Self.catalogue()))
        generator = SeededGenerator(seed: seed)
    }

    mutating func below(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }

    mutating func isTrue(_ probability: Double) -> Bool { generator.uniform() < probability }

    /// What an answer may be on, skills of no item among it.
    mutating func subject() throws -> EvidenceSubject {
        switch below(8) {
        case 0: try keeper.subject(of: [SkillWeight(skill: "a")])
        case 1: try keeper.subject(of: [SkillWeight(skill: "b", weight: 1), SkillWeight(skill: "card", weight: 2)])
        default: EvidenceSubject(item: below(keeper.recommender.catalogue.items.count))
        }
    }

    /// An answer with an identity of its own; times are whole or not, and some are alike.
    mutating func answer(at: Double?, supersedes: EventID? = nil) throws -> PracticeEvent {
        next += 1
        let score = [0, 1, 0.5, generator.uniform()][below(4)]
        return PracticeEvent(
            id: EventID("event \(next)"), at: at, score: score, certainty: isTrue(0.8) ? 1 : generator.uniform(),
            subject: try subject(), supersedes: supersedes)
    }

    /// Answers in the order of their times.
    mutating func answers(_ count: Int) throws -> [PracticeEvent] {
        var now = 1_700_000_000.0
        return try (0..<count).map { _ in
            if isTrue(0.7) { now += isTrue(0.5) ? Double(below(90_000)) : generator.uniform() * 5_000 }
            return try answer(at: now)
        }
    }

    /// The answers, some of them superseded once or several times, some retracted, in the order of that.
    mutating func corrected(_ answers: [PracticeEvent], share: Double = 0.2) throws -> [PracticeEvent] {
        var log = answers
        for answer in answers {
            var id = answer.id
            while let old = id, isTrue(share) {
                if isTrue(0.3) {
                    log.append(PracticeEvent(retracting: old))
                    break
                }
                let at = isTrue(0.5) ? nil : answer.at.map { $0 + Double(below(3_600)) }
                let other = try self.answer(at: at, supersedes: old)
                log.append(other)
                id = other.id
            }
        }
        return log
    }

    mutating func shuffled(_ log: [PracticeEvent]) -> [PracticeEvent] {
        var log = log
        for place in stride(from: log.count - 1, to: 0, by: -1) { log.swapAt(place, below(place + 1)) }
        return log
    }

    /// What stands of a log, in order: no event that another names, each at its own time or that of what it supersedes.
    static func standing(_ log: [PracticeEvent]) -> [PracticeEvent] {
        var byID: [EventID: PracticeEvent] = [:]
        var named: Set<EventID> = []
        for event in log {
            switch event.correction {
            case .retracts(let id): named.insert(id)
            case .supersedes(let id): named.insert(id)
            case nil: break
            }
            if case .retracts = event.correction { continue }
            if let id = event.id { byID[id] = event }
        }
        func time(_ event: PracticeEvent) -> Double {
            if let at = event.at { return at }
            guard case .supersedes(let old) = event.correction, let other = byID[old] else { return 0 }
            return time(other)
        }
        return byID.values.filter { event in event.id.map { !named.contains($0) } ?? true }
            .map { event in
                var event = event
                event.at = time(event)
                return event
            }
            .sorted { a, b in
                let (first, second) = (a.at ?? 0, b.at ?? 0)
                return first != second
                    ? first < second : (a.id?.fingerprint ?? 0) < (b.id?.fingerprint ?? 0)
            }
    }

    /// Tells answers one after the other to the recommender itself.
    func rebuilt(_ answers: [PracticeEvent], from state: PracticeState? = nil) -> PracticeState {
        let recommender = keeper.recommender
        var state = state ?? recommender.newLearner
        for answer in answers {
            let at = answer.at ?? .nan
            if let item = answer.subject.item {
                recommender.observe(
                    item: item, score: answer.score, certainty: answer.certainty, at: at, &state)
            } else if let entry = answer.subject.entry {
                recommender.observe(
                    skills: keeper.subjects.edges[entry], difficulty: 0, score: answer.score,
                    certainty: answer.certainty, at: at, &state)
            }
        }
        return state
    }
}
