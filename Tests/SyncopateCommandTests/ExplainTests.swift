import Foundation
import TestSupport
import Testing

/// `syncopate explain` from files to text.
struct ExplainTests {
    private func explain(_ arguments: String...) throws -> Outcome {
        try Workplace().run(["explain"] + PracticeSample.files + arguments)
    }

    /// Without an item it is about what comes first, and it says what recommend does.
    @Test(arguments: ["p01", "p02", "p03", "p04", "p05", "p06"]) func whatComesFirst(_ learner: String) throws {
        let outcome = try explain("--learner", learner, "--output", "json")
        #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
        let object = try Fields(json: outcome.text)
        let advice = try Workplace().run(
            ["recommend"] + PracticeSample.files + ["--learner", learner, "--limit", "100", "--quiet"])
        let first = try #require(advice.objects().first?.list("items").first)
        let choice = try #require(object.fields("choice"))
        // Why an item comes first is not whether it is done together.
        let alike = first.values.filter { !["mode", "course_mode"].contains($0.key) }
        #expect(choice.values as NSDictionary == alike as NSDictionary)
        #expect(object.number("rank") == 1 && object.values["first"] is NSNull)
        #expect(object.number("candidates") == Double(try #require(advice.objects().first).items.count))
    }

    @Test func everyItemStandsWhereRecommendHasIt() throws {
        let advice = try Workplace().run(
            ["recommend"] + PracticeSample.files + ["--learner", "p02", "--limit", "100", "--quiet"])
        let items = try #require(advice.objects().first).items
        for item in ["parts-2", "common-2", "divide-2", "project"] {
            let outcome = try explain("--learner", "p02", "--item", item, "--output", "json")
            let object = try Fields(json: outcome.text)
            let place = items.firstIndex(of: item)
            #expect(object.number("rank") == place.map { Double($0 + 1) })
            #expect((object.string("withheld") == nil) == (place != nil))
            #expect(object.fields("first")?.string("item") == (item == items.first ? nil : items.first))
            #expect(!object.list("changes").isEmpty && !object.list("skills").isEmpty)
        }
    }

    /// The figures in the text add up in print.
    @Test func theTermsAddUpInPrint() throws {
        for item in ["parts-1", "add-2", "recipes", "project"] {
            let outcome = try explain("--learner", "p03", "--item", item)
            #expect(outcome.status == 0)
            let figures = outcome.lines.compactMap { line -> (Int, Bool)? in
                let words = line.split(separator: " ").map(String.init)
                guard let first = words.first, first.contains("."), let value = Double(first) else { return nil }
                return (Int((value * 1e6).rounded()), line.hasSuffix("in all"))
            }
            let whole = try #require(figures.first { $0.1 })
            #expect(figures.filter { !$0.1 }.reduce(0) { $0 + $1.0 } == whole.0)
            #expect(figures.count > 2)
        }
    }

    @Test func whatIsWithheldSaysWhyAndWhatFirst() throws {
        let text = try explain("--learner", "p02", "--item", "project").text
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("It is not given now: an item it requires has not been done well yet."))
        #expect(words.contains("To be done well first: Recipes: a word problem."))
        #expect(words.contains("First comes "))
        #expect(words.contains("Recipes: a word problem done well: "))
        let banned = try explain("--learner", "p02", "--item", "add-2", "--ban", "add").text
        #expect(banned.contains("It is not given now: the teacher ruled it out."))
        #expect(banned.contains("Nothing that the learner does would change that."))
    }

    @Test func whereNothingMayBeGiven() throws {
        let arguments = ["--learner", "p02", "--minutes-a-day", "1"]
        let text = try Workplace().run(["explain"] + PracticeSample.files + arguments)
        #expect(text.status == 0 && text.text.contains("Nothing may be given now."))
        #expect(text.text.contains("beyond the day's minutes"))
        let json = try Workplace().run(["explain"] + PracticeSample.files + arguments + ["--output", "json"])
        #expect(try Fields(json: json.text).items.isEmpty)
    }

    @Test func whoIsNotThere() throws {
        let stranger = try explain("--learner", "p1")
        #expect(stranger.status == 65 && stranger.bytes.isEmpty)
        #expect(
            stranger.messages.hasPrefix(
                "error: learner \"p1\" is not in the log, and no goal names them; check the id"),
            "\(stranger.messages)")
        let item = try explain("--learner", "p01", "--item", "Add unlike fraction")
        #expect(item.status == 65 && item.bytes.isEmpty)
        #expect(
            item.messages
                == "error: the catalogue has no item \"Add unlike fraction\"; did you mean \"add-2\" or \"add-1\"?\n"
        )
        let far = try explain("--learner", "p01", "--item", "zzzzzzzzz")
        #expect(far.status == 65 && far.messages == "error: the catalogue has no item \"zzzzzzzzz\"\n")
    }

    /// Whom a goal names is new, not unknown.
    @Test func whoIsNamedByAGoal() throws {
        let workplace = try Workplace()
        try workplace.write(
            "c.json",
            try PracticeSample.catalogue(
                ("\"purpose\": \"remember\",", "\"purpose\": \"remember\", \"learners\": [\"zoe\"],")))
        let outcome = try workplace.run(
            "explain", PracticeSample.log, "--catalogue", "c.json", "--learner", "zoe", "--at", PracticeSample.moment)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.text.contains("evidence: none yet"))
    }

    @Test func writesToAFile() throws {
        let workplace = try Workplace()
        let outcome = try workplace.run(["explain"] + PracticeSample.files + ["--learner", "p01", "--out", "x.txt"])
        #expect(outcome.status == 0 && outcome.bytes.isEmpty)
        #expect(try #require(workplace.text("x.txt")).contains("What would change that"))
    }
}
