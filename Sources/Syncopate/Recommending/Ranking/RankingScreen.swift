import RealModule

/// The room one worker ranks in: refilled for each learner.
struct RankingScreen {
    /// One item, by the caller's position.
    struct Choice {
        var item: Int32
        var success: Double
        /// From the success asked for.
        var distance: Double

        /// The nearer first; of equals the one with the lower position.
        static func precedes(_ left: Choice, _ right: Choice) -> Bool {
            left.distance != right.distance ? left.distance < right.distance : left.item < right.item
        }
    }

    /// Larger than what single precision may be off by in a probability.
    private static let margin: Float = 2e-5

    private let bank: ItemBank
    private let settings: RankingSettings
    private var moments: SetMoments
    private var context = ResponseContext()
    private var unmet = ResponseContext()
    /// What each section adds, and then the mean of its log-odds without the items' own part; and what they are divided
    /// by for the spread of the belief: ``Logistic/expectation(mean:variance:)``.
    private var centers: [Float]
    private var spreads: [Float]
    /// Variance of the easiness of a section's items.
    private let itemVariances: [Float]
    /// What each item adds; NaN for those that are not screened.
    private var values: [Float]
    /// Mean and variance of the log-odds of sections that were met.
    private var met: [(section: Int, mean: Float, variance: Float)] = []
    private var candidates: [(place: Int32, section: Int32, distance: Float)] = []
    private var nearest: NearestDistances

    init(_ bank: ItemBank, _ settings: RankingSettings) {
        self.bank = bank
        self.settings = settings
        moments = SetMoments(bank)
        centers = [Float](repeating: 0, count: bank.sections.count)
        spreads = centers
        itemVariances = bank.sections.map { $0.isNew ? Float(bank.model.itemVariance) : 0 }
        values = [Float](repeating: 0, count: bank.order.count)
        nearest = NearestDistances(limit: settings.limit, from: Float(settings.success), margin: Self.margin)
    }

    /// The items of one learner, the nearest first.
    ///
    /// - Parameter vocabulary: the bank's own, with what else the learner's state names.
    mutating func rank(_ follower: inout ModelFollower, _ vocabulary: Vocabulary) -> [Choice] {
        let previous = vocabulary.known(set: follower.history.previousSet)
        fill(follower, previous)
        let again = bank.places(ofItems: follower.history.itemIDs)
        for (place, _) in again { values[place] = .nan }
        // Within a distance that some items are at, as far as one can tell; if too few are, once more without a bound.
        let likely = Float(settings.limit * 8) / Float(max(bank.order.count, 1))
        nearest.removeAll(within: likely)
        candidates.removeAll(keepingCapacity: true)
        scan()
        if nearest.worst > likely {
            nearest.removeAll(within: .infinity)
            candidates.removeAll(keepingCapacity: true)
            scan()
        }
        let worst = nearest.worst + 2 * Self.margin
        var choices: [Choice] = []
        for candidate in candidates where candidate.distance <= worst {
            choices.append(
                choice(Int(candidate.place), bank.sections[Int(candidate.section)], &follower, previous))
        }
        if settings.repeats {
            for (place, section) in again { choices.append(choice(place, bank.sections[section], &follower, previous)) }
        }
        choices.sort(by: Choice.precedes)
        return Array(choices.prefix(settings.limit))
    }

    private func choice(
        _ place: Int, _ section: ItemBank.Section, _ follower: inout ModelFollower, _ previous: Int32
    ) -> Choice {
        let question = bank.question(place, in: section, at: settings.at)
        let success = follower.expect(question, previousKnownSet: previous).forecast.probability
        return Choice(item: bank.order[place], success: success, distance: abs(success - settings.success))
    }

    // MARK: Filling

