import Foundation
import TestSupport
import Testing

/// `recommend` and `convene` with what learners are among others, the goal to grow, and the teacher's own plan, from outside.
struct TogetherCommandTests {
    static let exchanges = sample("exchanges.csv")
    static let plan = sample("teacher-plan.csv")
    static let start = [
        "recommend", Sample.gradebook, "--skills", Sample.skills, "--seed", "0", "--traces", exchanges,
        "--teacher-plan",
        plan, "--grow", "independence",
    ]

    private static func sample(_ name: String) -> String {
        SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/\(name)").path
    }

    // MARK: Interdependence

    @Test func interdependenceStandsBesideIndependence() throws {
        let outcome = try Workplace().run(
            "recommend", Sample.gradebook, "--traces", Self.exchanges, "--output", "jsonl")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let objects = try outcome.objects()
        var known = 0
        for object in objects {
            let pacing = try #require(object.fields("pacing"))
            let among = try #require(pacing.fields("interdependence"))
            let sides = [among.number("gains_sd"), among.number("gives_sd")].compactMap { $0 }
            #expect(sides.count == 2 && among.number("gains") != nil && among.number("gives") != nil)
            #expect(among.flag("known") == sides.contains { $0 <= 0.8 })
            #expect(pacing.codes.contains("interdependence") == (among.flag("known") == true))
            #expect(pacing.codes.contains("interdependence_unknown") == sides.contains { $0 > 0.8 })
            known += among.flag("known") == true ? 1 : 0
        }
        #expect(known > 5 && known < objects.count)
    }

    @Test func attendanceChangesNothing() throws {
        let rows = CSV.rows(try Sample.text(Self.exchanges))
        let column = try #require(rows[0].firstIndex(of: "attended"))
        let turned = rows.enumerated().map { place, row in
            var row = row
            if place > 0 { row[column] = "no" }
            return CSV.line(row)
        }
        let place = try Workplace()
        try place.write("turned.csv", turned.joined(separator: "\n") + "\n")
        let start = ["recommend", Sample.gradebook, "--output", "jsonl", "--traces"]
        #expect(try place.run(start + [Self.exchanges]).bytes == place.run(start + ["turned.csv"]).bytes)
    }

    @Test func theIndependenceCommandPrintsItWhereThereIsAny() throws {
        let plain = try Workplace().run("independence", IndependenceCommandTests.traces, "--output", "jsonl")
        #expect(try plain.objects().allSatisfy { $0.values["interdependence"] == nil })
        let among = try Workplace().run("independence", Self.exchanges, "--output", "jsonl")
        #expect(try among.objects().allSatisfy { $0.fields("interdependence") != nil })
        let table = try Workplace().run("independence", Self.exchanges)
        #expect(table.text.contains("What they gain from others or give to them is known of"))
        let rows = CSV.rows(try Workplace().run("independence", Self.exchanges, "--output", "csv").text)
        #expect(rows[0].contains("gains_sd") && rows[0].contains("count:explained"))
        #expect(rows.allSatisfy { $0.count == rows[0].count })
    }

    // MARK: Growing

