import RealModule

/// Follows one learner's mastery and form through a log: forecast, then learn, response by response.
///
/// The evidence is a site per set of skills; sites on the same skills add, so the state stays small, and the joint belief
/// is rebuilt from prior and sites by ``init(structure:settings:sites:skillSets:)``. Form (an autoregressive deviation
/// that is gone after some responses) and mastery are taken as independent given the evidence: this, not the
/// joint filter, defines the model.
package struct BeliefTracker: Sendable {
    package let structure: SkillStructure
    package let settings: TracingSettings
    package private(set) var belief: SparseBelief
    package private(set) var formMean = 0.0
    package private(set) var formVariance: Double
    private var sets: [TrackedSet] = []
    private var setPlaces = PlaceTable()
    private var coordinates = PlaceTable()

    private struct TrackedSet {
        var set: Int32
        var direction: Direction
        /// Sum of squared weights: how a drift of each skill moves the mastery of the set.
        var squaredWeights: Double
        var site = EvidenceSite()
    }

    package init(structure: SkillStructure, settings: TracingSettings) {
        self.structure = structure
        self.settings = settings
        belief = SparseBelief(factors: structure.factors)
        formVariance = settings.uses(.form) ? max(settings.formVariance, 0) : 0
    }

    /// Back to a learner of whom nothing is known, keeping the memory.
    package mutating func reset() {
        belief.reset()
        formMean = 0
        formVariance = settings.uses(.form) ? max(settings.formVariance, 0) : 0
        sets.removeAll(keepingCapacity: true)
        setPlaces.removeAll()
        coordinates.removeAll()
    }

    /// What is expected of a response on a set of skills.
    ///
    /// - Parameters:
    ///   - set: position of the set.
    ///   - skillSet: its skills and weights.
    ///   - offset: what the terms add to the log-odds.
    ///   - days: days since the set was last met; NaN where unknown.
    ///   - itemVariance: variance of the item's own easiness.
    package func forecast(
        set: Int32, skillSet: ResponseLog.SkillSet, offset: Double, days: Double, itemVariance: Double
    ) -> Forecast {
        guard settings.uses(.belief) else {
            return Forecast(mean: offset, masteryVariance: 0, variance: itemVariance)
        }
        var mastery: (mean: Double, variance: Double)
        if let place = setPlaces[set] {
            mastery = belief.mastery(along: sets[place].direction)
            let change = fading(of: sets[place], days: days)
            let scale = 1 + change.precision * mastery.variance
            if change.precision != 0, scale > 0 {
                mastery.mean = (mastery.mean + change.location * mastery.variance) / scale
                mastery.variance /= scale
            }
        } else {
            let (direction, untouched) = direction(of: skillSet)
            mastery = belief.mastery(along: direction)
            mastery.variance += untouched
        }
        return Forecast(
            mean: offset + mastery.mean + formMean, masteryVariance: mastery.variance,
            variance: mastery.variance + formVariance + itemVariance)
    }

    /// Learns from a response. The arguments before the score are those of ``forecast``.
    package mutating func observe(
        set: Int32, skillSet: ResponseLog.SkillSet, offset: Double, days: Double, itemVariance: Double, score: Double
    ) {
        guard settings.uses(.belief) else { return }
        let forecast = forecast(
            set: set, skillSet: skillSet, offset: offset, days: days, itemVariance: itemVariance)
        guard forecast.mean.isFinite, forecast.variance > 0, forecast.variance.isFinite else { return }
        let posterior = ScalarPosterior.fast(
            mean: forecast.mean, variance: forecast.variance,
            evidence: ScoreEvidence(score: score, trials: settings.trials))
        // How the posterior of the sum moves each of its parts.
        let step = (posterior.mean - forecast.mean) / forecast.variance
        let shrink = (forecast.variance - posterior.variance) / (forecast.variance * forecast.variance)
        learn(set: set, skillSet: skillSet, days: days, forecast: forecast, step: step, shrink: shrink)

        let persistence = min(max(settings.persistence, 0), 0.9999)
        let stationary = settings.uses(.form) ? max(settings.formVariance, 0) : 0
        let moved = formMean + formVariance * step
        let left = max(formVariance - formVariance * formVariance * shrink, 0)
        formMean = persistence * moved
        formVariance = persistence * persistence * left + (1 - persistence * persistence) * stationary
    }

    private mutating func learn(
        set: Int32, skillSet: ResponseLog.SkillSet, days: Double, forecast: Forecast, step: Double, shrink: Double
    ) {
        let place = setPlaces[set] ?? touch(set, skillSet)
        let tracked = sets[place]
        let v = forecast.masteryVariance
        let before = tracked.site.faded(by: fadingVariance(of: tracked, days: days))
        let after = v - v * v * shrink
        guard v > 0, after > 0 else { return }
        // The factor that takes N(m, v) to its posterior; m is what the fading left of it.
        let faded = fading(of: tracked, days: days)
        let now = belief.mastery(along: tracked.direction)
        let scale = 1 + faded.precision * now.variance
        let mean = (now.mean + faded.location * now.variance) / scale
        let precision = v * shrink / after
        let location = (mean + v * step) / after - mean / v
        let grown = EvidenceSite(precision: before.precision + precision, location: before.location + location)
        let kept = grown.faded(by: settings.drift * tracked.squaredWeights)
        let site = EvidenceSite(precision: kept.precision, location: kept.location)
        belief.multiply(
            along: tracked.direction, precision: Double(site.precision) - Double(tracked.site.precision),
            location: Double(site.location) - Double(tracked.site.location))
        sets[place].site = site
    }

    private func fadingVariance(of tracked: TrackedSet, days: Double) -> Double {
        guard settings.forgetting > 0, days > 0, days.isFinite else { return 0 }
        return settings.forgetting * Double.log(onePlus: days) * tracked.squaredWeights
    }

    /// What fading changes of a site, to be multiplied into the belief.
    private func fading(of tracked: TrackedSet, days: Double) -> (precision: Double, location: Double) {
        let variance = fadingVariance(of: tracked, days: days)
        guard variance > 0 else { return (0, 0) }
        let faded = tracked.site.faded(by: variance)
        return (faded.precision - Double(tracked.site.precision), faded.location - Double(tracked.site.location))
    }

    private mutating func touch(_ set: Int32, _ skillSet: ResponseLog.SkillSet) -> Int {
        for skill in skillSet.skills where coordinates[skill] == nil {
            coordinates.insert(
                skill, place: belief.touch(specificVariance: structure.specificVariance(Int(skill))))
        }
        let place = sets.count
        let direction = direction(of: skillSet).direction
        sets.append(
            TrackedSet(set: set, direction: direction, squaredWeights: skillSet.weights.reduce(0) { $0 + $1 * $1 }))
        setPlaces.insert(set, place: place)
        return place
    }

    /// The direction over what is touched, and the variance of what is not.
    private func direction(of skillSet: ResponseLog.SkillSet) -> (direction: Direction, untouched: Double) {
        var direction = Direction(factors: structure.factors, skills: skillSet.skills.count)
        if skillSet.skills.isEmpty {
            for factor in 0..<structure.factors { direction.load(factor, structure.typicalLoadings[factor]) }
        }
        var untouched = 0.0
        for index in skillSet.skills.indices {
            let skill = skillSet.skills[index]
            let weight = skillSet.weights[index]
            for factor in 0..<structure.factors {
                direction.load(factor, weight * structure.loading(Int(skill), factor))
            }
            if let coordinate = coordinates[skill] {
                direction.append(coordinate, weight)
            } else {
                untouched += weight * weight * structure.specificVariance(Int(skill))
            }
        }
        return (direction, untouched)
    }

    /// Skills touched so far and their coordinates in ``belief``.
    package var touchedSkills: [(skill: Int32, coordinate: Int)] {
        var touched: [(skill: Int32, coordinate: Int)] = []
        coordinates.visit { touched.append((skill: $0, coordinate: $1)) }
        return touched.sorted { $0.coordinate < $1.coordinate }
    }

    /// Calls `body` with each skill touched so far and its coordinate, in no particular order.
    func forEachTouchedSkill(_ body: (Int, Int) -> Void) {
        coordinates.visit { body(Int($0), $1) }
    }

    /// Whether mastery is a part of the model.
    var usesBelief: Bool { settings.uses(.belief) }

    // MARK: Portable state

    /// The evidence: a site per set, in the order in which the sets were met.
    var sites: [(set: Int32, site: EvidenceSite)] { sets.map { ($0.set, $0.site) } }

    /// Rebuilds the belief from the prior and sites.
    init(
        structure: SkillStructure, settings: TracingSettings,
        sites: [(set: Int32, skillSet: ResponseLog.SkillSet, site: EvidenceSite)], formMean: Double,
        formVariance: Double
    ) {
        self.init(structure: structure, settings: settings)
        self.sets.reserveCapacity(sites.count)
        setPlaces.reserveCapacity(sites.count)
        coordinates.reserveCapacity(sites.count)
        // A skill joins when its first site does: until then nothing is to be worked out for it.
        for entry in sites {
            let place = touch(entry.set, entry.skillSet)
            sets[place].site = entry.site
            belief.multiply(
                along: sets[place].direction, precision: Double(entry.site.precision),
                location: Double(entry.site.location))
        }
        self.formMean = formMean.isFinite ? formMean : 0
        self.formVariance = formVariance.isFinite && formVariance >= 0 ? formVariance : self.formVariance
    }
}
