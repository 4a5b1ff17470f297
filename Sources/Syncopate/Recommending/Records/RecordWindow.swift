/// The events of one learner that can still be corrected: which answers stand, in order, and which were superseded or
/// retracted. Knows nothing of what they mean.
///
/// What stands is the same in whatever order the events arrive, as long as none is older than the window: an event that
/// another one names does not count, and an answer that came without a time in place of another has that one's.
struct RecordWindow: Sendable, Hashable {
    /// What an event did to the answers that stand.
    enum Change: Sendable, Hashable {
        case none
        /// One more at the end.
        case appended
        /// Anything else.
        case rewritten
    }

    /// Those that stand, in order.
    private(set) var answers: [RecordedAnswer] = []
    /// The lowest bits of their identities, side by side: every event is looked for among them.
    private(set) var tags: [UInt16] = []
    /// Events that do not count, in the order in which that was told.
    private(set) var corrected: [CorrectedEvent] = []
    /// Fingerprints of the answers folded last.
    private(set) var folded: [UInt64] = []
    /// Where the last answer before the window stands; `nil` where there is none.
    private(set) var floor: RecordedAnswer.Place?

    init() {}

    /// Takes up a window as it was. Whether it can be is for the reader of bytes to see.
    init(
        answers: [RecordedAnswer], corrected: [CorrectedEvent], folded: [UInt64], floor: RecordedAnswer.Place?
    ) {
        self.answers = answers
        tags = answers.map(\.tag)
        self.corrected = corrected
        self.folded = folded
        self.floor = floor
    }

    /// The time of the latest answer that stands; 0 before any.
    var clock: Double { answers.last?.at ?? floor?.at ?? 0 }

    /// Takes an event, which is valid.
    mutating func take(_ event: PracticeEvent) -> (outcome: EventOutcome, change: Change) {
        switch event.correction {
        case .retracts(let id): return retract(id.fingerprint)
        case .supersedes(let id): return supersede(id.fingerprint, event)
        case nil: break
        }
        let answer = RecordedAnswer(
            event, id: event.id?.fingerprint ?? EventID.anonymous, at: event.at ?? clock)
        guard answer.id != EventID.anonymous else { return add(answer) }
        if isCounted(answer.id) { return (.duplicate, .none) }
        if let place = correctedPlace(answer.id) { return arrive(at: place, answer.at) }
        return add(answer)
    }

    /// The answers that are more than can always be corrected, the oldest.
    var older: ArraySlice<RecordedAnswer> { answers.dropLast(LearnerRecord.correctable) }

    /// Those leave.
    mutating func dropOlder() {
        let leaving = older
        guard let last = leaving.last else { return }
        floor = last.place
        folded = leaving.map(\.id).filter { $0 != EventID.anonymous }
        let count = leaving.count
        answers.removeFirst(count)
        tags.removeFirst(count)
    }

    // MARK: Finding

    /// Position of the answer with this identity among those that stand.
    func place(of id: UInt64) -> Int? {
        let tag = UInt16(truncatingIfNeeded: id)
        return tags.withUnsafeBytes { tags in
            var place = 0
            // Four tags at a time: a word is let go where none of them can be alike (Mycroft 1987).
            let pattern = UInt64(tag) &* 0x0001_0001_0001_0001
            while place + 4 <= answers.count {
                let apart = tags.loadUnaligned(fromByteOffset: 2 * place, as: UInt64.self) ^ pattern
                if (apart &- 0x0001_0001_0001_0001) & ~apart & 0x8000_8000_8000_8000 != 0 {
                    for candidate in place..<place + 4 where answers[candidate].id == id { return candidate }
                }
                place += 4
            }
            for candidate in place..<answers.count where answers[candidate].id == id { return candidate }
            return nil
        }
    }

    func correctedPlace(_ id: UInt64) -> Int? {
        corrected.isEmpty ? nil : corrected.lastIndex { $0.id == id }
    }

    /// Whether an answer stands or has been folded.
    private func isCounted(_ id: UInt64) -> Bool { place(of: id) != nil || folded.contains(id) }

    /// Corrections whose event has not been told.
    private var pending: Int { corrected.count { !$0.isTold } }

    // MARK: Changing

    /// Puts an answer where it belongs, if that is within the window.
    private mutating func add(_ answer: RecordedAnswer) -> (outcome: EventOutcome, change: Change) {
        if let floor, answer.place < floor { return (.needsReplay, .none) }
        return (.applied, insert(answer))
    }

    private mutating func insert(_ answer: RecordedAnswer) -> Change {
        let place = answer.place
        guard let last = answers.last, place < last.place else {
            answers.append(answer)
            tags.append(answer.tag)
            return .appended
        }
        var low = 0
        var high = answers.count - 1
        while low < high {
            let middle = (low + high) / 2
            if place < answers[middle].place { high = middle } else { low = middle + 1 }
        }
        answers.insert(answer, at: low)
        tags.insert(answer.tag, at: low)
        return .rewritten
    }

    @discardableResult
    private mutating func remove(at place: Int) -> RecordedAnswer {
        tags.remove(at: place)
        return answers.remove(at: place)
    }

