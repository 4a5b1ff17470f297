import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Parts of problems and who answered them, made up after what the server of Open edX logs.
struct OpenEdXPartTests {
    private func check(
        _ map: String, grade: String = "", user: String = #","user_id":7"#, name: String = "bob", problem: String = "p",
        at: String = "10:00:00"
    ) -> String {
        #"{"username":"\#(name)","event_type":"problem_check","event_source":"server","#
            + #""context":{"course_id":"c","module":{"display_name":"Dreams"}\#(user)},"#
            + #""event":{"problem_id":"\#(problem)"\#(grade),"correct_map":{\#(map)}},"time":"2026-02-03T\#(at)+00:00"}"#
    }

    private func part(_ id: String, _ word: String, _ points: String = "null") -> String {
        #""\#(id)":{"correctness":"\#(word)","npoints":\#(points)}"#
    }

    /// Points are what was earned, whatever the word.
    @Test(
        arguments: [
            ("correct", "40", #","grade":40,"max_grade":100"#, 0.4),
            ("correct", "0", #","grade":0,"max_grade":100"#, 0),
            ("incorrect", "0.7", #","grade":0.7,"max_grade":1"#, 0.7),
            ("partially-correct", "1", #","grade":1,"max_grade":4"#, 0.25),
            ("unknown", "true", #","grade":1,"max_grade":1"#, 1), ("unknown", "0.5", #","max_grade":1"#, 0.5),
            ("correct", "null", #","grade":1,"max_grade":1"#, 1), ("correct", "1", "", 1), ("correct", "0", "", 0),
        ])
    func points(_ word: String, _ points: String, _ grade: String, _ score: Double) throws {
        let read = try read(check(part("p_2_1", word, points), grade: grade))
        #expect(read.log.events.map(\.score) == [score] && read.findings.isEmpty, "\(read.findings)")
    }

    /// Points of nobody knows how many say nothing.
    @Test func noMaximum() throws {
        for (word, points) in [("correct", "40"), ("correct", "0.4"), ("partially-correct", "0.5")] {
            let read = try read(check(part("p_2_1", word, points)))
            #expect(read.log.events.map(\.status) == [.hidden] && read.findingTotals == [.maximumMissing: 1])
        }
        // A part with more than an even share: what any of them is worth is not known, but nothing is nothing.
        let uneven = try read(
            check(
                part("p_2_1", "correct", "3") + "," + part("p_3_1", "incorrect", "0"),
                grade: #","grade":3,"max_grade":4"#
            ))
        #expect(uneven.log.events.map(\.status) == [.hidden, .scored] && uneven.log.events[1].score == 0)
        // A right answer that earns less than an even share shows as much.
        let less = try read(
            check(
                part("p_2_1", "partially-correct", "1") + "," + part("p_3_1", "correct", "1"),
                grade: #","grade":2,"max_grade":3"#))
        #expect(less.log.events.map(\.status) == [.hidden, .hidden] && less.findingTotals == [.maximumMissing: 2])
        let even = try read(
            check(
                part("p_2_1", "correct", "2") + "," + part("p_3_1", "partially-correct", "1"),
                grade: #","grade":3,"max_grade":4"#))
        #expect(even.log.events.map(\.score) == [1, 0.5])
    }

    /// A part that cannot be read leaves the others of the click alone.
    @Test func partsThatAreNotRead() throws {
        let read = try read(
            check(
                part("p_2_1", "correct") + "," + part("p_3_1", "unknown") + "," + part("p_4_1", "perhaps") + ","
                    + part("p_5_1", "correct", "-1") + "," + part("p_6_1", "incorrect")))
        #expect(read.log.events.map(\.status) == [.scored, .unknownBlank, .unknownBlank, .hidden, .scored])
        #expect(read.log.events[0].score == 1 && read.log.events[4].score == 0)
        #expect(read.places(.unknownStatus) == ["1:0"] && read.places(.badValue) == ["1:0"] && !read.hasErrors)
        #expect(read.findings.first { $0.rule == .unknownStatus }?.excerpt == "perhaps")
        #expect(read.findings.first { $0.rule == .badValue }?.columnHeader == "npoints")
    }

    /// Which part is the first the number in its id says, not the place in the map.
    @Test func orderOfParts() throws {
        let read = try read(
            check(["p_10_1", "p_4_1", "p_2_2", "p_2_1"].map { part($0, "correct") }.joined(separator: ",")))
        #expect(read.itemIDs == ["p_2_1", "p_2_2", "p_4_1", "p_10_1"])
        #expect(read.log.items.map(\.title) == (1...4).map { "Dreams, part \($0)" })
        let unnumbered = try SyncopateFormatsTests.read(check(part("b", "correct") + "," + part("a", "correct")))
        #expect(unnumbered.itemIDs == ["b", "a"])
    }

    /// Whose only the name is known is whoever has it elsewhere in the log, earlier or later.
    @Test func namesAndIDs() throws {
        func one(_ problem: String, _ user: String, _ name: String) -> String {
            check(part(problem + "_2_1", "correct"), user: user, name: name, problem: problem)
        }
        let read = try read(
            [
                one("p", "", "bob"), one("q", #","user_id":7"#, "bob"), one("r", #","user_id":null"#, "bob"),
                one("s", "", "eve"), one("t", #","user_id":8"#, "amy"), one("u", #","user_id":9"#, "amy"),
                one("v", "", "amy"),
            ].joined(separator: "\n"))
        #expect(read.learnerIDs == ["7", "eve", "8", "9", "amy"])
        #expect(read.log.learners.map(\.name) == ["bob", "", "amy", "amy", ""])
        #expect(read.log.events.count { $0.learner == 0 } == 3)
    }

    /// Lines of comments in a log are passed over, even where an object stands in them.
    @Test func comments() throws {
        let line = check(part("p_2_1", "correct"))
        let read = try read(
            "\(line)\n# {\"event_type\":\"problem_check\"}\n#\n\(check(part("q_2_1", "incorrect"), problem: "q"))\n")
        #expect(read.log.events.map(\.score) == [1, 0] && read.rejects.isEmpty)
        #expect(read.findingTotals == [.notAnAnswer: 1] && read.places(.notAnAnswer) == ["2:0"])
    }
}
