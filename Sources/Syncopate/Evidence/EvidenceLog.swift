/// Everything that was read: who, what, and what happened, in the order of the input.
///
/// Learners and items are interned once, so that a million events are a flat buffer of small
/// values and nothing downstream compares strings.
public struct EvidenceLog: Sendable {
    /// Everybody named in the input, in order of first appearance, scored or not.
    public private(set) var learners: [Learner] = []
    /// Every item named in the input, in order of first appearance.
    public private(set) var items: [Item] = []
    /// What happened, in input order.
    public private(set) var events: [Event] = []
    /// Sets of skills that events name for themselves, because the same item was tagged differently from row to row.
    public private(set) var skillSets: [[SkillWeight]] = []

    private var skillSetPositions: [[SkillWeight]: Int32] = [:]
    private var learnerPositions: [String: Int32] = [:]
    private var itemPositions: [String: Int32] = [:]

    public init() {}

    /// Makes room, so that a reader that knows the size of its input allocates once.
    public mutating func reserve(learners: Int = 0, items: Int = 0, events: Int = 0) {
        self.learners.reserveCapacity(learners)
        self.items.reserveCapacity(items)
        self.events.reserveCapacity(events)
        learnerPositions.reserveCapacity(learners)
        itemPositions.reserveCapacity(items)
    }

    /// The position of the learner with this `id`, or `nil`.
    public func position(ofLearner id: String) -> Int32? { learnerPositions[id] }

    /// The position of the item with this `id`, or `nil`.
    public func position(ofItem id: String) -> Int32? { itemPositions[id] }

    /// Adds a learner, or returns the one already known by that `id`, filling in a name or section it lacked.
    @discardableResult
    public mutating func intern(_ learner: Learner) -> Int32 {
        if let position = learnerPositions[learner.id] {
            if learners[Int(position)].name.isEmpty { learners[Int(position)].name = learner.name }
            if learners[Int(position)].section.isEmpty {
                learners[Int(position)].section = learner.section
            }
            return position
        }
        let position = Int32(learners.count)
        learners.append(learner)
        learnerPositions[learner.id] = position
        return position
    }

    /// Adds an item, or returns the one already known by that `id`.
    @discardableResult
    public mutating func intern(_ item: Item) -> Int32 {
        if let position = itemPositions[item.id] { return position }
        let position = Int32(items.count)
        items.append(item)
        itemPositions[item.id] = position
        return position
    }

    /// Adds a set of skills, or returns the position of an equal one.
    public mutating func intern(skillSet: [SkillWeight]) -> Int32 {
        if let position = skillSetPositions[skillSet] { return position }
        let position = Int32(skillSets.count)
        skillSets.append(skillSet)
        skillSetPositions[skillSet] = position
        return position
    }

    /// Replaces what is known about an item, keeping its identity and its evidence.
    ///
    /// Does nothing if `position` is out of range.
    public mutating func update(itemAt position: Int32, _ change: (inout Item) -> Void) {
        guard items.indices.contains(Int(position)) else { return }
        let id = items[Int(position)].id
        change(&items[Int(position)])
        items[Int(position)].id = id
    }

    /// Replaces what is known about a learner, keeping their identity and evidence.
    ///
    /// Does nothing if `position` is out of range.
    public mutating func update(learnerAt position: Int32, _ change: (inout Learner) -> Void) {
        guard learners.indices.contains(Int(position)) else { return }
        let id = learners[Int(position)].id
        change(&learners[Int(position)])
        learners[Int(position)].id = id
    }

    /// Appends an event. Events that point outside the log are ignored, since nothing could be learnt from them; a score
    /// that is no finite number is a blank, since one of them would spoil its whole column.
    public mutating func append(_ event: Event) {
        append(count: 1) { _ in event }
    }

    /// Appends many events at once, by the rules of ``append(_:)``.
    ///
    /// - Parameter event: makes the event of a number below `count`.
    public mutating func append(count: Int, _ event: (Int) -> Event) {
        let (learnerCount, itemCount, setCount) = (learners.count, items.count, skillSets.count)
        if count > 1 { events.reserveCapacity(events.count + count) }
        for number in 0..<max(count, 0) {
            var event = event(number)
            let (learner, item) = (Int(event.learner), Int(event.item))
            guard learner >= 0, learner < learnerCount, item >= 0, item < itemCount else { continue }
            if event.skillSet < 0 || Int(event.skillSet) >= setCount { event.skillSet = -1 }
            if event.status == .scored, !event.score.isFinite {
                event.status = .unknownBlank
                event.score = .nan
            }
            events.append(event)
        }
    }

    /// Adds everything of another log, joining learners and items by their ids. What one log says of an item and the
    /// other does not is taken over, so that the order of files decides nothing about what an item is.
    public mutating func merge(_ other: EvidenceLog) { merge(other) { _, _, _ in .new } }

    /// Where an event of another log goes.
    enum Place {
        /// After those that are there.
        case new
        /// Nowhere: it is there.
        case known
        /// In the place of one that is there.
        case instead(of: Int)
    }

    /// Adds another log, each of its events where it belongs.
    ///
    /// - Parameter place: is given an event with learner and item as they are known here, its position in the other log and
    ///   the one it would have here.
    mutating func merge(_ other: EvidenceLog, _ place: (_ event: Event, _ number: Int, _ position: Int) -> Place) {
        let learnerMap = other.learners.map { intern($0) }
        let itemMap = other.items.map { item in
            guard let known = itemPositions[item.id] else { return intern(item) }
            items[Int(known)].fillIn(from: item)
            return known
        }
        let skillSetMap = other.skillSets.map { intern(skillSet: $0) }
        // Records are counted on from file to file, so that a row number stays unique.
        let rows = events.reduce(0) { max($0, $1.row) }
        events.reserveCapacity(events.count + other.events.count)
        for (number, var event) in other.events.enumerated() {
            if event.skillSet >= 0 { event.skillSet = skillSetMap[Int(event.skillSet)] }
            if event.row > 0 { event.row = event.row.addingReportingOverflow(rows).partialValue }
            event.learner = learnerMap[Int(event.learner)]
            event.item = itemMap[Int(event.item)]
            switch place(event, number, events.count) {
            case .new: events.append(event)
            case .known: break
            case .instead(let position): if events.indices.contains(position) { events[position] = event }
            }
        }
    }

    /// A log of the same items with only some of the learners and events, positions made anew.
    ///
    /// - Parameters:
    ///   - isKept: whether somebody of this id stays.
    ///   - counts: whether events of this learner and item, by their ids, stay.
    func keeping(
        learners isKept: (String) -> Bool, _ counts: (_ learner: String, _ item: String) -> Bool
    ) -> EvidenceLog {
        var log = EvidenceLog()
        for learner in learners where isKept(learner.id) { log.intern(learner) }
        for item in items { log.intern(item) }
        let skillSetMap = skillSets.map { log.intern(skillSet: $0) }
        for event in events {
            let (learner, item) = (learners[Int(event.learner)].id, items[Int(event.item)].id)
            guard let position = log.position(ofLearner: learner), counts(learner, item) else { continue }
            var event = event
            event.learner = position
            if event.skillSet >= 0 { event.skillSet = skillSetMap[Int(event.skillSet)] }
            log.append(event)
        }
        return log
    }
}
