import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Results in QTI, made up after the specification.
struct QTITests {
    /// An item's result.
    private static func item(_ attributes: String, _ inside: String) -> String {
        "<itemResult \(attributes)>\(inside)</itemResult>\n"
    }

    private static func outcome(_ name: String, _ value: String, _ attributes: String = "") -> String {
        "<outcomeVariable identifier=\"\(name)\" cardinality=\"single\" baseType=\"float\" \(attributes)>"
            + "<value>\(value)</value></outcomeVariable>"
    }

    private static func response(
        _ name: String, _ answer: [String], correct: [String] = [], cardinality: String = "single", type: String = ""
    ) -> String {
        func values(_ list: [String]) -> String { list.map { "<value>\($0)</value>" }.joined() }
        return "<responseVariable identifier=\"\(name)\" cardinality=\"\(cardinality)\""
            + (type.isEmpty ? ">" : " baseType=\"\(type)\">")
            + (correct.isEmpty ? "" : "<correctResponse>\(values(correct))</correctResponse>")
            + "<candidateResponse>\(values(answer))</candidateResponse></responseVariable>"
    }

    private static func document(_ items: String..., context: String = "<context sourcedId=\"p1\"/>") -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<assessmentResult xmlns=\"http://www.imsglobal.org/xsd/imsqti_result_v2p2\">\n\(context)\n"
            + "<testResult identifier=\"t1\" datestamp=\"2026-03-02T09:30:00Z\">\(outcome("SCORE", "99"))</testResult>\n"
            + items.joined() + "</assessmentResult>\n"
    }

    /// A score out of a known maximum.
    private static let scored = outcome("SCORE", "1") + outcome("MAXSCORE", "1")

    static let result = document(
        item(
            "identifier=\"i1\" sequenceIndex=\"1\" datestamp=\"2026-03-02T09:00:00Z\" sessionStatus=\"final\"",
            response("numAttempts", ["2"]) + response("duration", ["PT1M2.5S"])
                + response("RESPONSE", ["b"], correct: ["a"])
                + outcome("SCORE", "1.5") + outcome("MAXSCORE", "2")),
        item(
            "identifier=\"i2\" datestamp=\"2026-03-02T09:01:00Z\" sessionStatus=\"final\"",
            response("duration", ["12"]) + outcome("SCORE", "0", "normalMaximum=\"4\"") + response("RESPONSE", ["x"])),
        item(
            "identifier=\"i3\" datestamp=\"2026-03-02T09:02:00Z\" sessionStatus=\"final\"",
            response("numAttempts", ["0"]) + response("RESPONSE", []) + outcome("SCORE", "0")),
        item(
            "identifier=\"i4\" datestamp=\"2026-03-02T09:03:00Z\" sessionStatus=\"pendingResponseProcessing\"",
            response("RESPONSE", ["long"]) + outcome("SCORE", "0")),
        item("identifier=\"i5\" datestamp=\"2026-03-02T09:04:00Z\" sessionStatus=\"initial\"", outcome("SCORE", "0")),
        item(
            "identifier=\"i6\" datestamp=\"2026-03-02T09:05:00Z\" sessionStatus=\"pendingSubmission\"",
            outcome("SCORE", "0")))

    private func one(_ inside: String) throws -> Event? {
        let read = try read(
            Self.document(
                Self.item("identifier=\"i\" datestamp=\"2026-03-02T09:00:00Z\" sessionStatus=\"final\"", inside)))
        return read.log.events.first
    }

    @Test func results() throws {
        let read = try read(Self.result)
        #expect(read.format == .qti && read.learnerIDs == ["p1"])
        #expect(read.itemIDs == ["t1: i1", "t1: i2", "t1: i3", "t1: i4", "t1: i5", "t1: i6"])
        #expect(
            read.log.events.map(\.status) == [.scored, .scored, .missing, .notYetGraded, .unknownBlank, .inProgress])
        #expect(read.log.events.prefix(2).map(\.score) == [0.75, 0])
        #expect(read.log.events.map(\.attempt) == [2, 0, 0, 0, 0, 0])
        #expect(read.log.events.prefix(3).map(\.seconds) == [62.5, 12, -1])
        #expect(read.log.events[0].at == 1_772_442_000)
        #expect(read.findings.isEmpty)
    }

    @Test func comparedAnswers() throws {
        let right = try one(Self.response("R", ["b", "a"], correct: ["a", "b"], cardinality: "multiple"))
        #expect(right?.score == 1)
        let wrong = try one(Self.response("R", ["b", "a"], correct: ["a", "b"], cardinality: "ordered"))
        #expect(wrong?.score == 0)
        #expect(
            try one(Self.response("R", ["a"], correct: ["a"]) + Self.response("S", ["a"], correct: ["b"]))?.score == 0)
        // Nobody says what is right.
        #expect(try one(Self.response("R", ["a"]))?.status == .notYetGraded)
        #expect(try one(Self.response("R", [], correct: ["a"]))?.status == .missing)
        #expect(try one("")?.status == .unknownBlank)
        let read = try read(Self.document(Self.item("identifier=\"i\"", Self.response("R", ["a"], correct: ["a"]))))
        #expect(read.findingTotals[.notAnAnswer] == 1 && !read.hasErrors)
    }

    /// One value may be written in several ways, by what kind of value it is.
    @Test(
        arguments: [
            ("pair", "A P", "P A", 1.0), ("directedPair", "A P", "P A", 0), ("directedPair", "A P", "A  P", 1),
            ("float", "3.0", "3", 1), ("float", "0.5", ".50", 1), ("float", "0", "-0.0", 1), ("float", "3", "3.01", 0),
            ("integer", "5", "05", 1), ("integer", "5", "6", 0), ("boolean", "true", "1", 1),
            ("boolean", "false", "true", 0), ("point", "10 12", "10 012", 1), ("point", "10 12", "12 10", 0),
            ("identifier", "A", "a", 0), ("string", "York", "york", 0), ("string", "3.0", "3", 0),
            ("float", "x", "x", 1),
        ])
    func valuesByType(_ type: String, _ correct: String, _ answer: String, _ score: Double) throws {
        #expect(try one(Self.response("R", [answer], correct: [correct], type: type))?.score == score)
        let several = Self.response(
            "R", ["z", answer], correct: [correct, "z"], cardinality: "multiple", type: type)
        #expect(try one(several)?.score == score)
    }

    /// The number of attempts is no answer, however it is written.
    @Test func countsAreNoAnswers() throws {
        let counts = Self.response("num_attempts", ["2"], type: "integer")
        let event = try one(counts + Self.response("R", ["a"], correct: ["a"]))
        #expect(event?.score == 1 && event?.attempt == 2)
        #expect(try one(counts + Self.response("R", [], correct: ["a"]))?.status == .missing)
        #expect(try one(Self.response("num_attempts", ["0"]) + Self.outcome("SCORE", "0"))?.status == .missing)
    }

    /// A point of nobody knows how many is no share of all there is.
    @Test func noMaximum() throws {
        let text = Self.document(Self.item("identifier=\"i\" sessionStatus=\"final\"", Self.outcome("SCORE", "1")))
        let read = try read(text)
        #expect(read.log.events.map(\.status) == [.hidden] && read.places(.maximumMissing) == ["5:0"])
        #expect(read.findings.first?.remedy.contains("MAXSCORE") == true)
        #expect(try SyncopateFormatsTests.read(text, ReadOptions(maximum: 4)).log.events.map(\.score) == [0.25])
    }

    @Test(arguments: [
        ("identifier=\"i\"", "x", FindingRule.notANumber), ("identifier=\"i\"", "-1", .negativeScore),
        ("identifier=\"i\"", "INF", .notFinite), ("identifier=\"\"", "1", .unnamedItem),
        ("identifier=\"i\" datestamp=\"noon\"", "1", .badTime),
    ])
    func badResults(_ attributes: String, _ score: String, _ rule: FindingRule) throws {
        let element = Self.item(attributes, Self.outcome("SCORE", score))
        let read = try read(Self.document(Self.item("identifier=\"g\"", Self.scored), element))
        #expect(read.places(rule) == ["6:0"] && read.hasErrors && read.counts.scored == 1)
        #expect(read.rejects.map { String(decoding: $0.bytes, as: UTF8.self) + "\n" } == [element])
    }

    @Test func nobodyIsNamed() throws {
        let read = try read(Self.document(Self.item("identifier=\"i\"", ""), context: "<context/>"))
        #expect(read.places(.blankID) == ["5:0"] && read.log.events.isEmpty)
    }

    @Test func timesWithoutAZone() throws {
        let text = Self.document(
            Self.item("identifier=\"i\" datestamp=\"2026-03-02T09:00:00.250\"", Self.scored),
            Self.item("identifier=\"j\" datestamp=\"2026-03-02T09:00:00\"", Self.scored))
        #expect(try read(text).findingTotals[.badTime] == 1)
        let zoned = try read(text, ReadOptions(zone: TimeZoneRules(offset: 3600)))
        #expect(zoned.log.events.first?.at == 1_772_438_400 && zoned.findings.isEmpty)
    }

    @Test func severalInOneFile() throws {
        let one = Self.document(Self.item("identifier=\"i\"", Self.scored))
            .split(separator: "\n").dropFirst().joined(separator: "\n")
        let other = one.replacing("p1", with: "p2")
        let read = try read("<results>\n\(one)\n\(other)\n</results>\n")
        #expect(read.learnerIDs == ["p1", "p2"] && read.counts.scored == 2)
    }

    @Test func refusals() {
        #expect(refusal(Self.document())?.finding.rule == .emptyFile)
        #expect(refusal("<?xml version=\"1.0\"?>\n<assessmentResult>\n<context>")?.finding.rule == .brokenXML)
        let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<assessmentResult/>"
        #expect(refusal(bomb)?.finding.rule == .brokenXML && refusal(bomb)?.finding.line == 2)
        #expect(refusal("<?xml version=\"1.0\"?><feed/>")?.finding.rule == .formatNotReadYet)
        #expect(refusal("a,b\n1,2\n", ReadOptions(format: .qti))?.finding.rule == .brokenXML)
        #expect(refusal("<html><body/></html>")?.finding.rule == .binaryFile)
    }
}

/// Results nobody here wrote.
@Suite(.enabled(if: SharedFolder.has("fixtures/qti-results")))
struct QTIFixtureTests {
    private func file(_ name: String) throws -> SourceFile {
        SourceFile(name: name, bytes: try SharedFolder.bytes("fixtures/qti-results/" + name))
    }

    /// The two results in each are one twice, and give three answers where one is asked for, without a score.
    @Test(arguments: ["simple-assessment-result.xml", "simple-assessment-result-v2p2.xml"])
    func results(_ name: String) throws {
        let read = try EvidenceReader.read(file(name))
        #expect(read.learnerIDs == ["fixture-sourcedId"])
        #expect(read.itemIDs == ["fixture-test-identifier: fixture-identifier"])
        #expect(read.log.events.map(\.status) == [.notYetGraded] && read.counts.duplicatesDropped == 1)
        #expect(!read.hasErrors)
    }

    @Test(arguments: ["simple-assessment-result-missing-data.xml", "simple-assessment-result-missing-namespace.xml"])
    func nothingInThem(_ name: String) throws {
        let file = try file(name)
        let error = #expect(throws: ReadError.self) { try EvidenceReader.read(file) }
        #expect(error?.finding.rule == .emptyFile)
    }
}
