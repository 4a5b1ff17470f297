import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Grades by the attempts they are about, made up after the specifications of Caliper and what tools make of them.
struct CaliperAttemptTests {
    private func grade(
        _ score: String, maximum: String = #","maxScore":10"#, attempt: String = "urn:a1", count: String = "",
        id: String, at: String = "10:00:00", more: String = ""
    ) -> String {
        #"{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p2","id":"urn:uuid:\#(id)","type":"GradeEvent","#
            + #""actor":{"id":"urn:grader","type":"SoftwareApplication"},"action":"Graded","object":{"type":"Attempt","#
            + #""id":"\#(attempt)","assignee":"urn:s1","assignable":"urn:q"\#(count)},"generated":{"type":"Score","#
            + #""scoreGiven":\#(score)\#(maximum)\#(more)},"eventTime":"2026-02-03T\#(at)Z"}"#
    }

    /// Open edX puts the score a level further down, and attempt and item among the extensions.
    @Test func openEdX() throws {
        let read = try read(
            #"{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p2","id":"urn:uuid:1","type":"GradeEvent","#
                + #""action":"Graded","actor":{"id":"urn:s1","type":"Person"},"object":{"id":"urn:x/attempt/3","#
                + #""type":"Attempt","extensions":{"assignable":{"id":"urn:p","type":"Assessment"},"#
                + #""assignee":{"id":"urn:s1","type":"Person"},"count":3,"#
                + #""isPartOf":{"id":"urn:course","type":"CourseOffering"}}},"generated":{"score":{"attempts":3,"#
                + #""extensions":{"success":"False"},"scoreGiven":1,"maxScore":4,"type":"Score"}},"#
                + #""eventTime":"2026-02-03T10:00:00Z"}"#)
        #expect(read.learnerIDs == ["urn:s1"] && read.itemIDs == ["urn:p"] && read.log.items[0].maximum == 4)
        #expect(read.log.events.map(\.score) == [0.25] && read.log.events[0].attempt == 3 && read.findings.isEmpty)
    }

    /// A grade that was corrected: the later one counts, in whichever order they stand.
    @Test func aCorrectedGrade() throws {
        let (first, second) = (grade("5", id: "1"), grade("7", id: "2", at: "11:00:00"))
        for (text, line) in [(first + "\n" + second, 1), (second + "\n" + first, 2)] {
            let read = try read(text)
            #expect(read.log.events.map(\.score) == [0.7] && read.log.events[0].at == 1_770_116_400)
            #expect(read.log.events[0].attempt == 0)
            #expect(read.places(.supersededEvent) == ["\(line):0"] && !read.hasErrors)
        }
        // Told again, it is the same grade.
        let again = try read(first + "\n" + grade("5", id: "3", at: "12:00:00"))
        #expect(again.log.events.map(\.score) == [0.5] && again.findingTotals == [.duplicateEvent: 1])
        // A grade that was taken back.
        let taken = try read(first + "\n" + grade("null", maximum: "", id: "2", at: "11:00:00"))
        #expect(taken.log.events.map(\.status) == [.hidden] && taken.findingTotals[.supersededEvent] == 1)
    }

    /// Attempts of other names or numbers are other tries, and so are blank nodes, whose names hold for one event.
    @Test func otherAttempts() throws {
        for (one, other) in [
            (("urn:a1", ""), ("urn:a2", "")), (("urn:a1", #","count":1"#), ("urn:a1", #","count":2"#)),
            (("_:a", ""), ("_:a", "")),
        ] {
            let read = try read(
                grade("5", attempt: one.0, count: one.1, id: "1") + "\n"
                    + grade("7", attempt: other.0, count: other.1, id: "2", at: "11:00:00"))
            #expect(read.log.events.map(\.score) == [0.5, 0.7] && read.log.events.map(\.attempt) == [1, 2])
            #expect(read.findings.isEmpty)
        }
    }

    /// A point of nobody knows how many is no share.
    @Test func noMaximum() throws {
        let read = try read(grade("1", maximum: "", id: "1"))
        #expect(read.log.events.map(\.status) == [.hidden] && read.findingTotals == [.maximumMissing: 1])
        #expect(read.findings.first?.remedy.contains("maxScore") == true)
        let word = try SyncopateFormatsTests.read(
            grade("7", maximum: "", id: "1", more: #","extensions":{"success":false}"#))
        #expect(word.log.events.map(\.score) == [0] && word.findings.isEmpty)
        let stated = try EvidenceReader.read(
            SourceFile(name: "f", bytes: Array(grade("1", maximum: "", id: "1").utf8)),
            options: ReadOptions(maximum: 4))
        #expect(stated.log.events.map(\.score) == [0.25])
    }
}
