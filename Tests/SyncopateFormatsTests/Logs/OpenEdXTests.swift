import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Tracking logs made up after the documentation of Open edX.
struct OpenEdXTests {
    /// An event as the server logs it.
    private func event(
        _ name: String, _ payload: String, source: String = "server", user: String = "7", at: String = "10:00:00",
        title: String = "Dreams"
    ) -> String {
        #"{"name":"\#(name)","event_type":"\#(name)","event_source":"\#(source)","username":"","#
            + #""context":{"course_id":"c","user_id":\#(user),"module":{"display_name":"\#(title)"}},"#
            + #""event":\#(payload),"time":"2026-02-03T\#(at)+00:00"}"#
    }

    private func check(
        _ parts: [(String, String)], attempts: Int = 1, grade: String = #","grade":1,"max_grade":1"#,
        problem: String = "p"
    ) -> String {
        #"{"problem_id":"\#(problem)","attempts":\#(attempts)\#(grade),"correct_map":{"#
            + parts.map { #""\#($0.0)":{"correctness":"\#($0.1)","npoints":null,"queuestate":null}"# }
            .joined(separator: ",") + "}}"
    }

    private let prefix = "2026-02-03 10:00:00,000 INFO 27 [tracking] [user 7] [ip 10.0.0.1] logger.py:41 - "

    /// One click is told by five events, and is one answer.
    @Test(arguments: ["\n", "\r\n", "\r"]) func oneClick(_ end: String) throws {
        let lines = [
            event("/courses/c/xblock/p/handler/xmodule_handler/problem_check", #""{\"POST\": {}}""#),
            event("problem_check", #""input_p_2_1=choice_2""#, source: "browser"),
            event(
                "edx.grades.problem.submitted",
                #"{"problem_id":"p","user_id":"7","weighted_earned":1,"weighted_possible":1}"#
            ),
            event("problem_check", check([("p_2_1", "correct")], attempts: 3)),
            event("edx.problem.completed", #"{"problem_id":"p","weighted_earned":1,"weighted_possible":1}"#),
            event("problem_graded", #"["input_p_2_1=choice_2", "<div>{}</div>"]"#, source: "browser"),
        ]
        for prefix in ["", prefix] {
            let read = try read(lines.map { prefix + $0 }.joined(separator: end) + end)
            #expect(read.format == .openEdX)
            #expect(read.itemIDs == ["p_2_1"] && read.log.items[0].title == "Dreams")
            #expect(read.learnerIDs == ["7"] && read.log.events.map(\.score) == [1])
            #expect(read.log.events[0].attempt == 3 && read.log.events[0].at == 1_770_112_800)
            #expect(read.log.events[0].hints == -1)
            #expect(read.findingTotals == [.notAnAnswer: 1, .mergedRows: 1] && read.rejects.isEmpty)
        }
    }

    /// Each part of a problem is an item; the event may be a text.
    @Test func parts() throws {
        let payload = check([("p_2_1", "correct"), ("p_3_1", "incorrect")], grade: #","grade":1,"max_grade":2"#)
        let text = "\"" + payload.replacing("\"", with: "\\\"") + "\""
        for payload in [payload, text] {
            let read = try read(event("problem_check", payload))
            #expect(read.itemIDs == ["p_2_1", "p_3_1"] && read.log.events.map(\.score) == [1, 0])
            #expect(read.log.items.map(\.title) == ["Dreams, part 1", "Dreams, part 2"])
        }
    }

    /// A part without a name is the problem.
    @Test func aPartWithoutAName() throws {
        let read = try read(event("problem_check", check([("", "correct")])))
        #expect(read.itemIDs == ["p"] && read.log.events.map(\.score) == [1])
    }

    @Test func correctness() throws {
        let whole = try read(
            event("problem_check", check([("p_2_1", "partially-correct")], grade: #","grade":0.5,"max_grade":2"#)))
        #expect(whole.log.events.map(\.score) == [0.25])
        let worthless = try read(
            event("problem_check", check([("p_2_1", "incorrect")], grade: #","grade":0,"max_grade":0"#)))
        #expect(worthless.log.events.map(\.status) == [.hidden] && worthless.log.items[0].maximum == 0)
        let queued = try read(
            event(
                "problem_check",
                #"{"problem_id":"p","correct_map":{"p_2_1":{"correctness":"incorrect","queuestate":{"key":"k"}}}}"#))
        #expect(queued.log.events.map(\.status) == [.notYetGraded])
        let mapless = try read(event("problem_check", #"{"problem_id":"p","grade":3,"max_grade":4}"#))
        #expect(mapless.itemIDs == ["p"] && mapless.log.events.map(\.score) == [0.75])
    }

    /// Grades alone count, each click once.
    @Test func gradesAlone() throws {
        let grade = #"{"problem_id":"p","user_id":"7","weighted_earned":1,"weighted_possible":4"#
        let read = try read(
            [
                event("edx.grades.problem.submitted", grade + #","event_transaction_id":"t1"}"#),
                event("edx.problem.completed", grade + #","event_transaction_id":"t1"}"#, at: "10:00:01"),
                event("edx.grades.problem.submitted", grade + "}", at: "11:00:00"),
                event("edx.grades.problem.submitted", #"{"problem_id":"z","weighted_earned":0,"weighted_possible":0}"#),
            ].joined(separator: "\n"))
        #expect(read.log.events.map(\.status) == [.scored, .hidden, .scored])
        #expect(read.score("7", "p") == 0.25 && read.findingTotals[.mergedRows] == 1)
    }

    /// Hints go with the next answer to the problem, to each of its parts, and are unknown where the log has none.
    @Test func hints() throws {
        let hint = event(
            "edx.problem.hint.demandhint_displayed", #"{"module_id":"p","hint_index":0}"#, at: "09:00:00")
        let read = try read(
            [
                event("problem_check", check([("p_2_1", "incorrect"), ("p_3_1", "correct")]), at: "10:00:00"), hint,
                hint,
                event("showanswer", #"{"problem_id":"p"}"#, at: "10:30:00"),
                event("problem_show", #"{"problem":"p"}"#, source: "browser", at: "10:30:00"),
                event(
                    "problem_check", check([("p_2_1", "correct"), ("p_3_1", "correct")], attempts: 2), at: "11:00:00"),
                event("problem_check", check([("q_2_1", "correct")], problem: "q"), at: "12:00:00"),
            ].joined(separator: "\n"))
        #expect(read.log.events.map(\.hints) == [2, 2, 1, 1, 0])
    }

    @Test func errors() throws {
        let good = event("problem_check", check([("p_2_1", "correct")]))
        let read = try read(
            [
                prefix + good, prefix + String(good.prefix(100)), prefix + "no object",
                prefix + event("problem_check", check([("x_2_1", "perhaps")], problem: "x")),
                prefix + event("problem_check", check([("p_2_1", "correct")]), user: "null"),
                prefix + event("problem_check", #"{"correct_map":{}}"#, title: ""),
                prefix + event("problem_check", check([("p_2_1", "correct")], attempts: -1, grade: #","grade":-1"#)),
                prefix + event("problem_check", "\"cut {\""),
            ].joined(separator: "\n"))
        #expect(read.findings.filter { $0.rule == .brokenJSON }.map(\.line) == [2, 3, 8])
        #expect(read.places(.unknownStatus) == ["4:0"] && read.places(.blankID) == ["5:0"])
        #expect(read.places(.unnamedItem) == ["6:0"] && read.places(.negativeScore) == ["7:0"])
        #expect(read.rejects.map(\.line) == [2, 3, 5, 6, 7, 8] && read.counts.scored == 1)
        // A reject is the whole line, with what stands before the object.
        #expect(read.rejects[0].bytes.starts(with: Array(prefix.utf8)))
    }
}
