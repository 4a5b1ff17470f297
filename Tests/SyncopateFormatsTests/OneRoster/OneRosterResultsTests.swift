import Syncopate
import SyncopateFormats
import Testing

/// Results of OneRoster sets that contradict each other, or say less than is needed.
struct OneRosterResultsTests {
    private func read(
        _ rows: String..., range: String = "0,20", header: String = "", options: ReadOptions = ReadOptions()
    ) throws -> ImportedEvidence {
        let tables = [
            "lineItems.csv":
                "sourcedId,status,dateLastModified,title,resultValueMin,resultValueMax\nl1,active,,Proofs,\(range)\n"
                + "l2,active,,Essay,0,4\n",
            "results.csv":
                "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\(header)\n"
                + rows.map { $0 + "\n" }.joined(),
        ]
        return try EvidenceReader.read(
            SourceFile(
                name: "set", bytes: [], members: tables.map { ArchiveMember(name: $0, bytes: Array($1.utf8)) }),
            options: options)
    }

    /// Of two results of a student on a line item the one that was changed last counts, wherever it stands.
    @Test func theLatestCounts() throws {
        let early = "r1,active,2026-01-03T08:00:00Z,l1,u1,fully graded,17,2026-01-09T00:00:00Z"
        let late = "r2,active,2026-01-04T08:00:00Z,l1,u1,fully graded,18,2026-01-02T00:00:00Z"
        for (rows, line) in [([early, late], 3), ([late, early], 2)] {
            let read = try read(rows[0], rows[1], "r3,active,,l2,u1,fully graded,3,2026-01-02T00:00:00Z")
            #expect(read.score("u1", "l1") == 0.9 && read.log.events.count == 2)
            #expect(read.places(.supersededEvent) == ["\(line):0"] && !read.hasErrors)
            #expect(read.findings.first { $0.rule == .supersededEvent }?.file == "set/results.csv")
        }
    }

    /// Without the date of the change that of the score tells, and without either the row.
    @Test func theLatestByOtherMeans() throws {
        let dated = try read(
            "r1,active,,l1,u1,fully graded,18,2026-01-04T00:00:00Z",
            "r2,active,,l1,u1,fully graded,17,2026-01-03T00:00:00Z")
        #expect(dated.log.events.map(\.score) == [0.9] && dated.findingTotals[.supersededEvent] == 1)
        let undated = try read("r1,active,,l1,u1,fully graded,18,", "r2,active,,l1,u1,fully graded,17,")
        #expect(undated.log.events.map(\.score) == [0.85] && undated.places(.supersededEvent) == ["3:0"])
        // The same under another id is the same.
        let same = try read("r1,active,,l1,u1,fully graded,18,", "r2,active,,l1,u1,fully graded,18,")
        #expect(same.log.events.count == 1 && same.counts.duplicatesDropped == 1 && !same.hasErrors)
    }

    /// A point of nobody knows how many is no share of all there is.
    @Test func noMaximum() throws {
        let read = try read("r1,active,,l1,u1,fully graded,1,", range: ",")
        #expect(read.status("u1", "l1") == .hidden && read.findingTotals == [.maximumMissing: 1])
        #expect(read.findings.first?.remedy.contains("resultValueMax") == true)
        let stated = try self.read("r1,active,,l1,u1,fully graded,1,", range: ",", options: ReadOptions(maximum: 4))
        #expect(stated.score("u1", "l1") == 0.25)
    }

    /// A grade in words stands in a column of its own in 1.2, and a scale says what it is worth.
    @Test func gradesInWords() throws {
        let row = "r1,active,,l1,u1,fully graded,,,B"
        let read = try read(row, header: ",textScore")
        let finding = try #require(read.findings.first { $0.rule == .letterWithoutScale })
        #expect(finding.column == 9 && finding.columnHeader == "textScore" && finding.remedy.contains("--scale"))
        let scaled = try self.read(row, header: ",textScore", options: ReadOptions(scale: GradeScale(["B": 0.8])))
        #expect(scaled.score("u1", "l1") == 0.8 && scaled.findings.isEmpty)
    }
}
