import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Problem logs made up after the shape of those ASSISTments has published.
struct ASSISTmentsTests {
    private static let log = """
        order_id,assignment_id,user_id,problem_id,original,correct,attempt_count,ms_first_response,hint_count,skill_name
        31,9,71,p1,1,1,1,4500,0,Area
        30,9,71,p2,1,0,3,-20,2,Perimeter
        31,9,71,p1,1,1,1,4500,0,Perimeter
        32,9,72,p1,1,0.5,1,900,,
        33,9,72,p2,1,maybe,1,900,0,Area
        34,9,,p2,1,1,1,900,0,Area
        first,9,72,p2,1,1,1,900,0,Area

        """

    @Test(arguments: ["\n", "\r\n", "\r"]) func answers(_ end: String) throws {
        let read = try read(Self.log.split(separator: "\n").joined(separator: end) + end)
        #expect(read.format == .assistments && read.learnerIDs == ["71", "72"] && read.itemIDs == ["p1", "p2"])
        // One answer of two skills is one event; what came first is by order.
        #expect(read.log.events.map(\.score) == [0, 1, 0.5])
        #expect(read.log.items[0].skills.map(\.skill) == ["Area", "Perimeter"])
        #expect(read.log.events.map(\.hints) == [2, 0, -1])
        // A duration below zero says nothing.
        #expect(read.log.events.map(\.seconds) == [-1, 4.5, 0.9])
        #expect(read.places(.notANumber) == ["6:6"] && read.places(.blankID) == ["7:3"])
        #expect(read.places(.badValue) == ["8:1"])
        #expect(read.rejects.map(\.line) == [6, 7, 8])
    }

    /// Published files are Latin 1, which is said and then stated.
    @Test func latin1() throws {
        let bytes =
            Array("order_id,user_id,problem_id,correct,skill_name\n1,71,p1,1,Caf".utf8) + [0xE9] + Array("\n".utf8)
        let error = refusal(bytes)
        #expect(error?.finding.rule == .notUTF8 && error?.finding.line == 2)
        #expect(error?.finding.remedy.contains("--encoding") == true)
        let read = try EvidenceReader.read(
            SourceFile(name: "f", bytes: bytes), options: ReadOptions(encoding: .latin1))
        #expect(read.log.items[0].skills.map(\.skill) == ["Café"])
    }

    @Test func timesOfOtherYears() throws {
        let read = try read(
            "problem_log_id,skill,problem_id,user_id,start_time,correct\n7,Area,p1,71,2012-09-28 15:11:27,1\n")
        #expect(read.log.events[0].at == 1_348_845_087)
        #expect(read.findingTotals[.badTime] == 1 && !read.hasErrors)
    }

    /// A cell names one skill, whatever is in its name; several skills are several rows.
    @Test func commasInSkills() throws {
        let read = try read(
            "order_id,user_id,problem_id,correct,skill_name\n1,71,p1,1,\"Operations +,-,/,* () reals\"\n"
                + "1,71,p1,1,\"Angles - Obtuse, Acute, and Right\"\n2,71,p2,0,\"Operations +,-,/,* () reals\"\n")
        #expect(
            read.log.items.map { $0.skills.map(\.skill) } == [
                ["Operations +,-,/,* () reals", "Angles - Obtuse, Acute, and Right"], ["Operations +,-,/,* () reals"],
            ])
        #expect(read.log.events.map(\.score) == [1, 0] && read.findings.isEmpty)
    }

    /// Times as a spreadsheet leaves them, by what the column tells; of one that is none it is said.
    @Test func timesOfSpreadsheets() throws {
        func log(_ times: String...) -> String {
            "problem_log_id,skill,problem_id,user_id,correct,start_time\n"
                + times.enumerated().map { "\($0),x,p\($0),5,1,\($1)\n" }.joined()
        }
        let told = try read(log("9/8/2012 15:11:27", "9/28/2012 15:11:27", "garbage", "2012-09-28 15:11:27.5"))
        #expect(told.event("5", "p0")?.at == 1_347_117_087 && told.event("5", "p1")?.at == 1_348_845_087)
        #expect(told.event("5", "p2")?.at.isNaN == true && told.event("5", "p3")?.at == 1_348_845_087.5)
        #expect(told.places(.badTime) == ["2:6", "4:6"] && told.log.events.count == 4 && !told.hasErrors)
        #expect(told.findings.first { $0.line == 4 }?.severity == .warning)
        #expect(told.findings.first { $0.line == 4 }?.excerpt == "garbage")
        let open = try read(log("9/8/2012 15:11:27"))
        #expect(open.log.events[0].at.isNaN && open.places(.badTime) == ["2:6"])
    }

    /// The actions of 2017 have names of their own; a request for a hint is no answer.
    @Test func actions() throws {
        let read = try read(
            """
            studentId,InferredGender,action_num,skill,problemId,startTime,endTime,timeTaken,correct,original,hint,hintCount
            8,,12,area,86,1096470301,1096470350,49,0,1,1,1
            8,,13,area,86,1096470350,1096470360,10.5,1,1,0,1
            9,,12,area,86,1096470301,1096470350,49,0,1,0,0

            """)
        #expect(read.format == .assistments && read.learnerIDs == ["8", "9"] && read.itemIDs == ["86"])
        #expect(read.log.events.map(\.score) == [1, 0] && read.log.events.map(\.seconds) == [10.5, 49])
        #expect(read.log.events[0].at == 1_096_470_350 && read.log.events.map(\.hints) == [1, 0])
        #expect(read.log.items[0].skills.map(\.skill) == ["area"])
        #expect(read.places(.notAnAnswer) == ["1:11"] && read.findingTotals == [.notAnAnswer: 1])
    }

    /// Later publications are known, and it is said what they lack.
    @Test func publicationsThatAreNotRead() {
        let cup = refusal("assignment_log_id,timestamp,problem_id,action\nA,1599150990.0,P,correct_response\n")
        #expect(cup?.finding.rule == .wrongKindOfFile && cup?.finding.message.contains("names no learner") == true)
        let newer = refusal(
            "user_xid,problem_id,problem_log_id,discrete_score,start_time\n2,3,4,1,2020-03-19T11:12:00Z\n")
        #expect(newer?.finding.rule == .wrongKindOfFile && newer?.finding.remedy.contains("user_xid") == true)
    }

    @Test func aColumnIsMissing() {
        let error = refusal("order_id,user_id,correct\n1,2,1\n")
        #expect(error?.finding.rule == .missingColumn && error?.finding.line == 1)
    }

    @Test(.enabled(if: SharedFolder.has("fixtures/assistments"))) func fixture() throws {
        let name = "fixtures/assistments/skill_builder_data_test_snippet.csv"
        let read = try EvidenceReader.read(SourceFile(name: name, bytes: try SharedFolder.bytes(name)))
        #expect(read.counts.scored == read.log.events.count && !read.hasErrors)
        #expect(read.log.events.map(\.score) == [0, 1, 1] && read.learnerIDs == ["student_a", "student_b"])
    }
}
