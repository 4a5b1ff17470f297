import Foundation
import TestSupport
import Testing

@testable import Syncopate

struct BeliefTrackerTests {
    private typealias SkillSet = ResponseLog.SkillSet

    /// Loadings and variances drawn by lot.
    private static func structure(
        skills: Int, factors: Int, from generator: inout TestSupport.SeededGenerator
    ) -> SkillStructure {
        var structure = SkillStructure(skills: skills, factors: factors)
        structure.loadings = structure.loadings.map { _ in 0.6 * generator.normal() }
        structure.specific = structure.specific.map { _ in 0.1 + generator.uniform() }
        structure.settleTypical()
        return structure
    }

    /// `loadings loadings' + diag(specific)`, written out.
    private static func prior(_ structure: SkillStructure) -> [[Double]] {
        (0..<structure.skills).map { a in
            (0..<structure.skills).map { b in
                var sum = a == b ? structure.specific[a] : 0
                for r in 0..<structure.factors {
                    sum += structure.loadings[a * structure.factors + r] * structure.loadings[b * structure.factors + r]
                }
                return sum
            }
        }
    }

    /// One to three skills with weights that sum to one.
    private static func sets(
        _ count: Int, skills: Int, from generator: inout TestSupport.SeededGenerator
    ) -> [SkillSet] {
        (0..<count).map { _ in
            var weights: [Int32: Double] = [:]
            for _ in 0...Int(generator.next() % 3) {
                weights[Int32(generator.next() % UInt64(skills)), default: 0] += 0.2 + generator.uniform()
            }
            let total = weights.values.reduce(0, +)
            let members = weights.keys.sorted()
            return SkillSet(skills: members, weights: members.map { (weights[$0] ?? 0) / total })
        }
    }

    private static func direction(_ set: SkillSet, skills: Int) -> [Double] {
        var direction = [Double](repeating: 0, count: skills)
        for index in set.skills.indices { direction[Int(set.skills[index])] = set.weights[index] }
        return direction
    }

    private static func settings(_ change: (inout TracingSettings) -> Void = { _ in }) -> TracingSettings {
        var settings = TracingSettings()
        settings.formVariance = 0
        settings.without = [.form]
        change(&settings)
        return settings
    }

    // MARK: - The belief

    @Test(arguments: [1, 2, 3], [1, 4, 30]) func theSparseBeliefIsTheDenseInverse(factors: Int, skills: Int) {
        var generator = TestSupport.SeededGenerator(seed: UInt64(10 * skills + factors))
        let structure = Self.structure(skills: skills, factors: factors, from: &generator)
        var belief = SparseBelief(factors: factors)
        let places = (0..<skills).map { belief.touch(specificVariance: structure.specific[$0]) }
        let covariance = Self.prior(structure)
        var precision = DenseOracle.inverse(covariance)
        var location = [Double](repeating: 0, count: skills)
        func sparse(_ set: SkillSet) -> Direction {
            var direction = Direction(factors: factors, skills: set.skills.count)
            for index in set.skills.indices {
                let skill = Int(set.skills[index])
                for r in 0..<factors {
                    direction.load(r, set.weights[index] * structure.loadings[skill * factors + r])
                }
                direction.append(places[skill], set.weights[index])
            }
            return direction
        }
        for set in Self.sets(40, skills: skills, from: &generator) {
            let a = Self.direction(set, skills: skills)
            let (p, l) = (2 * generator.uniform(), generator.normal())
            belief.multiply(along: sparse(set), precision: p, location: l)
            for i in 0..<skills {
                location[i] += a[i] * l
                for j in 0..<skills { precision[i][j] += p * a[i] * a[j] }
            }
        }
        let dense = DenseOracle.inverse(precision)
        let mean = DenseOracle.product(dense, location)
        for set in Self.sets(20, skills: skills, from: &generator) {
            let a = Self.direction(set, skills: skills)
            let mastery = belief.mastery(along: sparse(set))
            #expect(abs(mastery.mean - DenseOracle.dot(a, mean)) < 1e-9)
            #expect(abs(mastery.variance - DenseOracle.dot(a, DenseOracle.product(dense, a))) < 1e-9)
        }
    }

