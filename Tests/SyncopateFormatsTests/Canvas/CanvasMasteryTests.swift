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
            #expect(read.log.events.map(\.score) == [0.7, 0.5, 0.65] && read.log.events[0].at == 1_770_112_800)
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

    /// A result is out of what its work is out of: the outcome's points are of another scale.
    @Test(arguments: [
        (#""score":2,"possible":2,"percent":1.0"#, 1.0), (#""score":2,"possible":4"#, 0.5), (#""score":2"#, 0.4),
        (#""score":2,"possible":0"#, 0.4),
    ]) func whatAResultIsOutOf(_ fields: String, _ score: Double) throws {
        let read = try read(
            #"{"outcome_results":[{"id":1,\#(fields),"links":{"user":"3","learning_outcome":"97"}}],\#(linked)}"#)
        #expect(read.log.events.map(\.score) == [score] && read.log.items[0].maximum == 5 && !read.hasErrors)
    }

    /// Points of an outcome that is not linked are no shares, however few.
    @Test func fewPoints() throws {
        let read = try read(#"{"rollups":[{"scores":[{"score":1,"links":{"outcome":"97"}}],"links":{"user":"3"}}]}"#)
        #expect(read.log.events.map(\.status) == [.hidden] && read.places(.maximumMissing) == ["1:0"])
    }

    /// Whoever is in two sections has a rollup in each.
    @Test func twoSections() throws {
        func rollup(_ section: Int, _ score: Int) -> String {
            #"{"scores":[{"score":\#(score),"links":{"outcome":"97"}}],"links":{"user":"3","section":"\#(section)"}}"#
        }
        let read = try read(#"{"rollups":[\#(rollup(8, 2)),\#(rollup(9, 2))],\#(linked)}"#)
        #expect(read.log.events.map(\.score) == [0.4] && read.log.learners[0].section == "8")
        #expect(read.findingTotals[.duplicateEvent] == 1 && read.counts.duplicatesDropped == 1)
        let torn = try self.read(#"{"rollups":[\#(rollup(8, 2)),\#(rollup(9, 3))],\#(linked)}"#)
        #expect(torn.log.events.map(\.score) == [0.6] && torn.findingTotals[.supersededEvent] == 1)
    }

    @Test func anEmptyDisplayName() throws {
        let read = try read(
            #"{"rollups":[{"scores":[{"score":2,"links":{"outcome":"98"}}],"links":{"user":"3"}}],"#
                + #""linked":{"outcomes":[{"id":98,"title":"Decimals","display_name":"","points_possible":4}]}}"#)
        #expect(read.log.items.map(\.title) == ["Decimals"] && read.log.items[0].skills.map(\.skill) == ["Decimals"])
    }

    /// Pages of an answer in one list; what is linked stands in each.
    @Test func pages() throws {
        func page(_ user: Int, _ outcome: Int) -> String {
            #"{"rollups":[{"scores":[{"score":2,"links":{"outcome":"\#(outcome)"}}],"links":{"user":"\#(user)"}}],"#
                + #""linked":{"outcomes":[{"id":\#(outcome),"title":"T\#(outcome)","points_possible":4}]}}"#
        }
        for text in [
            "[\(page(3, 1)),\n\(page(4, 2))]", "\(page(3, 1))\n\(page(4, 2))", "[\(page(3, 1)),\(page(4, 2))]",
        ] {
            let read = try read(text)
            #expect(read.format == .canvasMastery && read.learnerIDs == ["3", "4"] && !read.hasErrors)
            #expect(read.log.events.map(\.score) == [0.5, 0.5] && read.log.items.map(\.title) == ["T1", "T2"])
        }
    }

    /// In German, and in a language whose words are not known if the format is stated: columns in pairs.
    @Test(arguments: [
        ("Name der/des Studierenden,Studierenden-ID,Studierenden-SIS-ID", "-Ergebnis", "-Leistungszielpunkte"),
        ("Nimi,Opiskelijan ID,Opiskelijan SIS-ID", " tulos", " taitopisteet"), ("学生姓名,学生 ID,学生 SIS ID", "结果", "掌握分数"),
    ]) func otherLanguages(_ identity: String, _ result: String, _ mastery: String) throws {
        let outcomes = ["Math > Area", "Math > Mean"].flatMap { ["\($0)\(result)", "\($0)\(mastery)"] }
        let text =
            ([identity] + outcomes).joined(separator: ",")
            + "\nAnn Bee,11,s1,\"4,0\",3,1,3\nBob Cee,12,N/A,\"2,5\",3,2,3\n"
        if !identity.hasPrefix("Name") { #expect(throws: ReadError.self) { try self.read(text) } }
        let read = try read(text, ReadOptions(format: .canvasMastery))
        #expect(read.itemIDs == ["Math > Area", "Math > Mean"] && !read.hasErrors)
        #expect(
            read.log.items.map(\.title) == ["Area", "Mean"] && read.log.learners.map(\.name) == ["Ann Bee", "Bob Cee"])
        #expect(read.score("11", "Math > Area") == 1 && read.score("12", "Math > Area") == 0.625)
        #expect(read.score("12", "Math > Mean") == 0.5 && read.accounts.map(\.sisID) == ["s1", ""])
    }

    /// One pair alone is not enough in a language not known; stated, it is.
    @Test func onePair() throws {
        let text = "Nimi,ID,SIS-ID,Math > Area tulos,Math > Area taitopisteet\nAnn Bee,11,s1,4,3\n"
        #expect(throws: ReadError.self) { try read(text) }
        let stated = try read(text, ReadOptions(format: .canvasMastery, maximum: 5))
        #expect(stated.score("11", "Math > Area") == 0.8)
    }

    private func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "file", bytes: Array(text.utf8)), options: options)
    }
}
