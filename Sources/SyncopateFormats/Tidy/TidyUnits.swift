internal import Syncopate

/// What the scores of each item are out of, as its events say one after the other.
struct TidyUnits {
    /// Scores of an item that come without a maximum.
    struct Bare {
        /// Whether one of them is more than a share can be, or is known to be none.
        fileprivate(set) var arePoints = false
        /// The first of them, or the first that shows that they are points.
        fileprivate(set) var example: TidyEvent
        /// The one with the most points.
        fileprivate(set) var largest: TidyEvent

        fileprivate init(first: TidyEvent) {
            example = first
            largest = first
            look(at: first)
        }

        /// Looks at one of them that may be more than those before.
        fileprivate mutating func look(at event: TidyEvent) {
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
    /// By item how many such scores there are, and the most points of them: most scores of a log that has no maxima change
    /// nothing but these.
    private var counts: [(count: Int, most: Double)] = []
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
        while counts.count <= item {
            bare.append(nil)
            counts.append((0, -.infinity))
        }
        counts[item].count += 1
        guard !(event.points <= counts[item].most) || event.points > 1 || event.isPoints else { return }
        counts[item].most = max(counts[item].most, event.points)
        if bare[item]?.look(at: event) == nil { bare[item] = Bare(first: event) }
    }

    /// Whether some scores without a maximum are something else than shares, so that ``resolve(_:)`` changes them.
    var needsResolving: Bool {
        bare.indices.contains { item in
            if bare[item] == nil { return false }
            if case .shares = reading(item: Int32(clamping: item)) { return false }
            return true
        }
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

    /// Items with scores that have no maximum, how many those are, and which of them tell something.
    var incomplete: [(item: Int, count: Int, scores: Bare)] {
        bare.enumerated().compactMap { item, scores in scores.map { (item, counts[item].count, $0) } }
    }
}
