import Syncopate
import SyncopateFormats
import Testing

/// What stands in logs and is not what it looks like.
struct LogMeaningTests {
    /// Attempts are counted anew each time a problem is opened.
    @Test func viewsOfAProblem() throws {
        let header = "Anon Student Id\tProblem Name\tProblem View\tStep Name\tAttempt At Step\tOutcome\n"
        let read = try read(
            header + "S1\tp\t1\ts\t1\tCORRECT\nS1\tp\t2\ts\t1\tCORRECT\nS2\tp\t1\ts\t1\tCORRECT\n"
                + "S2\tp\t2\ts\t1\tINCORRECT\nS2\tp\t2\ts\t1\tINCORRECT\n")
        #expect(read.log.events.map(\.score) == [1, 1, 1, 0] && read.places(.duplicateEvent) == ["6:0"])
    }

    /// Spreadsheets quote cells with commas in them, R all cells, and a CSV those it has to.
    @Test(arguments: [
        "Anon Student Id\tProblem Name\tStep Name\tOutcome\tKC (M)\nS1\tp1\t\"x=\"\"3\"\", y\"\tCORRECT\t\"Add, carry\"\n",
        "\"Anon Student Id\"\t\"Problem Name\"\t\"Step Name\"\t\"Outcome\"\t\"KC (M)\"\n"
            + "\"S1\"\t\"p1\"\t\"x=\"\"3\"\", y\"\t\"CORRECT\"\t\"Add, carry\"\n",
        "Anon Student Id,Problem Name,Step Name,Outcome,KC (M)\nS1,p1,\"x=\"\"3\"\", y\",CORRECT,\"Add, carry\"\n",
    ])
    func quotes(_ text: String) throws {
        let read = try read(text)
        #expect(read.format == .dataShop && read.learnerIDs == ["S1"] && read.itemIDs == ["p1: x=\"3\", y"])
        #expect(read.log.items[0].skills.map(\.skill) == ["Add, carry"] && !read.hasErrors)
    }

    @Test func quotesThatEndTooEarly() throws {
        let read = try read("Anon Student Id,Problem Name,Step Name,Outcome\nS1,p,\"s\"x,CORRECT\nS1,p,t,CORRECT\n")
        #expect(read.itemIDs == ["p: t"] && read.rejects.map(\.rule) == [.textAfterQuote])
    }

    /// A quote that nobody doubled is a letter.
    @Test func quotesOfItsOwn() throws {
        let read = try read("Anon Student Id\tProblem Name\tStep Name\tOutcome\nS1\tp1\t\"a\" \"b\"\tCORRECT\n")
        #expect(read.itemIDs == ["p1: \"a\" \"b\""])
    }

    /// Whoever grades is the user of the context; the grade says whose it is.
    @Test func whoseGrade() throws {
        let read = try read(
            "{\"username\":\"staff\",\"event_type\":\"edx.grades.problem.submitted\",\"event_source\":\"server\","
                + "\"name\":\"edx.grades.problem.submitted\",\"time\":\"2024-01-05T10:00:00+00:00\","
                + "\"context\":{\"user_id\":9},\"event\":{\"user_id\":\"1\",\"problem_id\":\"ora1\",\"weighted_earned\":3,"
                + "\"weighted_possible\":5}}\n"
                + "{\"username\":\"staff\",\"event_type\":\"edx.grades.problem.rescored\",\"event_source\":\"server\","
                + "\"name\":\"edx.grades.problem.rescored\",\"time\":\"2024-01-05T10:00:00+00:00\","
                + "\"context\":{\"user_id\":9},\"event\":{\"user_id\":\"1\",\"problem_id\":\"ora1\"}}\n")
        #expect(read.learnerIDs == ["1"] && read.log.learners[0].name.isEmpty && read.log.events.map(\.score) == [0.6])
        #expect(read.findings.contains { $0.rule == .supersededEvent && $0.severity == .warning })
    }

    /// How somebody liked a course is not how they did.
    @Test(arguments: ["rated", "voted-up"]) func ratings(_ verb: String) throws {
        let read = try read(
            "{\"actor\":{\"mbox\":\"mailto:a@x.org\"},\"verb\":{\"id\":\"http://id.tincanapi.com/verb/\(verb)\"},"
                + "\"object\":{\"id\":\"http://c/course\"},\"result\":{\"score\":{\"raw\":2,\"min\":0,\"max\":5}}}\n")
        #expect(read.log.events.isEmpty && read.places(.notAnAnswer).count == 1)
    }

    /// What R, Python and databases write where there is no skill names none.
    @Test(arguments: ["NA", "NULL", "nan"]) func noSkill(_ word: String) throws {
        let read = try read(
            "order_id,user_id,problem_id,correct,hint_count,skill_name\n1,7,5,1,\(word),\(word)\n2,7,6,0,1,Add\n")
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [[], ["Add"]] && read.rejects.isEmpty)
    }

    @Test func pendingAPerson() throws {
        let read = try read(
            "<assessmentResult xmlns=\"http://www.imsglobal.org/xsd/imsqti_result_v2p1\"><context sourcedId=\"s\"/>"
                + "<itemResult identifier=\"i\" datestamp=\"2024-01-01T10:00:00Z\" sessionStatus=\"pendingExternalScoring\">"
                + "<outcomeVariable identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\" normalMaximum=\"4\">"
                + "<value>0</value></outcomeVariable></itemResult></assessmentResult>")
        #expect(read.log.events.map(\.status) == [.notYetGraded])
    }

    @Test func idsOfOneRoster() throws {
        let items =
            "sourcedId,status,title,classSourcedId,categorySourcedId,resultValueMin,resultValueMax\nL1,active,Q,C,K,0,10\n"
        let results = "sourcedId,status,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n"
        func read(_ id: String) throws -> ImportedEvidence {
            try EvidenceReader.read(
                SourceFile(
                    name: "set", bytes: [],
                    members: [
                        ArchiveMember(name: "lineItems.csv", bytes: Array(items.utf8)),
                        ArchiveMember(
                            name: "results.csv",
                            bytes: Array((results + "R1,active,L1,\(id),fully graded,8,2026-09-01\n").utf8)),
                    ]))
        }
        #expect(try read("\"=\"\"0123\"\"\"").learnerIDs == ["0123"])
        let damaged = try read("1.23457E+11")
        #expect(damaged.places(.damagedID) == ["2:4"] && damaged.findings.contains { $0.severity == .warning })
    }
}