    /// Works out centers, spreads and values.
    private mutating func fill(_ follower: ModelFollower, _ previous: Int32) {
        let (history, tracker, at) = (follower.history, follower.tracker, settings.at)
        let terms = bank.terms
        history.fill(&unmet, item: ModelFollower.unmet, set: ModelFollower.unmet, previousKnownSet: previous, at: at)
        let common = terms.common(unmet)
        centers.withUnsafeMutableBufferPointer { terms.sets(unmet, into: $0) }
        values.withUnsafeMutableBufferPointer { terms.items(unmet, into: $0) }
        // Sets that were met have histories of their own.
        met.removeAll(keepingCapacity: true)
        for set in history.setIDs {
            for number in bank.sections(ofSet: set) {
                var offset = common + centers[number]
                if terms.dependOnSets {
                    history.fill(&context, item: ModelFollower.unmet, set: set, previousKnownSet: previous, at: at)
                    offset += terms.ofSet(number, context) - terms.ofSet(number, unmet)
                    values.withUnsafeMutableBufferPointer {
                        terms.changeItems(
                            bank.sectionStarts[number]..<bank.sectionStarts[number + 1], from: unmet, to: context,
                            in: $0)
                    }
                }
                let forecast = tracker.forecast(
                    set: set, skillSet: bank.sections[number].skillSet, offset: Double(offset),
                    days: history.days(since: set, at: at), itemVariance: 0)
                met.append((number, Float(forecast.mean), Float(forecast.variance)))
            }
        }
        let form =
            tracker.usesBelief ? (mean: tracker.formMean, variance: tracker.formVariance) : (mean: 0, variance: 0)
        if tracker.usesBelief { moments.follow(tracker) }
        centers.withUnsafeMutableBufferPointer { centers in
            spreads.withUnsafeMutableBufferPointer { spreads in
                if tracker.usesBelief {
                    moments.add(shared: common + Float(form.mean), to: centers, spreads: spreads)
                } else {
                    for number in 0..<centers.count { centers[number] += common }
                    spreads.update(repeating: 0)
                }
                for number in 0..<spreads.count { spreads[number] += Float(form.variance) }
                for (number, mean, variance) in met {
                    centers[number] = mean
                    spreads[number] = variance
                }
                itemVariances.withUnsafeBufferPointer { own in
                    for number in 0..<spreads.count {
                        spreads[number] = (1 + Float.pi / 8 * max(spreads[number] + own[number], 0)).squareRoot()
                    }
                }
            }
        }
    }

    // MARK: Screening

    /// Looks for items that are near enough, section by section.
    private mutating func scan() {
        values.withUnsafeBufferPointer { values in
            bank.sectionStarts.withUnsafeBufferPointer { starts in
                centers.withUnsafeBufferPointer { centers in
                    spreads.withUnsafeBufferPointer { spreads in
                        for number in 0..<centers.count {
                            let places = starts[number]..<starts[number + 1]
                            let bounds = nearest.bounds(center: centers[number], spread: spreads[number])
                            // Without a branch, so that it is done for several items at once.
                            var hits: Int32 = 0
                            for place in places {
                                let value = values[place]
                                hits &+= (value >= bounds.low ? 1 : 0) & (value <= bounds.high ? 1 : 0)
                            }
                            guard hits > 0 else { continue }
                            offer(places, of: number, values, center: centers[number], spread: spreads[number])
                        }
                    }
                }
            }
        }
    }

    /// Takes the items of a section that can be among the nearest.
    @inline(never)
    private mutating func offer(
        _ places: Range<Int>, of number: Int, _ values: UnsafeBufferPointer<Float>, center: Float, spread: Float
    ) {
        var bounds = nearest.bounds(center: center, spread: spread)
        // Items that the model never saw are alike to the bit where their skills are, and the first of them count.
        var left = bank.sections[number].isNew ? settings.limit : .max
        for place in places where values[place] >= bounds.low && values[place] <= bounds.high {
            let x = (center + values[place]) / spread
            let distance = abs(1 / (1 + Float.exp(-x)) - Float(settings.success))
            candidates.append((Int32(place), Int32(number), distance))
            if nearest.insert(distance) { bounds = nearest.bounds(center: center, spread: spread) }
            left -= 1
            if left == 0 { break }
        }
    }
}
