/// Walks through one learner's responses and gives the context of each as it was before it, and before everything of
/// the same moment.
struct HistoryFollower {
    private let log: ResponseLog
    private let range: Range<Int>
    private var history = LearnerHistory()
    private var index: Int
    private var bundleEnd: Int
    private var bundleStart: Int
    /// Days since the skills of the response given last were met before; NaN where unknown.
    private(set) var days = Double.nan

    init(log: ResponseLog, learner: Int) {
        self.log = log
        range = log.responses(ofLearner: learner)
        index = range.lowerBound
        bundleStart = index
        bundleEnd = index
    }

    /// Fills in the next response's context and returns its index, or `nil` at the end.
    mutating func next(_ context: inout ResponseContext) -> Int? {
        guard index < range.upperBound else { return nil }
        if index == bundleEnd {
            for past in bundleStart..<bundleEnd {
                history.append(item: log.item[past], set: log.skillSet[past], score: log.score[past], at: log.at[past])
            }
            bundleStart = index
            bundleEnd = log.bundleEnd(from: index, within: range)
        }
        defer { index += 1 }
        let set = log.skillSet[index]
        history.fill(
            &context, item: log.item[index], set: set, previousKnownSet: history.previousSet, at: log.at[index])
        days = history.days(since: set, at: log.at[index])
        return index
    }
}
