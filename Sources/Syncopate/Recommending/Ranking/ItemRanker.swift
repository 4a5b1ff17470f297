/// Finds for each of many learners the items on which a fitted model expects the success asked for.
///
/// What is returned is what going through all items with ``MasteryTracker`` would find, to the last bit and whatever the
/// number of workers: items are screened in single precision, and those within its error of the best are decided on in
/// double precision by the path that follows a learner. No table of learners by items is made.
///
/// Screening rests on two things. Items of one set of skills differ in the item's own terms alone, and a learner's
/// mastery of a few hundred sets is a few thousand operations however many items there are. And the logistic function
/// grows: an item is nearer to the success asked for than the worst of the best so far just if its log-odds lie within
/// two bounds, which takes two comparisons and no exponential.
public struct ItemRanker: Sendable {
    public let bank: ItemBank
    public let settings: RankingSettings

    public init(_ bank: ItemBank, settings: RankingSettings = RankingSettings()) {
        self.bank = bank
        var settings = settings
        settings.limit = min(max(settings.limit, 1), 100)
        settings.success = settings.success.isFinite ? min(max(settings.success, 0), 1) : 0.75
        self.settings = settings
    }

    /// Learners of one piece of work.
    private static let pieceSize = 64

    /// Ranks the items for learners as their states left them.
    public func rank(_ states: [LearnerState], workers: Workers = .one) -> RankedItems {
        var ranked = RankedItems(learners: states.count, limit: settings.limit)
        let pieces = (states.count + Self.pieceSize - 1) / Self.pieceSize
        var faults = [LearnerState.Fault?](repeating: nil, count: states.count)
        ranked.items.withUnsafeMutableBufferPointer { items in
            ranked.successes.withUnsafeMutableBufferPointer { successes in
                faults.withUnsafeMutableBufferPointer { faults in
                    let (items, successes, faults) = (Shared(items), Shared(successes), Shared(faults))
                    workers.forEach(pieces) { piece in
                        var screen = RankingScreen(bank, settings)
                        let first = piece * Self.pieceSize
                        for learner in first..<min(first + Self.pieceSize, states.count) {
                            do throws(LearnerState.Fault) {
                                // Words that only this learner's state has are gone with it.
                                var vocabulary = bank.vocabulary
                                var follower = try ModelFollower(
                                    bank.model, state: states[learner], vocabulary: &vocabulary)
                                for (number, choice) in screen.rank(&follower, vocabulary).enumerated() {
                                    items[learner * settings.limit + number] = choice.item
                                    successes[learner * settings.limit + number] = choice.success
                                }
                            } catch {
                                faults[learner] = error
                            }
                        }
                    }
                }
            }
        }
        for (learner, fault) in faults.enumerated() {
            if let fault { ranked.faults.append(RankedItems.Fault(learner: learner, reason: fault)) }
        }
        return ranked
    }

    /// The same for one learner by going through all items, one after the other: what ``rank(_:workers:)`` is held
    /// against. It takes hundreds of times as long.
    public func rankOneByOne(_ state: LearnerState) throws(LearnerState.Fault) -> [(item: Int32, success: Double)] {
        var vocabulary = bank.vocabulary
        var follower = try ModelFollower(bank.model, state: state, vocabulary: &vocabulary)
        let previous = vocabulary.known(set: follower.history.previousSet)
        var all: [RankingScreen.Choice] = []
        for section in bank.sections {
            for place in section.places {
                if !settings.repeats, follower.history.met(item: bank.itemPositions[place]) { continue }
                let question = bank.question(place, in: section, at: settings.at)
                let success = follower.expect(question, previousKnownSet: previous).forecast.probability
                all.append(
                    RankingScreen.Choice(
                        item: bank.order[place], success: success, distance: abs(success - settings.success)))
            }
        }
        return all.sorted(by: RankingScreen.Choice.precedes).prefix(settings.limit).map { ($0.item, $0.success) }
    }
}
