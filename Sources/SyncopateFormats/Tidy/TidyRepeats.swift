internal import Syncopate

/// Finds the event that a later one repeats: of the same learner, item, attempt and time.
///
/// Most logs have each learner's events in order of time, and then only those of the same moment have to be looked at.
/// From the first event that comes late on, and for events without a time, a table knows all of them.
struct TidyRepeats {
    private static let none: Int32 = -1
    /// Per learner the time of the latest timed event, and which it is.
    private var latest: [(at: Double, place: Int32)] = []
    /// Per event the one before of the same learner and moment.
    private var earlier: [Int32] = []
    /// Whether all events that were looked for so far and have a time stood in order of it, each learner's by themselves.
    private(set) var isOrdered = true
    /// Hash table of positions among the events, open addressing; empty until it is needed.
    private var slots: [Int32] = []
    private var count = 0

    /// The position of the event that this one repeats, or `nil`; then it is remembered under the next position.
    ///
    /// - Parameters:
    ///   - event: has a time or an attempt.
    ///   - events: those before, this one not among them.
    mutating func find(_ event: TidyEvent, in events: [TidyEvent]) -> Int? {
        if !event.at.isNaN, isOrdered {
            while latest.count <= Int(event.learner) { latest.append((-.infinity, Self.none)) }
            let last = latest[Int(event.learner)]
            if event.at > last.at {
                remember(event, events.count, after: Self.none)
                return nil
            }
            if event.at == last.at {
                var place = last.place
                while place >= 0 {
                    if Self.isSame(events[Int(place)], event) { return Int(place) }
                    place = earlier[Int(place)]
                }
                remember(event, events.count, after: last.place)
                return nil
            }
            isOrdered = false
            for (place, event) in events.enumerated() where !event.hasID && !event.at.isNaN {
                insert(event, place, events)
            }
        }
        if let place = lookUp(event, events) { return place }
        insert(event, events.count, events)
        return nil
    }

    private mutating func remember(_ event: TidyEvent, _ place: Int, after last: Int32) {
        while earlier.count < place { earlier.append(Self.none) }
        earlier.append(last)
        latest[Int(event.learner)] = (event.at, Int32(truncatingIfNeeded: place))
    }

    private static func isSame(_ one: TidyEvent, _ other: TidyEvent) -> Bool {
        one.learner == other.learner && one.item == other.item && one.attempt == other.attempt
            && one.at.isSame(other.at)
    }

    private func lookUp(_ event: TidyEvent, _ events: [TidyEvent]) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = Self.hash(event) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if Self.isSame(events[place], event) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private mutating func insert(_ event: TidyEvent, _ place: Int, _ events: [TidyEvent]) {
        if (count + 1) * 2 > slots.count {
            let old = slots
            slots = Array(repeating: Self.none, count: max(1024, old.count * 2))
            for place in old where place >= 0 { put(Self.hash(events[Int(place)]), place) }
        }
        put(Self.hash(event), Int32(truncatingIfNeeded: place))
        count += 1
    }

    private mutating func put(_ hash: Int, _ place: Int32) {
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = place
    }

    /// Multiplied to full width and folded, as in wyhash (Wang Yi 2019).
    private static func hash(_ event: TidyEvent) -> Int {
        let who = UInt64(UInt32(bitPattern: event.learner)) << 32 | UInt64(UInt32(bitPattern: event.item))
        let when = (event.at.isNaN ? UInt64.max : event.at.bitPattern) &+ UInt64(UInt32(bitPattern: event.attempt))
        let first = (who ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        let second = (first.high ^ first.low ^ when).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return Int(truncatingIfNeeded: (second.high ^ second.low) >> 1)
    }
}
