import Syncopate
import SyncopateFormats
import Testing

/// Scores without a maximum, beside rows that have one.
struct TidyUnitsTests {
    /// A bare 1 beside 8 of 10 is one point of ten.
    @Test func otherRowsOfTheItemSayWhatPointsAreOutOf() throws {
        let read = try read(
            "learner,item,score,max\nann,q1,8,10\nbob,q1,1,\ncat,q1,0,\neve,q2,1,1\nfay,q2,1,\n")
        #expect(read.score("ann", "q1") == 0.8 && read.score("bob", "q1") == 0.1 && read.score("cat", "q1") == 0)
        #expect(read.score("fay", "q2") == 1)
        let finding = try #require(read.findings.first { $0.rule == .maximumMissing })
        #expect(finding.severity == .warning && finding.line == 3 && finding.column == 3)
        #expect(finding.message.contains("2 scores") && finding.message.contains("out of 10"))
        #expect(read.findings.count == 1 && !read.hasErrors)
        let larger = try SyncopateFormatsTests.read("learner,item,score,max\nann,q1,8,10\nbob,q1,7,\n")
        #expect(larger.score("bob", "q1") == 0.7 && larger.places(.maximumMissing) == ["3:3"])
    }

    @Test func theBlankOfAnItemMayStateIt() throws {
        let read = try read("learner,item,score,max\nann,q1,,20\nbob,q1,1,\n")
        #expect(read.score("bob", "q1") == 0.05 && read.status("ann", "q1") == .unknownBlank)
    }

    /// More than the stated maximum is extra credit, told once.
    @Test func extraCredit() throws {
        let read = try read("learner,item,score,max\nann,q1,8,10\nbob,q1,11,\ncat,q1,12,\n")
        #expect(read.score("bob", "q1") == 1.1 && read.places(.extraCredit) == ["4:3"])
    }

    /// Rows that state different maxima leave open which one counts.
    @Test func differingMaxima() throws {
        let read = try read("learner,item,score,max\nann,q1,8,10\nbob,q1,4,5\ncat,q1,1,\n")
        #expect(read.status("cat", "q1") == .hidden && read.score("bob", "q1") == 0.8)
        let finding = try #require(read.findings.first { $0.rule == .maximumMissing })
        #expect(finding.severity == .error && finding.line == 4 && finding.message.contains("different"))
    }

    /// Shares where other items have points are read, and doubted once an item.
    @Test func sharesBesidePoints() throws {
        let read = try read("learner,item,score\nann,q1,7\nann,q2,1\nbob,q1,8\nbob,q2,0\n")
        #expect(read.score("ann", "q2") == 1 && read.status("ann", "q1") == .hidden)
        #expect(read.places(.mixedUnits) == ["3:3"] && read.places(.maximumMissing) == ["2:3"])
        #expect(try SyncopateFormatsTests.read("learner,item,score\na,x,1\nb,y,0.5\n").findings.isEmpty)
    }

    /// The first score that shows that they are points is the example, and the largest is the extra credit.
    @Test func whichScoreIsTold() throws {
        let points = try read("learner,item,score\nann,q1,0.5\nbob,q1,0.3\ncat,q1,7\neve,q1,9\nfay,q1,0.2\n")
        #expect(points.places(.maximumMissing) == ["4:3"] && points.counts.hidden == 5)
        let stated = try read(
            "learner,item,score,max\nann,q1,0.5,\nbob,q1,0.3,\ncat,q1,12,\neve,q1,15,\nfay,q1,2,10\ngus,q1,13,\n")
        #expect(stated.places(.maximumMissing) == ["4:3"] && stated.places(.extraCredit) == ["5:3"])
        let finding = try #require(stated.findings.first { $0.rule == .maximumMissing })
        #expect(finding.message.contains("5 scores") && stated.score("ann", "q1") == 0.05)
    }

    /// A check of a log that comes in a stream says the same.
    @Test func inAStream() throws {
        let text = "learner,item,score,max\nann,q1,8,10\nbob,q1,1,\ncat,q2,7,\ncat,q3,1,\n"
        let whole = try read(text)
        let head = SourceFile(name: "file.csv", bytes: Array(text.utf8))
        let format = try #require(TidyConverter.format(of: head, options: ReadOptions())).format
        let summary = try TidyConverter.check(head, format, options: ReadOptions()) { (_) throws(ReadError) in 0 }
        #expect(summary.findings == whole.findings && summary.totals == whole.findingTotals)
        #expect(summary.counts.scored == whole.counts.scored && summary.counts.hidden == whole.counts.hidden)
    }

    /// Written as it is stated and read back, or read at once: the same.
    @Test func afterConverting() throws {
        let log = try read("learner,item,score,max\nann,q1,8,10\nbob,q1,1,\n").log
        let again = try EvidenceReader.read(SourceFile(name: "again", bytes: TidyWriter.csv(log)))
        #expect(again.score("bob", "q1") == 0.1 && again.findings.isEmpty)
    }

    /// `8/10` is 8 of 10.
    @Test(arguments: ["8/10", "8 / 10", "8 of 10"]) func fractions(_ cell: String) throws {
        let csv = try read("learner,item,score\na,x,\(cell)\nb,x,1\n")
        let json = try read("{\"learner\":\"a\",\"item\":\"x\",\"score\":\"\(cell)\"}\n")
        #expect(csv.score("a", "x") == 0.8 && csv.score("b", "x") == 0.1 && csv.log.items[0].maximum == 10)
        #expect(json.score("a", "x") == 0.8 && json.log.items[0].maximum == 10)
    }

    @Test(arguments: ["8/10/2026", "8/0", "/", "8/x"]) func noFractions(_ cell: String) throws {
        #expect(try read("learner,item,score\na,x,\(cell)\n").rejects.map(\.line) == [2])
    }

    @Test func aFractionAgainstTheMaximum() throws {
        let read = try read("learner,item,score,max\na,x,8/10,20\nb,x,8/10,10\n")
        #expect(read.places(.badMaximum) == ["2:3"] && read.score("b", "x") == 0.8)
    }
}
