import Dispatch
import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate
@testable import SyncopateStudents

struct YearWorldTests {
    private static let engine = Engine(priors: .shipped)
    private static let policies = YearRegistry.policies(engine)

    /// A short year of few.
    private static func small(_ change: (inout YearWorld) -> Void = { _ in }) -> YearWorld {
        var world = YearWorld()
        (world.learners, world.weeks, world.topics, world.seats) = (8, 6, 3, 2)
        change(&world)
        return world
    }

    private static func family(_ name: String) throws -> YearPolicyFamily {
        try #require(policies[name]).value.family
    }

    private static func means(_ world: YearWorld, _ family: YearPolicyFamily, runs: Int) -> Double {
        YearComparison("", world, policies: [family], runs: runs, seed: 7).cells[0].summaries[0].mean
    }

    // MARK: The class

    @Test func aGainByHand() {
        var world = Self.small { $0.weights = .equal }
        world.learners = 1
        var people = YearClass(world, topics: 2, weights: 1, learners: 2, weeks: 3)
        let (p, before) = (people.success(0, 1), people.success(0, 0))
        // Weights 1.05, 0, .3, .15 and 0; no weight on peers, and effects of their own which are not drawn alone.
        let units = 1.05 + 0.3 * (4 * p * (1 - p) - 0.5) + 0.15 * people.independence[0]
        let expected = 0.5 * units * (1 - 0.4 * (1 - before))
        let logit = people.logits[0][1]
        #expect(abs(people.work(0, 1, .asyncSolo) - expected) < 1e-12)
        #expect(abs(people.logits[0][1] - logit - expected) < 1e-12)
    }

    @Test func forgettingLeadsBackToTheStart() {
        var world = Self.small { $0.forgetting = 0.5 }
        world.learners = 2_000
        var people = YearClass(world, topics: 1, weights: 1, learners: 2, weeks: 3)
        let start = people.logits.map { $0[0] }
        for learner in start.indices { people.work(learner, 0, .asyncSolo) }
        let learnt = people.logits.map { $0[0] }
        people.advance()
        let left = people.logits.indices.reduce(0) { $0 + people.logits[$1][0] - start[$1] }
        let all = people.logits.indices.reduce(0) { $0 + learnt[$1] - start[$1] }
        #expect(abs(left / all - 0.5) < 0.02)
    }

    @Test func theBookKeepsTheHigherScoreAndShowsWhatIsToCome() {
        var generator = SeededGenerator(seed: 1)
        let course = YearCourse(Self.small(), using: &generator)
        #expect(course.topics == [0, 0, 1, 1, 2, 2] && course.count == 3)
        #expect(course.topic(titled: "Unit 2") == 1 && course.topic(titled: course.titles[5]) == 2)
        #expect(course.topic(titled: "Unit 4") == nil)
        var book = YearBook(course, learners: 2)
        book.enter(.score(0.5), learner: 0, column: 0)
        book.enter(.score(0.25), learner: 0, column: 0)
        #expect(book.score(0, 0) == 0.5)
        book.enter(.score(0.75), learner: 0, column: 0)
        #expect(book.score(0, 0) == 0.75 && book.mean(0) == 0.75 && book.mean(1) == nil)
        book.enter(.excused, learner: 0, column: 1)
        #expect(book.open(0, week: 2) == [2] && book.open(1, week: 1) == [0, 1])
        let log = book.log(week: 1)
        // Two weeks so far and two to come.
        #expect(log.items.count == 4 && log.learners.count == 2 && log.events.count == 8)
        #expect(log.events.count { $0.status == .scored } == 1 && log.events.count { $0.status == .excused } == 1)
        #expect(book.log(week: 5).items.count == 6)
        #expect(log.items[2].skills == [SkillWeight(skill: "Unit 2", weight: 1)])
    }

    // MARK: Policies meet the same

