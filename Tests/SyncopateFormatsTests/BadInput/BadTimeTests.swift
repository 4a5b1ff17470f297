import Syncopate
import SyncopateFormats
import Testing

/// Times that may be several moments, or none.
struct BadTimeTests {
    /// Formats whose times come as a local clock showed them: the sample and the column.
    static let clocks = [(TableSample.moodleQuiz, 4), (.forms, 0)]

    /// Which number is the month the other cells tell; where they do not, the time is left out and the score kept.
    @Test(arguments: clocks) func dayAndMonth(_ sample: TableSample, _ position: Int) throws {
        func read(_ times: [String]) throws -> ImportedEvidence {
            try sample.read(
                sample.text { rows in
                    for place in rows.indices { rows[place][position] = times[place] }
                    // The end of an attempt would give the time away.
                    if sample.format == .moodleQuiz { for place in rows.indices { rows[place][5] = times[place] } }
                }, ReadOptions(zone: .utc))
        }
        // The 13th is a day: the month comes first.
        let clear = try read(["1/13/2026 10:00:00", "1/2/2026 10:00:00", "1/3/2026 10:00:00"])
        #expect(clear.event("1002", clear.itemIDs[0])?.at == 1_767_348_000 && !clear.hasErrors)
        // Neither number can be a day alone.
        let open = try read(["1/4/2026 10:00:00", "1/2/2026 10:00:00", "1/3/2026 10:00:00"])
        #expect(open.log.events.allSatisfy { $0.at.isNaN } && open.sortedScores == sample.scores)
        #expect(open.findings.contains { $0.rule == .badTime && $0.severity == .error && $0.column == position + 1 })
        // One cell says so and another the other.
        let mixed = try read(["1/13/2026 10:00:00", "13/1/2026 10:00:00", "1/3/2026 10:00:00"])
        let finding = try #require(mixed.findings.first { $0.rule == .badTime && $0.column == position + 1 })
        #expect(finding.line == 1 && finding.severity == .error && finding.columnHeader == sample.header[position])
        #expect(finding.message.contains("others with the month") && !finding.remedy.isEmpty)
        #expect(mixed.sortedScores == sample.scores)
        #expect(mixed.event("1003", mixed.itemIDs[0])?.at.isNaN == true)
    }

    /// What is no time, and a day of no year, sends its row to the rejects.
    @Test(
        arguments: [(TableSample.nbgrader, 1)], ["yesterday", "3 Feb 10:00", "2026-02-30 10:00:00"])
    func noTime(_ place: (sample: TableSample, position: Int), _ time: String) throws {
        let (sample, position) = place
        let read = try sample.read(sample.text { $0[1][position] = time })
        read.expect(
            .badTime, line: sample.line, column: position + 1, header: TableSample.shown(sample.header[position]),
            cell: time)
        var row = sample.learners[1]
        row[position] = time
        read.expectRejected(sample.line(of: row), line: sample.line)
        #expect(read.learnerIDs == ["1001", "1003"] && read.sortedScores.count == sample.otherScores)
    }

    /// Of a published log a time that is none costs the time alone, and that is said.
    @Test(arguments: ["yesterday", "3 Feb 10:00", "2026-02-30 10:00:00"]) func noTimeInALog(_ time: String) throws {
        let sample = TableSample.dataShop
        let read = try sample.read(sample.text { $0[1][1] = time })
        let finding = try #require(read.findings.first { $0.rule == .badTime && $0.severity == .warning })
        #expect(finding.line == sample.line && finding.column == 2 && finding.excerpt == time)
        #expect(!finding.remedy.isEmpty && read.rejects.isEmpty && read.sortedScores == sample.scores)
        #expect(read.event("1002", read.itemIDs[0])?.at.isNaN == true)
    }

    /// In a report of a quiz it is left out, and the score is one without it.
    @Test(
        arguments: [(TableSample.moodleQuiz, 4), (.forms, 0), (.gradescope, 7), (.canvasQuiz, 4)],
        ["yesterday", "3 Feb 10:00", "2026-02-30 10:00:00"])
    func noTimeButAScore(_ place: (sample: TableSample, position: Int), _ time: String) throws {
        let (sample, position) = place
        let read = try sample.read(
            sample.text { rows in
                rows[1][position] = time
                // The end of an attempt counts before its beginning.
                if sample.format == .moodleQuiz { rows[1][5] = "-" }
            })
        read.expect(
            .badTime, line: sample.line, column: position + 1, header: TableSample.shown(sample.header[position]),
            cell: time)
        #expect(read.findings.contains { $0.rule == .badTime && $0.severity == .warning && $0.line == sample.line })
        #expect(read.rejects.isEmpty && read.learnerIDs == ["1001", "1002", "1003"])
        let learner = try #require(read.log.position(ofLearner: "1002"))
        for event in read.log.events { #expect(event.at.isNaN == (event.learner == learner)) }
    }

    /// A clock without a zone is read as UTC and that is said, or as the zone that was stated.
    @Test(arguments: [(TableSample.moodleQuiz, 4), (.dataShop, 1)])
    func noZone(_ sample: TableSample, _ position: Int) throws {
        let text = sample.text { rows in
            for place in rows.indices where sample.format == .dataShop { rows[place][2] = "" }
        }
        let read = try sample.read(text)
        let finding = try #require(read.findings.first { $0.rule == .badTime })
        #expect(finding.severity == .note && finding.column == position + 1 && finding.remedy.contains("--timezone"))
        let stated = try sample.read(text, ReadOptions(zone: TimeZoneRules(offset: 7200)))
        #expect(!stated.findings.contains { $0.rule == .badTime })
        for (plain, zoned) in zip(read.log.events, stated.log.events) { #expect(plain.at - zoned.at == 7200) }
    }

    /// In our own table a time without a zone is an error, unless the zone is stated; the score is kept.
    @Test func noZoneInTidy() throws {
        let sample = TableSample.tidy
        let text = sample.text { $0[1][4] = "2026-02-01 10:01:00" }
        let read = try sample.read(text)
        read.expect(.badTime, line: 3, column: 5, header: "at", cell: "2026-02-01 10:01:00")
        #expect(read.findings.contains { $0.remedy.contains("--timezone") } && read.rejects.isEmpty)
        #expect(read.event("1002", "x")?.at.isNaN == true && read.sortedScores == sample.scores)
        #expect(try sample.read(text, ReadOptions(zone: .utc)).event("1002", "x")?.at == 1_769_940_060)
    }

    /// Rows in any order are one order, and rows of one moment keep theirs unless `order` says otherwise.
    @Test func orderAndTies() throws {
        let text =
            "learner,item,score,at,order\n1,c,1,2026-02-03T10:00:00Z,\n1,a,1,2026-02-01T10:00:00Z,2\n"
            + "1,b,1,2026-02-01T10:00:00Z,1\n1,d,1,2026-02-03T10:00:00Z,\n"
        let read = try read(text)
        #expect(read.log.events.map { read.log.items[Int($0.item)].id } == ["b", "a", "c", "d"])
        #expect(read.findings.isEmpty)
    }
}
