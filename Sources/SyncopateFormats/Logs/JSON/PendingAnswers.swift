internal import Syncopate

/// The answers of a log of statements, which may tell one answer several times: once for the part and once for the whole,
/// or by several statements about one click.
struct PendingAnswers {
    /// Who answered: an id, and whose id it is where the log says so.
    struct Actor: Hashable {
        var id: String
        var home = ""
    }

    var answers: [PendingAnswer] = []
    private var actors: [Actor] = []
    private var names: [String] = []
    private var actorPositions: [Actor: Int32] = [:]
    private var items: [Item] = []
    private var itemPositions: [String: Int32] = [:]
    private var words: [String: Int32] = [:]
    /// Answers left out because others say the same or more.
    private(set) var summed = 0

    /// Longest time between two statements about one click, in seconds.
    private static let click = 10.0

    /// Position of somebody, filling in a name that was lacking.
    mutating func intern(_ actor: Actor, name: String) -> Int32 {
        if let known = actorPositions[actor] {
            if names[Int(known)].isEmpty { names[Int(known)] = name }
            return known
        }
        let position = Int32(truncatingIfNeeded: actors.count)
        actors.append(actor)
        names.append(name)
        actorPositions[actor] = position
        return position
    }

    /// Position of an item, filling in a title or a maximum that was lacking.
    mutating func intern(item id: String, title: String = "", maximum: Double? = nil) -> Int32 {
        let position: Int32
        if let known = itemPositions[id] {
            position = known
        } else {
            position = Int32(truncatingIfNeeded: items.count)
            items.append(Item(id: id, title: id))
            itemPositions[id] = position
        }
        if !title.isEmpty, items[Int(position)].title == id {
            items[Int(position)].title = title
            items[Int(position)].kind = ItemKind(title: title)
        }
        if items[Int(position)].maximum == nil { items[Int(position)].maximum = maximum }
        return position
    }

    /// Number of a word, alike for alike words; -1 for none.
    mutating func intern(word: String) -> Int32 {
        guard !word.isEmpty else { return -1 }
        if let known = words[word] { return known }
        let number = Int32(truncatingIfNeeded: words.count)
        words[word] = number
        return number
    }

    mutating func add(_ answer: PendingAnswer) { answers.append(answer) }

    /// Leaves out the answers of these ids, in lower case, and says how many there were.
    mutating func remove(ids: Set<String>) -> Int {
        let before = answers.count
        answers.removeAll { !$0.id.isEmpty && ids.contains($0.id.lowercased()) }
        return before - answers.count
    }

    /// Adds what is no repetition to the assembler, in the order of the file.
    ///
    /// * Where somebody's answers to parts of an item are there, the statement about the whole sums them up and is left
    ///   out, within one registration where both name one.
    /// * Statements of different kinds about one item within seconds that agree are one answer; the one with a score stays.
    /// * Of several results of one attempt that has a name the latest counts.
    /// * Tries are numbered by time where no statement numbers them and there are several.
    mutating func settle(into assembler: inout TidyAssembler) {
        dropSummaries()
        dropRepetitions()
        dropSuperseded(&assembler.findings)
        numberTries()
        let homes = Set(actors.map(\.home)).subtracting([""])
        var learners = Array(repeating: Int32(-1), count: actors.count)
        var positions = Array(repeating: Int32(-1), count: items.count)
        assembler.reserve(answers.count)
        for answer in answers {
            var event = answer.event
            let (learner, item) = (Int(event.learner), Int(event.item))
            if learners[learner] < 0 {
                let actor = actors[learner]
                let id = actor.home.isEmpty || homes.count < 2 ? actor.id : "\(actor.home)|\(actor.id)"
                learners[learner] = assembler.log.intern(Learner(id: id, name: names[learner]))
            }
            if positions[item] < 0 { positions[item] = assembler.log.intern(items[item]) }
            event.learner = learners[learner]
            event.item = positions[item]
            assembler.add(event, id: answer.id.isEmpty ? nil : answer.id)
        }
    }

    private struct Part: Hashable {
        var learner: Int32
        var whole: Int32
        var registration: Int32
    }

    /// A registration that stands for every one.
    private static let any = Int32.min