    @Test func whatWasMultipliedInCanBeTakenOutAgain() {
        var belief = SparseBelief(factors: 2)
        let place = belief.touch(specificVariance: 0.4)
        var direction = Direction(factors: 2, skills: 1)
        direction.load(0, 0.5)
        direction.load(1, -0.3)
        direction.append(place, 1)
        var other = Direction(factors: 2, skills: 0)
        other.load(0, 0.1)
        other.load(1, 0.9)
        belief.multiply(along: other, precision: 0.7, location: 0.2)
        let before = belief
        belief.multiply(along: direction, precision: 1.5, location: -0.8)
        belief.multiply(along: direction, precision: -1.5, location: 0.8)
        for i in 0..<belief.count {
            #expect(abs(belief.mean[i] - before.mean[i]) < 1e-14)
            for j in 0..<belief.count {
                let at = i * belief.stride + j
                #expect(abs(belief.covariance[at] - before.covariance[at]) < 1e-14)
            }
        }
        // What has no meaning changes nothing.
        let kept = belief
        belief.multiply(along: direction, precision: -1e9, location: 0)
        belief.multiply(along: direction, precision: 1, location: .nan)
        belief.multiply(along: Direction(factors: 2, skills: 0), precision: 1, location: 1)
        #expect(belief.mean == kept.mean && belief.covariance == kept.covariance)
    }

    /// Sites on one direction are one site of the sum.
    @Test func sitesOfTheSameSkillsAdd() {
        var generator = TestSupport.SeededGenerator(seed: 3)
        let structure = Self.structure(skills: 4, factors: 2, from: &generator)
        let set = SkillSet(skills: [1, 3], weights: [0.25, 0.75])
        let asked = SkillSet(skills: [0, 1], weights: [0.5, 0.5])
        func forecast(_ sites: [(Int32, EvidenceSite)]) -> Forecast {
            BeliefTracker(
                structure: structure, settings: Self.settings(),
                sites: sites.map { (set: $0.0, skillSet: set, site: $0.1) }, formMean: 0, formVariance: 0
            ).forecast(set: 9, skillSet: asked, offset: 0.3, days: .nan, itemVariance: 0)
        }
        let apart = forecast([
            (0, EvidenceSite(precision: 0.5, location: 0.25)), (1, EvidenceSite(precision: 1.25, location: -0.75)),
        ])
        let together = forecast([(0, EvidenceSite(precision: 1.75, location: -0.5))])
        #expect(abs(apart.mean - together.mean) < 1e-12 && abs(apart.variance - together.variance) < 1e-12)
    }

    // MARK: - The tracker

    @Test func whatWasNeverMetIsForecastFromThePrior() {
        var generator = TestSupport.SeededGenerator(seed: 4)
        let structure = Self.structure(skills: 6, factors: 2, from: &generator)
        let prior = Self.prior(structure)
        let tracker = BeliefTracker(structure: structure, settings: Self.settings())
        for (number, set) in Self.sets(20, skills: 6, from: &generator).enumerated() {
            let a = Self.direction(set, skills: 6)
            let forecast = tracker.forecast(
                set: Int32(number), skillSet: set, offset: 0.4, days: 3, itemVariance: 0.2)
            let variance = DenseOracle.dot(a, DenseOracle.product(prior, a))
            #expect(forecast.mean == 0.4)
            #expect(abs(forecast.masteryVariance - variance) < 1e-12)
            #expect(abs(forecast.variance - variance - 0.2) < 1e-12)
        }
        // A skill that nobody knows is a typical one; no skill at all is the shared part of a typical one.
        let shared = structure.typicalLoadings.reduce(0) { $0 + $1 * $1 }
        let unknown = tracker.forecast(
            set: 50, skillSet: SkillSet(skills: [77], weights: [1]), offset: 0, days: .nan, itemVariance: 0)
        #expect(abs(unknown.variance - shared - structure.typicalSpecific) < 1e-12)
        let none = tracker.forecast(
            set: 51, skillSet: SkillSet(skills: [], weights: []), offset: 0, days: .nan, itemVariance: 0)
        #expect(abs(none.variance - shared) < 1e-12)
    }

    /// Without form, drift and forgetting every response is the rank-1 update of the dense belief, which has an oracle
    /// of its own. The tracker keeps its sites in single precision and integrates on fewer nodes.
    @Test(arguments: [1, 2, 3] as [UInt64]) func theTrackerIsTheDenseFilter(seed: UInt64) throws {
        var generator = TestSupport.SeededGenerator(seed: seed)
        let skills = 5
        let structure = Self.structure(skills: skills, factors: 2, from: &generator)
        let sets = Self.sets(8, skills: skills, from: &generator)
        var tracker = BeliefTracker(structure: structure, settings: Self.settings())
        var belief = try BeliefTests.belief(
            Double.self, [Double](repeating: 0, count: skills), Self.prior(structure))
        for _ in 0..<60 {
            let set = Int(generator.next() % 8)
            let a = Self.direction(sets[set], skills: skills)
            let offset = generator.normal()
            let forecast = tracker.forecast(
                set: Int32(set), skillSet: sets[set], offset: offset, days: .nan, itemVariance: 0)
            let dense = belief.logOdds(along: a, easiness: offset)
            #expect(abs(forecast.mean - dense.mean) < 2e-3 && abs(forecast.variance - dense.variance) < 2e-3)
            let score = Double(generator.next() % 2)
            tracker.observe(
                set: Int32(set), skillSet: sets[set], offset: offset, days: .nan, itemVariance: 0, score: score)
            belief.update(along: a, easiness: offset, evidence: ScoreEvidence(score: score, trials: 1))
        }
    }

