import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Statements whose activity is one attempt among others, made up after the shape of Moodle's log store.
struct XAPIAttemptTests {
    private static let site = "http://moodle.example/"
    private static let quiz = activity("mod/quiz/view.php?id=8", "assessment", "Sorting")
    private static let course = activity("course/view.php?id=2", "course", "Algorithms")

    private static func activity(_ address: String, _ type: String, _ name: String) -> String {
        #"{"id":"\#(site)\#(address)","definition":{"type":"http://example.org/types/\#(type)","name":{"en":"\#(name)"}}}"#
    }

    private static func attempt(_ number: Int) -> String {
        activity("mod/quiz/attempt.php?attempt=\(number)&cmid=8", "attempt", "Sorting Attempt \(number)")
    }

    private func statement(
        _ verb: String, _ object: String, _ result: String, parents: [String], at: String
    ) -> String {
        #"{"actor":{"account":{"homePage":"http://moodle.example","name":"5"}},"verb":{"id":"http://x.example/\#(verb)"},"#
            + #""object":\#(object),"result":\#(result),"timestamp":"2026-02-03T\#(at)Z","#
            + #""context":{"contextActivities":{"parent":[\#(parents.joined(separator: ","))]}}}"#
    }

    private func whole(_ number: Int, _ raw: Double, at: String) -> String {
        statement(
            "completed", Self.attempt(number),
            #"{"score":{"raw":\#(raw),"min":0,"max":10,"scaled":\#(raw / 5 - 1)},"completion":true}"#,
            parents: [Self.quiz, Self.course], at: at)
    }

    /// The quiz is the item, and its attempts are tries at it.
    @Test func attemptsAreTries() throws {
        let read = try read(whole(31, 4, at: "10:00:00") + "\n" + whole(77, 9, at: "12:00:00"))
        #expect(read.itemIDs == [Self.site + "mod/quiz/view.php?id=8"] && read.log.items[0].title == "Sorting")
        #expect(read.log.events.map(\.score) == [0.4, 0.9] && read.log.events.map(\.attempt) == [1, 2])
        #expect(read.log.items[0].maximum == 10)
    }

    /// Parts stand in for the whole of their own attempt, and not of another.
    @Test func partsOfAnAttempt() throws {
        let question = Self.activity("question/question.php?cmid=8&id=3", "cmi.interaction", "Pivot")
        let read = try read(
            [
                statement(
                    "answered", question, #"{"success":true}"#, parents: [Self.attempt(31), Self.quiz, Self.course],
                    at: "10:00:00"), whole(31, 4, at: "10:00:00"), whole(77, 9, at: "12:00:00"),
            ].joined(separator: "\n"))
        #expect(
            read.itemIDs == [
                Self.site + "question/question.php?cmid=8&id=3", Self.site + "mod/quiz/view.php?id=8",
            ])
        #expect(read.log.events.map(\.score) == [1, 0.9] && read.findingTotals[.mergedRows] == 1)
    }

    /// A slot of a review is the same item whichever attempt was reviewed.
    @Test func slots() throws {
        func review(_ attempt: Int, _ slot: Int, _ raw: Double, at: String) -> String {
            statement(
                "scored", Self.activity("review.php?attempt=\(attempt)&slot=\(slot)", "review#slot", "Review"),
                #"{"score":{"raw":\#(raw),"min":0,"max":2}}"#,
                parents: [
                    Self.activity("review.php?attempt=\(attempt)", "review", "Review"), Self.attempt(attempt),
                    Self.quiz, Self.course,
                ], at: at)
        }
        let read = try read(
            [review(31, 1, 1, at: "10:00:00"), review(31, 2, 2, at: "10:00:00"), review(77, 1, 2, at: "12:00:00")]
                .joined(separator: "\n"))
        let address = Self.site + "mod/quiz/view.php?id=8&slot="
        #expect(read.itemIDs == [address + "1", address + "2"])
        #expect(read.log.items.map(\.title) == ["Sorting, slot 1", "Sorting, slot 2"])
        #expect(read.log.events.map(\.score) == [0.5, 1, 1])
    }

    /// An attempt at nothing that is named stays what it is.
    @Test func anAttemptAlone() throws {
        let read = try read(
            statement("completed", Self.attempt(31), #"{"success":true}"#, parents: [Self.course], at: "10:00:00"))
        #expect(read.itemIDs == [Self.site + "mod/quiz/attempt.php?attempt=31&cmid=8"])
    }
}
