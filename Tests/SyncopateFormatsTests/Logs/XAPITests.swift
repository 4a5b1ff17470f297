import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Statements made up after the specification of xAPI 1.0.3.
struct XAPITests {
    private static let lea = #""actor":{"mbox":"mailto:lea@example.org","name":"Lea"}"#
    private static let ben = #""actor":{"account":{"homePage":"http://a.example","name":"7"}}"#

    /// A statement with a verb of ADL.
    static func statement(
        _ verb: String, _ item: String, _ result: String = "", actor: String = lea, id: String = "",
        at: String = "2026-02-03T10:00:00Z", more: String = ""
    ) -> String {
        (id.isEmpty ? "{" : #"{"id":"\#(id)","#) + actor
            + #","verb":{"id":"http://adlnet.gov/expapi/verbs/\#(verb)"}"#
            + #","object":{"id":"http://example.org/\#(item)"}"#
            + (result.isEmpty ? "" : #","result":\#(result)"#) + (at.isEmpty ? "" : #","timestamp":"\#(at)""#) + more
            + "}"
    }

    private func parent(_ item: String, registration: String = "") -> String {
        #","context":{"# + (registration.isEmpty ? "" : #""registration":"\#(registration)","#)
            + #""contextActivities":{"parent":[{"id":"http://example.org/\#(item)"}]}}"#
    }

    // MARK: Shapes of files

    /// The same two statements as a list, as lines, as a page of a record store, and one after the other over many lines.
    @Test(arguments: ["\n", "\r\n", "\r"]) func everyShape(_ end: String) throws {
        let one = Self.statement("answered", "q1", #"{"success":true}"#)
        let two = Self.statement("answered", "q2", #"{"success":false}"#)
        let spread = one.replacing(",", with: ",\(end)  ")
        let texts = [
            "[\(one),\(two)]", "[\(end)\(one),\(end)\(two)\(end)]\(end)", "\(one)\(end)\(two)\(end)",
            #"{"statements":[\#(one),\#(two)],"more":""}"#,
            #"{"more":"/next",\#(end)"statements":\#(end)[\#(spread),\#(end)\#(two)]}"#,
            spread + end + two, "\u{FEFF}[\(one),\(two)]", "[\(one)]\(end)[\(two)]\(end)",
        ]
        for text in texts {
            let read = try read(text)
            #expect(read.format == .xapi)
            #expect(read.log.events.map(\.score) == [1, 0], "\(text)")
            #expect(read.itemIDs == ["http://example.org/q1", "http://example.org/q2"])
            #expect(read.learnerIDs == ["lea@example.org"] && read.log.learners[0].name == "Lea")
            #expect(read.log.events[0].at == 1_770_112_800 && read.findings.isEmpty && read.rejects.isEmpty)
        }
    }

    @Test func aBrokenLineIsOneReject() throws {
        let good = Self.statement("answered", "q1", #"{"success":true}"#)
        let other = Self.statement("answered", "q2", #"{"success":true}"#)
        for (text, line, column) in [
            (good + "\n" + good.prefix(40) + "\n" + other + "\n", 2, 41),
            ("[\n\(good),\n{\"actor\":},\n\(other)\n]", 3, 10),
            ("{\"id\":\"cut\n\(good)\n\(other)\n", 1, 11),
        ] {
            let read = try read(text)
            #expect(read.places(.brokenJSON) == ["\(line):\(column)"], "\(text)")
            #expect(read.rejects.map(\.line) == [line])
            #expect(read.counts.scored == 2)
        }
        // A page that was cut keeps what is whole.
        let cut = try read(#"{"statements":[\#(good),\#(other.prefix(60))"#)
        #expect(cut.counts.scored == 1 && cut.rejects.count == 1 && cut.places(.brokenJSON).count == 1)
    }

    /// Brackets that close nothing are told of, each by itself, and the rest of the list is read.
    @Test(.timeLimit(.minutes(1))) func aBracketTooMany() throws {
        let good = Self.statement("answered", "q1", #"{"success":true}"#)
        let other = Self.statement("answered", "q2", #"{"success":true}"#)
        for text in ["[\(good)}},\n\(other)]", #"{"statements":[\#(good)}},\#(other)]}"#] {
            let read = try read(text)
            #expect(read.counts.scored == 2 && read.findingTotals[.brokenJSON] == 2)
            #expect(read.rejects.map { String(decoding: $0.bytes, as: UTF8.self) } == ["}", "}"])
        }
    }

    /// Every record of a long list is cut: each is told of, in a time that grows with the list and not with its square.
    @Test(.timeLimit(.minutes(1))) func aListOfCutRecords() throws {
        let good = Self.statement("answered", "q1", #"{"success":true}"#)
        let cut = String(Self.statement("answered", "q2", #"{"success":true}"#).dropLast())
        let count = 4000
        let read = try read("[\n\(good),\n" + String(repeating: cut + ",\n", count: count) + "\(good)\n]\n")
        #expect(read.findingTotals[.brokenJSON] == count && read.rejects.count == count)
        #expect(read.rejects.first?.bytes.count == cut.utf8.count + 1)
    }

    /// A line break inside a text: the fault is where it stands.
    @Test func aLineBreakInAText() throws {
        let read = try read("{\n \"actor\": {},\n \"verb\": {\"id\": \"x\ny\"}\n}\n")
        #expect(read.places(.brokenJSON) == ["3:19"] && read.rejects.map(\.line) == [1])
        #expect(read.findingTotals[.noLearners] == 1)
    }

    // MARK: Scores

    @Test func scores() throws {
        let cases: [(verb: String, result: String, score: Double)] = [
            ("scored", #"{"score":{"scaled":0.25,"raw":99}}"#, 0.25),
            ("answered", #"{"score":{"raw":30,"min":20,"max":40},"success":true}"#, 0.5),
            ("completed", #"{"score":{"raw":3,"max":4},"completion":true}"#, 0.75),
            ("attempted", #"{"success":false,"score":{"min":0}}"#, 0), ("passed", "", 1), ("failed", "", 0),
            ("failed", #"{"score":{"scaled":0.4},"success":false}"#, 0.4), ("mastered", #"{"success":"True"}"#, 1),
        ]
        for (verb, result, score) in cases {
            let read = try read(Self.statement(verb, "q", result))
            #expect(read.log.events.map(\.score) == [score], "\(verb) \(result)")
            #expect(!read.hasErrors)
        }
        let extra = try read(Self.statement("scored", "q", #"{"score":{"raw":12,"max":10}}"#))
        #expect(extra.log.events.map(\.score) == [1.2] && extra.findingTotals[.extraCredit] == 1)
        let unknown = try read(Self.statement("scored", "q", #"{"score":{"raw":12}}"#))
        #expect(unknown.log.events.map(\.status) == [.hidden] && unknown.findingTotals[.maximumMissing] == 1)
        let stated = try read(
            Self.statement("scored", "q", #"{"score":{"raw":12}}"#), ReadOptions(maximum: 24))
        #expect(stated.log.events.map(\.score) == [0.5])
        let nothing = try read(Self.statement("scored", "q", #"{"score":{"raw":0,"min":0,"max":0,"scaled":0}}"#))
        #expect(nothing.log.events.map(\.status) == [.hidden] && !nothing.hasErrors)
    }

    @Test func noAnswers() throws {
        for (verb, result) in [
            ("completed", #"{"completion":true,"duration":"PT5S"}"#), ("launched", ""),
            ("waived", #"{"success":true}"#),
            ("attended", #"{"success":true}"#), ("answered", #"{"response":"blue"}"#),
        ] {
            let read = try read(Self.statement(verb, "q", result))
            #expect(read.log.events.isEmpty && !read.hasErrors)
            #expect(read.findingTotals[.notAnAnswer] == 1 && read.findingTotals[.noLearners] == 1)
        }
        for object in [#"{"objectType":"Agent","mbox":"mailto:x@y"}"#, #"{"objectType":"SubStatement"}"#] {
            let read = try read(
                #"{\#(Self.lea),"verb":{"id":"http://x/answered"},"object":\#(object),"result":{"success":true}}"#)
            #expect(read.log.events.isEmpty && read.findingTotals[.notAnAnswer] == 1 && !read.hasErrors)
        }
    }

    @Test(arguments: [
        (#"{"score":{"scaled":1.5}}"#, FindingRule.badValue), (#"{"score":{"scaled":-1.5}}"#, .badValue),
        (#"{"score":{"scaled":-0.5}}"#, .negativeScore), (#"{"score":{"raw":1,"min":2,"max":3}}"#, .negativeScore),
        (#"{"score":{"raw":1e999,"max":3}}"#, .notFinite), (#"{"score":{"scaled":"high"}}"#, .notANumber),
        (#"{"score":{"raw":1,"min":2,"max":1}}"#, .badMaximum),
    ]) func badScores(_ result: String, _ rule: FindingRule) throws {
        let read = try read("\n" + Self.statement("answered", "q", result))
        #expect(read.places(rule) == ["2:0"] && read.rejects.map(\.line) == [2] && read.log.events.isEmpty)
        #expect(read.findings.first { $0.rule == rule }?.columnHeader.hasPrefix("result.score") == true)
    }

    // MARK: Who

    @Test func actors() throws {
        func ids(_ actors: [String]) throws -> [String] {
            try read(
                actors.map { Self.statement("answered", "q", #"{"success":true}"#, actor: #""actor":\#($0)"#) }
                    .joined(separator: "\n")
            ).learnerIDs
        }
        let first = #"{"account":{"homePage":"http://a.example","name":"7"}}"#
        #expect(try ids([first, #"{"account":{"homePage":"http://a.example","name":"8"}}"#]) == ["7", "8"])
        // The same name at two places is two people.
        #expect(
            try ids([first, #"{"account":{"homePage":"http://b.example","name":"7"}}"#])
                == ["http://a.example|7", "http://b.example|7"])
        #expect(
            try ids([#"{"mbox_sha1sum":"ab12"}"#, #"{"openid":"http://o.example/x"}"#]) == [
                "ab12", "http://o.example/x",
            ])
        let refused = try read(
            Self.statement(
                "answered", "q", #"{"success":true}"#,
                actor: #""actor":{"objectType":"Group","mbox":"mailto:g@example.org"}"#)
                + "\n" + Self.statement("answered", "q", #"{"success":true}"#, actor: #""actor":{"name":"Zaphod"}"#)
                + "\n" + #"{"verb":{"id":"http://x/answered"},"object":{"id":"http://x/q"},"result":{"success":true}}"#
                + "\n" + #"{\#(Self.lea),"object":{"id":"http://x/q"}}"# + "\n"
                + #"{\#(Self.lea),"verb":{"id":"http://x/answered"},"object":{},"result":{"success":true}}"#)
        #expect(refused.places(.unknownLearner) == ["1:0"] && refused.places(.blankID) == ["2:0", "3:0"])
        #expect(refused.places(.badValue) == ["4:0"] && refused.places(.unnamedItem) == ["5:0"])
        #expect(refused.rejects.count == 5 && refused.log.events.isEmpty)
        #expect(!refused.findings.contains { $0.description.contains("Zaphod") })
    }

    // MARK: One answer, several statements

    /// The parts count and the whole does not, within the registration.
    @Test func partsAndWholes() throws {
        let right = #"{"success":true}"#
        let score = #"{"score":{"scaled":0.5}}"#
        let lines = [
            Self.statement(
                "answered", "quiz/1", right, at: "2026-02-03T10:00:00Z", more: parent("quiz", registration: "r1")),
            Self.statement("answered", "quiz/2", #"{"success":false}"#, more: parent("quiz", registration: "r1")),
            Self.statement(
                "completed", "quiz", score, at: "2026-02-03T10:01:00Z", more: #","context":{"registration":"r1"}"#),
            // Another attempt of which only the whole is told.
            Self.statement(
                "completed", "quiz", score, at: "2026-02-05T10:01:00Z", more: #","context":{"registration":"r2"}"#),
            // Somebody else, of whom only the whole is told.
            Self.statement("completed", "quiz", score, actor: Self.ben),
            // Whose parts say nothing of how it went.
            Self.statement("answered", "test/1", #"{"response":"a"}"#, more: parent("test")),
            Self.statement("completed", "test", score, more: parent("course")),
        ]
        let read = try read(lines.joined(separator: "\n"))
        #expect(read.score("lea@example.org", "http://example.org/quiz/1") == 1)
        #expect(read.score("lea@example.org", "http://example.org/quiz/2") == 0)
        #expect(read.log.events.count { $0.item == read.log.position(ofItem: "http://example.org/quiz") } == 2)
        #expect(read.score("7", "http://example.org/quiz") == 0.5)
        #expect(read.score("lea@example.org", "http://example.org/test") == 0.5)
        #expect(read.log.events.count == 5 && read.findingTotals[.mergedRows] == 1)
    }

    /// A grade that is earned sums up; alone it counts.
    @Test func earnedGrades() throws {
        let earned = Self.statement("earned", "section", #"{"score":{"scaled":0.9}}"#, more: parent("course"))
        let answer = Self.statement("answered", "q", #"{"success":true}"#, more: parent("course"))
        #expect(try read(earned).log.events.count == 1)
        #expect(try read(earned + "\n" + answer).itemIDs == ["http://example.org/q"])
    }

    /// One click told by statements of two kinds is one answer; the one with a score stays.
    @Test func oneClick() throws {
        let both = try read(
            Self.statement("passed", "q", #"{"success":true}"#) + "\n"
                + Self.statement("scored", "q", #"{"score":{"scaled":0.8}}"#, at: "2026-02-03T10:00:01Z"))
        #expect(both.log.events.map(\.score) == [0.8] && both.log.events[0].attempt == 0)
        // A day later it is another try.
        let later = try read(
            Self.statement("scored", "q", #"{"score":{"scaled":0.8}}"#, at: "2026-02-04T10:00:00Z") + "\n"
                + Self.statement("passed", "q", #"{"success":true}"#))
        #expect(later.log.events.map(\.score) == [1, 0.8] && later.log.events.map(\.attempt) == [1, 2])
    }

    @Test func voidedStatements() throws {
        let id = "6690E6C9-3ef0-4ed3-8b37-7f3964730bee"
        let void =
            #"{\#(Self.ben),"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"#
            + #""object":{"objectType":"StatementRef","id":"\#(id.lowercased())"}}"#
        let read = try read(
            Self.statement("answered", "q1", #"{"success":true}"#, id: id) + "\n" + void + "\n"
                + Self.statement("answered", "q2", #"{"success":true}"#, id: "b"))
        #expect(read.itemIDs == ["http://example.org/q2"] && read.learnerIDs == ["lea@example.org"])
    }

    @Test func theSameStatementTwice() throws {
        let line = Self.statement("answered", "q1", #"{"success":true}"#, id: "a")
        let read = try read(line + "\n" + line + "\n")
        #expect(read.log.events.count == 1 && read.counts.duplicatesDropped == 1)
    }

    // MARK: The rest

    @Test func durationsTimesAndAttempts() throws {
        let read = try read(
            [
                Self.statement("answered", "a", #"{"success":true,"duration":"PT1H2M3.5S"}"#),
                Self.statement(
                    "answered", "b", #"{"success":true,"duration":"P1DT1S"}"#, at: "2026-02-03T12:00:00+02:00"),
                Self.statement("answered", "c", #"{"success":true,"duration":"soon"}"#, at: "2026-02-03T10:00:00"),
                Self.statement(
                    "answered", "d", #"{"success":true}"#, at: "",
                    more: #","context":{"extensions":{"http://id.tincanapi.com/extension/attempt-id":3}}"#),
                Self.statement("answered", "e", #"{"success":true}"#, at: "yesterday"),
            ].joined(separator: "\n"))
        #expect(read.log.events.map(\.seconds) == [3723.5, 86_401, -1, -1, -1])
        #expect(read.log.events[0..<3].map(\.at) == [1_770_112_800, 1_770_112_800, 1_770_112_800])
        #expect(read.log.events[3].at.isNaN && read.log.events[3].attempt == 3)
        #expect(read.places(.badValue) == ["3:0"] && read.places(.badTime) == ["3:0", "5:0"])
        let zoned = try EvidenceReader.read(
            SourceFile(
                name: "x", bytes: Array(Self.statement("passed", "a", at: "2026-02-03T10:00:00").utf8)),
            options: ReadOptions(zone: TimeZoneRules(offset: 3600)))
        #expect(zoned.log.events.map(\.at) == [1_770_109_200] && zoned.findings.isEmpty)
    }

    /// Titles come in languages, and only some statements carry them.
    @Test func titles() throws {
        let read = try read(
            Self.statement("passed", "q") + "\n"
                + #"{\#(Self.ben),"verb":{"id":"http://x/passed"},"object":{"id":"http://example.org/q","#
                + #""definition":{"name":{"de":"Frage","en-US":"Question"}}}}"#)
        #expect(read.log.items.map(\.title) == ["Question"])
    }

    /// A verb without anything, and parts of statements by themselves.
    @Test func fragments() {
        for text in [
            #"{"objectType":"Activity","id":"http://x"}"#, #"{"objectType":"Agent","mbox":"mailto:a@b"}"#,
            #"{"score":{"scaled":0.95},"success":true}"#, #"{"id":"http://x","display":{"en":"did"}}"#,
            #"{"registration":"r","platform":"p"}"#, #"{"objectType":"Agent","account":{"name":"n"}}"#,
        ] {
            let error = refusal(text)
            #expect(
                error?.finding.rule == .wrongKindOfFile && error?.finding.message.contains("xAPI") == true, "\(text)")
        }
    }
}
