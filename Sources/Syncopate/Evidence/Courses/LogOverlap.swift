/// Puts logs of one course together, and reads once what several of them tell: exports of logs overlap, as where each week
/// has the whole term.
///
/// An event of a later log is one of an earlier log if learner, item and the id its file gives it are the same; where one of
/// the two has no id, if learner, item, attempt and time are, and the attempt is known. A changed score then takes the
/// place of the earlier one. Without id and attempt it is the same if learner, item, time and score are: another score
/// at the same moment is another try.
struct LogOverlap {
    /// Events that an earlier log told with the same score.
    private(set) var repeated = 0
    /// Events that an earlier log told with another score.
    private(set) var corrected = 0

    private struct Numbered: Hashable {
        var (learner, item): (Int32, Int32)
        var id: UInt64
    }

    private struct Try: Hashable {
        var (learner, item, attempt): (Int32, Int32, Int32)
        /// Without a time, of nothing.
        var at: UInt64?
    }

    private struct Telling: Hashable {
        var (learner, item): (Int32, Int32)
        var (at, score): (UInt64, UInt64)
        var status: Status
    }

    /// An event of an earlier log.
    private struct Known {
        var position: Int
        var status: Status
        var score: UInt64
        var id: UInt64
        var at: Double

        init(_ event: Event, _ id: UInt64, _ position: Int) {
            self.position = position
            self.id = id
            at = event.at
            status = event.status
            score = event.status == .scored ? event.score.bitPattern : 0
        }
    }

    private var numbered: [Numbered: Known] = [:]
    private var tries: [Try: Known] = [:]
    /// How many events of one log told the same, with an id and without.
    private var tellings: [Telling: (withID: Int, without: Int)] = [:]
    /// How many of those were met by events of the log at hand.
    private var met: [Telling: (withID: Int, without: Int)] = [:]

    /// Adds a log to those before it.
    ///
    /// - Parameters:
    ///   - ids: what its file calls each event, as a number; 0 where it does not, empty where it calls none.
    mutating func merge(_ other: EvidenceLog, ids: [UInt64], into log: inout EvidenceLog) {
        met = [:]
        var added: [(event: Event, known: Known)] = []
        log.merge(other) { event, number, position in
            let known = Known(event, ids.indices.contains(number) ? ids[number] : 0, position)
            guard let earlier = earlier(of: event, known) else {
                added.append((event, known))
                return .new
            }
            if earlier.status == known.status, earlier.score == known.score {
                repeated += 1
                return .known
            }
            // What says nothing takes no score away.
            if known.status == .unknownBlank {
                repeated += 1
                return .known
            }
            corrected += 1
            var replacing = known
            replacing.position = earlier.position
            added.append((event, replacing))
            return .instead(of: earlier.position)
        }
        // Events of one log are compared with those of the others only.
        for (event, known) in added { remember(event, known) }
    }

    private mutating func earlier(of event: Event, _ known: Known) -> Known? {
        if known.id != 0,
            let earlier = numbered[Numbered(learner: event.learner, item: event.item, id: known.id)],
            // Programs that count anew in each file number other events alike, at other times.
            earlier.at == known.at || earlier.at.isNaN || known.at.isNaN
        {
            return earlier
        }
        if event.attempt > 0 {
            guard let earlier = tries[Self.attempt(event)], earlier.id == 0 || known.id == 0 else { return nil }
            return earlier
        }
        guard !event.at.isNaN else { return nil }
        let telling = Self.telling(event, known)
        guard let counts = tellings[telling] else { return nil }
        var used = met[telling] ?? (0, 0)
        if counts.without > used.without {
            used.without += 1
        } else if known.id == 0, counts.withID > used.withID {
            used.withID += 1
        } else {
            return nil
        }
        met[telling] = used
        return known
    }

    private mutating func remember(_ event: Event, _ known: Known) {
        if known.id != 0 { numbered[Numbered(learner: event.learner, item: event.item, id: known.id)] = known }
        if event.attempt > 0 {
            tries[Self.attempt(event)] = known
        } else if !event.at.isNaN {
            tellings[Self.telling(event, known), default: (0, 0)].withID += known.id == 0 ? 0 : 1
            tellings[Self.telling(event, known), default: (0, 0)].without += known.id == 0 ? 1 : 0
        }
    }

    private static func attempt(_ event: Event) -> Try {
        Try(
            learner: event.learner, item: event.item, attempt: event.attempt,
            at: event.at.isNaN ? nil : event.at.bitPattern)
    }

    private static func telling(_ event: Event, _ known: Known) -> Telling {
        Telling(
            learner: event.learner, item: event.item, at: event.at.bitPattern, score: known.score,
            status: event.status)
    }
}