    @Test func aPlanThatNobodyFollowsIsNone() throws {
        let world = Self.small { $0.following = 0 }
        let plan = YearRun(world, try Self.family("syncopate-own-time"), seed: 3)
        let none = YearRun(world, try Self.family("nobody-meets"), seed: 3)
        #expect(plan.values == none.values)
        let followed = YearRun(Self.small { $0.following = 1 }, try Self.family("syncopate-own-time"), seed: 3)
        #expect(followed.values != none.values)
    }

    @Test func whatATeacherDoesAnyhowIsFollowed() throws {
        let family = try Self.family("lowest-mastery")
        let (some, all) = (Self.small { $0.following = 0.2 }, Self.small { $0.following = 1 })
        #expect(YearRun(some, family, seed: 5).values == YearRun(all, family, seed: 5).values)
    }

    @Test func workersDoNotMatter() throws {
        let threads = Workers { pieces, body in DispatchQueue.concurrentPerform(iterations: pieces, execute: body) }
        let families = try ["syncopate", "random", "oracle"].map { try Self.family($0) }
        let world = Self.small { $0.weeks = 4 }
        let one = YearComparison("w", world, policies: families, runs: 3, seed: 9)
        let many = YearComparison("w", world, policies: families, runs: 3, seed: 9, workers: threads)
        #expect(one.cells.map(\.values) == many.cells.map(\.values))
        #expect(one.cells.count == 3 && one.cells[0].values.count == YearComparison.figures.count)
    }

    @Test func moreOfAGoodPlanIsBetter() {
        let oracle = YearPolicyFamily("oracle", isPlan: true) { _ in OracleYearPolicy() }
        let means = [0, 0.7, 1].map { following in
            Self.means(Self.small { ($0.following, $0.weeks) = (following, 12) }, oracle, runs: 20)
        }
        #expect(means[0] < means[1] && means[1] < means[2], "\(means)")
    }

    @Test func nobodyBeatsWhoSeesTheTruth() throws {
        let world = Self.small()
        let oracle = Self.means(world, try Self.family("oracle"), runs: 4)
        for name in ["syncopate-in-full", "rotation", "random", "lowest-mastery", "lowest-scores", "nobody-meets"] {
            #expect(Self.means(world, try Self.family(name), runs: 4) <= oracle, "\(name)")
        }
    }

    @Test func everyPolicyKeepsToTheSeats() throws {
        var generator = SeededGenerator(seed: 1)
        let world = Self.small()
        let course = YearCourse(world, using: &generator)
        var book = YearBook(course, learners: 8)
        for learner in 0..<8 {
            for column in 0..<4 where (learner + column) % 3 > 0 {
                book.enter(.score(Double((5 * learner + column) % 12) / 12), learner: learner, column: column)
            }
        }
        for entry in Self.policies.entries where entry.value.role.isHonest {
            var policy = entry.value.family.make(1)
            let plan = policy.plan(YearWeek(number: 3, book: book, seats: 2))
            #expect(plan.seated.count <= 2 && Set(plan.seated).count == plan.seated.count, "\(entry.name)")
            #expect(plan.seated.allSatisfy((0..<8).contains) && (plan.topic ?? 0) < 3)
            #expect(plan.tasks.isEmpty || plan.tasks.count == 8)
            #expect((plan.topic == nil) == plan.seated.isEmpty)
        }
    }

    // MARK: Intervals

    /// `scipy.stats.t.ppf(.975, n)` of SciPy 1.
    @Test(arguments: [
        (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.182446305283708), (4, 2.7764451051977934),
        (9, 2.262157162798205), (19, 2.0930240544083087), (39, 2.022690920036761),
    ])
    func quantilesOfStudent(_ freedom: Int, _ expected: Double) {
        #expect(abs(MeanInterval.quantile(freedom: freedom) - expected) < (freedom == 3 ? 0.005 : 0.001))
    }

    @Test func anIntervalByHand() {
        // Mean 2, deviation 1, of three: 4.3027 / sqrt(3).
        let interval = MeanInterval(of: [1, 2, 3])
        #expect(interval.mean == 2 && abs(interval.high - 2 - 2.484137712) < 1e-6)
        #expect(MeanInterval(of: [1]).low.isNaN && MeanInterval(of: []).mean.isNaN)
    }
}
