import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Times without a zone, read off the clocks of a place that changes them. Seconds by `date -u -d`.
struct ClockChangeTests {
    private func berlin() throws -> ReadOptions {
        let file = MadeTimeZone.file(offsets: [3600], footer: "CET-1CEST,M3.5.0,M10.5.0/3")
        return ReadOptions(zone: try TimeZoneRules(tzif: file))
    }

    @Test func tidyCSV() throws {
        let read = try read(
            "learner,item,score,at\na,x,1,2026-07-01T12:00:00\na,y,1,2026-10-25T02:30:00\na,z,1,2027-03-28T02:30:00\n"
                + "a,w,1,2026-10-25T02:30:00Z\n", try berlin())
        #expect(read.event("a", "x")?.at == 1_782_900_000)
        // 00:30 UTC, still in summer time; an hour later than clocks that were not put forward, 01:30 UTC.
        #expect(read.event("a", "y")?.at == 1_792_888_200)
        #expect(read.event("a", "z")?.at == 1_806_197_400)
        #expect(read.event("a", "w")?.at == 1_792_895_400)
        #expect(read.places(.clockChange) == ["3:4"])
        #expect(read.findings.first { $0.rule == .clockChange }?.severity == .note)
    }

    @Test func jsonLinesAndStatements() throws {
        let options = try berlin()
        let lines = try read(
            "{\"learner\":\"a\",\"item\":\"x\",\"score\":1}\n"
                + "{\"learner\":\"a\",\"item\":\"y\",\"score\":1,\"at\":\"2027-03-28 02:30:00\"}\n", options)
        #expect(lines.event("a", "y")?.at == 1_806_197_400 && lines.places(.clockChange) == ["2:0"])
        let statement = try read(
            "{\"actor\":{\"mbox\":\"mailto:a@example.org\"},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/answered\"},"
                + "\"object\":{\"id\":\"http://example.org/q1\"},\"result\":{\"success\":true},"
                + "\"timestamp\":\"2026-10-25T02:30:00\"}", options)
        #expect(statement.log.events.map(\.at) == [1_792_888_200] && statement.places(.clockChange) == ["1:0"])
    }

    @Test func aQuiz() throws {
        let read = try read(
            "Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/10.00,Q. 1 /5.00,Q. 2 /5.00\n"
                + "A,A,a@x.org,Finished,24 October 2026 2:00 AM,24 October 2026 2:30 AM,30 mins,10,5,5\n"
                + "B,B,b@x.org,Finished,25 October 2026 1:00 AM,25 October 2026 2:30 AM,90 mins,10,5,5\n", try berlin())
        #expect(read.log.events.map(\.at).max() == 1_792_888_200)
        #expect(read.places(.clockChange) == ["3:6"] && read.places(.badTime).isEmpty)
    }

    @Test func offsetsChangeNothing() throws {
        let read = try read(
            "learner,item,score,at\na,y,1,2026-10-25T02:30:00\n", ReadOptions(zone: TimeZoneRules(offset: 3600)))
        #expect(read.event("a", "y")?.at == 1_792_891_800 && read.places(.clockChange).isEmpty)
    }
}
