import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Logs with a row for each skill of an answer.
struct TidySkillRowsTests {
    /// Ways to say that rows are one answer: the header's further column, and its cell for each of two answers.
    static let identities = [
        ("timestamp", "1788244200", "1788244300"), ("attempt", "1", "1"), ("event_id", "e1", "e2"),
    ]

    private func text(_ identity: (String, String, String)) -> String {
        let (header, first, second) = identity
        return "learner,item,correct,skill,\(header)\na,q1,1,fractions,\(first)\na,q1,1,decimals,\(first)\n"
            + "a,q2,0,fractions,\(second)\na,q1,1,decimals,\(first)\n"
    }

    @Test(arguments: identities) func areOneEvent(_ identity: (String, String, String)) throws {
        let read = try read(text(identity))
        #expect(read.log.events.map(\.score) == [1, 0])
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [["fractions", "decimals"], ["fractions"]])
        #expect(read.log.events.allSatisfy { $0.skillSet == -1 })
        #expect(read.places(.mergedRows) == ["3:0"] && read.places(.duplicateEvent) == ["5:0"])
    }

    /// Converted as it comes, rows stay apart and join when read back.
    @Test(arguments: identities, [TidyForm.csv, .jsonLines])
    func areOneAfterConverting(_ identity: (String, String, String), _ form: TidyForm) throws {
        let head = SourceFile(name: "log.csv", bytes: Array(text(identity).utf8))
        let format = try #require(TidyConverter.format(of: head, options: ReadOptions())).format
        var written: [UInt8] = []
        _ = try TidyConverter.convert(head, format, options: ReadOptions(), to: form) { (_) throws(ReadError) in
            0
        } write: { (bytes) throws(ReadError) in
            written += bytes
        } reject: { (_) throws(ReadError) in
        }
        for bytes in [written, TidyWriter.csv(try read(text(identity)).log)] {
            let again = try EvidenceReader.read(SourceFile(name: "again", bytes: bytes))
            #expect(again.log.events.count == 2)
            #expect(again.log.items[0].skills.map(\.skill) == ["fractions", "decimals"])
        }
    }

    /// The other order of rows names the same skills.
    @Test func inAnyOrder() throws {
        let read = try read(
            "learner,item,correct,skill,attempt\na,q,1,f,1\na,q,1,d,1\nb,q,0,d,1\nb,q,0,f,1\nc,q,1,f,1\n")
        #expect(read.log.events.map(\.skillSet) == [-1, -1, 0])
        #expect(read.log.skillSets.map { $0.map(\.skill) } == [["f"]])
    }

    /// A corrected score keeps the skills of all rows.
    @Test func ofACorrection() throws {
        let read = try read("learner,item,correct,skill,attempt\na,q,0,f,1\na,q,0,d,1\na,q,1,f,1\na,q,1,d,1\n")
        #expect(read.log.events.map(\.score) == [1] && read.log.items[0].skills.map(\.skill) == ["f", "d"])
    }

    /// A row that names none takes nothing away.
    @Test func withoutASkill() throws {
        let read = try read("learner,item,correct,skill,attempt\na,q,1,,1\na,q,1,d,1\na,q,1,,1\n")
        #expect(read.log.items[0].skills.map(\.skill) == ["d"] && read.log.events.count == 1)
    }

    @Test func manyRowsOfOneEvent() throws {
        var text = "learner,item,correct,skill,attempt\n"
        for skill in 0..<20_000 { text += "a,q,1,s\(skill),1\n" }
        #expect(try read(text).log.items[0].skills.count == 20_000)
    }
}
