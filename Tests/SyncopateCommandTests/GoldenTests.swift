import Foundation
import TestSupport
import Testing

/// What the program wrote when somebody last looked at it. `SYNCOPATE_RENEW_GOLDENS=1 swift test --filter GoldenTests`
/// writes the files anew and fails; read their differences before keeping them.
struct GoldenTests {
    /// One kept file and the command line behind it.
    struct Golden: Sendable, CustomTestStringConvertible {
        var name: String
        var arguments: [String]
        var columns: Int?
        var input = ""
        var testDescription: String { name }
    }

    static let advice: [Golden] = [
        ("plain", []), ("skills", ["--skills", Sample.skills]),
    ].flatMap { name, map in
        let start = ["recommend", Sample.gradebook, "--seed", "0"] + map
        return [
            Golden(name: "\(name).jsonl", arguments: start + ["--output", "jsonl"]),
            Golden(name: "\(name).csv", arguments: start + ["--output", "csv"]),
            Golden(name: "\(name)-100.txt", arguments: start + ["--output", "table"], columns: 100),
            Golden(name: "\(name)-80.txt", arguments: start + ["--output", "table"], columns: 80),
        ]
    }

    /// The week after, with the plan given back.
    static let since: [Golden] = [
        Golden(name: "since.jsonl", arguments: SinceTests.start + ["--output", "jsonl"]),
        Golden(name: "since.csv", arguments: SinceTests.start + ["--output", "csv"]),
        Golden(name: "since-80.txt", arguments: SinceTests.start + ["--output", "table"], columns: 80),
    ]

    static let practice: [Golden] = {
        let start = ["recommend"] + PracticeSample.files
        let explain = ["explain"] + PracticeSample.files + ["--learner", "p04", "--item", "add-2"]
        return [
            Golden(name: "practice.jsonl", arguments: start),
            Golden(name: "practice.csv", arguments: start + ["--output", "csv"]),
            Golden(name: "practice-100.txt", arguments: start + ["--output", "table"], columns: 100),
            Golden(name: "practice-80.txt", arguments: start + ["--output", "table"], columns: 80),
            Golden(name: "explain-80.txt", arguments: explain, columns: 80),
            Golden(name: "explain-first.txt", arguments: ["explain"] + PracticeSample.files + ["--learner", "p02"]),
            Golden(name: "explain.json", arguments: explain + ["--output", "json"]),
        ]
    }()

    /// The four cases of the article behind the project: what is shared in each, and what is one's own.
    static let cases: [Golden] = {
        let gradebook = ["recommend", Sample.gradebook, "--skills", Sample.skills, "--seed", "0", "--setting"]
        let practice = ["recommend"] + PracticeSample.files
        return [
            Golden(name: "case-lecture.jsonl", arguments: gradebook + ["lecture", "--output", "jsonl"]),
            Golden(name: "case-lecture.txt", arguments: gradebook + ["lecture", "--output", "table"], columns: 80),
            Golden(name: "case-mastery-room.jsonl", arguments: practice + ["--setting", "mastery-room"]),
            Golden(
                name: "case-mastery-room.txt",
                arguments: gradebook + ["mastery-room", "--live", "2x20x4", "--output", "table"], columns: 80),
            Golden(name: "case-own-time.jsonl", arguments: practice + ["--setting", "own-time"]),
            Golden(
                name: "case-alone.jsonl", arguments: practice + ["--setting", "alone", "--learner", "p04"]),
            Golden(
                name: "case-alone.txt",
                arguments: practice + ["--setting", "alone", "--learner", "p04", "--output", "table"], columns: 80),
        ]
    }()

    static let plans: [Golden] = [
        Golden(name: "plan.jsonl", arguments: PlanTests.start),
        Golden(name: "plan.csv", arguments: PlanTests.start + ["--output", "csv"]),
        Golden(name: "plan-100.txt", arguments: PlanTests.start + ["--output", "table"], columns: 100),
        Golden(name: "plan-80.txt", arguments: PlanTests.start + ["--output", "table"], columns: 80),
    ]

