import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// What looks alike and is not: nobody's answer may take the place of another's.
struct MistakenIdentityTests {
    /// An id of an event that is used again for another learner or item is not the same event.
    @Test func idsCountedAnew() throws {
        let text = "learner,item,score,max,event_id\na,q,1,2,e1\nb,q,0,2,e1\na,r,2,2,e1\nb,q,0,2,e1\nb,q,1,2,e1\n"
        let read = try read(text)
        #expect(read.score("a", "q") == 0.5 && read.score("a", "r") == 1)
        // The last row corrects the second; the fourth says the same.
        #expect(read.score("b", "q") == 0.5 && read.log.events.count == 3)
        #expect(read.places(.duplicateEvent) == ["3:0", "4:0", "5:0"])
        #expect(read.places(.supersededEvent) == ["6:0"])
        #expect(read.findings.first?.severity == .warning)
    }

    /// The same bytes within quotes and without are different texts.
    @Test func doubledQuotes() throws {
        let read = try read("learner,item,score\n\"a \"\"x\"\"\",q,1\na \"\"x\"\",q,0\n\"a \"\"x\"\"\",\"r \"\"\",1\n")
        #expect(read.learnerIDs == ["a \"x\"", "a \"\"x\"\""])
        #expect(read.log.events.map(\.score) == [1, 0, 1])
    }

    /// Numbers of order of ASSISTments are counted anew from file to file.
    @Test func ordersCountedAnew() throws {
        let read = try read(
            """
            order_id,user_id,problem_id,correct,hint_count,skill_name
            1,u1,p1,1,2.0,Add
            1,u1,p2,0,1,Sub
            2,u1,p3,1,,Add
            2,u2,p3,0,,Mul
            3,u1,p4,1,,Add
            3,u1,p4,0,,Add
            4,u1,p5,1,0,Add, mixed

            """)
        #expect(read.log.events.map(\.score) == [1, 0, 1, 0, 1])
        #expect(read.log.events.map(\.hints) == [2, 1, -1, -1, -1])
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [["Add"], ["Sub"], ["Add"], ["Add"]])
        #expect(read.places(.badValue) == ["7:4"] && read.places(.raggedRow) == ["8:7"])
    }

    @Test func questionsOfOneName() throws {
        let read = try read(
            "Timestamp,Email Address,Score,Q1,Q1 [Score],Q1 [Feedback],Q1,Q1 [Score]\n"
                + "2026-02-03 10:00:00,a@x.org,1 / 2,x,1 / 1,,y,0 / 1\n",
            ReadOptions(zone: .utc))
        #expect(read.log.events.map(\.score) == [1, 0] && read.log.items.count == 2)
        #expect(read.places(.similarColumns) == ["1:8"])
    }

    /// A failure and a success within seconds are two answers.
    @Test func aFailureIsNotTheSuccessAfterIt() throws {
        func statement(_ id: Int, _ second: Int, _ verb: String, _ result: String) -> String {
            "{\"id\":\"s\(id)\",\"actor\":{\"mbox\":\"mailto:a@x.org\"},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/\(verb)\"},"
                + "\"object\":{\"id\":\"http://x.org/q\"},\"result\":\(result),\"timestamp\":\"2026-02-03T10:00:0\(second)Z\"}\n"
        }
        let read = try read(
            statement(1, 0, "answered", "{\"success\":false}") + statement(2, 9, "passed", "{\"score\":{\"scaled\":1}}")
        )
        #expect(read.log.events.map(\.score) == [0, 1] && read.log.events.map(\.attempt) == [1, 2])
    }

    @Test func attemptsOfTransactions() throws {
        let read = try read(
            "Anon Student Id\tTime\tTime Zone\tProblem Name\tStep Name\tAttempt At Step\tOutcome\n"
                + "a\t2026-02-03 10:00:00\tUTC\tp\ts\t1.0\tINCORRECT\n"
                + "a\t2026-02-03 10:00:00\tUTC\tp\ts\t2.0\tINCORRECT\n"
                + "a\t2026-02-03 10:00:01\tUTC\tp\ts\t99999999999\tCORRECT\n")
        #expect(read.log.events.map(\.attempt) == [1, 2])
        #expect(read.places(.badAttempt) == ["4:6"])
    }

    /// What a message quotes of a cell goes where learners are hidden.
    @Test func aNameInAMessage() throws {
        let read = try read("learner,item,score\nid7,Secret Name,5\n")
        #expect(read.findings.contains { $0.message.contains("Secret Name") })
        #expect(!read.findings.map(Pseudonyms.hide).contains { $0.description.contains("Secret Name") })
    }
}
