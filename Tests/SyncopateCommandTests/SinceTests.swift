import Foundation
import TestSupport
import Testing

/// `syncopate recommend --since` from outside.
struct SinceTests {
    private static func sample(_ name: String) -> String {
        SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/\(name)").path
    }

    /// The plan of the kept sample class as a teacher gave it back, and the export of the week after.
    static let plan = sample("plan.csv")
    static let gradebook = sample("gradebook-2.csv")
    static let start = ["recommend", gradebook, "--skills", Sample.skills, "--since", plan, "--seed", "0"]

    @Test func everyLearnerHasWhatChanged() throws {
        let outcome = try Workplace().run(Self.start + ["--output", "jsonl"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let objects = try outcome.objects()
        // One of the thirty is none of the teacher's.
        #expect(objects.count == 29 && !objects.contains { $0.string("learner") == "7015" })
        for object in objects {
            let since = try #require(object.fields("since"))
            #expect(since.number("plan") == 1)
            for check in since.list("forecasts") {
                #expect(check.string("item") == "40019" && check.flag("inside") != nil)
            }
        }
        #expect(objects.contains { $0.fields("since")?.list("forecasts").isEmpty == false })
        #expect(outcome.messages.contains("Corrections that stand: 1 item moved to another topic, 1 learner left out"))
        // Nobody is named.
        for name in ["Abara", "Okafor", "Brandt"] { #expect(!outcome.messages.contains(name)) }
    }

    @Test func withoutAPlanThereIsNothingSince() throws {
        let outcome = try Workplace().run("recommend", Self.gradebook, "--output", "jsonl")
        #expect(try outcome.objects().allSatisfy { $0.fields("since") == nil })
        #expect(try !Workplace().run("recommend", Self.gradebook, "--output", "table").text.contains("Since last time"))
    }

    @Test func theChainOfPlansCarriesOn() throws {
        let place = try Workplace()
        let csv = ["--output", "csv", "--out"]
        #expect(try place.run(Self.start + csv + ["plan2.csv"]).status == 0)
        let second = try #require(place.text("plan2.csv"))
        #expect(second.contains("not my student") && second.contains("topic moved"))
        let again = try place.run(
            ["recommend", Self.gradebook, "--skills", Sample.skills, "--since", "plan2.csv"] + csv + ["plan3.csv"])
        #expect(again.status == 0 && again.messages.contains("no new score came in"), "\(again.messages)")
        let third = try #require(place.text("plan3.csv"))
        for type in ["correction", "learned"] {
            let counts = [second, third].map { CSV.rows($0).count { $0.contains(type) } }
            #expect(counts[0] == counts[1] && counts[0] > 0, "\(type): \(counts)")
        }
    }

    @Test func faultsAreToldAndStrictRefuses() throws {
        let place = try Workplace()
        let header = "learner,item,rank,happened,correction,type\n"
        try place.write("p.csv", header + "7001,40019,1,perhaps,,advice\n7002,40019,1,done,,advice\n")
        let told = try place.run("recommend", Self.gradebook, "--since", "p.csv", "--output", "jsonl")
        #expect(told.status == 3 && told.messages.contains("p.csv:2:4: bad-value"), "\(told.messages)")
        #expect(try told.objects().count == 30)
        let strict = try place.run("recommend", Self.gradebook, "--since", "p.csv", "--strict")
        #expect(strict.status == 65 && strict.text.isEmpty)
    }

    @Test(arguments: [
        ("learner,item,rank,type\nx1,40019,1,advice\n", "the plan of another class"),
        ("learner,name,slot,happened\n7001,x,monday,\n", "recommend --output csv"),
        ("learner,item,score\n7001,40019,0.5\n", "wrong-kind-of-file"),
    ]) func whatIsNoPlanOfThisClassIsRefused(_ text: String, _ message: String) throws {
        let place = try Workplace()
        try place.write("p.csv", text)
        let outcome = try place.run("recommend", Self.gradebook, "--since", "p.csv")
        #expect(
            outcome.status == 65 && outcome.text.isEmpty && outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test func misuseIsExplained() throws {
        let place = try Workplace()
        #expect(try place.run("recommend", Self.gradebook, "--since", "none.csv").status == 66)
        let catalogue = try place.run(["recommend"] + PracticeSample.files + ["--since", Self.plan])
        #expect(catalogue.status == 64 && catalogue.messages.contains("--since goes without --catalogue"))
        let twice = try place.run("recommend", "-", "--since", "-")
        #expect(twice.status == 64 && twice.messages.contains("can be read only once"))
    }

    @Test func aPlanIsNotTakenForAGradebook() throws {
        let outcome = try Workplace().run("recommend", Self.plan)
        #expect(outcome.status == 65 && outcome.messages.contains("--since"), "\(outcome.messages)")
    }
}
