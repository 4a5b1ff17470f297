import Syncopate
import SyncopateFormats
import Testing

/// Logs of JSON with something wrong in a record: the record is left out and the next is found again.
struct BadEventTests {
    /// A format and how a record of it is written.
    struct Sample: Sendable, CustomTestStringConvertible {
        let format: FileFormat
        /// From who, what they scored out of five, and when, each as JSON.
        let record: @Sendable (_ learner: String, _ score: String, _ time: String) -> String
        /// What messages call the field of the score.
        let score: String
        /// What they call that of the time; empty where there is none.
        let time: String
        var testDescription: String { format.rawValue }
    }

    static let samples = [
        Sample(
            format: .xapi,
            record: {
                "{\"actor\":{\"account\":{\"homePage\":\"http://x.org\",\"name\":\($0)}},\"verb\":{\"id\":"
                    + "\"http://adlnet.gov/expapi/verbs/answered\"},\"object\":{\"id\":\"http://x.org/q\"},"
                    + "\"result\":{\"score\":{\"raw\":\($1),\"max\":5}},\"timestamp\":\($2)}"
            }, score: "result.score", time: "timestamp"),
        Sample(
            format: .caliper,
            record: {
                "{\"@context\":\"http://purl.imsglobal.org/ctx/caliper/v1p2\",\"type\":\"GradeEvent\",\"action\":\"Graded\","
                    + "\"actor\":{\"id\":\"auto\"},\"object\":{\"assignee\":\($0),\"assignable\":\"q\"},"
                    + "\"generated\":{\"scoreGiven\":\($1),\"maxScore\":5},\"eventTime\":\($2)}"
            }, score: "generated.scoreGiven", time: "eventTime"),
        Sample(
            format: .tidyJSONLines,
            record: { "{\"learner\":\($0),\"item\":\"q\",\"score\":\($1),\"max\":5,\"at\":\($2)}" }, score: "score",
            time: "at"),
        Sample(
            format: .canvasSubmissions,
            record: {
                "{\"id\":1,\"assignment_id\":2,\"user_id\":\($0),\"workflow_state\":\"graded\",\"score\":\($1),"
                    + "\"submitted_at\":\($2),\"assignment\":{\"name\":\"Essay\",\"points_possible\":5}}"
            }, score: "score", time: "submitted_at"),
    ]

    private static let moment = "\"2026-02-03T10:00:00Z\""

    private func read(_ sample: Sample, _ lines: [String]) throws -> ImportedEvidence {
        let read = try SyncopateFormatsTests.read(lines.map { $0 + "\n" }.joined())
        try #require(read.format == sample.format)
        return read
    }

    private func record(_ sample: Sample, _ learner: String, _ score: String = "4", _ time: String = moment) -> String {
        sample.record("\"\(learner)\"", score, time)
    }