    @Test(arguments: [false, true]) func theBeliefIsRebuiltFromItsSites(changing: Bool) {
        var generator = TestSupport.SeededGenerator(seed: 6)
        let structure = Self.structure(skills: 9, factors: 3, from: &generator)
        let sets = Self.sets(14, skills: 9, from: &generator)
        let settings = Self.settings {
            $0.without = []
            $0.formVariance = 0.4
            $0.drift = changing ? 0.01 : 0
            $0.forgetting = changing ? 0.05 : 0
        }
        var tracker = BeliefTracker(structure: structure, settings: settings)
        for _ in 0..<300 {
            let set = Int(generator.next() % 14)
            tracker.observe(
                set: Int32(set), skillSet: sets[set], offset: generator.normal(), days: 5 * generator.uniform(),
                itemVariance: 0.1, score: generator.uniform())
        }
        let rebuilt = BeliefTracker(
            structure: structure, settings: settings,
            sites: tracker.sites.map { (set: $0.set, skillSet: sets[Int($0.set)], site: $0.site) },
            formMean: tracker.formMean, formVariance: tracker.formVariance)
        for (number, set) in sets.enumerated() {
            let left = tracker.forecast(set: Int32(number), skillSet: set, offset: 0, days: 2, itemVariance: 0)
            let right = rebuilt.forecast(set: Int32(number), skillSet: set, offset: 0, days: 2, itemVariance: 0)
            #expect(abs(left.mean - right.mean) < 1e-6 && abs(left.variance - right.variance) < 1e-6)
        }
    }

    @Test func startingOverForgetsEverything() {
        var generator = TestSupport.SeededGenerator(seed: 7)
        let structure = Self.structure(skills: 12, factors: 1, from: &generator)
        let sets = Self.sets(12, skills: 12, from: &generator)
        let fresh = BeliefTracker(structure: structure, settings: TracingSettings())
        var used = fresh
        for _ in 0..<2 {
            var first = fresh
            used.reset()
            for number in [3, 1, 4, 1, 5, 9, 2, 6] {
                let score = number % 2 == 0 ? 1.0 : 0
                let (a, b) = (
                    used.forecast(
                        set: Int32(number), skillSet: sets[number], offset: 0, days: .nan, itemVariance: 0),
                    first.forecast(
                        set: Int32(number), skillSet: sets[number], offset: 0, days: .nan, itemVariance: 0)
                )
                #expect(a == b)
                for _ in 0..<2 {
                    used.observe(
                        set: Int32(number), skillSet: sets[number], offset: 0, days: .nan, itemVariance: 0, score: score
                    )
                    first.observe(
                        set: Int32(number), skillSet: sets[number], offset: 0, days: .nan, itemVariance: 0, score: score
                    )
                }
            }
        }
    }