    private mutating func dropSummaries() {
        var parts: Set<Part> = []
        for answer in answers where !answer.isSummary {
            for whole in answer.ancestors where whole != answer.event.item {
                for registration in [answer.registration, Self.any] {
                    parts.insert(Part(learner: answer.event.learner, whole: whole, registration: registration))
                }
            }
        }
        keep { answer in
            let learner = answer.event.learner
            func hasParts(_ whole: Int32) -> Bool {
                // Either may leave the registration out.
                (answer.registration < 0 ? [Self.any] : [answer.registration, -1]).contains {
                    parts.contains(Part(learner: learner, whole: whole, registration: $0))
                }
            }
            return !hasParts(answer.event.item) && !(answer.isSummary && answer.ancestors.contains(where: hasParts))
        }
    }

    private mutating func dropRepetitions() {
        let order = byTry()
        var isDropped = Array(repeating: false, count: answers.count)
        for (place, index) in order.enumerated() where !isDropped[index] {
            // Many statements of one moment are no click; looking at a hundred keeps the time bounded.
            for other in order[(place + 1)...].prefix(100) {
                let (first, second) = (answers[index], answers[other])
                guard first.event.learner == second.event.learner, first.event.item == second.event.item,
                    second.event.at.isNaN == first.event.at.isNaN,
                    second.event.at.isNaN || second.event.at - first.event.at <= Self.click
                else { break }
                guard !isDropped[other], agree(first, second) else { continue }
                if worth(second) > worth(first) {
                    isDropped[index] = true
                    break
                }
                isDropped[other] = true
            }
        }
        var index = -1
        keep { _ in
            index += 1
            return !isDropped[index]
        }
    }

    /// Whether two statements about one item may be about one click.
    private func agree(_ first: PendingAnswer, _ second: PendingAnswer) -> Bool {
        guard first.kind != second.kind, first.event.status == second.event.status else { return false }
        guard first.registration == second.registration || first.registration < 0 || second.registration < 0 else {
            return false
        }
        // Without a time only the registration says that it is the same.
        if first.event.at.isNaN, first.registration < 0 { return false }
        guard first.event.attempt == second.event.attempt || first.event.attempt == 0 || second.event.attempt == 0
        else {
            return false
        }
        let (one, other) = (share(first), share(second))
        // A score and a word about it: half a score may be either, but all is no failure and nothing no success.
        if first.hasScore != second.hasScore { return !(one == 0 && other == 1) && !(one == 1 && other == 0) }
        if first.event.isPoints, second.event.isPoints { return first.event.points == second.event.points }
        return one.isSame(other)
    }

    /// How much an answer says of how it went: points of an unknown maximum less than right or wrong.
    private func worth(_ answer: PendingAnswer) -> Int { !answer.hasScore ? 1 : answer.event.isPoints ? 0 : 2 }

    /// A share; NaN for points of an unknown maximum, unless there are none.
    private func share(_ answer: PendingAnswer) -> Double {
        let event = answer.event
        if event.isPoints, event.points > 0 { return .nan }
        return event.isShare || event.maximum.isNaN || event.maximum == 0 ? event.points : event.points / event.maximum
    }

    private mutating func numberTries() {
        let order = byTry()
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, answers[order[end]].event.learner == answers[order[start]].event.learner,
                answers[order[end]].event.item == answers[order[start]].event.item
            {
                end += 1
            }
            if end - start > 1, order[start..<end].allSatisfy({ answers[$0].event.attempt == 0 }) {
                var number: Int32 = 0
                for place in start..<end {
                    let at = answers[order[place]].event.at
                    // One moment is one try told twice.
                    if place == start || at.isNaN || at != answers[order[place - 1]].event.at { number += 1 }
                    answers[order[place]].event.attempt = number
                }
            }
            start = end
        }
    }

    /// Positions of all answers by learner and item, of each in the order of time.
    private func byTry() -> [Int] {
        answers.indices.sorted { left, right in
            let (a, b) = (answers[left].event, answers[right].event)
            if a.learner != b.learner { return a.learner < b.learner }
            if a.item != b.item { return a.item < b.item }
            if a.at.isNaN != b.at.isNaN { return b.at.isNaN }
            if !a.at.isNaN, a.at != b.at { return a.at < b.at }
            return left < right
        }
    }

    private mutating func keep(_ isKept: (PendingAnswer) -> Bool) {
        let before = answers.count
        answers = answers.filter(isKept)
        summed += before - answers.count
    }
}