    @Test(arguments: samples) func aBrokenLine(_ sample: Sample) throws {
        let whole = record(sample, "1002")
        for (broken, column) in [
            (String(whole.prefix(40)), nil), (whole.replacing("\"1002\"", with: "1002\""), nil),
            ("{oops}", 2), (whole + "}", whole.utf8.count + 1),
        ] as [(String, Int?)] {
            let read = try read(sample, [record(sample, "1001"), broken, record(sample, "1003")])
            #expect(read.learnerIDs == ["1001", "1003"] && read.log.events.map(\.score) == [0.8, 0.8])
            let finding = try #require(read.findings.first { $0.rule == .brokenJSON })
            #expect(finding.line == 2 && finding.file == "file.csv" && finding.column != nil, "\(finding)")
            if let column { #expect(finding.column == column, "\(finding)") }
            #expect(!finding.remedy.isEmpty)
            read.expectRejected(broken + "\n", line: 2)
        }
    }

    /// The end of a file that was cut off while it was written.
    @Test(arguments: samples) func aCutFile(_ sample: Sample) throws {
        let cut = String(record(sample, "1003").dropLast(9))
        let text = record(sample, "1001") + "\n" + record(sample, "1002") + "\n" + cut
        let read = try SyncopateFormatsTests.read(text)
        #expect(read.learnerIDs == ["1001", "1002"])
        read.expectRejected(cut + "\n", line: 3)
        #expect(read.places(.brokenJSON) == ["3:\(cut.utf8.count + 1)"])
    }

    /// 7 and "7" are one learner.
    @Test(arguments: samples.filter { $0.format != .xapi && $0.format != .caliper })
    func idsAsNumbersAndAsText(_ sample: Sample) throws {
        let read = try read(
            sample, [sample.record("7", "4", Self.moment), sample.record("\"7\"", "4", "\"2026-02-04T10:00:00Z\"")])
        #expect(read.learnerIDs == ["7"] && !read.hasErrors)
    }

    @Test(
        arguments: samples,
        [("\"abc\"", FindingRule.notANumber), ("-1", .negativeScore), ("1e400", .notFinite), ("[]", .notANumber)])
    func noScore(_ sample: Sample, _ value: (json: String, rule: FindingRule)) throws {
        let bad = record(sample, "1002", value.json)
        let read = try read(sample, [record(sample, "1001"), bad, record(sample, "1003")])
        let finding = try #require(read.findings.first { $0.line == 2 && $0.severity == .error }, "\(read.findings)")
        // A number too large for JSON's numbers may be said to be no number at all.
        #expect([value.rule, .notANumber, .brokenJSON, .badValue].contains(finding.rule), "\(finding)")
        if value.rule == .negativeScore { #expect(finding.rule == .negativeScore && finding.excerpt == "-1") }
        if value.json == "\"abc\"" { #expect(finding.excerpt == "abc") }
        if finding.rule != .brokenJSON { #expect(finding.columnHeader == sample.score, "\(finding)") }
        #expect(!finding.remedy.isEmpty && read.learnerIDs == ["1001", "1003"])
        read.expectRejected(bad + "\n", line: 2)
    }

    @Test(arguments: samples) func extraCredit(_ sample: Sample) throws {
        let read = try read(sample, [record(sample, "1001"), record(sample, "1002", "6")])
        #expect(read.log.events.map(\.score) == [0.8, 1.2] && !read.hasErrors)
        #expect(read.findings.contains { $0.rule == .extraCredit && $0.line == 2 && $0.excerpt == "6" })
    }

    @Test(arguments: samples) func noTime(_ sample: Sample) throws {
        let bad = record(sample, "1002", "4", "\"yesterday\"")
        let read = try read(sample, [record(sample, "1001"), bad])
        let finding = try #require(read.findings.first { $0.rule == .badTime })
        #expect(finding.line == 2 && finding.columnHeader == sample.time && !finding.remedy.isEmpty, "\(finding)")
        #expect(finding.excerpt == "yesterday")
        guard sample.format == .canvasSubmissions else {
            // An answer counts without its time.
            #expect(finding.severity == (sample.format == .tidyJSONLines ? .error : .warning))
            #expect(read.learnerIDs == ["1001", "1002"] && read.rejects.isEmpty)
            #expect(read.log.events[1].at.isNaN && read.log.events.map(\.score) == [0.8, 0.8])
            return
        }
        read.expectRejected(bad + "\n", line: 2)
    }

    @Test(arguments: samples) func nobody(_ sample: Sample) throws {
        // Where nobody is named as assessed, who did it is: the actor.
        for learner in sample.format == .caliper ? ["\"\""] : ["null", "\"\""] {
            let text = [record(sample, "1001"), sample.record(learner, "4", Self.moment)]
            let read = try read(sample, text)
            let finding = try #require(read.findings.first { $0.line == 2 && $0.severity == .error }, "\(learner)")
            #expect(finding.rule == .blankID || finding.rule == .badValue, "\(finding)")
            #expect(read.learnerIDs == ["1001"] && read.rejects.map(\.line) == [2])
        }
    }

    /// A scaled score goes from -1 to 1, and below zero says nothing of how much was right.
    @Test(arguments: [("1.5", FindingRule.badValue), ("-2", .badValue), ("-0.5", .negativeScore)])
    func scaled(_ value: String, _ rule: FindingRule) throws {
        let sample = Self.samples[0]
        let bad = record(sample, "1002").replacing("\"raw\":4,\"max\":5", with: "\"scaled\":\(value)")
        let read = try read(sample, [record(sample, "1001"), bad])
        read.expect(rule, line: 2, column: nil, header: "result.score", cell: value)
        read.expectRejected(bad + "\n", line: 2)
    }

    /// Ids that point at nothing: a statement that voids another that is not here, a result of a line item that is not.
    @Test func idsThatPointAtNothing() throws {
        let sample = Self.samples[0]
        let void =
            "{\"actor\":{\"mbox\":\"mailto:t@x.org\"},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/voided\"},"
            + "\"object\":{\"objectType\":\"StatementRef\",\"id\":\"99999999-0000-4000-8000-000000000000\"}}"
        let statements = try read(sample, [record(sample, "1001"), void])
        #expect(statements.log.events.map(\.score) == [0.8] && !statements.hasErrors)
        let members = [
            "lineItems.csv":
                "sourcedId,status,dateLastModified,title,resultValueMin,resultValueMax\nl1,active,,Essay,0,5\n",
            "results.csv":
                "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score\n"
                + "r1,active,,l1,1001,fully graded,4\nr2,active,,l9,1002,fully graded,4\nr3,active,,l1,1003,lost,4\n",
            "manifest.csv":
                "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.lineItems,bulk\nfile.results,bulk\n",
        ].map { ArchiveMember(name: $0.key, bytes: Array($0.value.utf8)) }
        let set = try EvidenceReader.read(SourceFile(name: "set", bytes: [], members: members))
        #expect(set.learnerIDs == ["1001"] && set.log.events.map(\.score) == [0.8])
        #expect(set.places(.unknownItem) == ["3:4"] && set.places(.unknownStatus) == ["4:6"])
        #expect(
            set.findings.filter { $0.line != nil }.map(\.columnHeader) == ["lineItemSourcedId", "scoreStatus"])
        #expect(
            set.rejects.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                "r2,active,,l9,1002,fully graded,4", "r3,active,,l1,1003,lost,4",
            ])
    }

    /// Of an answer that is told several times one event counts.
    @Test func anAnswerToldSeveralTimes() throws {
        for sample in Self.samples.filter({ $0.format != .tidyJSONLines }) {
            let line = record(sample, "1001")
            let read = try read(sample, [line, line, record(sample, "1002")])
            #expect(read.log.events.count == 2, "\(sample.format)")
        }
        let tidy = "{\"learner\":\"1\",\"item\":\"q\",\"score\":1,\"event_id\":\"e\"}\n"
        #expect(try SyncopateFormatsTests.read(tidy + tidy).counts.duplicatesDropped == 1)
    }
}
