internal import Syncopate

/// Makes a log of tidy events: drops repeats, settles units, puts each learner's events in order.
///
/// * An event is a repeat if its `event_id` was there before, or, without one, if learner, item,
///   attempt and time were, and attempt or time is known. A repeat with another score supersedes
///   the first if `event_id` or attempt says that it is the same try; otherwise both are kept, as
///   two tries within one tick of the clock. A repeat that names other skills adds them to the first: some logs
///   have a row for each skill of an answer.
/// * Without a maximum a score is a share, from 0 to 1. If rows of its item state one and the same maximum above 1, it
///   is points out of that. If those differ, or any of an item's scores is above 1 and none has a maximum, all of its
///   scores without a maximum are points of an unknown maximum and become ``Status/hidden``.
/// * Events stay where they are in the input, except that those of one learner with a known time
///   are sorted among themselves by time, then `order`, then row; those without a time by `order`.
struct TidyAssembler {
    var log = EvidenceLog()
    var findings: FindingCollector
    private(set) var dropped = 0
    /// Those of them that only the clock says are repeats.
    private var droppedByTime = 0
    /// What points are out of where the file does not say; `nil` where the caller did not either.
    let stated: Double?
    /// The events kept so far.
    var events: [TidyEvent] = []
    /// The header's cells; empty where the file has no columns.
    var headers: [String] = []
    /// How a file of the format can say what points are out of, as advice.
    var maximumRemedy = "add a column max"
    /// Whether it was said that the file has lines of comments.
    var hasNotedComments = false
    /// Sets of skills the file names.
    var skillSets = TidySkillSets()
    private var skillRows = TidySkillRows()
    private(set) var repeats = TidyRepeats()
    /// Whether events have ids or an order of their own, so that time alone does not say whether they are in order.
    private(set) var hasOwnOrder = false
    var units = TidyUnits()
    /// Ids of events that are passed on; empty where they are kept.
    private var passedIDs: [String?] = []
    /// Per item whether it is settled what it is out of.
    private var hasMaximum: [Bool] = []
    /// Whether it was said that learners have several sections.
    var hasNotedSections = false
    /// Whether it was said that a time is most likely none, and that a cell of skills is most likely a list.
    var hasDoubtedTimes = false
    var hasDoubtedSkills = false
    /// Whether events are passed on as they are stated, instead of being kept and put together.
    var passesOn = false
    /// An id that events of other learners or items had before.
    private struct SharedID: Hashable {
        var id: String
        var (learner, item): (Int32, Int32)
    }

    /// Positions of events by their ids.
    private var eventIDs: [String: Int32] = [:]
    private var sharedIDs: [SharedID: Int32] = [:]
    /// The ids of the log's events as numbers, 0 for those without; empty where none has one.
    var loggedIDs: [UInt64] = []

    init(file: String, options: ReadOptions) {
        findings = FindingCollector(file: file)
        stated = options.usableMaximum
    }

    /// Makes room.
    mutating func reserve(_ count: Int) { events.reserveCapacity(count) }

    /// Says which set of skills an event's row names.
    mutating func settleSkills(of event: inout TidyEvent, set number: Int32) { event.skillSet = number }

    /// Says which set of skills an item has, whatever its events' rows name.
    mutating func settleSkills(ofItem item: Int32, set number: Int32) {
        _ = skillSets.position(of: number, item: item, in: &log)
    }

    /// Adds an event unless it was there before.
    mutating func add(_ event: TidyEvent, id: String?) {
        var event = event
        event.hasID = id != nil
        if event.hasID || !event.order.isNaN { hasOwnOrder = true }
        if event.maximum.isNaN, !event.isShare, let stated { event.maximum = stated }
        guard !passesOn else {
            events.append(event)
            passedIDs.append(id)
            return
        }
        if let id {
            if let earlier = earlier(of: event, id: id) {
                repeated(event, of: Int(earlier), isSameTry: true)
                return
            }
        } else if event.attempt > 0 || !event.at.isNaN {
            if let earlier = repeats.find(event, in: events),
                repeated(event, of: earlier, isSameTry: event.attempt > 0)
            {
                return
            }
        }
        events.append(event)
    }

    /// The event of the same id, learner and item that was there before; `nil` if this is the first, which is then known.
    ///
    /// An id that another learner's or item's event has is not taken for the same: some exports count anew.
    private mutating func earlier(of event: TidyEvent, id: String) -> Int32? {
        let next = Int32(truncatingIfNeeded: events.count)
        guard let first = eventIDs[id] else {
            eventIDs[id] = next
            return nil
        }
        let known = events[Int(first)]
        if known.learner == event.learner, known.item == event.item { return first }
        let own = SharedID(id: id, learner: event.learner, item: event.item)
        if let earlier = sharedIDs[own] { return earlier }
        sharedIDs[own] = next
        findings.add(
            .duplicateEvent, .warning, line: event.line,
            "has the id of line \(known.line), which is about another learner or item; both are read",
            remedy: "give each event an id of its own")
        return nil
    }

