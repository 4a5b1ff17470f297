import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Events made up after the specifications of Caliper 1.0 to 1.2.
struct CaliperTests {
    private let person = #""actor":{"id":"urn:s1","type":"Person","name":"Lea"}"#
    private let grader = #""actor":{"id":"urn:grader","type":"SoftwareApplication"}"#

    private func grade(
        _ actor: String,
        object: String =
            #"{"type":"Attempt","id":"urn:a1","assignee":"urn:s1","assignable":{"id":"urn:q","name":"Quiz"},"count":2,"duration":"PT2M"}"#,
        generated: String = #"{"type":"Score","scoreGiven":15,"maxScore":20}"#, id: String = "urn:uuid:1",
        type: String = "GradeEvent"
    ) -> String {
        #"{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p2","id":"\#(id)","type":"\#(type)",\#(actor),"#
            + #""action":"Graded","object":\#(object),"generated":\#(generated),"eventTime":"2026-02-03T10:00:00.000Z"}"#
    }

    /// The learner is the assignee, whoever graded.
    @Test func grades() throws {
        for actor in [person, grader] {
            for text in [
                grade(actor), "[\(grade(actor))]",
                #"{"sensor":"urn:x","sendTime":"2026-02-03T10:00:00Z","dataVersion":"v","data":[\#(grade(actor))]}"#,
            ] {
                let read = try read(text)
                #expect(read.format == .caliper)
                #expect(read.learnerIDs == ["urn:s1"] && read.log.items.map(\.title) == ["Quiz"])
                #expect(read.log.events.map(\.score) == [0.75] && read.log.items[0].maximum == 20)
                #expect(read.log.events[0].attempt == 2 && read.log.events[0].seconds == 120)
                #expect(read.log.events[0].at == 1_770_112_800 && read.findings.isEmpty)
            }
        }
    }

    /// Version 1.0 has addresses for words, and a result.
    @Test func versionOne() throws {
        let read = try read(
            #"{"@context":"http://purl.imsglobal.org/ctx/caliper/v1/Context","@type":"http://purl.imsglobal.org/caliper/v1/OutcomeEvent","#
                + #""actor":{"@id":"urn:grader","@type":"http://purl.imsglobal.org/caliper/v1/SoftwareApplication"},"#
                + #""action":"http://purl.imsglobal.org/vocab/caliper/v1/action#Graded","#
                + #""object":{"@id":"urn:a1","@type":"http://purl.imsglobal.org/caliper/v1/Attempt","actor":{"@id":"urn:s1"},"#
                + #""assignable":{"@id":"urn:q","maxScore":4},"count":1},"#
                + #""generated":{"@type":"http://purl.imsglobal.org/caliper/v1/Result","normalScore":3.0,"totalScore":3.0},"#
                + #""eventTime":1770112800000}"#)
        #expect(read.format == .caliper && read.learnerIDs == ["urn:s1"] && read.itemIDs == ["urn:q"])
        #expect(read.log.events.map(\.score) == [0.75] && read.log.events[0].at == 1_770_112_800)
    }

    /// A maximum of nothing beside the score, and the right one at the item.
    @Test func aMaximumAtTheItem() throws {
        let read = try read(
            grade(
                grader,
                object: #"{"type":"Attempt","assignee":{"id":"urn:s1"},"assignable":{"id":"urn:q","maxScore":160}}"#,
                generated: #"{"type":"Score","scoreGiven":40,"maxScore":0}"#))
        #expect(read.log.events.map(\.score) == [0.25])
    }

    /// Success of an item may be a word.
    @Test func itemsWithSuccess() throws {
        func item(_ success: String) -> String {
            #"{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"e","type":"AssessmentItemEvent",\#(person),"#
                + #""action":"Completed","object":{"id":"urn:i1","type":"AssessmentItem"},"#
                + #""generated":{"type":"Response","extensions":{"success":\#(success)}},"eventTime":"2026-02-03T10:00:00Z"}"#
        }
        for (word, score) in [(#""False""#, 0.0), (#""True""#, 1), ("false", 0), ("true", 1)] {
            #expect(try read(item(word)).log.events.map(\.score) == [score])
        }
        let silent = try read(item("null"))
        #expect(silent.log.events.isEmpty && silent.findingTotals[.notAnAnswer] == 1)
    }

    /// The grade of the assessment sums up those of its items.
    @Test func itemsAndTheWhole() throws {
        let item =
            #"{"type":"Attempt","id":"urn:a1/i1","isPartOf":"urn:a1","assignee":"urn:s1","#
            + #""assignable":{"id":"urn:i1","isPartOf":{"id":"urn:q"}}}"#
        let read = try read("[\(grade(grader, object: item, id: "e1")),\(grade(grader, id: "e2"))]")
        #expect(read.itemIDs == ["urn:i1"] && read.findingTotals[.mergedRows] == 1)
    }

    @Test func errors() throws {
        let lines = [
            grade(grader, object: #"{"type":"Attempt","assignable":"urn:q"}"#),
            grade(person, generated: #"{"scoreGiven":-1,"maxScore":2}"#),
            grade(person, generated: #"{"scoreGiven":1e999}"#), grade(person, object: #"{"assignee":"urn:s1"}"#),
            grade(person, generated: #"{"scoreGiven":1,"maxScore":-2}"#),
        ]
        let read = try read(lines.joined(separator: "\n"))
        #expect(read.places(.blankID) == ["1:0"] && read.places(.negativeScore) == ["2:0"])
        #expect(read.places(.notFinite) == ["3:0"] && read.places(.unnamedItem) == ["4:0"])
        #expect(read.places(.badMaximum) == ["5:0"] && read.rejects.map(\.line) == [1, 2, 3, 4, 5])
        // A grade that is not told is there and hidden.
        let hidden = try self.read(grade(person, generated: #"{"type":"Score"}"#))
        #expect(hidden.log.events.map(\.status) == [.hidden])
    }

    private func read(_ text: String) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "file.json", bytes: Array(text.utf8)))
    }
}
