import Testing

@testable import Syncopate

/// The days of a plan keep to everything that may not be broken.
struct PlanDaysTests {
    private let day = PlanCases.day

    @Test(arguments: 0..<12) func whatMayNotBeIsNot(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        func lot(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
        let skills = ["a", "b", "c", "d"]
        let items = (0..<10).map { number in
            Item(
                id: "i\(number)", title: "I", skills: [SkillWeight(skill: skills[number % 4])],
                minutes: Double(1 + lot(4)), requires: number >= 6 && lot(2) == 0 ? ["i\(lot(6))"] : [])
        }
        let goals = [
            Goal(id: "m", skills: ["a", "b"], by: PlanCases.start + 8 * day),
            Goal(id: "n", purpose: lot(3) == 0 ? .remember : .master, skills: ["c", "d"]),
        ]
        let catalogue = try Catalogue(
            skills: skills.map { Skill(id: $0, title: $0) }, items: items, goals: goals)
        let most = lot(2) == 0 ? 1 + lot(3) : nil
        let practice = PracticeSettings(
            utcOffset: Double(lot(5) - 2) * 3_600, mostInARow: most, pinned: lot(2) == 0 ? ["i3"] : [],
            banned: ["i\(lot(3))", "i\(6 + lot(3))"], choices: 1 + lot(2))
        let minutes = Double(3 + lot(12))
        let settings = PlanSettings(
            minutesADay: minutes, days: 5, weekdaysOff: [lot(7)], datesOff: [Int(PlanCases.start / day) + lot(5)],
            rollouts: 3, seed: UInt64(seed))
        let plan = PlanCases.plan(catalogue, settings, practice: practice)
        #expect(plan.days.count == 5)
        var done: [Int] = []
        var shares: [Int: Double] = [:]
        for day in plan.days {
            let number = ((day.start + practice.utcOffset) / self.day).rounded(.down)
            let isOff =
                settings.weekdaysOff.contains((Int(number) + 4) % 7) || settings.datesOff.contains(Int(number))
            #expect(day.isOff == isOff)
            if isOff { #expect(day.sequence.isEmpty && day.entries.isEmpty && day.expectedMinutes == 0) }
            let spent = day.sequence.reduce(0) { $0 + (items[$1].minutes ?? 0) }
            #expect(spent <= minutes && abs(spent - day.minutes) < 1e-9 && day.expectedMinutes <= minutes)
            #expect(
                isOff || ((day.start + max(spent, 1) * 60 - 1 + practice.utcOffset) / self.day).rounded(.down) == number
            )
            for (place, item) in day.sequence.enumerated() {
                #expect(!practice.banned.contains(items[item].id))
                for required in items[item].requires {
                    #expect(done.contains { items[$0].id == required }, "\(items[item].id) before \(required)")
                }
                if let most, done.count >= most {
                    #expect(!done.suffix(most).allSatisfy { items[$0].skills == items[item].skills })
                }
                // The pinned item comes first on each day it may come, and once.
                if place > 0, practice.pinned.contains(items[item].id), most == nil { Issue.record("pinned late") }
                done.append(item)
            }
            #expect(day.entries.reduce(0) { $0 + $1.times } == day.sequence.count)
            #expect(Set(day.entries.map(\.item)) == Set(day.sequence) && Set(day.sequence).count == day.entries.count)
            for entry in day.entries {
                #expect(entry.shareOnDay > 0 && entry.shareOnDay <= entry.shareByDay && entry.shareByDay <= 1)
                #expect(entry.shareByDay >= shares[entry.item, default: 0] && (0...1).contains(entry.success))
                shares[entry.item] = entry.shareByDay
            }
        }
        #expect(!done.isEmpty)
    }

    @Test func theSameAskedTwiceIsTheSame() throws {
        let catalogue = try PracticeTests.catalogue(goals: [Goal(id: "g", skills: ["b"], by: PlanCases.start + 3 * day)]
        )
        let recommender = Recommender(catalogue: catalogue)
        let planner = Planner(recommender, settings: PlanSettings(minutesADay: 8, rollouts: 8))
        let learners = ["x", "y", "z"].map { LearnerPractice(new: Learner(id: $0), for: recommender) }
        let plans = planner.plans(learners, at: PlanCases.start)
        let backwards = Workers { pieces, body in for piece in (0..<pieces).reversed() { body(piece) } }
        #expect(planner.plans(learners, at: PlanCases.start, workers: backwards) == plans)
        #expect(planner.plan(recommender.newLearner, learner: "y", at: PlanCases.start) == plans[1])
        // Everybody has luck of their own.
        #expect(plans[0].days != plans[1].days)
    }

    @Test func hostileSettingsEnd() throws {
        let items = (0..<5).map { Item(id: "i\($0)", title: "I", minutes: 0.01) }
        let catalogue = try Catalogue(skills: [], items: items, goals: [Goal(id: "g")])
        let plan = PlanCases.plan(
            catalogue,
            PlanSettings(minutesADay: .infinity, days: 4, rollouts: 2, chance: 0.99, itemsADay: 7))
        #expect(plan.days.count == 4)
        for day in plan.days { #expect(day.sequence.count <= 7) }
        for moment in [Double.nan, -1e300, 1e300, .infinity] {
            let recommender = Recommender(catalogue: catalogue)
            let plan = Planner(recommender, settings: PlanSettings(days: 2, rollouts: 2)).plan(
                recommender.newLearner, at: moment)
            #expect(plan.days.count == 2)
        }
        let held = PlanSettings(minutesADay: .nan, days: 1_000, rollouts: 0, chance: .nan, itemsADay: 0)
        #expect(held.minutesADay == 20 && held.days == 366 && held.rollouts == 1 && held.chance == 0.8)
        #expect(held.itemsADay == 1)
    }

    @Test func aPlanGoesToTheLastDate() throws {
        let goals = [
            Goal(id: "past", by: PlanCases.start - day), Goal(id: "g", by: PlanCases.start + 2.5 * day),
            Goal(id: "others", by: PlanCases.start + 9 * day, learners: ["y"]),
        ]
        let catalogue = try PracticeTests.catalogue(goals: goals)
        let plan = PlanCases.plan(catalogue, PlanSettings(minutesADay: 2, rollouts: 2))
        #expect(plan.days.count == 3 && plan.end == PlanCases.start + 3 * day)
        #expect(plan.goals.map(\.goal) == [0, 1])
        #expect(plan.goals[0].obstacle == .passed && plan.goals[0].isOnTrack == nil)
        let open = PlanCases.plan(try PracticeTests.catalogue(), PlanSettings(minutesADay: 2, rollouts: 1))
        #expect(open.days.count == 14)
    }

    /// Late in the day there are fewer minutes, and practice on later days begins early enough.
    @Test func aDayEndsAtMidnight() throws {
        let catalogue = try PlanCases.one(learn: 1e-7, goal: Goal(id: "g"))
        let recommender = Recommender(catalogue: catalogue)
        let plan = Planner(recommender, settings: PlanSettings(minutesADay: 20, days: 2, rollouts: 1)).plan(
            recommender.newLearner, at: PlanCases.start + day - 5 * 60)
        // A fifth answer would come at midnight, which is the next day.
        #expect(plan.days[0].sequence.count == 4)
        #expect(plan.days[1].start == PlanCases.start + 2 * day - 20 * 60 - 1)
        #expect(plan.days[1].sequence.count == 20)
    }

    /// The quick ranking is the advice itself.
    @Test(arguments: PracticeTests.goals) func theRankingIsTheAdvice(_ goals: [Goal]) throws {
        let catalogue = try PracticeTests.catalogue(goals: goals)
        for settings in [
            PracticeSettings(minutesADay: 9, mostInARow: 2), PracticeSettings(certainty: 0.6, pinned: ["b"]),
            PracticeSettings(choices: 3),
        ] {
            let recommender = Recommender(catalogue: catalogue, settings: settings)
            var generator = SeededGenerator(seed: 12)
            for answers in [0, 4, 11, 25] {
                let state = PracticeTests.learner(recommender, &generator, answers: answers)
                let moment = state.last.isFinite ? state.last + 50_000 : 0
                for limit in [1, 4, 100] {
                    let advice = recommender.advise(state, learner: "x", at: moment, limit: limit, seed: 3)
                    let ranking = recommender.ranking(
                        state, learner: "x", at: moment, limit: limit, exposures: nil, seed: 3)
                    #expect(ranking.items == advice.choices.map(\.item))
                    #expect(ranking.isShort == (advice.withheld[.minutes] != nil))
                    #expect(ranking.isAllMastered == advice.open.isEmpty)
                    guard let first = advice.choices.first else { continue }
                    #expect(abs(ranking.success - first.success) < 1e-6)
                    let told = recommender.ranking(
                        state, learner: "x", at: moment, limit: 1, exposures: nil, seed: 3, isTold: true)
                    #expect(told.action == first.action)
                    let other = recommender.ranking(
                        state, learner: "x", at: moment, limit: 1, exposures: nil, seed: 3, leavingOut: [first.item])
                    if limit > 1, advice.choices.count > 1, !ranking.isAllMastered {
                        #expect(other.items.first == advice.choices[1].item)
                    }
                }
            }
        }
    }
}