    /// An event that was corrected before it came.
    private mutating func arrive(at place: Int, _ time: Double) -> (outcome: EventOutcome, change: Change) {
        guard !corrected[place].isTold else { return (.duplicate, .none) }
        if let floor, corrected[place].lendsTime, time < floor.at { return (.needsReplay, .none) }
        corrected[place].at = time
        let change = lend(from: place)
        trim()
        return (.corrected, change)
    }

    /// Gives the time of an event to what came in its place without one.
    private mutating func lend(from place: Int) -> Change {
        var place = place
        let time = corrected[place].at
        // Events may supersede each other in a circle.
        for _ in corrected.indices {
            guard corrected[place].lendsTime else { return .none }
            let successor = corrected[place].successor
            if let standing = self.place(of: successor) {
                guard answers[standing].at != time else { return .none }
                var answer = remove(at: standing)
                answer.at = time
                _ = insert(answer)
                return .rewritten
            }
            guard let next = correctedPlace(successor) else { return .none }
            corrected[next].at = time
            place = next
        }
        return .none
    }

    private mutating func retract(_ id: UInt64) -> (outcome: EventOutcome, change: Change) {
        if let place = place(of: id) {
            corrected.append(CorrectedEvent(id: id, at: answers[place].at))
            remove(at: place)
            trim()
            return (.applied, .rewritten)
        }
        if correctedPlace(id) != nil { return (.duplicate, .none) }
        if floor != nil { return (.needsReplay, .none) }
        guard pending < LearnerRecord.pendingLimit else { return (.unknownEvent, .none) }
        corrected.append(CorrectedEvent(id: id))
        return (.early, .none)
    }

    private mutating func supersede(_ old: UInt64, _ event: PracticeEvent) -> (outcome: EventOutcome, change: Change) {
        let id = event.id?.fingerprint ?? Self.fingerprint(of: event, superseding: old)
        if id == old { return (.invalid, .none) }
        if isCounted(id) { return (.duplicate, .none) }
        let dead = correctedPlace(id)
        if let dead, corrected[dead].isTold { return (.duplicate, .none) }
        let standing = place(of: old)
        let known = correctedPlace(old)
        if standing == nil, known == nil {
            if floor != nil { return (.needsReplay, .none) }
            if pending >= LearnerRecord.pendingLimit { return (.unknownEvent, .none) }
        }
        let before = standing.map { answers[$0].at } ?? known.flatMap { corrected[$0].isTold ? corrected[$0].at : nil }
        let answer = RecordedAnswer(event, id: id, at: event.at ?? before ?? clock)
        if let floor, answer.place < floor, dead == nil || corrected[dead ?? 0].lendsTime {
            return (.needsReplay, .none)
        }
        defer { trim() }
        if let known { return supersede(correctedAt: known, answer, lends: event.at == nil, dead: dead) }
        var change = Change.none
        if let standing {
            corrected.append(
                CorrectedEvent(
                    id: old, successor: id, at: answers[standing].at, lendsTime: event.at == nil))
            remove(at: standing)
            change = .rewritten
        } else {
            corrected.append(CorrectedEvent(id: old, successor: id, lendsTime: event.at == nil))
        }
        if let dead {
            let arrived = arrive(at: dead, answer.at)
            return (arrived.outcome, change == .none ? arrived.change : change)
        }
        let inserted = insert(answer)
        return (standing == nil ? .early : .applied, change == .none ? inserted : change)
    }

    /// An answer in place of an event that does not count already.
    ///
    /// Where another one stands in its place the later of the two does, by time and then by arrival.
    private mutating func supersede(
        correctedAt known: Int, _ answer: RecordedAnswer, lends: Bool, dead: Int?
    ) -> (outcome: EventOutcome, change: Change) {
        if let dead { return arrive(at: dead, answer.at) }
        var last = known
        var standing: Int?
        for _ in corrected.indices where corrected[last].successor != EventID.anonymous {
            standing = place(of: corrected[last].successor)
            if standing != nil { break }
            guard let next = correctedPlace(corrected[last].successor) else {
                // What stands in its place can no longer be changed.
                if folded.contains(corrected[last].successor) { return (.needsReplay, .none) }
                break
            }
            last = next
        }
        guard let standing else {
            corrected[last].successor = answer.id
            corrected[last].lendsTime = last == known && lends
            return (.applied, insert(answer))
        }
        let other = answers[standing]
        guard answer.at >= other.at else {
            corrected.append(CorrectedEvent(id: answer.id, successor: other.id, at: answer.at))
            return (.corrected, .none)
        }
        remove(at: standing)
        corrected.append(CorrectedEvent(id: other.id, successor: answer.id, at: other.at))
        _ = insert(answer)
        return (.applied, .rewritten)
    }

    /// What an answer without an identity is known by where it supersedes another.
    private static func fingerprint(of event: PracticeEvent, superseding old: UInt64) -> UInt64 {
        var hash = FNVHash()
        hash.add(old)
        hash.add(event.score.bitPattern)
        hash.add(event.certainty.bitPattern)
        hash.add((event.at ?? .infinity).bitPattern)
        return EventID(fingerprint: hash.mixed).fingerprint
    }

    /// Forgets the oldest corrections of events that were told.
    private mutating func trim() {
        while corrected.count - pending > LearnerRecord.correctionLimit {
            guard let oldest = corrected.firstIndex(where: \.isTold) else { return }
            corrected.remove(at: oldest)
        }
    }
}
