import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Submissions made up after the documentation of Canvas's API.
struct CanvasSubmissionsTests {
    private func submission(
        _ fields: String, item: Int = 1, user: String = "7",
        assignment: String = #"{"name":"Essay","points_possible":10}"#
    ) -> String {
        #"{"id":\#(item),"assignment_id":\#(item),"user_id":\#(user),"assignment":\#(assignment),\#(fields)}"#
    }

    /// Every kind of blank, and scores that are none.
    @Test(arguments: [
        (#""workflow_state":"graded","score":8.0,"submitted_at":"2026-02-03T10:00:00Z""#, Status.scored),
        (#""workflow_state":"graded","score":0.0,"missing":false"#, .scored),
        (#""workflow_state":"graded","score":null,"excused":true"#, .excused),
        (#""workflow_state":"unsubmitted","score":null,"missing":true"#, .missing),
        (#""workflow_state":"graded","score":0.0,"missing":true,"late_policy_status":"missing""#, .missing),
        (#""workflow_state":"unsubmitted","assignment_visible":false"#, .notAssigned),
        (#""workflow_state":"unsubmitted","attempt":1,"submitted_at":null"#, .inProgress),
        (
            #""workflow_state":"submitted","score":null,"attempt":1,"submitted_at":"2026-02-03T10:00:00Z""#,
            .notYetGraded
        ),
        (#""workflow_state":"pending_review","score":3.0"#, .notYetGraded),
        // Points that a policy gave for what nobody handed in; and a zero for what somebody did.
        (#""workflow_state":"graded","score":2.0,"missing":true,"submitted_at":null"#, .missing),
        (#""workflow_state":"graded","score":2.0,"late_policy_status":"missing""#, .missing),
        (#""workflow_state":"graded","score":2.0,"missing":true,"submitted_at":"2026-02-03T10:00:00Z""#, .scored),
        (#""workflow_state":"graded","score":null,"grade":null,"posted_at":null"#, .hidden),
        (#""workflow_state":"unsubmitted","score":null,"missing":false"#, .unknownBlank),
    ]) func statuses(_ fields: String, _ status: Status) throws {
        let read = try read("[\(submission(fields))]")
        #expect(read.format == .canvasSubmissions)
        #expect(read.log.events.map(\.status) == [status], "\(fields)")
        #expect(!read.hasErrors)
    }

    @Test func anExport() throws {
        let user =
            #","user":{"id":7,"name":"Lea Hart","sortable_name":"Hart, Lea","sis_user_id":"s7","login_id":"lea"}"#
        let text =
            "["
            + submission(
                #""workflow_state":"graded","score":8,"late":true,"attempt":2,"submitted_at":"2026-02-03T10:00:00Z""#
                    + user)
            + ","
            + submission(
                #""workflow_state":"graded","score":12"#, item: 2,
                assignment: #"{"name":"Quiz","points_possible":10,"due_at":"2026-02-03T10:00:00Z"}"#)
            + ","
            + submission(
                #""workflow_state":"graded","score":0"#, item: 3, assignment: #"{"name":"Survey","points_possible":0}"#)
            + "," + submission(#""workflow_state":"graded","score":1,"user":{"name":"Test Student"}"#, user: "99") + "]"
        let read = try read(text)
        #expect(read.learnerIDs == ["7"] && read.log.learners[0].name == "Hart, Lea")
        #expect(read.accounts == [CanvasAccount(canvasID: "7", sisID: "s7", login: "lea")])
        #expect(
            read.log.items.map(\.title) == ["Essay", "Quiz", "Survey"] && read.log.items.map(\.maximum) == [10, 10, 0])
        #expect(read.log.items[1].due == 1_770_112_800)
        #expect(read.log.events.map(\.status) == [.scored, .scored, .hidden])
        #expect(read.score("7", "1") == 0.8 && read.score("7", "2") == 1.2)
        #expect(read.event("7", "1")?.attempt == 2 && read.event("7", "1")?.at == 1_770_112_800)
        #expect(read.findingTotals[.testStudent] == 1 && read.findingTotals[.extraCredit] == 1)
    }

    /// Grouped by student; a fault inside is found where it stands, and only that is lost.
    @Test func grouped() throws {
        let text = """
            [{"user_id":7,"section_id":5,"sis_user_id":"s7","submissions":[
            {"id":1,"assignment_id":1,"user_id":7,"workflow_state":"graded","score":1,"assignment":{"points_possible":2}},
            {"id":2,"assignment_id":2,"user_id":7,"workflow_state":"strange"},
            {"id":3,"assignment_id":3,"user_id":7,"workflow_state":"submitted"}]},
            {"user_id":8,"section_id":5,"submissions":[]}]
            """
        let read = try read(text)
        #expect(read.log.events.map(\.status) == [.scored, .notYetGraded] && read.log.learners[0].section == "5")
        #expect(read.places(.unknownStatus) == ["3:0"] && read.rejects.map(\.line) == [3])
        #expect(String(decoding: read.rejects[0].bytes, as: UTF8.self).hasPrefix(#"{"id":2"#))
        #expect(read.accounts.map(\.sisID) == ["s7"])
    }

    /// Earlier attempts are evidence too.
    @Test func history() throws {
        let read = try read(
            "["
                + submission(
                    #""workflow_state":"graded","score":9,"attempt":2,"submitted_at":"2026-02-04T10:00:00Z","submission_history":["#
                        + #"{"attempt":1,"score":4,"workflow_state":"graded","submitted_at":"2026-02-03T10:00:00Z"},"#
                        + #"{"attempt":2,"score":9,"workflow_state":"graded","submitted_at":"2026-02-04T10:00:00Z"}]"#)
                + "]")
        #expect(read.log.events.map(\.score) == [0.4, 0.9] && read.log.events.map(\.attempt) == [1, 2])
    }

    @Test func wordsAndMaxima() throws {
        let words = submission(#""workflow_state":"graded","score":null,"grade":"B""#)
        #expect(try read("[\(words)]").log.events.map(\.status) == [.hidden])
        let scaled = try read("[\(words)]", ReadOptions(scale: GradeScale(["b": 0.85])))
        #expect(scaled.log.events.map(\.score) == [0.85])
        let bare = #"[{"id":1,"assignment_id":1,"user_id":7,"workflow_state":"graded","score":8}]"#
        let unknown = try read(bare)
        #expect(unknown.log.events.map(\.status) == [.hidden] && unknown.findingTotals[.maximumMissing] == 1)
        #expect(try read(bare, ReadOptions(maximum: 10)).log.events.map(\.score) == [0.8])
    }

    @Test func errors() throws {
        let read = try read(
            """
            [{"id":1,"assignment_id":1,"anonymous_id":"x","workflow_state":"graded","score":1},
            {"id":2,"user_id":7,"workflow_state":"graded","score":1},
            {"id":3,"assignment_id":1,"user_id":7,"workflow_state":"graded","score":-1},
            {"id":4,"assignment_id":1,"user_id":7,"workflow_state":"graded","score":1e999},
            {"id":5,"assignment_id":1,"user_id":7,"workflow_state":"graded","score":1,"submitted_at":"soon"}]
            """)
        #expect(read.places(.blankID) == ["1:0"] && read.places(.unnamedItem) == ["2:0"])
        #expect(read.places(.negativeScore) == ["3:0"] && read.places(.notFinite) == ["4:0"])
        #expect(read.places(.badTime) == ["5:0"] && read.log.events.isEmpty && read.rejects.count == 5)
    }

    /// Work that was handed in again waits for its grade; the score it carries is an earlier attempt's.
    @Test(arguments: [#""grade_matches_current_submission":false,"#, ""]) func handedInAgain(_ flag: String) throws {
        let state =
            #""workflow_state":"submitted","attempt":2,"score":4,\#(flag)"graded_at":"2026-02-04T10:00:00Z","#
            + #""submitted_at":"2026-02-05T10:00:00Z""#
        let bare = try read("[" + submission(state) + "]")
        #expect(bare.log.events.map(\.status) == [.scored, .notYetGraded] && bare.log.events.map(\.attempt) == [1, 2])
        #expect(bare.log.events[0].score == 0.4 && bare.log.events.map(\.at) == [1_770_199_200, 1_770_285_600])
        // With its history each attempt has what is its own.
        let told = try read(
            "["
                + submission(
                    state + #","submission_history":["#
                        + #"{"attempt":1,"score":4,"workflow_state":"graded","grade_matches_current_submission":true,"#
                        + #""submitted_at":"2026-02-03T10:00:00Z"},"#
                        + #"{"attempt":2,"score":4,"workflow_state":"submitted","grade_matches_current_submission":false,"#
                        + #""submitted_at":"2026-02-05T10:00:00Z"}]"#) + "]")
        #expect(told.log.events.map(\.status) == [.scored, .notYetGraded] && told.log.events.map(\.attempt) == [1, 2])
        #expect(told.log.events.map(\.at) == [1_770_112_800, 1_770_285_600])
        // Of three attempts it is not known whose the score is, only that it is not the last one's.
        let third = try read("[" + submission(state.replacing(#""attempt":2"#, with: #""attempt":3"#)) + "]")
        #expect(
            third.log.events.map(\.attempt) == [0, 3] && third.log.events.map(\.status) == [.scored, .notYetGraded])
    }

    /// Points are no shares, however few.
    @Test func fewPoints() throws {
        let text = """
            [{"id":1,"assignment_id":1,"user_id":7,"workflow_state":"graded","score":1},
            {"id":2,"assignment_id":1,"user_id":8,"workflow_state":"graded","score":0.5}]
            """
        let found = try read(text)
        #expect(found.log.events.map(\.status) == [.hidden, .hidden] && found.places(.maximumMissing) == ["1:0"])
        #expect(try read(text, ReadOptions(maximum: 4)).log.events.map(\.score) == [0.25, 0.125])
    }

    /// Answers of several pages in one file, each a list.
    @Test(arguments: ["[[%],[@]]", "[[%],\n[@]]", "[[%]\n,[@]]\n", "[%]\n[@]"]) func pages(_ shape: String) throws {
        let first = submission(#""workflow_state":"graded","score":8"#)
        let second = submission(#""workflow_state":"graded","score":6"#, item: 2, user: "8")
        let found = try read(shape.replacing("%", with: first).replacing("@", with: second))
        #expect(found.format == .canvasSubmissions && found.learnerIDs == ["7", "8"] && !found.hasErrors)
        #expect(found.log.events.map(\.score) == [0.8, 0.6])
        // A page has no pages.
        let broken = try read("[[\(first),[\(second)]]]")
        #expect(broken.log.events.count == 1 && broken.findingTotals[.brokenJSON] == 1)
    }

    /// The test student in other languages: by name, or by its login where others have ordinary ones.
    @Test func testStudents() throws {
        func one(_ id: Int, _ name: String, _ login: String) -> String {
            submission(
                #""workflow_state":"graded","score":8,"user":{"id":\#(id),"name":"\#(name)","login_id":"\#(login)"}"#,
                user: "\(id)")
        }
        let login = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"
        let named = try read("[" + one(4, #"Teststudierende\\*r"#, "x") + "," + one(5, "Étudiant test", "y") + "]")
        #expect(named.log.events.isEmpty && named.findingTotals[.testStudent] == 1)
        let told = try read("[" + one(4, "Uji", login) + "," + one(5, "Lea Hart", "lea") + "]")
        #expect(told.learnerIDs == ["5"] && told.findingTotals[.testStudent] == 1)
        // Where all logins are kept secret so, they tell nothing.
        let secret = try read("[" + one(4, "A", login) + "," + one(5, "B", String(login.reversed())) + "]")
        #expect(secret.learnerIDs == ["4", "5"] && secret.findingTotals[.testStudent] == nil)
    }
}