    @Test func seatsStayWhereTheyWere() throws {
        let start = ["recommend", Sample.gradebook, "--traces", Self.exchanges, "--output", "jsonl"]
        let plain = try Workplace().run(start).objects()
        let grown = try Workplace().run(start + ["--grow", "independence"]).objects()
        var faded = 0
        for (before, after) in zip(plain, grown) {
            let (a, b) = (try #require(before.fields("pacing")), try #require(after.fields("pacing")))
            #expect(a.flag("seated") == b.flag("seated") && a.string("mode") == b.string("mode"))
            #expect(a.fields("growth") == nil)
            guard let growth = b.fields("growth") else { continue }
            faded += 1
            #expect(b.codes.contains("tries_alone") && growth.number("cost") != nil)
            #expect(growth.string("goal") == "independence")
            let share = try #require(growth.number("own_share"))
            #expect(share > 0 && share < 1)
        }
        #expect(faded > 2)
    }

    @Test func withACatalogueConveneRefusesTheGoal() throws {
        let outcome = try Workplace().run(ConveneTests.practice + ["--grow", "independence"])
        #expect(outcome.status == 64 && outcome.messages.contains("--grow"))
        #expect(try Workplace().run("recommend", Sample.gradebook, "--grow", "mastery").status == 64)
    }

    @Test func conveneSaysWhatIsTriedAlone() throws {
        let outcome = try Workplace().run(
            ConveneTests.start + ["--traces", Self.exchanges, "--grow", "independence", "--output", "jsonl"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.text.contains("\"tries_alone\"") || outcome.text.contains("\"growth_reached\""))
        let plain = try Workplace().run(ConveneTests.start + ["--traces", Self.exchanges, "--output", "jsonl"])
        // The same people meet.
        func members(_ outcome: Outcome) throws -> [[String?]] {
            try outcome.objects().filter { $0.string("type") == "meeting" }.map { meeting in
                meeting.list("groups").flatMap { $0.list("members").map { $0.string("learner") } }
            }
        }
        #expect(try members(outcome) == members(plain))
    }

    // MARK: The teacher's plan

    @Test func thePlanIsSpokenAboutForEverybody() throws {
        let outcome = try Workplace().run(Self.start + ["--output", "jsonl"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        for object in try outcome.objects() {
            let plan = try #require(object.fields("pacing")).list("teacher_plan")
            #expect(plan.map { $0.string("topic") } == ["Area and volume", "Ratios", "Equations", "Fractions"])
            #expect(plan.map { $0.string("way") } == ["whole_class", "groups", "teacher_group", "own_time"])
            for entry in plan {
                for other in entry.list("others") {
                    #expect(["more", "less", "either"].contains(other.string("verdict")))
                }
                #expect(entry.string("text")?.contains("better") == false)
            }
        }
    }

    @Test func badRowsAreNamedAndGoodOnesKept() throws {
        let place = try Workplace()
        try place.write("plan.csv", "topic,mode\nFractions,somehow\nRatios,groups\nAlgebra,groups\n")
        let outcome = try place.run(
            "recommend", Sample.gradebook, "--skills", Sample.skills, "--teacher-plan", "plan.csv", "--output", "jsonl")
        #expect(outcome.status != 0 && outcome.lines.count == 30)
        #expect(outcome.messages.contains("plan.csv:2:2: bad-value"))
        #expect(outcome.messages.contains("plan.csv:4:1: unknown-item"))
        #expect(try outcome.objects().first?.fields("pacing")?.list("teacher_plan").count == 1)
        let strict = try place.run("recommend", Sample.gradebook, "--teacher-plan", "plan.csv", "--strict")
        #expect(strict.status != 0 && strict.bytes.isEmpty)
        #expect(try place.run("recommend", Sample.gradebook, "--teacher-plan", "none.csv").status == 66)
    }

    @Test func whatMeasuresNoSkillIsNotSpokenAbout() throws {
        let place = try Workplace()
        try place.write("plan.csv", "topic,mode\n40001,whole class\n")
        let outcome = try place.run("recommend", Sample.gradebook, "--teacher-plan", "plan.csv", "--output", "jsonl")
        #expect(outcome.messages.contains("1 row of the teacher's plan is on what measures no skill"))
        #expect(try outcome.objects().first?.fields("pacing")?.list("teacher_plan").isEmpty == true)
    }

    @Test func aCatalogueTakesAPlanToo() throws {
        let place = try Workplace()
        try place.write("plan.csv", "topic,mode,day\ndivide,whole class,Monday\nadd-2,own time,Tuesday\n")
        let outcome = try place.run(["recommend"] + PracticeSample.files + ["--teacher-plan", "plan.csv"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        for object in try outcome.objects() {
            #expect(try #require(object.fields("pacing")).list("teacher_plan").count == 2)
        }
        let table = try place.run(
            ["recommend"] + PracticeSample.files + ["--teacher-plan", "plan.csv", "--output", "table"])
        #expect(table.text.contains("Your plan, and what each way would add to it:"))
    }

    // MARK: Where they meet

    @Test func companionsAreNamedById() throws {
        let outcome = try Workplace().run(["recommend"] + PracticeSample.files + ["--setting", "mastery-room"])
        let objects = try outcome.objects()
        let ids = Set(objects.compactMap { $0.string("learner") })
        var met = 0
        for object in objects {
            guard let point = object.fields("pacing")?.fields("meeting_point") else { continue }
            met += 1
            #expect(!point.list("with").isEmpty && point.list("with").count <= 3)
            for other in point.list("with") {
                let id = try #require(other.string("learner"))
                #expect(ids.contains(id) && id != object.string("learner"))
                #expect(other.fields("in")?.number("minutes") != nil)
            }
            #expect(["meets", "meets_mixed"].contains(point.fields("reason")?.string("code")))
        }
        #expect(met > 0)
    }
}
