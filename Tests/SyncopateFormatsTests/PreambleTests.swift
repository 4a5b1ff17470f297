import SyncopateFormats
import TestSupport
import Testing

/// What stands above the first record of a log.
struct PreambleTests {
    private func read(_ text: String) throws(ReadError) -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "log", bytes: Array(text.utf8)), options: ReadOptions())
    }

    /// However a line above is cut, and whatever is wrong with the first record, no record is passed over with it.
    @Test(arguments: ["\"\"", ",", "# a log; of, the week", "learner;item", "a,b,c,d,e,f"])
    func aRecordIsNoTitle(_ above: String) throws {
        let records = [
            #"{"learner":"a","item":"x","score":7.25,"max":10,"attempt":1}"#,
            #"{"learner":"c","item":"x","score":"4","max":"5","title":"t, u","mode":"sync"}"#,
            #"{"learner":"b","item":"y","score":true,"max":1,"skills":["s","t"],"hints":2,"seconds":1.5}"#,
        ]
        for first in records.indices {
            let order = records[first...] + records[..<first]
            let text = ([above] + order).joined(separator: "\n") + "\n"
            let imported: ImportedEvidence
            do throws(ReadError) { imported = try read(text) } catch {
                // Refused is no loss.
                continue
            }
            #expect(imported.log.events.count == 3)
            #expect(imported.findings.contains { $0.line == 1 || $0.line == 2 })
            #expect(imported.rejects.isEmpty)
        }
        #expect(try read(([above] + records).joined(separator: "\n")).log.events.count == 3)
    }

    /// A quote that is left open takes the lines below it into its cell, the first record with them.
    @Test(arguments: ["\"a", "a\"{\"b\"\"c\"", "x\n\"a", "\"a\n"]) func aQuoteHidesNoRecord(_ above: String) {
        let records = ["a", "b", "c"].map { "{\"learner\":\"\($0)\",\"item\":\"x\",\"score\":1,\"max\":2}\r\n" }
        // Refused is no loss.
        let imported = try? read(above + "\r\n" + records.joined())
        #expect(imported.map { $0.log.events.count + $0.rejects.count >= 3 } ?? true)
    }

    @Test func aTitleAboveATableIsStillPassedOver() throws {
        let imported = try read("[Draft] results of the week, mine\n\nlearner,item,score\na,x,1\n")
        #expect(imported.log.events.count == 1)
        #expect(imported.findings.map(\.rule) == [.preambleSkipped])
    }
}
