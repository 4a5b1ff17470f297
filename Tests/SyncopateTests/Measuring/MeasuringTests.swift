import Foundation
import Matrices
import TestSupport
import Testing

@testable import Syncopate

struct MeasuringTests {
    /// 2PL items as in the literature's standard bank: a ~ lognormal(0, .25), b ~ N(0, 1).
    static func bank(_ count: Int, seed: UInt64) throws -> Catalogue {
        var generator = SeededGenerator(seed: seed)
        return try Catalogue(
            skills: [Skill(id: "ability", title: "Ability")],
            items: (0..<count).map { j in
                Item(
                    id: "\(j)", title: "\(j)", skills: [SkillWeight(skill: "ability")], difficulty: generator.normal(),
                    discrimination: exp(0.25 * generator.normal()))
            })
    }

    /// Gives tests of 20 items to learners one after the other under an exposure limit.
    static func give(to learners: Int, limit share: Double, seed: UInt64) throws -> (
        after10: Double, after20: Double, exposure: Double
    ) {
        let catalogue = try bank(1000, seed: seed)
        let scale = AbilityScale(catalogue: catalogue)
        var generator = SeededGenerator(seed: seed &+ 1)
        var limit = ExposureLimit(share: share, items: 1000)
        var errors = (0.0, 0.0)
        for _ in 0..<learners {
            let theta = generator.normal()
            var belief = scale.prior
            var given = Set<Int>()
            limit.begin()
            for step in 1...20 {
                let information = ItemInformation(belief, on: scale, about: [1])
                let open = (0..<1000).filter { !given.contains($0) && limit.allows($0) }
                let item = try #require(open.max { information.reduction[$0] < information.reduction[$1] })
                given.insert(item)
                limit.give(item)
                let logit = scale.easiness[item] + scale.directions[item, 0] * theta
                scale.observe(
                    item: item, score: generator.uniform() < Logistic.probability(logit) ? 1 : 0, belief: &belief)
                let miss = belief.mean[0] - theta
                if step == 10 { errors.0 += miss * miss }
                if step == 20 { errors.1 += miss * miss }
            }
        }
        let exposure = Double(limit.counts.max() ?? 0) / Double(learners)
        return (
            (errors.0 / Double(learners)).squareRoot(), (errors.1 / Double(learners)).squareRoot(), exposure
        )
    }

    /// The bars are those published programs reach on such banks: .43 and .32 at exposure 1 (catsim), .65 and .48 at random.
    @Test func anAdaptiveTestMeasuresWithFewItemsAndSharesThemOut() throws {
        let found = try Self.give(to: 120, limit: 0.55, seed: 7)
        #expect(found.after10 < 0.45)
        #expect(found.after20 < 0.34)
        #expect(found.exposure <= 0.55)
    }

    @Test(arguments: [0.0, 1.0])
    func allRightAndAllWrongStayFinite(score: Double) throws {
        let catalogue = try Self.bank(200, seed: 3)
        let scale = AbilityScale(catalogue: catalogue)
        var belief = scale.prior
        for item in 0..<200 {
            scale.observe(item: item, score: score, belief: &belief)
            let information = ItemInformation(belief, on: scale, about: [1])
            #expect(information.reduction.allSatisfy { $0.isFinite && $0 >= 0 })
        }
        #expect(belief.mean[0].isFinite && belief.covariance[0, 0] > 0)
        #expect(score == 1 ? belief.mean[0] > 1.5 : belief.mean[0] < -1.5)
    }

    /// Against sums over a fine grid of the ability.
    @Test func informationIsTheExpectedFallOfTheVariance() throws {
        let catalogue = try Self.bank(60, seed: 5)
        let scale = AbilityScale(catalogue: catalogue)
        let information = ItemInformation(scale.prior, on: scale, about: [1])
        var falls: [Double] = []
        for item in 0..<60 {
            var mass = (0.0, 0.0)
            var first = (0.0, 0.0)
            var second = 0.0
            for step in -600...600 {
                let theta = Double(step) / 100
                let density = exp(-theta * theta / 2)
                let p = Logistic.probability(scale.easiness[item] + scale.directions[item, 0] * theta)
                mass.0 += density * (1 - p)
                mass.1 += density * p
                first.0 += density * (1 - p) * theta
                first.1 += density * p * theta
                second += density * theta * theta
            }
            let total = mass.0 + mass.1
            let left = second - first.0 * first.0 / mass.0 - first.1 * first.1 / mass.1
            let fall = 1 - left / total
            #expect(abs(information.success[item] - mass.1 / total) < 0.02)
            // The probit approximation is coarse for items far too hard or easy, which are not chosen.
            #expect(abs(information.reduction[item] - fall) < 0.035, "item \(item): \(fall)")
            falls.append(fall)
        }
        let chosen = try #require(falls.indices.max { information.reduction[$0] < information.reduction[$1] })
        #expect(falls[chosen] > 0.98 * (falls.max() ?? 0))
    }

    /// Against going through all items, as tests go on and items are used up.
    @Test func theMostTellingItemIsTheMostTellingOfAllThatAreOpen() throws {
        var generator = SeededGenerator(seed: 4)
        let skills = ["a", "b", "c"]
        let catalogue = try Catalogue(
            skills: skills.map { Skill(id: $0, title: $0) },
            items: (0..<300).map { j in
                Item(
                    id: "\(j)", title: "\(j)",
                    skills: skills.prefix(j % 3 + 1).map { SkillWeight(skill: $0, weight: 1 + generator.uniform()) },
                    difficulty: generator.normal(), discrimination: exp(0.25 * generator.normal()))
            })
        let scale = AbilityScale(catalogue: catalogue)
        for asked in [[1.0, 0, 0], [0, 0.5, 0.5], [0, 0, 0]] {
            var belief = scale.prior
            var open = Set(0..<300)
            while let item = scale.mostTelling(belief, about: asked, where: open.contains) {
                let reduction = ItemInformation(belief, on: scale, about: asked).reduction
                let most = try #require(open.map { reduction[$0] }.max())
                #expect(item == open.filter { reduction[$0] == most }.min())
                open.remove(item)
                scale.observe(item: item, score: generator.uniform() < 0.6 ? 1 : 0, belief: &belief)
            }
            #expect(open.isEmpty)
        }
    }

    @Test func evidenceOnOneSkillSpeaksForARelatedOne() throws {
        let catalogue = try Catalogue(
            skills: [],
            items: [Item(id: "a", title: "a"), Item(id: "b", title: "b")])
        let scale = AbilityScale(catalogue: catalogue, correlation: 0.6)
        let information = ItemInformation(scale.prior, on: scale, about: [1, 0])
        #expect(information.reduction[0] > information.reduction[1] && information.reduction[1] > 0)
        var belief = scale.prior
        scale.observe(item: 0, score: 1, belief: &belief)
        #expect(belief.mean[0] > belief.mean[1] && belief.mean[1] > 0)
        let before = belief
        scale.observe(item: 7, score: 1, belief: &belief)
        scale.observe(item: 0, score: .nan, belief: &belief)
        #expect(belief == before)
    }

    @Test func nobodyIsGivenAnItemOverTheLimit() {
        var limit = ExposureLimit(share: 0.3, items: 2)
        var given = 0
        for _ in 0..<100 {
            limit.begin()
            if limit.allows(0) {
                limit.give(0)
                given += 1
            }
        }
        #expect(given == 30)
        #expect(limit.allows(1) && !limit.allows(2) && !limit.allows(-1))
        limit.give(9)
        #expect(limit.counts == [30, 0])
    }
}
