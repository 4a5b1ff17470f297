/// What was seen of learners among others. The order says nothing.
public struct ExchangeLog: Sendable, Hashable {
    /// One thing that was seen.
    public struct Exchange: Sendable, Hashable {
        /// Position in ``ExchangeLog/learners``.
        public var learner: Int
        public var kind: ExchangeKind
        /// Position in ``ExchangeLog/groups``.
        public var group: Int
        /// The outcome in 0...1, or the normal quantile where the kind is a place among classmates.
        public var value: Double

        public init(learner: Int, kind: ExchangeKind, group: Int, value: Double) {
            self.learner = learner
            self.kind = kind
            self.group = group
            self.value = value
        }
    }

    /// Everybody seen.
    public private(set) var learners: [String] = []
    /// Kinds of work, each with a rate of its own; "" where there is none.
    public private(set) var groups: [String] = []
    public private(set) var exchanges: [Exchange] = []

    private var learnerPlaces: [String: Int] = [:]
    private var groupPlaces: [String: Int] = [:]

    public init() {}

    /// Adds what was seen of a learner; a value that is not finite, or an outcome outside 0...1, is left aside.
    public mutating func append(learner: String, group: String = "", kind: ExchangeKind, value: Double) {
        let place = Self.position(learner, &learners, &learnerPlaces)
        guard kind.isRelative ? abs(value) < 10 : (0...1).contains(value) else { return }
        exchanges.append(
            Exchange(
                learner: place, kind: kind, group: Self.position(group, &groups, &groupPlaces), value: value))
    }

    /// The same without some kinds.
    public func dropping(_ kinds: Set<ExchangeKind>) -> ExchangeLog {
        var log = self
        log.exchanges.removeAll { kinds.contains($0.kind) }
        return log
    }

    private static func position(_ name: String, _ list: inout [String], _ places: inout [String: Int]) -> Int {
        if let known = places[name] { return known }
        places[name] = list.count
        list.append(name)
        return list.count - 1
    }
}