    static let independence: [Golden] = {
        let start = ["independence", IndependenceCommandTests.traces]
        return [
            Golden(name: "independence-80.txt", arguments: start, columns: 80),
            Golden(name: "independence-100.txt", arguments: start, columns: 100),
            Golden(name: "independence.csv", arguments: start + ["--output", "csv"]),
            Golden(name: "independence.jsonl", arguments: start + ["--output", "jsonl"]),
            Golden(name: "independence-evaluate.txt", arguments: start + ["--evaluate"]),
            Golden(name: "independence-evaluate.jsonl", arguments: start + ["--evaluate", "--output", "jsonl"]),
        ]
    }()

    static let convening: [Golden] = [
        Golden(name: "convene.jsonl", arguments: ConveneTests.start),
        Golden(name: "convene.csv", arguments: ConveneTests.start + ["--output", "csv"]),
        Golden(name: "convene-groups.csv", arguments: ConveneTests.start + ["--output", "canvas-groups"]),
        Golden(name: "convene-100.txt", arguments: ConveneTests.start + ["--output", "table"], columns: 100),
        Golden(name: "convene-80.txt", arguments: ConveneTests.start + ["--output", "table"], columns: 80),
        Golden(
            name: "convene-practice-80.txt",
            arguments: ConveneTests.practice + ["--live", "1x30x3", "--output", "table"], columns: 80),
    ]

    static let briefs: [Golden] = [
        Golden(name: "brief-plain-80.txt", arguments: BriefTests.start, columns: 80),
        Golden(name: "brief-skills-80.txt", arguments: BriefTests.mapped, columns: 80),
        Golden(name: "brief.html", arguments: BriefTests.mapped + ["--output", "html"]),
        Golden(name: "brief.json", arguments: BriefTests.mapped + ["--output", "json"]),
        Golden(
            name: "brief-lecture-80.txt",
            arguments: BriefTests.mapped + ["--setting", "lecture", "--at", "2026-09-01"],
            columns: 80),
    ]
    static let together: [Golden] = {
        let traits = ["independence", TogetherCommandTests.exchanges]
        return [
            Golden(name: "exchanges-100.txt", arguments: traits, columns: 100),
            Golden(name: "exchanges.csv", arguments: traits + ["--output", "csv"]),
            Golden(name: "exchanges.jsonl", arguments: traits + ["--output", "jsonl"]),
            Golden(name: "together.jsonl", arguments: TogetherCommandTests.start + ["--output", "jsonl"]),
            Golden(
                name: "together-80.txt", arguments: TogetherCommandTests.start + ["--output", "table"], columns: 80),
            Golden(
                name: "together-convene-80.txt",
                arguments: ConveneTests.start + ["--traces", TogetherCommandTests.exchanges]
                    + ["--grow", "independence", "--output", "table"], columns: 80),
        ]
    }()

    /// From standard input, since a report names its files.
    static let checks: [Golden] = {
        let start = ["check", "-", "--output"]
        let text = (try? Sample.text(Sample.gradebook)) ?? ""
        return [
            Golden(name: "check-80.txt", arguments: start + ["table"], columns: 80, input: text),
            Golden(name: "check.json", arguments: start + ["json"], input: text),
        ]
    }()
    static let topics: [Golden] = {
        let start = ["topics", Sample.gradebook, "--output"]
        return [
            Golden(name: "topics-80.txt", arguments: start + ["table"], columns: 80),
            Golden(name: "topics.csv", arguments: start + ["csv"]),
            Golden(name: "topics.json", arguments: start + ["json"]),
        ]
    }()

