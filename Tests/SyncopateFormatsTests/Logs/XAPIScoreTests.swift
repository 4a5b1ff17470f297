import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// What the figures in a statement's result come to, and who and what it is about, as tools write it.
struct XAPIScoreTests {
    private static let somebody = #"{"mbox":"mailto:lea@example.org"}"#

    /// A statement without a context.
    private func statement(
        _ result: String, verb: String = "answered", item: String = "q", actor: String = somebody,
        at: String = "2026-02-03T10:00:00Z"
    ) -> String {
        #"{"actor":\#(actor),"verb":{"id":"http://adlnet.gov/expapi/verbs/\#(verb)"},"#
            + #""object":{"id":"http://example.org/\#(item)"},"result":\#(result),"timestamp":"\#(at)"}"#
    }

    /// Moodle's log store spreads scaled over -1 to 1, H5P rounds it, and some write 0: what raw is out of max counts.
    @Test(
        arguments: [
            (#"{"raw":75,"min":0,"max":100,"scaled":0.5}"#, 0.75, 100, true),
            (#"{"raw":25,"min":0,"max":100,"scaled":-0.5}"#, 0.25, 100, true),
            (#"{"raw":20,"max":100,"scaled":0}"#, 0.2, 100, true),
            (#"{"raw":1,"min":0,"max":3,"scaled":0.3333}"#, 1.0 / 3, 3, false),
            (#"{"raw":2,"min":1,"max":5,"scaled":0.25}"#, 0.25, 4, false),
            (#"{"raw":12,"min":0,"max":10,"scaled":1}"#, 1.2, 10, false),
            (#"{"raw":7,"scaled":0.7}"#, 0.7, nil, false), (#"{"max":8,"scaled":0.25}"#, 0.25, 8, false),
        ] as [(String, Double, Double?, Bool)])
    func scaledBesideRaw(_ score: String, _ share: Double, _ maximum: Double?, _ isOdd: Bool) throws {
        let read = try read(statement(#"{"score":\#(score)}"#))
        #expect(read.log.events.map(\.score) == [share] && read.log.items[0].maximum == maximum)
        #expect(read.places(.badValue) == (isOdd ? ["1:0"] : []) && !read.hasErrors)
    }

    /// However many scores say two things, it is said once.
    @Test func saidOnce() throws {
        let odd = #"{"score":{"raw":75,"min":0,"max":100,"scaled":0.5}}"#
        let lines = (0..<5).map { statement(odd, item: "q\($0)") }
        let read = try read(statement(#"{"success":true}"#, item: "a") + "\n" + lines.joined(separator: "\n"))
        let finding = try #require(read.findings.first { $0.rule == .badValue })
        #expect(read.findingTotals[.badValue] == 1 && finding.line == 2 && finding.severity == .warning)
        #expect(finding.message.contains("5 of the scores") && finding.excerpt == "0.5")
        #expect(finding.columnHeader == "result.score.scaled")
    }

    /// A point of nobody knows how many is no share of all there is.
    @Test func rawAlone() throws {
        for raw in ["1", "0.5", "0"] {
            let read = try read(statement(#"{"score":{"raw":\#(raw)}}"#, verb: "completed"))
            #expect(read.log.events.map(\.status) == [.hidden], "\(raw)")
            let finding = try #require(read.findings.first { $0.rule == .maximumMissing })
            #expect(finding.remedy.contains("result.score") && finding.line == 1)
        }
        let stated = try read(
            statement(#"{"score":{"raw":1},"success":false}"#), ReadOptions(maximum: 4))
        #expect(stated.log.events.map(\.score) == [0.25] && stated.findings.isEmpty)
    }

    /// Beside points of an unknown maximum success says right or wrong, and that this was taken is said.
    @Test func rawBesideSuccess() throws {
        let read = try read(
            statement(#"{"score":{"raw":10},"success":true}"#) + "\n"
                + statement(#"{"score":{"raw":0},"success":false}"#, item: "r") + "\n"
                + statement(#"{"score":{"raw":85}}"#, verb: "passed", item: "s"))
        #expect(read.log.events.map(\.score) == [1, 0, 1])
        let finding = try #require(read.findings.first { $0.rule == .maximumMissing })
        #expect(finding.severity == .note && finding.line == 1 && read.findingTotals[.maximumMissing] == 1)
    }

    /// Of two statements about one click the one that says how it went stays, not the points that say nothing.
    @Test func aWordBesidePoints() throws {
        let points = statement(#"{"score":{"raw":75}}"#, verb: "completed")
        let word = statement(#"{"success":true}"#, verb: "passed")
        for text in [points + "\n" + word, word + "\n" + points] {
            let read = try read(text)
            #expect(read.log.events.map(\.score) == [1] && read.findingTotals[.mergedRows] == 1)
        }
    }

    /// An address with nothing in it is nobody, and not one person whom all are.
    @Test(
        arguments: [
            #"{"mbox":"mailto:"}"#, #"{"mbox":"mailto: ","name":"Zaphod"}"#, #"{"account":{"name":" "}}"#,
            #"{"openid":"\u00a0"}"#,
        ])
    func nobody(_ actor: String) throws {
        let read = try read(statement(#"{"success":true}"#, actor: actor))
        #expect(read.places(.blankID) == ["1:0"] && read.rejects.map(\.line) == [1] && read.log.learners.isEmpty)
        let other = try self.read(
            statement(#"{"success":true}"#, actor: #"{"mbox":"mailto:","mbox_sha1sum":"ab12"}"#))
        #expect(other.learnerIDs == ["ab12"])
    }

    /// A zone of hours alone is one; a time that is none costs the time and not the answer.
    @Test func times() throws {
        let read = try read(
            statement(#"{"success":true}"#, item: "a", at: "2026-02-03T12:00:00.000+02") + "\n"
                + statement(#"{"success":true}"#, item: "b", at: "03.02.26"))
        #expect(read.log.events[0].at == 1_770_112_800 && read.log.events[1].at.isNaN)
        #expect(read.log.events.map(\.score) == [1, 1] && read.places(.badTime) == ["2:0"] && !read.hasErrors)
        let finding = try #require(read.findings.first { $0.rule == .badTime })
        #expect(finding.excerpt == "03.02.26" && finding.columnHeader == "timestamp")
    }

    /// What a record store keeps of statements, as its database is exported.
    @Test func documents() throws {
        func document(_ item: String, voided: String = "false") -> String {
            #"{"_id":{"$oid":"5c"},"organisation":{"$oid":"5d"},"statement":"#
                + statement(#"{"success":true}"#, item: item) + #","voided":\#(voided),"active":true}"#
        }
        let documents = [document("q1"), document("q2"), document("q3", voided: "true")]
        for text in [documents.joined(separator: "\n"), "[" + documents.joined(separator: ",\n") + "]"] {
            let read = try read(text)
            #expect(read.format == .xapi && read.learnerIDs == ["lea@example.org"])
            #expect(read.itemIDs == ["http://example.org/q1", "http://example.org/q2"])
            #expect(read.log.events.map(\.score) == [1, 1] && read.log.events[0].at == 1_770_112_800)
            #expect(read.findingTotals == [.notAnAnswer: 1])
        }
    }

    /// Version 0.9 names verbs by a word and lists addresses.
    @Test func anEarlierVersion() throws {
        let read = try read(
            #"{"actor":{"name":["Lea"],"mbox":["mailto:lea@example.org"]},"verb":"answered","#
                + #""object":{"id":"http://example.org/q"},"result":{"score":{"raw":3,"max":4}}}"#)
        #expect(read.learnerIDs == ["lea@example.org"] && read.log.learners[0].name == "Lea")
        #expect(read.log.events.map(\.score) == [0.75] && !read.hasErrors)
    }

    /// Lines of comments are passed over, with one note.
    @Test func comments() throws {
        let good = statement(#"{"success":true}"#)
        let read = try read(good + "\n# the second course\n#\n" + statement(#"{"success":false}"#, item: "r") + "\n")
        #expect(read.log.events.map(\.score) == [1, 0] && read.rejects.isEmpty)
        #expect(read.places(.notAnAnswer) == ["2:0"] && read.findingTotals == [.notAnAnswer: 1])
    }

    /// A fault of a rule is not hidden by many lesser ones of it.
    @Test func anErrorAfterManyWarnings() throws {
        let lines = (0..<150).map { statement(#"{"success":true,"duration":"soon"}"#, item: "q\($0)") }
        let text = lines.joined(separator: "\n") + "\n" + statement(#"{"score":{"scaled":1.5}}"#)
        let read = try read(text)
        #expect(read.rejects.map(\.line) == [151] && read.findingTotals[.badValue] == 151)
        #expect(read.findings.count { $0.severity == .warning } == FindingCollector.limit)
        #expect(read.findings.filter { $0.severity == .error }.map(\.line) == [151])
        #expect(refusal(text, ReadOptions(strict: true))?.finding.line == 151)
    }

    private func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "file.json", bytes: Array(text.utf8)), options: options)
    }
}
