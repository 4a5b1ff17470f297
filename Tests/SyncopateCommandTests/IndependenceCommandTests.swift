import Foundation
import TestSupport
import Testing

/// `syncopate independence`, and `recommend --traces`, from outside.
struct IndependenceCommandTests {
    static let traces = SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/traces.csv").path

    // MARK: independence

    @Test func learnersComeInTheOrderOfTheFile() throws {
        let outcome = try Workplace().run("independence", Self.traces, "--output", "jsonl")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let objects = try outcome.objects()
        #expect(
            objects.compactMap { $0.string("learner") } == ["Ada", "Bo", "Cem", "Dee", "Eli", "Fay", "Gus", "Hana"])
        let hana = try #require(try outcome.object("Hana"))
        #expect(hana.number("sd") == 1 && hana.flag("known") == false)
        #expect(hana.values["reasons"] as? [String] == ["independence_unknown"])
        #expect(outcome.messages.contains("attendance at live sessions is no evidence of independence"))
    }

    @Test func standardInputAndAFileSayTheSame() throws {
        let place = try Workplace()
        let text = try Sample.text(Self.traces)
        let piped = try place.run("independence", "-", "--output", "csv", input: text)
        let written = try place.run("independence", Self.traces, "--output", "csv", "--out", "i.csv", "--quiet")
        #expect(piped.status == 0 && written.status == 0 && written.bytes.isEmpty && written.messages.isEmpty)
        #expect(place.text("i.csv") == piped.text)
    }

    @Test func attendanceChangesNothing() throws {
        let text = try Sample.text(Self.traces)
        let rows = CSV.rows(text)
        let column = try #require(rows[0].firstIndex(of: "attended"))
        let turned = rows.enumerated().map { place, row in
            var row = row
            if place > 0 { row[column] = row[column] == "yes" ? "no" : "yes" }
            return CSV.line(row)
        }
        let (before, after) = (
            try Workplace().run("independence", "-", "--output", "jsonl", input: text),
            try Workplace().run("independence", "-", "--output", "jsonl", input: turned.joined(separator: "\n") + "\n")
        )
        #expect(before.bytes == after.bytes)
    }

    @Test(arguments: [
        ("learner,on_time\na,yes\n,no\n", [], 3 as Int32, "standard input:3:1: blank-id"),
        ("learner,on_time\na,perhaps\n", [], 3, "standard input:2:2: bad-value"),
        ("learner,on_time\na,perhaps\n", ["--strict"], 65, "standard input:2:2: bad-value"),
        ("learner,item\na,i\n", [], 65, "missing-column"), ("", [], 65, "empty-file"),
        ("learner,on_time\n", [], 65, "no learner in it"),
        ("learner,rank\na,0.5\n", ["--evaluate"], 65, "nothing to judge on"),
        ("learner,on_time\na,yes\n", ["--evaluate", "--output", "csv"], 64, "--evaluate is printed as table or jsonl"),
        ("learner,on_time\na,yes\n", ["--output", "html"], 64, "html"),
    ]) func faultsAreNamed(_ input: String, _ options: [String], _ status: Int32, _ message: String) throws {
        let outcome = try Workplace().run(["independence", "-"] + options, input: input)
        #expect(outcome.status == status, "\(outcome.status) \(outcome.messages)")
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test func aFileThatIsNotThere() throws {
        let outcome = try Workplace().run("independence", "nowhere.csv")
        #expect(outcome.status == 66, "\(outcome.status)")
    }

    // MARK: recommend --traces

    /// Work of the sample class: the first came on time and early, the second never, the third is listed and no more.
    static let classTraces: String = {
        var text = "learner,course,item,at,on_time,rank\n"
        for week in 1...8 {
            for learner in 7004...7012 {
                text += "\(learner),7B,week \(week),\(week),\(learner % 3 == week % 3 ? "no" : "yes"),\n"
            }
            text +=
                "7001,7B,week \(week),\(week),yes,0.05\n7002,7B,week \(week),\(week),no,\n7003,7B,week \(week),\(week),,\n"
        }
        return text
    }()

    private func sentences(_ fields: Fields?) -> [String: String] {
        let reasons = fields?.fields("pacing")?.list("reasons") ?? []
        return Dictionary(
            reasons.map { ($0.string("code") ?? "", $0.string("sentence") ?? $0.string("text") ?? "") },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func tracesStandBeforeTheGradebook() throws {
        let place = try Workplace()
        try place.write("t.csv", Self.classTraces)
        let start = ["recommend", Sample.gradebook, "--skills", Sample.skills, "--output", "jsonl"]
        let (plain, traced) = (try place.run(start), try place.run(start + ["--traces", "t.csv"]))
        #expect(plain.status == 0 && traced.status == 0, "\(traced.messages)")
        for learner in ["7001", "7002"] {
            let codes = Set(sentences(try traced.object(learner)).keys)
            #expect(codes.contains("traces_of_independence") && codes.contains("handed_in"), "\(codes)")
            #expect(!Set(sentences(try plain.object(learner)).keys).contains("traces_of_independence"))
        }
        // Whoever has no trace keeps what the gradebook tells, listed or not.
        for learner in ["7003", "7020"] {
            let (before, after) = (sentences(try plain.object(learner)), sentences(try traced.object(learner)))
            #expect(before["handed_in"] != nil && before["handed_in"] == after["handed_in"])
            #expect(after["traces_of_independence"] == nil)
        }
    }

    @Test func tracesSpeakOfWhoPractises() throws {
        let place = try Workplace()
        var text = "learner,item,at,on_time\n"
        for week in 1...10 {
            text +=
                "p01,\(week),\(week),yes\np02,\(week),\(week),no\np03,\(week),\(week),\(week % 2 == 0 ? "yes" : "no")\n"
        }
        try place.write("t.csv", text)
        let outcome = try place.run(["recommend"] + PracticeSample.files + ["--traces", "t.csv"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let plain = try place.run(["recommend"] + PracticeSample.files)
        #expect(sentences(try outcome.object("p01"))["traces_of_independence"] != nil)
        #expect(sentences(try outcome.object("p01"))["independence_unknown"] == nil)
        #expect(sentences(try plain.object("p01"))["independence_unknown"] != nil)
        #expect(sentences(try outcome.object("p05"))["independence_unknown"] != nil)
    }

    @Test func tracesOfOthersAreWarnedOf() throws {
        let place = try Workplace()
        try place.write("t.csv", "learner,on_time\nsomebody,yes\n")
        let start = ["recommend", Sample.gradebook, "--output", "jsonl"]
        let (plain, traced) = (try place.run(start), try place.run(start + ["--traces", "t.csv"]))
        #expect(traced.status == 0 && traced.bytes == plain.bytes)
        #expect(traced.messages.contains("of the traces "))
        #expect(!traced.messages.contains("somebody"), "messages never name learners")
    }

    @Test func tracesWithFaultsEndAsOtherFilesDo() throws {
        let place = try Workplace()
        try place.write("t.csv", "learner,on_time\n7001,perhaps\n")
        let start = ["recommend", Sample.gradebook, "--output", "jsonl", "--traces"]
        #expect(try place.run(start + ["t.csv"]).status == 3)
        #expect(try place.run(start + ["t.csv", "--strict"]).status == 65)
        #expect(try place.run(start + ["nowhere.csv"]).status == 66)
        #expect(try place.run("recommend", "-", "--traces", "-").status == 64)
    }
}
