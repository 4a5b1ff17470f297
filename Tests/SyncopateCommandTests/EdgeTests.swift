import TestSupport
import Testing

/// Strange names, lone learners, empty gradebooks.
struct EdgeTests {
    @Test func pipedTablesHoldNoEscapes() throws {
        let workplace = try Workplace()
        for environment in [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color", "COLORTERM": "truecolor"]] {
            let table = try workplace.run(
                "recommend", Sample.gradebook, "--output", "table", environment: environment)
            #expect(!table.bytes.contains(0x1B))
            #expect(!table.messages.contains("\u{1B}"))
        }
    }

    private func named(_ name: String) throws -> String {
        try Sample.gradebook(learners: 8) { place, row in place == 2 ? [name] + row.dropFirst() : row }
    }

    @Test func controlCharactersAreNotShown() throws {
        let workplace = try Workplace()
        try workplace.write("class.csv", try named("Mal\u{1B}[31mlory\u{7}\u{202E}, \u{9B}2JEve"))
        let table = try workplace.run("recommend", "class.csv", "--output", "table")
        #expect(table.status == 0, "\(table.messages)")
        let harmful = table.text.unicodeScalars.filter {
            $0 != "\n" && ["control", "format"].contains("\($0.properties.generalCategory)")
        }
        #expect(harmful.isEmpty)
        #expect(table.text.contains("lory"))
        let lines = try workplace.run("recommend", "class.csv", "--output", "jsonl")
        #expect(!lines.bytes.contains(0x1B))
        #expect(try lines.objects().count == 8)
    }

    @Test(arguments: ["=HYPERLINK(\"x\")", "+1", "-1", "@a", "=a, \"b\""]) func formulas(_ name: String) throws {
        let workplace = try Workplace()
        try workplace.write("class.csv", try named(name))
        let rows = CSV.rows(try workplace.run("recommend", "class.csv", "--output", "csv").text)
        #expect(rows.contains { $0[1] == "'" + name })
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        #expect(!rows.joined().contains { $0.hasPrefix("=") })
    }

    @Test func aLoneLearner() throws {
        let workplace = try Workplace()
        try workplace.write("class.csv", try Sample.gradebook(learners: 1))
        let outcome = try workplace.run("recommend", "class.csv")
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
        let learner = try #require(try outcome.objects().first)
        #expect(learner.string("mode") == "async_solo")
        let pacing = try #require(learner.fields("pacing"))
        #expect(pacing.flag("collective") == false)
        #expect(pacing.codes == ["no_cohort"])
        #expect(learner.list("items").allSatisfy { $0.string("mode") == "async_solo" })
    }

    @Test func aLoneLearnerInASectionOfTheirOwn() throws {
        let workplace = try Workplace()
        let text = try Sample.gradebook(learners: 9) { place, row in
            var row = row
            if place == 4 { row[3] = "Elsewhere" }
            return row
        }
        try workplace.write("class.csv", text)
        let learners = try workplace.run("recommend", "class.csv").objects()
        #expect(
            learners.map { $0.fields("pacing")?.flag("collective") == false }
                == (0..<9).map { $0 == 4 })
    }

    @Test func aFileWithoutAnyScore() throws {
        let workplace = try Workplace()
        try workplace.write(
            "class.csv", Sample.gradebook(learners: 12) { _, row in row.enumerated().map { $0 < 4 ? $1 : "" } })
        let outcome = try workplace.run("recommend", "class.csv")
        #expect(outcome.status == 0)
        let learners = try outcome.objects()
        #expect(learners.count == 12)
        #expect(learners.allSatisfy { $0.string("action") == "prepare" && $0.number("scores") == 0 })
        #expect(learners.allSatisfy { $0.fields("pacing")?.codes.contains("drawn_by_lot") == true })
        #expect(learners.count { $0.fields("pacing")?.flag("seated") == true } == 6)
        #expect(learners.allSatisfy { $0.fields("pacing")?.number("propensity") == 0.5 })
        #expect(Set(learners.compactMap { $0.string("mode") }) != ["either"])
        // Another seed is another lot, the same seed the same.
        let seats = try ["0", "0", "1", "2", "3"].map { seed in
            try workplace.run("recommend", "class.csv", "--seed", seed).objects()
                .map { $0.fields("pacing")?.flag("seated") }
        }
        #expect(seats[0] == seats[1])
        #expect(Set(seats).count > 1)
    }

    @Test func nobodyAndNothing() throws {
        let workplace = try Workplace()
        try workplace.write("events.csv", "learner,item,score\n")
        try workplace.write("class.csv", try Sample.gradebook(learners: 0))
        for file in ["events.csv", "class.csv"] {
            let outcome = try workplace.run("recommend", file)
            #expect(outcome.status == 0)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains("no-learners"))
        }
        // Learners and nothing to do: the advice is a kind of task.
        try workplace.write("bare.csv", "Student,ID,SIS Login ID,Section,Final Score\nA,1,a,s,\nB,2,b,s,\n")
        let bare = try workplace.run("recommend", "bare.csv")
        #expect(bare.status == 0, "\(bare.messages)")
        #expect(try bare.objects().allSatisfy { $0.fields("prescription") != nil })
        #expect(bare.lines.count == 2)
    }
}
