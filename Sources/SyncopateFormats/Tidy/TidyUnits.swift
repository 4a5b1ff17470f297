internal import Syncopate

/// What the scores of each item are out of, as its events say one after the other.
struct TidyUnits {
    /// Scores of an item that come without a maximum.
    struct Bare {
        fileprivate(set) var count = 0
        /// Whether one of them is more than a share can be, or is known to be none.
        fileprivate(set) var arePoints = false
        /// The first of them, or the first that shows that they are points.
        fileprivate(set) var example: TidyEvent
        /// The one with the most points.
        fileprivate(set) var largest: TidyEvent

        fileprivate init(first: TidyEvent) {
            example = first
            largest = first
            add(first)
        }

        fileprivate mutating func add(_ event: TidyEvent) {
            count += 1
            if !arePoints, event.isPoints || event.points > 1 {
                arePoints = true
                example = event
            }
            if event.points > largest.points { largest = event }
        }
    }

    /// What those rows of an item that state a maximum above 1 say of it.
    private enum Stated {
        case nothing
        case one(Double)
        case several
    }

    /// How the scores of an item that come without a maximum are to be read.
    enum Reading {
        /// As shares: nothing speaks against it.
        case shares
        /// As points out of what the item's other rows say.
        case points(outOf: Double)
        /// Not at all: they are points of nobody knows how many, or other rows do not agree on how many.
        case unknown(maximaDiffer: Bool)
    }

    /// By item; `nil` where every score so far has a maximum.
    private var bare: [Bare?] = []
    /// By item.
    private var stated: [Stated] = []
    /// An event that is out of something else than an earlier one of its item, one of each such item.
    private(set) var differing: [(event: TidyEvent, before: Double)] = []

    /// Turns an event's points into a share if it is known what they are out of.
    ///
    /// - Returns: the points, or the share, as the event stated it where that is more than there is to have.
    mutating func settle(_ event: inout TidyEvent) -> Double? {
        if event.maximum > 1 { observe(event) }
        guard event.status == .scored else { return nil }
        if event.isShare { return event.points > 1 ? event.points : nil }
        guard !event.maximum.isNaN else {
            add(event)
            return nil
        }
        guard event.maximum > 0 else {
            event.status = .hidden
            return nil
        }
        let points = event.points
        event.points /= event.maximum
        event.isShare = true
        return points > event.maximum ? points : nil
    }

    private mutating func observe(_ event: TidyEvent) {
        let (maximum, item) = (event.maximum, Int(event.item))
        while stated.count <= item { stated.append(.nothing) }
        switch stated[item] {
        case .nothing: stated[item] = .one(maximum)
        case .one(let known):
            guard known != maximum else { return }
            stated[item] = .several
            if differing.count < FindingCollector.limit { differing.append((event, known)) }
        case .several: break
        }
    }

    private mutating func add(_ event: TidyEvent) {
        let item = Int(event.item)
        while bare.count <= item { bare.append(nil) }
        // In place: this is done for every score of a log that has no maxima.
        if bare[item]?.add(event) == nil { bare[item] = Bare(first: event) }
    }

    /// How scores of an item without a maximum are to be read, once all events are known.
    func reading(item: Int32) -> Reading {
        let item = Int(item)
        switch stated.indices.contains(item) ? stated[item] : .nothing {
        case .one(let maximum): return .points(outOf: maximum)
        case .several: return .unknown(maximaDiffer: true)
        case .nothing:
            return bare.indices.contains(item) && bare[item]?.arePoints == true
                ? .unknown(maximaDiffer: false) : .shares
        }
    }

    /// Turns the points of an event without a maximum into a share of what its item's other rows say, or withholds them.
    func resolve(_ event: inout TidyEvent) {
        guard event.status == .scored, !event.isShare else { return }
        switch reading(item: event.item) {
        case .shares: break
        case .points(let maximum):
            event.maximum = maximum
            event.points /= maximum
            event.isShare = true
        case .unknown: event.status = .hidden
        }
    }

    /// Items with scores that have no maximum, and those scores.
    var incomplete: [(item: Int, scores: Bare)] {
        bare.enumerated().compactMap { item, scores in scores.map { (item, $0) } }
    }
}