    /// Fills in what an item is out of, by the first row that says so.
    mutating func fillIn(_ maximum: Double, item: Int32) {
        guard !maximum.isNaN else { return }
        let place = Int(item)
        while hasMaximum.count <= place { hasMaximum.append(false) }
        guard !hasMaximum[place] else { return }
        hasMaximum[place] = true
        guard log.items[place].maximum == nil else { return }
        log.update(itemAt: item) { $0.maximum = maximum }
    }

    /// Drops a repeat or lets it supersede; `false` if it is an event of its own.
    @discardableResult
    private mutating func repeated(_ event: TidyEvent, of earlier: Int, isSameTry: Bool) -> Bool {
        let first = events[earlier]
        let (kept, other) = (first.kept, event.kept)
        let isSame =
            first.status == event.status && kept.points.isSame(other.points) && kept.maximum.isSame(other.maximum)
            && first.learner == event.learner && first.item == event.item
        guard isSame || isSameTry else { return false }
        if isSame {
            let hasFurtherSkills = joinSkills(of: event, to: earlier)
            dropped += 1
            if !isSameTry { droppedByTime += 1 }
            findings.add(
                hasFurtherSkills ? .mergedRows : .duplicateEvent, line: event.line,
                hasFurtherSkills
                    ? "tells of the event of line \(first.line) with another skill, so the event has the skills of both"
                    : "says what line \(first.line) says, so it is read once",
                remedy: hasFurtherSkills || isSameTry
                    ? "nothing to do"
                    : "nothing to do, unless these are two tries: then number them in a column attempt")
            return true
        }
        if event.status == .unknownBlank {
            _ = joinSkills(of: event, to: earlier)
            dropped += 1
            findings.add(
                .duplicateEvent, line: event.line,
                "the same try as line \(first.line), and says nothing of it; what that line says counts",
                remedy: "nothing to do")
            return true
        }
        findings.add(
            .supersededEvent, line: event.line,
            "the same try as line \(first.line) with another score; the later one counts",
            remedy: "delete the one that is wrong")
        events[earlier] = event
        if event.skillSet <= TidySkillSets.none { events[earlier].skillSet = first.skillSet }
        dropped += 1
        return true
    }

    /// Takes over the skills that a further row of an event names; whether the event did not have them.
    private mutating func joinSkills(of event: TidyEvent, to earlier: Int) -> Bool {
        let (own, further) = (events[earlier].skillSet, event.skillSet)
        guard further > TidySkillSets.none else { return false }
        guard own > TidySkillSets.none else {
            events[earlier].skillSet = further
            return true
        }
        return !skillSets.meansSame(own, further) && skillRows.add(further, to: earlier)
    }

    /// The events added since the last time and their ids; what an event has for its set of skills is the set's number.
    mutating func takePassed() -> (events: [TidyEvent], ids: [String?]) {
        let taken = (events, passedIDs)
        events = []
        passedIDs = []
        return taken
    }

    /// The log, with points turned into shares.
    mutating func finish() -> EvidenceLog {
        settleUnits()
        noteStandingClock()
        settleSkills()
        numberIDs()
        sort()
        let events = events
        log.append(count: events.count) { number in
            let event = events[number]
            return Event(
                learner: event.learner, item: event.item, status: event.status,
                score: event.status == .scored ? event.points : .nan, at: event.at, attempt: event.attempt,
                hints: event.hints, seconds: event.seconds, mode: event.mode, skillSet: event.skillSet, row: event.row)
        }
        return log
    }

    /// Gives items and events the skills their rows name.
    private mutating func settleSkills() {
        // Where none are named there is nothing to settle: the log drops numbers of sets that it does not have.
        guard skillSets.hasSkills else { return }
        skillRows.join(&events, &skillSets)
        skillRows = TidySkillRows()
        for index in events.indices {
            events[index].skillSet = skillSets.position(
                of: events[index].skillSet, item: events[index].item, in: &log)
        }
    }

    /// Turns ids into numbers (FNV-1a of 64 bits): to be compared together with learner and item, so that texts that meet in
    /// one number do no harm.
    private mutating func numberIDs() {
        guard !eventIDs.isEmpty else { return }
        func number(_ id: String) -> UInt64 {
            let hash = id.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
            return max(hash, 1)
        }
        loggedIDs = Array(repeating: 0, count: events.count)
        for (id, place) in eventIDs where loggedIDs.indices.contains(Int(place)) { loggedIDs[Int(place)] = number(id) }
        for (own, place) in sharedIDs where loggedIDs.indices.contains(Int(place)) {
            loggedIDs[Int(place)] = number(own.id)
        }
    }

    /// A clock that stands still tells no tries apart.
    private mutating func noteStandingClock() {
        guard droppedByTime > 0, events.count > 1, let first = events.first, !first.at.isNaN,
            events.allSatisfy({ $0.at == first.at })
        else { return }
        findings.add(
            .duplicateEvent, .warning, line: first.line,
            "every row has the same time, which tells no tries apart: \(droppedByTime) rows that say what others say were "
                + "left out as repeats",
            remedy: "take the times away, or number the tries in a column attempt")
    }
}

extension Double {
    /// Equal, or both NaN.
    func isSame(_ other: Double) -> Bool { self == other || (isNaN && other.isNaN) }
}
