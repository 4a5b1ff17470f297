import RealModule

/// The counters of one learner: what was practised, how it went, and when.
///
/// Skill sets and items are positions that stay the same for as long as the history is used with one vocabulary.
package struct LearnerHistory: Sendable, Equatable {
    /// Responses so far, and how many were right.
    private(set) var responses: Int32 = 0
    private(set) var successes: Int32 = 0
    private(set) var outcomes = OutcomeBits()
    /// Recency-weighted successes with weights .7, .9 and .97.
    private(set) var recency: Float = 0.5
    private(set) var slowRecency: Float = 0.5
    private(set) var slowestRecency: Float = 0.5
    private(set) var previousItem: Int32 = -1
    package private(set) var previousSet: Int32 = -1
    /// Consecutive responses to the previous item and to the previous set.
    private(set) var itemRun: Int32 = 0
    private(set) var setRun: Int32 = 0
    /// Seconds since 1970 of the last response; NaN where unknown.
    private(set) var lastAt = Double.nan
    /// By place; ``setPlaces`` says which set has which.
    private(set) var sets: [SkillSetRecord] = []
    private(set) var setIDs: [Int32] = []
    private(set) var items = ItemWindow()
    private var setPlaces = PlaceTable()

    package init() {}

    /// The place of a set of skills among ``sets``, or `nil` if it was never met.
    func place(ofSet set: Int32) -> Int? {
        if set == previousSet, let last = lastPlace, last < setIDs.count, setIDs[last] == set { return last }
        return setPlaces[set]
    }
    private var lastPlace: Int?

    /// Makes room for a set of skills, or finds the one it has.
    mutating func makePlace(forSet set: Int32) -> Int {
        if let place = place(ofSet: set) { return place }
        let place = sets.count
        sets.append(SkillSetRecord())
        setIDs.append(set)
        setPlaces.insert(set, place: place)
        return place
    }

    /// Fills in what the terms read, for a response to `item` on `set` at `at` (NaN: unknown).
    ///
    /// - Parameters:
    ///   - context: what is filled.
    ///   - previousKnownSet: the model's position of the set met before, or -1 where the model does not know it.
    package func fill(
        _ context: inout ResponseContext, item: Int32, set: Int32, previousKnownSet: Int32, at: Double
    ) {
        let record = place(ofSet: set).map { sets[$0] }
        let skill = record ?? SkillSetRecord()
        let same = items.record(of: item)
        let second = Self.second(at)
        let gap = responses > 0 ? at - lastAt : .nan
        let skillGap = Self.seconds(from: record?.lastSecond, to: second)
        let itemGap = Self.seconds(from: same?.lastSecond, to: second)
        let skillLag = record.map { Int(responses - 1 - $0.lastPosition) } ?? -1
        let itemLag = same.map { Int(responses - 1 - $0.lastPosition) } ?? -1
        let isSameItem = item == previousItem
        let tries = Int(same?.attempts ?? 0)
        let itemOutcomes = same?.outcomes ?? OutcomeBits()
        let attempts = Int(skill.attempts)

        let consecutive = isSameItem ? min(Int(itemRun), 2) : 0
        let count = Bins.count(attempts)
        let streak = Bins.streak(Int(skill.streak))
        let position = Bins.position(Int(responses))
        let previous = outcomes.latest
        let gapBin = Bins.gap(gap)
        let skillGapBin = Bins.gap(skillGap)
        let itemGapBin = Bins.gap(itemGap)
        let logGap = Bins.logarithm(gap)
        let fineGap = Bins.logarithmicGap(logGap, step: 0.2, top: Bins.fineGaps - 1)
        let seen = sets.count
        let seenBin = seen < 2 ? seen : seen < 4 ? 2 : seen < 8 ? 3 : seen < 16 ? 4 : seen < 32 ? 5 : 6

        context.cases.withUnsafeMutableBufferPointer { cases in
            func put(_ kind: ContextKind, _ value: Int) { cases[Int(kind.rawValue)] = Int32(truncatingIfNeeded: value) }
            put(.none, 0)
            put(.itemTry, (min(tries, 4) * 3 + consecutive) * 3 + itemOutcomes.latest)
            put(.countStreak, min(count, 5) * Bins.streaks + streak)
            put(.fineCountStreak, count * Bins.streaks + streak)
            put(.itemOutcomes, itemOutcomes.last(3))
            put(.skillOutcomes, skill.outcomes.last(2))
            put(.fineSkillOutcomes, skill.outcomes.last(5))
            put(.outcomes, outcomes.last(5))
            put(.run, Bins.run(set == previousSet ? Int(setRun) : 0) * Bins.positions + position)
            put(.gap, gapBin * 3 + previous)
            put(.fineGap, fineGap)
            put(.fineGapItem, fineGap * 3 + itemOutcomes.latest)
            put(.middleGap, Bins.logarithmicGap(logGap, step: 0.5, top: Bins.middleGaps - 1))
            put(.skillGap, (skillGapBin * Bins.lags + Bins.lag(skillLag)) * 8 + skill.outcomes.last(2))
            put(.itemGap, (itemGapBin * Bins.lags + Bins.lag(itemLag)) * 8 + itemOutcomes.last(2))
            put(.fineItemGap, (itemGapBin * 16 + itemOutcomes.last(3)) * 5 + min(tries, 4))
            put(.previousOutcome, previous * 2 + (isSameItem ? 1 : 0))
            put(.previousSkills, (Int(previousKnownSet) + 1) * 3 + previous)
            put(.explored, (seenBin * 3 + min(attempts, 2)) * 3 + previous)
            put(.position, position)
            put(.count, count)
            put(.plainGap, gapBin)
        }
        context.values.withUnsafeMutableBufferPointer { values in
            func put(_ covariate: Covariate, _ value: Double) { values[Int(covariate.rawValue)] = value }
            put(.one, 1)
            // Held where another response says nothing new, so that no weight is taken far beyond what it was fitted on.
            put(.successes, Double.log(onePlus: Double(min(skill.successes, 200))))
            put(.failures, Double.log(onePlus: Double(min(skill.attempts - skill.successes, 200))))
            put(.allSuccesses, Double.log(onePlus: Double(min(successes, 2000))))
            put(.allFailures, Double.log(onePlus: Double(min(responses - successes, 2000))))
            put(.itemAttempts, Double.log(onePlus: Double(min(tries, 20))))
            put(.skillRecency, skill.recentSuccess - 0.5)
            put(.recency, Double(recency) - 0.5)
            put(.slowRecency, Double(slowRecency) - 0.5)
            put(.slowestRecency, Double(slowestRecency) - 0.5)
        }
    }

    /// The items that are remembered.
    var itemIDs: [Int32] { items.records.map(\.item) }

    /// Whether an item is remembered.
    func met(item: Int32) -> Bool { items.record(of: item) != nil }

    /// Days from when a set of skills was last met to `at`; NaN where unknown or never.
    package func days(since set: Int32, at: Double) -> Double {
        Self.seconds(from: place(ofSet: set).map { sets[$0].lastSecond }, to: Self.second(at)) / 86_400
    }

    /// Counts a response.
    package mutating func append(item: Int32, set: Int32, score: Double, at: Double) {
        let isRight = score >= 0.5
        let second = Self.second(at)
        let place = makePlace(forSet: set)
        sets[place].append(score: score, isRight: isRight, position: responses, second: second)
        items.append(item: item, isRight: isRight, position: responses, second: second)
        itemRun = item == previousItem ? Self.next(itemRun) : 1
        setRun = set == previousSet ? Self.next(setRun) : 1
        previousItem = item
        previousSet = set
        lastPlace = place
        outcomes.append(isRight)
        responses = Self.next(responses)
        if isRight { successes = Self.next(successes) }
        let share = Float(score)
        recency = 0.7 * recency + 0.3 * share
        slowRecency = 0.9 * slowRecency + 0.1 * share
        slowestRecency = 0.97 * slowestRecency + 0.03 * share
        lastAt = at
    }

    /// Takes over what a state held.
    mutating func restore(
        counts: (responses: Int32, successes: Int32), outcomes: OutcomeBits, averages: [Float], runs: [Int32],
        lastAt: Double, sets: [(Int32, SkillSetRecord)], items: ItemWindow, previous: (item: Int32, set: Int32)
    ) {
        (responses, successes) = counts
        self.outcomes = outcomes
        (recency, slowRecency, slowestRecency) = (averages[0], averages[1], averages[2])
        (itemRun, setRun) = (max(runs[0], 0), max(runs[1], 0))
        self.lastAt = lastAt
        self.sets.reserveCapacity(sets.count)
        setIDs.reserveCapacity(sets.count)
        setPlaces.reserveCapacity(sets.count)
        for (set, record) in sets { self.sets[makePlace(forSet: set)] = record }
        self.items = items
        (previousItem, previousSet) = previous
    }

    private static func next(_ count: Int32) -> Int32 { count == .max ? .max : count + 1 }

    static func second(_ at: Double) -> Int64 {
        at.isFinite && abs(at) < 9e15 ? Int64(at.rounded(.down)) : .min
    }

    private static func seconds(from: Int64?, to: Int64) -> Double {
        guard let from, from != .min, to != .min else { return .nan }
        return Double(to - from)
    }
}