    /// Converting goes by a few learners: each has a row for every column.
    static let exports: [Golden] = {
        let few = (try? Sample.gradebook(learners: 2)) ?? ""
        let convert = ["convert", "-", "--to"]
        return [
            Golden(name: "convert.csv", arguments: convert + ["tidy"], input: few),
            Golden(name: "convert-sheet.csv", arguments: convert + ["csv", "--delimiter", "semicolon"], input: few),
            Golden(name: "convert.jsonl", arguments: convert + ["jsonl", "--skills", Sample.skills], input: few),
            Golden(name: "canvas-grades.csv", arguments: ExportTests.start + ["canvas-grades"]),
            Golden(name: "pages.html", arguments: ExportTests.start + ["pages", "--at", "2026-09-01"]),
        ]
    }()

    static let policy: [Golden] = [80, 100].map { (columns: Int) in
        Golden(
            name: "policy-\(columns).txt", arguments: ["evaluate", "--policy", "-"], columns: columns,
            input: InventedDecisions.text(.predictions))
    }

    static let words: [Golden] = [
        Golden(name: "help.txt", arguments: ["--help"]),
        Golden(name: "formats.txt", arguments: ["formats"]),
        Golden(name: "help-check.txt", arguments: ["help", "check"]),
        Golden(name: "help-convert.txt", arguments: ["help", "convert"]),
        Golden(name: "help-recommend.txt", arguments: ["help", "recommend"]),
        Golden(name: "help-brief.txt", arguments: ["help", "brief"]),
        Golden(name: "help-convene.txt", arguments: ["help", "convene"]),
        Golden(name: "help-explain.txt", arguments: ["help", "explain"]),
        Golden(name: "help-plan.txt", arguments: ["help", "plan"]),
        Golden(name: "help-independence.txt", arguments: ["help", "independence"]),
        Golden(name: "help-topics.txt", arguments: ["help", "topics"]),
        Golden(name: "help-fit.txt", arguments: ["help", "fit"]),
        Golden(name: "help-evaluate.txt", arguments: ["help", "evaluate"]),
        Golden(name: "help-model.txt", arguments: ["help", "model"]),
        Golden(name: "help-model-show.txt", arguments: ["help", "model", "show"]),
        Golden(name: "help-simulate.txt", arguments: ["help", "simulate"]),
        Golden(name: "help-simulate-cohort.txt", arguments: ["help", "simulate", "cohort"]),
        Golden(name: "help-simulate-practice.txt", arguments: ["help", "simulate", "practice"]),
        Golden(name: "help-simulate-modes.txt", arguments: ["help", "simulate", "modes"]),
        Golden(name: "help-simulate-year.txt", arguments: ["help", "simulate", "year"]),
        Golden(name: "help-serve.txt", arguments: ["help", "serve"]),
        Golden(name: "help-pipe.txt", arguments: ["help", "pipe"]),
        Golden(name: "help-call.txt", arguments: ["help", "call"]),
        Golden(name: "help-describe.txt", arguments: ["help", "describe"]),
        Golden(name: "help-schema.txt", arguments: ["help", "schema"]),
        Golden(name: "describe.txt", arguments: ["describe"]),
        Golden(name: "help-sample.txt", arguments: ["help", "sample"]),
        Golden(name: "version.txt", arguments: ["--version"]),
    ]

    static let simulations: [Golden] =
        [60, 100].map { (columns: Int) in
            Golden(name: "simulate-\(columns).txt", arguments: SimulateTests.start, columns: columns)
        } + [
            Golden(
                name: "simulate-cohort-80.txt",
                arguments: ["simulate", "cohort", "--cohorts", "3", "--attempts", "60", "--seed", "1"], columns: 80)
        ]

    static let modes: [Golden] = [
        Golden(name: "simulate-modes.txt", arguments: SimulateModesTests.start + ["--fairness"], columns: 100),
        Golden(name: "simulate-year.txt", arguments: SimulateYearTests.start, columns: 100),
        Golden(name: "simulate-modes-list.txt", arguments: ["simulate", "modes", "--world", "list"], columns: 80),
    ]

