internal import Syncopate

/// Makes a log of tidy events: drops repeats, settles units, puts each learner's events in order.
///
/// * An event is a repeat if its `event_id` was there before, or, without one, if learner, item,
///   attempt and time were, and attempt or time is known. A repeat with another score supersedes
///   the first if `event_id` or attempt says that it is the same try; otherwise both are kept, as
///   two tries within one tick of the clock.
/// * Without a maximum a score is a share, from 0 to 1. If any of an item's is above 1, all of its scores
///   without a maximum are points of an unknown maximum and become ``Status/hidden``.
/// * Events stay where they are in the input, except that those of one learner with a known time
///   are sorted among themselves by time, then `order`, then row; those without a time by `order`.
struct TidyAssembler {
    var log = EvidenceLog()
    var findings: FindingCollector
    private(set) var dropped = 0
    private let stated: Double?
    private var events: [TidyEvent] = []
    /// The header's cells; empty where the file has no columns.
    var headers: [String] = []
    /// How a file of the format can say what points are out of, as advice.
    var maximumRemedy = "add a column max"
    /// Whether it was said that the file has lines of comments.
    var hasNotedComments = false
    /// Sets of skills the file names.
    var skillSets = TidySkillSets()
    private var repeats = TidyRepeats()
    private var units = TidyUnits()
    /// Ids of events that are passed on; empty where they are kept.
    private var passedIDs: [String?] = []
    /// Whether events are passed on as they are stated, instead of being kept and put together.
    var passesOn = false
    private var eventIDs: [String: Int32] = [:]

    init(file: String, options: ReadOptions) {
        findings = FindingCollector(file: file)
        stated = options.usableMaximum
    }

    /// Makes room.
    mutating func reserve(_ count: Int) { events.reserveCapacity(count) }

    /// Settles whose skills an event has: its item's, or a set its row names for itself.
    mutating func settleSkills(of event: inout TidyEvent, set number: Int32) {
        guard !passesOn else {
            event.skillSet = number
            return
        }
        event.skillSet = skillSets.position(of: number, item: event.item, in: &log)
    }

    /// Adds an event unless it was there before.
    mutating func add(_ event: TidyEvent, id: String?) {
        var event = event
        event.hasID = id != nil
        guard !passesOn else {
            if event.maximum.isNaN, let stated { event.maximum = stated }
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
        let own = "\(id)\u{1F}\(event.learner)\u{1F}\(event.item)"
        if let earlier = eventIDs[own] { return earlier }
        eventIDs[own] = next
        findings.add(
            .duplicateEvent, .warning, line: event.line,
            "has the id of line \(known.line), which is about another learner or item; both are read",
            remedy: "give each event an id of its own")
        return nil
    }

    /// Drops a repeat or lets it supersede; `false` if it is an event of its own.
    @discardableResult
    private mutating func repeated(_ event: TidyEvent, of earlier: Int, isSameTry: Bool) -> Bool {
        let first = events[earlier]
        let isSame =
            first.status == event.status && first.points.isSame(event.points)
            && first.isShare == event.isShare && first.maximum.isSame(event.maximum)
            && first.learner == event.learner && first.item == event.item
        if isSame {
            dropped += 1
            findings.add(
                .duplicateEvent, line: event.line, "says what line \(first.line) says, so it is read once",
                remedy: "nothing to do")
            return true
        }
        guard isSameTry else { return false }
        findings.add(
            .supersededEvent, line: event.line,
            "the same try as line \(first.line) with another score; the later one counts",
            remedy: "delete the one that is wrong")
        events[earlier] = event
        dropped += 1
        return true
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

    private mutating func settleUnits() {
        var events = events
        self.events = []
        settleUnits(of: &events)
        for index in events.indices where events[index].status == .scored && !events[index].isShare {
            if units.isUnknown(item: events[index].item) { events[index].status = .hidden }
        }
        self.events = events
        if let stated {
            for item in log.items.indices where log.items[item].maximum == nil {
                log.update(itemAt: Int32(truncatingIfNeeded: item)) { $0.maximum = stated }
            }
        }
        noteUnknownMaxima()
    }

    /// Turns points into shares where it is known what they are out of.
    mutating func settleUnits(of events: inout [TidyEvent]) {
        for index in events.indices {
            guard let points = units.settle(&events[index], stated: stated) else { continue }
            let (column, header) = place(of: events[index])
            findings.add(
                .extraCredit, line: events[index].line, column: column, header: header, excerpt: points.shortText,
                "more than the points possible; kept as extra credit", remedy: "check that it is meant")
        }
    }

    /// Notes the items of which nobody says what their points are out of, once all events are settled.
    ///
    /// - Returns: how many scores are not known therefore.
    @discardableResult
    mutating func noteUnknownMaxima() -> Int {
        var count = 0
        for (item, event, scores) in units.unknown {
            count += scores
            let (column, header) = place(of: event)
            findings.add(
                .maximumMissing, line: event.line, column: column, header: header,
                excerpt: event.points.shortText,
                "scores of item \"\(Finding.shortened(log.items[item].id))\" are \(event.points > 1 ? "above 1" : "points") and no "
                    + "maximum says what they are out of, so none of its scores without one were read",
                remedy: "\(maximumRemedy), or read with --max")
        }
        return count
    }

    /// Where the score of an event stands, from 1, and what stands above it; `nil` where no one cell has it.
    private func place(of event: TidyEvent) -> (column: Int?, header: String) {
        let column = Int(event.column)
        guard column > 0 else { return (nil, "") }
        return (column, column <= headers.count ? headers[column - 1] : "")
    }

    /// Whether each learner's events stand in order already, as most logs have them.
    private func isSorted() -> Bool {
        var times = Array(repeating: -Double.infinity, count: log.learners.count)
        var ranks = times
        var untimedRanks = times
        for event in events {
            let learner = Int(event.learner)
            if !event.at.isNaN {
                let isLater = event.at > times[learner]
                guard isLater || (event.at == times[learner] && event.rank >= ranks[learner]) else { return false }
                times[learner] = event.at
                ranks[learner] = event.rank
            } else if !event.order.isNaN {
                guard event.order >= untimedRanks[learner] else { return false }
                untimedRanks[learner] = event.order
            }
        }
        return true
    }

    /// Sorts each learner's events among the places they hold.
    private mutating func sort() {
        guard !isSorted() else { return }
        var timed: [[Int]] = Array(repeating: [], count: log.learners.count)
        var ordered = timed
        for (index, event) in events.enumerated() {
            if !event.at.isNaN {
                timed[Int(event.learner)].append(index)
            } else if !event.order.isNaN {
                ordered[Int(event.learner)].append(index)
            }
        }
        let source = events
        for places in timed + ordered {
            let sorted = places.sorted { left, right in
                let (a, b) = (source[left], source[right])
                if !a.at.isNaN, a.at != b.at { return a.at < b.at }
                if a.rank != b.rank { return a.rank < b.rank }
                return left < right
            }
            for (place, index) in zip(places, sorted) { events[place] = source[index] }
        }
    }
}

extension Double {
    /// Equal, or both NaN.
    func isSame(_ other: Double) -> Bool { self == other || (isNaN && other.isNaN) }
}
