import Testing

@testable import Syncopate

/// Going through items by groups, held to going through all of them one by one.
struct SelectionTests {
    /// The plainest way: every item's reason, a full sort of the rest, lots, the first few.
    private func plain(
        _ recommender: Recommender, _ situation: PracticeSituation, limit: Int, only: PracticeFilter, seed: UInt64
    ) -> (ranked: [(item: Int, propensity: Double)], withheld: [Withheld: Int]) {
        var withheld: [Withheld: Int] = [:]
        var pinned: [(item: Int, score: Double)] = []
        var open = pinned
        var second = pinned
        for item in recommender.catalogue.items.indices {
            if let items = only.items, !items.contains(item) { continue }
            if let most = only.minutes, recommender.minutes[item] > most { continue }
            let worth = recommender.catalogue.itemSkills[item].reduce(0) {
                $0 + $1.weight * situation.values.totals[$1.skill]
            }
            let entry = (item, recommender.score(item, worth: worth, situation))
            let reason = recommender.constraints.reason(
                item, minutes: recommender.minutes[item], in: situation.limits)
            if let reason { withheld[reason, default: 0] += 1 }
            switch reason {
            case nil where recommender.constraints.isPinned[item]: pinned.append(entry)
            case nil: open.append(entry)
            case .mastered, .stuck: second.append(entry)
            default: break
            }
        }
        if open.isEmpty, pinned.isEmpty {
            open = second
            withheld[.mastered] = nil
            withheld[.stuck] = nil
        }
        func isBefore(_ one: (item: Int, score: Double), _ other: (item: Int, score: Double)) -> Bool {
            one.score != other.score ? one.score > other.score : one.item < other.item
        }
        let drawn = recommender.drawn(
            open.sorted(by: isBefore), learner: situation.learner, attempts: situation.state.attempts, seed: seed)
        return (
            Array((pinned.sorted(by: isBefore).map { (item: $0.item, propensity: 1.0) } + drawn).prefix(limit)),
            withheld
        )
    }

    @Test(arguments: InventedPractice.goals.indices) func groupsFindWhatAllItemsDo(_ place: Int) throws {
        var draw = SeededGenerator(seed: 40 + UInt64(place))
        var reasons: Set<Withheld> = []
        var seconds = 0
        for _ in 0..<60 {
            let catalogue = try InventedPractice.catalogue(&draw, goals: InventedPractice.goals[place])
            let recommender = Recommender(catalogue: catalogue, settings: InventedPractice.settings(&draw))
            let state = InventedPractice.learner(recommender, &draw, count: Int(draw.next() % 260))
            let moment = state.last.isFinite ? state.last + Double(draw.next() % 300_000) : 1_700_000_000
            let only: PracticeFilter
            switch draw.next() % 4 {
            case 0: only = PracticeFilter(minutes: 1.5)
            case 1: only = PracticeFilter(items: Set((0..<25).map { _ in Int(draw.next() % 70) }))
            default: only = PracticeFilter()
            }
            let exposures =
                draw.next() % 2 == 0
                ? ExposureLimit(share: 0.3, given: catalogue.items.indices.map { $0 % 5 }, learners: 8) : nil
            let limit = 1 + Int(draw.next() % 70)
            let seed = draw.next()
            let advice = recommender.advise(
                state, learner: "x", at: moment, limit: limit, exposures: exposures, only: only, seed: seed)
            let situation = recommender.situation(of: state, learner: "x", at: moment, exposures: exposures)
            let expected = plain(recommender, situation, limit: limit, only: only, seed: seed)
            #expect(advice.choices.map(\.item) == expected.ranked.map(\.item))
            #expect(advice.choices.map(\.propensity) == expected.ranked.map(\.propensity))
            #expect(advice.withheld == expected.withheld)
            reasons.formUnion(advice.withheld.keys)
            if advice.choices.contains(where: { $0.reasons.contains { $0.code == "nothing_else" } }) { seconds += 1 }
            // Where one item stands is found by ranking all of them, too.
            if only == PracticeFilter(), let first = advice.choices.first {
                let standing = recommender.standing(of: first.item, situation, seed: seed)
                #expect(standing.rank == 1)
                #expect(standing.propensity == first.propensity)
                #expect(
                    abs(Rounding.decimals(standing.score, Recommender.places) - first.score) < 5e-6,
                    "terms add up to the index but for their rounding")
            }
        }
        #expect(reasons.count >= 4, "the draws reach \(reasons)")
        if place == 0 { #expect(seconds > 0) }
    }

    /// Plans ask for the same order, with some items left out.
    @Test func rankingLeavesItemsOut() throws {
        var draw = SeededGenerator(seed: 77)
        for _ in 0..<40 {
            let catalogue = try InventedPractice.catalogue(&draw)
            let recommender = Recommender(
                catalogue: catalogue, settings: PracticeSettings(minutesADay: 40, pinned: ["i7", "s2"]))
            let state = InventedPractice.learner(recommender, &draw, count: Int(draw.next() % 60))
            let moment = state.last.isFinite ? state.last + 90_000 : 1_700_000_000
            let all = recommender.advise(state, at: moment, limit: 100).choices.map(\.item)
            let left = Set(all.prefix(2))
            let ranking = recommender.ranking(
                state, learner: "", at: moment, limit: 5, exposures: nil, seed: 0, leavingOut: left)
            #expect(ranking.items == Array(all.filter { !left.contains($0) }.prefix(5)))
        }
    }

    @Test func theListOfTheBestIsASortInAnyOrder() {
        var draw = SeededGenerator(seed: 6)
        for limit in [0, 1, 4, 60] {
            let scores = (0..<50).map { _ in Double(draw.next() % 9) }
            var top = TopItems(limit: limit)
            for item in scores.indices.shuffled(using: &draw) { top.offer(item, scores[item]) }
            let sorted = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
            #expect(top.items.map(\.item) == Array(sorted.prefix(limit)))
        }
    }

    /// Targets worked out once against the plainest loop over the goals.
    @Test func targetsAreThoseOfTheGoals() throws {
        var draw = SeededGenerator(seed: 9)
        let day = 86_400.0
        let goals = [
            Goal(id: "a", skills: ["s3"], weight: 2), Goal(id: "b", purpose: .remember, by: 10 * day),
            Goal(id: "c", purpose: .remember, skills: ["s5"], by: 20 * day, learners: ["x", "y"]),
            Goal(id: "d", purpose: .remember, skills: ["s6"], by: 15 * day),
        ]
        let catalogue = try InventedPractice.catalogue(&draw, goals: goals)
        let table = TargetsTable(catalogue)
        for learner in ["x", "z"] {
            for now in [0, 10 * day - 1, 10 * day, 14 * day, 15 * day, 30 * day] {
                let targets = table.targets(learner: learner, now: now)
                for skill in catalogue.skills.indices {
                    var remembering = 0.0
                    var moment = Double.infinity
                    if now < 10 * day { (remembering, moment) = (1, 10 * day) }
                    if skill == 5, learner == "x", now < 20 * day {
                        (remembering, moment) = (remembering + 1, min(moment, 20 * day))
                    }
                    if skill == 6, now < 15 * day { (remembering, moment) = (remembering + 1, min(moment, 15 * day)) }
                    #expect(targets.remembering[skill] == remembering)
                    #expect(targets.moment[skill] == moment)
                    #expect(targets.mastering[skill] == (skill == 3 ? 2 : 0))
                }
            }
        }
    }
}