    /// What is kept and what is written now; renews the file where that is asked for.
    private func pair(_ golden: Golden) throws -> (old: String, new: String) {
        let environment = golden.columns.map { ["COLUMNS": String($0)] } ?? [:]
        let outcome = try Workplace().run(golden.arguments, input: golden.input, environment: environment)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let file = SharedFolder.packageRoot.appendingPathComponent("Tests/SyncopateCommandTests/Goldens/\(golden.name)")
        if ProcessInfo.processInfo.environment["SYNCOPATE_RENEW_GOLDENS"] == "1" {
            try Data(outcome.bytes).write(to: file)
            Issue.record("\(golden.name) was renewed: read what changed, then run without SYNCOPATE_RENEW_GOLDENS")
        }
        return (String(decoding: try Data(contentsOf: file), as: UTF8.self), outcome.text)
    }

    @Test(arguments: words) func wordsAreTheSameBytes(_ golden: Golden) throws {
        let (old, new) = try pair(golden)
        #expect(old == new)
    }

    /// Figures have few digits, and students and policies make the same choices wherever doubles are doubles.
    @Test(arguments: simulations + modes) func simulationsAreTheSameBytes(_ golden: Golden) throws {
        let (old, new) = try pair(golden)
        #expect(old == new)
    }

    @Test(arguments: policy) func policiesAreJudgedTheSame(_ golden: Golden) throws {
        let (old, new) = try pair(golden)
        #expect(old == new)
    }

    static let adviceAndMore: [Golden] =
        advice + since + practice + cases + plans + independence + convening + together + checks + topics + briefs
        + exports

    @Test(arguments: adviceAndMore)
    func adviceIsTheSame(_ golden: Golden) throws {
        let (old, new) = try pair(golden)
        guard old != new else { return }
        let difference =
            golden.name.hasSuffix(".jsonl") || golden.name.hasSuffix(".json")
            ? try Tolerance.difference(json: old, new)
            : golden.name.hasSuffix(".csv")
                ? Tolerance.difference(csv: old, new) : Tolerance.difference(text: old, new)
        #expect(difference == nil, "\(golden.name): \(difference ?? "")")
    }

    @Test(arguments: [60, 80, 100, 200]) func tablesKeepToTheirWidth(_ columns: Int) throws {
        let outcome = try Workplace().run(
            "recommend", Sample.gradebook, "--output", "table", environment: ["COLUMNS": String(columns)])
        #expect(outcome.status == 0)
        for line in outcome.lines { #expect(line.count <= columns, "\(line)") }
    }

    @Test func theComparerSeesDecisionsAndForgivesRoundingOnly() throws {
        #expect(Tolerance.difference(text: "Topic   9 %", "Topic  10 %") == nil)
        #expect(Tolerance.difference(text: "41 % ± 15", "41 % ± 16") == nil)
        #expect(Tolerance.difference(text: "(6 to 18 %)", "(6 to 19 %)") == nil)
        #expect(Tolerance.difference(text: "by 15.7 points, a", "by 15.8 points, a") == nil)
        #expect(Tolerance.difference(text: "Topic 9 %", "Topic 11 %") != nil)
        #expect(Tolerance.difference(text: "30 learners", "31 learners") != nil)
        #expect(Tolerance.difference(text: "Quiz 1", "Quiz 2") != nil)
        #expect(Tolerance.difference(text: "own time", "together") != nil)
        #expect(try Tolerance.difference(json: #"{"gain":0.1}"#, #"{"gain":0.1015}"#) == nil)
        #expect(try Tolerance.difference(json: #"{"gain":0.1}"#, #"{"gain":0.103}"#) != nil)
        #expect(try Tolerance.difference(json: #"{"items":["a","b"]}"#, #"{"items":["b","a"]}"#) != nil)
        #expect(try Tolerance.difference(json: #"{"a":1}"#, #"{"a":1,"b":2}"#) != nil)
        #expect(Tolerance.difference(csv: "a,gain\nx,0.1\n", "a,gain\nx,0.101\n") == nil)
        #expect(Tolerance.difference(csv: "a,gain\nx,0.1\n", "a,gain\ny,0.1\n") != nil)
    }
}