    @Test func theOrderOfResponsesMattersLittle() {
        var generator = TestSupport.SeededGenerator(seed: 8)
        let structure = Self.structure(skills: 6, factors: 2, from: &generator)
        let scores = (0..<6).map { _ in Double(generator.next() % 2) }
        func forecasts(_ order: [Int]) -> [Double] {
            var tracker = BeliefTracker(structure: structure, settings: Self.settings())
            func set(_ skill: Int) -> SkillSet { SkillSet(skills: [Int32(skill)], weights: [1]) }
            for skill in order {
                tracker.observe(
                    set: Int32(skill), skillSet: set(skill), offset: 0.2, days: .nan, itemVariance: 0,
                    score: scores[skill])
            }
            return (0..<6).map {
                tracker.forecast(set: Int32($0), skillSet: set($0), offset: 0, days: .nan, itemVariance: 0).probability
            }
        }
        let forward = forecasts([0, 1, 2, 3, 4, 5])
        for order in [[5, 4, 3, 2, 1, 0], [2, 0, 5, 1, 4, 3]] {
            for (a, b) in zip(forward, forecasts(order)) { #expect(abs(a - b) < 0.01) }
        }
    }

    // MARK: - Form, drift, forgetting

    @Test func formIsThereOrNot() {
        let structure = SkillStructure(skills: 2, factors: 1)
        let set = SkillSet(skills: [0], weights: [1])
        var with = BeliefTracker(structure: structure, settings: TracingSettings())
        var without = BeliefTracker(structure: structure, settings: Self.settings { $0.formVariance = 0.3 })
        func forecast(_ tracker: BeliefTracker) -> Forecast {
            tracker.forecast(set: 0, skillSet: set, offset: 0, days: .nan, itemVariance: 0)
        }
        #expect(abs(forecast(with).variance - forecast(without).variance - 0.3) < 1e-12)
        for _ in 0..<5 {
            with.observe(set: 0, skillSet: set, offset: 0, days: .nan, itemVariance: 0, score: 1)
            without.observe(set: 0, skillSet: set, offset: 0, days: .nan, itemVariance: 0, score: 1)
        }
        #expect(with.formMean > 0.05 && without.formMean == 0 && without.formVariance == 0)
        // What form explains, mastery need not.
        #expect(forecast(with).mean - with.formMean < forecast(without).mean)
    }

    @Test func fadedEvidenceSaysLessAndNothingTakesItAway() {
        let structure = SkillStructure(skills: 1, factors: 1)
        let set = SkillSet(skills: [0], weights: [1])
        var tracker = BeliefTracker(structure: structure, settings: Self.settings { $0.forgetting = 0.1 })
        for _ in 0..<10 { tracker.observe(set: 0, skillSet: set, offset: 0, days: 0, itemVariance: 0, score: 1) }
        let prior = 0.5 * 0.5 + 0.3
        var last = tracker.forecast(set: 0, skillSet: set, offset: 0, days: 0, itemVariance: 0)
        for days in [1.0, 30, 3_000, 1e8] {
            let next = tracker.forecast(set: 0, skillSet: set, offset: 0, days: days, itemVariance: 0)
            #expect(next.mean < last.mean && next.mean > 0)
            #expect(next.variance > last.variance && next.variance < prior)
            last = next
        }
    }

    /// Form as one more coordinate of a dense joint filter: mastery and form stay correlated there, and the tracker takes
    /// them as independent. That costs little.
    @Test(arguments: [11, 12, 13] as [UInt64]) func theJointFilterSaysNearlyTheSame(seed: UInt64) throws {
        var generator = TestSupport.SeededGenerator(seed: seed)
        let (skills, persistence, formVariance) = (4, 0.85, 0.3)
        let structure = SkillStructure(skills: skills, factors: 1)
        let settings = Self.settings {
            $0.without = []
            $0.formVariance = formVariance
            $0.persistence = persistence
        }
        var tracker = BeliefTracker(structure: structure, settings: settings)
        var covariance = Self.prior(structure).map { $0 + [0] }
        covariance.append([Double](repeating: 0, count: skills) + [formVariance])
        var mean = [Double](repeating: 0, count: skills + 1)
        let truth = (0..<skills).map { _ in 0.7 * generator.normal() }
        var form = formVariance.squareRoot() * generator.normal()
        var difference = 0.0
        for _ in 0..<200 {
            let skill = Int(generator.next() % UInt64(skills))
            let set = SkillSet(skills: [Int32(skill)], weights: [1])
            let offset = 0.5 * generator.normal()
            var a = [Double](repeating: 0, count: skills + 1)
            a[skill] = 1
            a[skills] = 1
            var joint = try BeliefTests.belief(Double.self, mean, covariance)
            let odds = joint.logOdds(along: a, easiness: offset)
            let forecast = tracker.forecast(
                set: Int32(skill), skillSet: set, offset: offset, days: .nan, itemVariance: 0)
            difference += abs(
                Logistic.expectation(mean: odds.mean, variance: odds.variance) - forecast.probability)
            let p = 1 / (1 + exp(-(truth[skill] + form + offset)))
            let score = Double(generator.successes(of: 1, probability: p))
            joint.update(along: a, easiness: offset, evidence: ScoreEvidence(score: score, trials: 1))
            tracker.observe(
                set: Int32(skill), skillSet: set, offset: offset, days: .nan, itemVariance: 0, score: score)
            // Form moves on: it and its covariances shrink, and it gains its innovation.
            mean = joint.mean
            mean[skills] *= persistence
            for i in 0...skills {
                for j in 0...skills {
                    let scale = (i == skills ? persistence : 1) * (j == skills ? persistence : 1)
                    covariance[i][j] = scale * joint.covariance[i, j]
                }
            }
            let left = 1 - persistence * persistence
            covariance[skills][skills] += left * formVariance
            form = persistence * form + (left * formVariance).squareRoot() * generator.normal()
        }
        #expect(difference / 200 < 0.02, "\(difference / 200)")
    }
}
