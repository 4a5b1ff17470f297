/// Finds learners whose responses are copies of another learner's, so that no model is judged on what it was fitted on.
///
/// Exact: every pair that satisfies the rule is found. Comparing all pairs would take the square of the number of
/// learners, so the search goes from the responses: if the shorter of two logs has `n` responses and at least `m` of
/// them agree with the other's, then among *any* `n - m + 1` of its responses one agrees with the other's, and among any
/// `n - m + k` of them `k` do (prefix filtering: Chaudhuri, Ganti & Kaushik 2006; Bayardo, Ma & Srikant 2007). Taking the
/// rarest responses, few other learners come up; where many do, `k` is doubled until counting them off is cheap.
/// Where nearly everybody answers the same items, all pairs are compared after all, 64 responses at once.
public struct TwinFinder: Sendable {
    /// What makes two learners twins.
    public var rule: TwinRule

    public init(rule: TwinRule = TwinRule()) { self.rule = rule }

    /// All pairs of twins in a log, by the position of the first, then of the second.
    ///
    /// An outcome is right from a score of 0.5.
    public func twins(in log: ResponseLog) -> [TwinPair] { pairs([log]) }

    /// All pairs of a learner of `log` and one of `reference`, by the position of the first, then of the second. Pairs
    /// within either log are not looked for.
    ///
    /// Items are the same if their ids are; learners' ids play no part.
    public func twins(of log: ResponseLog, among reference: ResponseLog) -> [TwinPair] { pairs([log, reference]) }

    /// Which learners of a log to leave out so that no twins remain, ascending, from ``twins(in:)`` of that log.
    ///
    /// Of two twins the one that comes first in the log stays, whichever is longer, so that appending to a log never
    /// changes who was kept. A learner whose only earlier twins are left out stays.
    public static func repeated(in pairs: [TwinPair]) -> [Int] {
        var dropped: Set<Int> = []
        // Every pair's first is settled before its second is asked about, since pairs are taken by their second.
        for pair in pairs.sorted(by: { ($0.second, $0.first) < ($1.second, $1.first) })
        where !dropped.contains(pair.first) { dropped.insert(pair.second) }
        return dropped.sorted()
    }

    /// Which learners of the log being evaluated to leave out because the reference log has a twin of theirs, ascending,
    /// from ``twins(of:among:)``. The reference log is left as it is.
    public static func known(in pairs: [TwinPair]) -> [Int] { Set(pairs.map(\.first)).sorted() }

    private func pairs(_ logs: [ResponseLog]) -> [TwinPair] {
        let index = TwinIndex(logs, minimum: rule.fewestShared(ofLength: 0))
        var search = TwinSearch(index, rule: rule)
        var pairs: [TwinPair] = []
        for rank in index.members.indices { search.find(rank, into: &pairs) }
        return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
