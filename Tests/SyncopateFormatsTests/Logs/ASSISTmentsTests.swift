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
