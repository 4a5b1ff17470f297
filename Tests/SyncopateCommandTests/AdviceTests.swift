import Foundation
import TestSupport
import Testing

/// The sample class as JSON lines: what must hold whatever the figures are.
struct AdviceTests {
    private static let modes: Set<String> = [
        "async_solo", "async_social", "parallel", "live_peer", "live_teacher", "blended", "either",
    ]
    private static let courseModes: Set<String> = ["synchronous", "asynchronous", "blended", "either"]
    private static let actions: Set<String> = ["make_up", "correct", "prepare", "review", "extend", "help_peer"]

    private func advice(_ options: [String]) throws -> [Fields] {
        let outcome = try Workplace().run(["recommend", Sample.gradebook, "--output", "jsonl"] + options)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.bytes.last == UInt8(ascii: "\n"))
        return try outcome.objects()
    }

    @Test(arguments: [
        [], ["--skills", Sample.skills], ["--live", "0"], ["--live", "2x45x4"], ["--limit", "1"], ["--goal", "0.95"],
        ["--limit", "100", "--goal", "0.05", "--skills", Sample.skills],
    ])
    func everyLineIsWhole(_ options: [String]) throws {
        let learners = try advice(options)
        let scores = try Sample.scores()
        let goal = options.firstIndex(of: "--goal").flatMap { Double(options[$0 + 1]) } ?? 0.7
        let limit = options.firstIndex(of: "--limit").flatMap { Int(options[$0 + 1]) } ?? 3
        #expect(learners.compactMap { $0.string("learner") } == (7001...7030).map(String.init))
        for learner in learners {
            let id = try #require(learner.string("learner"))
            #expect(learner.string("section") == "Mathematics 7B")
            #expect(learner.string("name")?.isEmpty == false)
            // Attendance is no work: the count is of scores on work.
            #expect(learner.number("scores") == Double(scores[id, default: [:]].keys.count { $0 != "40001" }))
            #expect(Self.actions.contains(try #require(learner.string("action"))))
            #expect(Self.modes.contains(try #require(learner.string("mode"))))
            #expect(Self.courseModes.contains(try #require(learner.string("course_mode"))))
            #expect(["model", "column_mean", "learner_mean", "column_and_learner"].contains(learner.string("basis")))
            #expect(!learner.list("mastery").isEmpty)
            for mastery in learner.list("mastery") {
                let success = try #require(mastery.number("success"))
                #expect(success >= 0 && success <= 1)
                #expect(try #require(mastery.number("success_sd")) >= 0)
            }
            let items = learner.list("items")
            #expect(items.count <= limit)
            #expect(Set(learner.items).count == items.count)
            #expect(items.compactMap { $0.number("score") } == items.compactMap { $0.number("score") }.sorted(by: >))
            #expect(items.isEmpty == (learner.fields("prescription") != nil))
            if let first = items.first { #expect(first.string("action") == learner.string("action")) }
            for item in items {
                let itemID = try #require(item.string("item"))
                #expect(itemID != "40001")
                if let score = scores[id]?[itemID] {
                    #expect(score < goal, "\(id) \(itemID)")
                    #expect(item.string("action") == "correct")
                } else {
                    #expect(item.string("action") == "make_up" || item.string("action") == "prepare")
                }
                try expectWhole(item)
                let interval = try #require(item.values["success_interval"] as? [NSNumber]).map(\.doubleValue)
                let success = try #require(item.number("success"))
                #expect(interval.count == 2 && interval[0] <= success && success <= interval[1])
                #expect(interval.allSatisfy { $0 >= 0 && $0 <= 1 })
            }
            if let prescription = learner.fields("prescription") {
                #expect(prescription.string("action") == learner.string("action"))
                #expect(learner.string("reason")?.isEmpty == false)
                try expectWhole(prescription)
            }
            let pacing = try #require(learner.fields("pacing"))
            #expect(pacing.flag("collective") == true)
            #expect(!pacing.codes.isEmpty)
        }
        let modes = learners.compactMap { $0.string("mode") }
        #expect(!options.contains("0") ? modes.contains { $0 != "either" } : true)
    }

    /// What items and prescriptions have in common.
    private func expectWhole(_ thing: Fields) throws {
        #expect(Self.actions.contains(try #require(thing.string("action"))))
        #expect(Self.modes.contains(try #require(thing.string("mode"))))
        #expect(Self.courseModes.contains(try #require(thing.string("course_mode"))))
        #expect(try #require(thing.number("minutes")) > 0)
        #expect(thing.flag("minutes_assumed") == true)
        #expect(try #require(thing.number("gain")) >= 0)
        #expect(!thing.codes.isEmpty)
        for reason in thing.list("reasons") { #expect(reason.string("text")?.isEmpty == false) }
        let terms = try #require(thing.fields("terms")).values.values.compactMap { ($0 as? NSNumber)?.doubleValue }
        let score = try #require(thing.number("score"))
        #expect(abs(terms.reduce(0, +) - score) < 1e-9)
    }

    @Test(arguments: [("1x30x6", 1, 6), ("2x45x4", 2, 4), ("3x20x1", 3, 1), ("0x30x6", 0, 6), ("0", 0, 0)])
    func noMoreSeatsThanStated(_ live: String, _ sessions: Int, _ seats: Int) throws {
        let learners = try advice(["--live", live])
        var seated: [Int: Int] = [:]
        for learner in learners {
            let pacing = try #require(learner.fields("pacing"))
            if pacing.flag("seated") == true {
                let session = try #require(pacing.number("session"))
                seated[Int(session), default: 0] += 1
                #expect(learner.string("mode") == "live_teacher")
            } else {
                #expect(learner.string("mode") != "live_teacher")
            }
            if let chance = pacing.number("propensity") { #expect(chance > 0 && chance <= 1) }
        }
        #expect(seated.keys.allSatisfy { (1...max(sessions, 1)).contains($0) })
        #expect(seated.values.allSatisfy { $0 <= seats })
        #expect(seated.isEmpty == (sessions == 0))
        if sessions == 0 {
            #expect(learners.allSatisfy { $0.fields("pacing")?.codes.contains("no_live_time") == true })
        }
    }

    @Test func aSkillMapNamesTheSkills() throws {
        let learners = try advice(["--skills", Sample.skills])
        let skills: Set<String> = ["Fractions", "Ratios", "Equations", "Area and volume", "Data", "Chance"]
        for learner in learners { #expect(Set(learner.list("mastery").compactMap { $0.string("skill") }) == skills) }
    }

    @Test func aHigherGoalOpensMore() throws {
        let counts = try ["0.05", "0.5", "0.9"].map { goal in
            try advice(["--goal", goal, "--limit", "100"]).reduce(0) { $0 + $1.items.count }
        }
        #expect(counts[0] < counts[1] && counts[1] < counts[2])
    }

    @Test func aShorterListIsTheBeginningOfALongerOne() throws {
        let (one, many) = (try advice(["--limit", "1"]), try advice(["--limit", "5"]))
        for (a, b) in zip(one, many) { #expect(a.items == Array(b.items.prefix(1))) }
    }

    @Test func everyFormSaysTheSame() throws {
        let workplace = try Workplace()
        let learners = try advice([])
        let rows = CSV.rows(try workplace.run("recommend", Sample.gradebook, "--output", "csv").text)
        let column = Dictionary(uniqueKeysWithValues: rows[0].enumerated().map { ($1, $0) })
        let expected = learners.flatMap { learner in
            let things = learner.list("items") + (learner.fields("prescription").map { [$0] } ?? [])
            return things.enumerated().map { rank, thing in
                [
                    learner.string("learner") ?? "", String(rank + 1), thing.string("action") ?? "",
                    thing.string("item") ?? "", thing.string("mode") ?? "",
                ]
            }
        }
        // Beside what is recommended stand live seats, and what is kept for the next plan.
        let type = try #require(column["type"])
        let found = try rows.dropFirst().filter { $0[type] == "advice" }.map { row in
            try ["learner", "rank", "action", "item", "mode"].map { row[try #require(column[$0])] }
        }
        #expect(found == expected)
        let table = try workplace.run("recommend", Sample.gradebook, "--output", "table").text
        for learner in learners { #expect(table.contains(try #require(learner.string("name")))) }
    }
}
