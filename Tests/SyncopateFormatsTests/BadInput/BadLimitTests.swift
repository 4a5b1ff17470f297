import Syncopate
import SyncopateFormats
import Testing

/// Files that would fill the memory are refused clearly, and soon. Zip bombs and paths that lead out of an archive: ``ZipArchiveTests``.
struct BadLimitTests {
    @Test(arguments: TableSample.quoted, [false, true])
    func tooManyColumns(_ sample: TableSample, _ isStated: Bool) throws {
        let wide = sample.header + (0..<50_000).map { "c\($0)" }
        let text = sample.text(header: wide, learners: sample.learners)
        let error = try #require(refusal(text, ReadOptions(format: isStated ? sample.format : nil)))
        #expect(error.finding.rule == .tooManyColumns && error.finding.line == sample.headerLine, "\(error)")
        #expect(error.finding.message.contains("50000") && !error.finding.remedy.isEmpty)
    }

    /// As many as are allowed are read.
    @Test func manyColumns() throws {
        let count = 20_000
        let header = "Student,ID,Section," + (1...count).map { "Q (\($0))" }.joined(separator: ",") + "\n"
        let points = "    Points Possible,,," + String(repeating: "2,", count: count - 1) + "2\n"
        let row = "A,1,s," + String(repeating: "1,", count: count - 1) + "1\n"
        let read = try read(header + points + row)
        #expect(read.log.items.count == count && read.log.events.allSatisfy { $0.score == 0.5 } && !read.hasErrors)
    }

    @Test(arguments: TableSample.quoted, [false, true]) func aHugeCell(_ sample: TableSample, _ isQuoted: Bool) throws {
        let cell = String(repeating: "x", count: 1_100_000)
        let text = sample.text { $0[2][sample.score] = isQuoted ? "\n" + cell : cell }
        let error = try #require(refusal(text))
        #expect(error.finding.rule == .cellTooLarge && error.finding.line == sample.line + 1, "\(error.finding.rule)")
        #expect(error.finding.column == sample.column && error.description.utf8.count < 400)
    }

    /// A cell larger than what is looked at together is no quote left open.
    @Test func aCellOfManyMegabytes() throws {
        let text = "learner,item,score\na,\"" + String(repeating: "x", count: 6_000_000) + "\",1\n"
        let error = try #require(refusal(text))
        #expect(error.finding.rule == .cellTooLarge && error.finding.line == 2 && error.finding.column == 2)
    }

    /// A quote left open is told from a cell that is too large, wherever it stands in the first megabyte.
    @Test(arguments: [10, 30_000, 60_000]) func anOpenQuoteBeforeMegabytes(rows: Int) throws {
        let row = "learner-7,item-5,1\n"
        let text =
            "learner,item,score\n" + String(repeating: row, count: rows) + "b,\"x,1\n"
            + String(repeating: row, count: 250_000)
        let error = try #require(refusal(text))
        #expect(error.finding.rule == .unclosedQuote && error.finding.line == rows + 2 && error.finding.column == 2)
    }

    /// JSON that opens and never closes is refused without going down with it.
    @Test(arguments: BadEventTests.samples) func deepJSON(_ sample: BadEventTests.Sample) throws {
        let record = sample.record("\"1001\"", "4", "\"2026-02-03T10:00:00Z\"")
        for deep in [String(repeating: "[", count: 200_000), "{\"a\":" + String(repeating: "{\"a\":", count: 100_000)] {
            let read = try read(record + "\n" + deep + "\n" + record.replacing("1001", with: "1002") + "\n")
            #expect(read.learnerIDs == ["1001", "1002"] && read.rejects.map(\.line) == [2])
            #expect(read.findings.contains { $0.rule == .brokenJSON && $0.line == 2 && !$0.remedy.isEmpty })
        }
        #expect(refusal(String(repeating: "[", count: 1_000_000))?.finding.rule == .notAKnownFormat)
    }

    /// Of findings of a rule the first hundred are kept, and all are counted.
    @Test(arguments: TableSample.pointed) func manyFaults(_ sample: TableSample) throws {
        let row = sample.learners[1]
        let rows = (0..<300).map { number in
            var row = row
            row[sample.id] = "2\(number)"
            row[sample.score] = "oops!"
            return row
        }
        let read = try sample.read(sample.text { $0 = [$0[0]] + rows })
        #expect(read.findings.count { $0.rule == .notANumber } == FindingCollector.limit)
        #expect(read.findingTotals[.notANumber] == 300 && read.rejects.count == 300)
    }
}
