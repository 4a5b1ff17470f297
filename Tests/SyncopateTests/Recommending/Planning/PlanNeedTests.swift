import Testing

@testable import Syncopate

/// How much it takes, what stands in the way, and what goes first.
struct PlanNeedTests {
    private let day = PlanCases.day

    private func settings(_ minutes: Double, chance: Double = 0.8) -> PlanSettings {
        PlanSettings(minutesADay: minutes, rollouts: 20, chance: chance, itemsADay: 100)
    }

    /// Every step tried one by one, on the same luck.
    @Test(arguments: [0.5, 0.8]) func theLeastMinutesAreThoseOfBruteForce(_ wanted: Double) throws {
        let catalogue = try PlanCases.one(learn: 0.06, goal: Goal(id: "g", by: PlanCases.start + day))
        let chances = PlanSearch.steps.filter { $0 > 0 && $0 <= 60 }.map { minutes in
            let follower = PlanCases.follower(catalogue, settings(minutes, chance: wanted))
            return (minutes, Double((0..<20).count { follower.future($0).results[0].isReached }) / 20)
        }
        for (before, after) in zip(chances, chances.dropFirst()) { #expect(after.1 >= before.1) }
        let least = chances.first { $0.1 >= wanted }
        for minutes in [2.0, 13, 60] {
            let need = PlanCases.plan(catalogue, settings(minutes, chance: wanted)).goals[0].needed
            #expect(need?.chance == least?.1)
            // The plan's own minutes are asked first, and are no step unless they are one.
            if let need, need.minutesADay != minutes { #expect(need.minutesADay == least?.0) }
            if let need { #expect(need.itemsADay == Int(need.minutesADay)) }
        }
    }

    @Test func aHigherChanceNeverNeedsLess() throws {
        let catalogue = try PracticeTests.catalogue(goals: [
            Goal(id: "g", skills: ["a", "b"], by: PlanCases.start + 3 * day)
        ])
        var before = 0.0
        for wanted in [0.2, 0.35, 0.5, 0.65] {
            var settings = settings(12, chance: wanted)
            settings.itemsADay = 20
            let goal = PlanCases.plan(catalogue, settings).goals[0]
            let minutes = goal.needed?.minutesADay ?? .infinity
            #expect(minutes >= before)
            #expect((goal.needed == nil) == (goal.obstacle != nil))
            before = minutes
        }
    }

    @Test func nothingIsNeededForWhatIsThere() throws {
        let catalogue = try PlanCases.one(learn: 0.1, initial: 0.999, goal: Goal(id: "g", by: PlanCases.start + day))
        let goal = PlanCases.plan(catalogue, settings(5)).goals[0]
        #expect(goal.isOnTrack == true && goal.needed?.minutesADay == 0 && goal.needed?.itemsADay == 0)
        #expect(goal.drops.isEmpty && goal.obstacle == nil)
    }

    @Test func whatNoAmountOvercomesIsNamed() throws {
        let by = PlanCases.start + day
        let harsh = try PlanCases.plan(
            Catalogue(
                skills: [], items: [Item(id: "x", title: "X")], goals: [Goal(id: "g", threshold: 0.95, by: by)]),
            settings(5)
        ).goals[0]
        #expect(harsh.obstacle == .threshold(skills: [0]) && harsh.needed == nil && harsh.chance == 0)
        let catalogue = try Catalogue(
            skills: [Skill(id: "s", title: "S"), Skill(id: "t", title: "T")],
            items: [Item(id: "x", title: "X", skills: [SkillWeight(skill: "s")])], goals: [Goal(id: "g", by: by)])
        #expect(PlanCases.plan(catalogue, settings(5)).goals[0].obstacle == .noItems(skills: [1]))
        let banned = PlanCases.plan(catalogue, settings(5), practice: PracticeSettings(banned: ["x"])).goals[0]
        #expect(banned.obstacle == .noItems(skills: [0, 1]))
        let slow = try PlanCases.one(learn: 1e-6, goal: Goal(id: "g", by: by))
        #expect(PlanCases.plan(slow, settings(5)).goals[0].obstacle == .time(minutesADay: 480, itemsADay: 100))
    }

    /// Of equal weight, so by minutes: ten for one attempt, two, one.
    @Test func theLongestGoesFirst() throws {
        let minutes = [2.0, 10, 1]
        let catalogue = try Catalogue(
            skills: (0..<3).map { Skill(id: "s\($0)", title: "S", nominal: PlanCases.plain(learn: 0.3)) },
            items: (0..<3).map {
                Item(id: "i\($0)", title: "I", skills: [SkillWeight(skill: "s\($0)")], minutes: minutes[$0])
            }, goals: [Goal(id: "g", by: PlanCases.start + day)])
        let goal = PlanCases.plan(catalogue, settings(12)).goals[0]
        #expect(goal.isOnTrack == false)
        #expect(Array(goal.drops.flatMap(\.skills)) == Array([1, 0].prefix(goal.drops.flatMap(\.skills).count)))
        #expect(!goal.drops.isEmpty)
        // It gets better, and ends where it fits or one is left.
        for (before, after) in zip(goal.drops, goal.drops.dropFirst()) { #expect(after.chance >= before.chance) }
        #expect((goal.drops.last?.chance ?? 0) >= 0.8 || goal.drops.flatMap(\.skills).count == 2)
        #expect((goal.drops.first?.chance ?? 0) > (goal.chance ?? 1))
    }

    /// c builds on b, b on a: none goes before what builds on it. d is short itself, but needs the long e for itself alone.
    @Test func whatOthersBuildOnStays() throws {
        let nominal = PlanCases.plain(learn: 0.2)
        let skills = [("a", []), ("b", ["a"]), ("c", ["b"]), ("e", []), ("d", ["e"])].map { id, requires in
            Skill(id: id, title: id, requires: requires.map { Prerequisite(skill: $0) }, nominal: nominal)
        }
        let items = skills.map {
            Item(
                id: $0.id, title: $0.id, skills: [SkillWeight(skill: $0.id)],
                minutes: $0.id == "e" ? 9 : $0.id == "d" ? 1 : 2)
        }
        func order(_ more: [Goal] = []) throws -> [String] {
            let goal = Goal(id: "g", skills: ["a", "b", "c", "d"], by: PlanCases.start + day)
            let catalogue = try Catalogue(skills: skills, items: items, goals: [goal] + more)
            let follower = PlanCases.follower(catalogue, PlanSettings(minutesADay: 10))
            return PlanDropping(search: PlanSearch(follower: follower, futures: []), place: 0).order()
                .map { skills[$0].id }
        }
        #expect(try order() == ["d", "c", "b"])
        // Where another goal wants a and e anyway, dropping a saves nothing, and d by itself is shorter than b.
        #expect(try order([Goal(id: "h", skills: ["e", "a"])]) == ["c", "b", "d"])
    }

    @Test func abilityIsMeasuredBetter() throws {
        let items = (0..<12).map { Item(id: "i\($0)", title: "I", skills: [SkillWeight(skill: "s")], minutes: 1) }
        let catalogue = try Catalogue(
            skills: [Skill(id: "s", title: "S")], items: items,
            goals: [Goal(id: "g", purpose: .measure, by: PlanCases.start + day)])
        let goal = PlanCases.plan(catalogue, settings(6)).goals[0]
        #expect(goal.chance == nil && goal.isOnTrack == nil && goal.needed == nil)
        let deviation = try #require(goal.deviation)
        #expect(abs(deviation.now - 1) < 1e-9)
        // Six items of information at most 1/4 each beside a prior of 1: at least 1 / sqrt(2.5), and well below 1.
        #expect(deviation.then >= (1 / 2.5 as Double).squareRoot() - 1e-6 && deviation.then < 0.75)
        let idle = PlanCases.plan(
            catalogue, PlanSettings(minutesADay: 6, weekdaysOff: Set(0..<7), rollouts: 2)
        ).goals[0]
        #expect(idle.deviation?.then == idle.deviation?.now)
    }
}
