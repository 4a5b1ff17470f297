import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Outcomes as Canvas exports them, made up after its documentation.
struct CanvasMasteryTests {
    private let linked =
        #""linked":{"outcomes":[{"id":97,"title":"Fractions","points_possible":5,"mastery_points":3},"#
        + #"{"id":"98","title":"Ratios","display_name":"Ratio","ratings":[{"points":4},{"points":0}]}],"#
        + #""users":[{"id":3,"name":"Lea"}]}"#

    @Test func results() throws {
        let result =
            #"{"id":42,"score":4,"submitted_or_assessed_at":"2026-02-03T10:00:00Z","percent":0.7,"links":{"user":"3","learning_outcome":"97"}}"#
        let other = #"{"id":43,"score":2,"links":{"user":"3","learning_outcome":"98","alignment":"a"}}"#
        let loose = #"{"id":44,"score":2,"percent":0.65,"links":{"user":"4","learning_outcome":"99"}}"#
        for text in [
            #"{"outcome_results":[\#(result),\#(other),\#(loose)],\#(linked)}"#,
            #"{\#(linked),"outcome_results":[\#(result),\#(other),\#(loose)]}"#,
        ] {
            let read = try read(text)
            #expect(read.format == .canvasMastery)
            #expect(read.log.items.map(\.title) == ["Fractions", "Ratio", "99"])
            #expect(read.log.items.map { $0.skills.map(\.skill) } == [["Fractions"], ["Ratio"], ["99"]])
            #expect(read.log.events.map(\.score) == [0.8, 0.5, 0.65] && read.log.events[0].at == 1_770_112_800)
            #expect(read.log.learners.map(\.name) == ["Lea", ""] && !read.hasErrors)
        }
    }

    @Test func rollups() throws {
        let read = try read(
            #"{"rollups":[{"scores":[{"score":5,"links":{"outcome":"97"}},{"score":null,"links":{"outcome":"98"}}],"#
                + #""name":"Lea","links":{"user":"3","section":"8"}},{"scores":[{"score":2,"links":{"outcome":"97"}}],"#
                + #""name":"course","links":{"course":"1"}}],\#(linked)}"#)
        #expect(read.learnerIDs == ["3"] && read.log.learners[0].section == "8")
        #expect(read.log.events.map(\.score) == [1] && read.findingTotals[.notAnAnswer] == 1)
    }

    @Test func errors() throws {
        let read = try read(
            #"{"outcome_results":[{"id":1,"score":1,"links":{"learning_outcome":"97"}},"# + "\n"
                + #"{"id":2,"score":1,"links":{"user":"3"}},{"id":3,"score":-1,"links":{"user":"3","learning_outcome":"97"}}]}"#
        )
        #expect(read.places(.blankID) == ["1:0"] && read.places(.unnamedItem) == ["2:0"])
        #expect(read.places(.negativeScore) == ["2:0"] && read.log.events.isEmpty)
    }

    private let table = """
        Student name,Student ID,Student SIS ID,Numbers > Fractions result,Numbers > Fractions mastery points,Ratios result,Ratios mastery points
        Lea Hart,3,s3,4,3,,2
        Ben Lund,4,N/A,1.5,3,2,2
        """

    @Test func theGradebook() throws {
        let read = try read(table)
        #expect(read.format == .canvasMastery && read.learnerIDs == ["3", "4"])
        #expect(read.itemIDs == ["Numbers > Fractions", "Ratios"])
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [["Fractions"], ["Ratios"]])
        #expect(read.log.events.map(\.status) == [.scored, .unknownBlank, .scored, .scored])
        // 4 is above mastery, so that at least 4 are possible; of 2 nothing better is known.
        #expect(read.score("3", "Numbers > Fractions") == 1 && read.score("4", "Numbers > Fractions") == 0.375)
        #expect(read.score("4", "Ratios") == 1 && read.findingTotals[.extraCredit] == nil)
        #expect(read.places(.maximumMissing) == ["1:0"] && !read.hasErrors)
        #expect(read.accounts.map(\.sisID) == ["s3", ""])
        let stated = try self.read(table, ReadOptions(maximum: 5))
        #expect(stated.score("3", "Numbers > Fractions") == 0.8 && stated.findings.isEmpty)
    }

    private func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "file", bytes: Array(text.utf8)), options: options)
    }
}
