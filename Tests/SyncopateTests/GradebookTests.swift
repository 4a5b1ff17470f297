import Syncopate
import TestSupport
import Testing

struct GradebookTests {
    /// A log of events of one learner on one item, folded to that cell.
    private func fold(_ events: [(status: Status, score: Double, at: Double, attempt: Int32)]) -> (Status, Double)? {
        var log = EvidenceLog()
        log.intern(Learner(id: "a"))
        log.intern(Item(id: "x", title: "X"))
        for event in events {
            log.append(
                Event(
                    learner: 0, item: 0, status: event.status, score: event.score, at: event.at, attempt: event.attempt)
            )
        }
        let book = Gradebook(log)
        guard let cell = book.cell(0, 0) else { return nil }
        #expect(book.columns.count == 1)
        return (book.statuses[cell], book.scores[cell])
    }

    @Test func theLatestByTimeCounts() throws {
        let cell = try #require(fold([(.scored, 0.9, 200, 0), (.scored, 0.2, 100, 0)]))
        #expect(cell == (.scored, 0.9))
    }

    @Test func thenTheLaterAttempt() throws {
        #expect(try #require(fold([(.scored, 0.9, .nan, 2), (.scored, 0.2, .nan, 1)])) == (.scored, 0.9))
        #expect(try #require(fold([(.scored, 0.9, 100, 2), (.scored, 0.2, 100, 1)])) == (.scored, 0.9))
        #expect(try #require(fold([(.scored, 0.9, 100, 2), (.scored, 0.2, 101, 1)])) == (.scored, 0.2))
    }

    @Test func thenTheLaterPlace() throws {
        #expect(try #require(fold([(.scored, 0.9, .nan, 0), (.scored, 0.2, .nan, 0)])) == (.scored, 0.2))
        // One time unknown: the times say nothing.
        #expect(try #require(fold([(.scored, 0.9, 500, 0), (.scored, 0.2, .nan, 0)])) == (.scored, 0.2))
    }

    @Test(arguments: Status.allCases.filter { $0 != .scored })
    func aScoreOutweighsABlank(status: Status) throws {
        #expect(try #require(fold([(.scored, 0.4, 100, 1), (status, .nan, 900, 2)])) == (.scored, 0.4))
        #expect(try #require(fold([(status, .nan, 900, 2), (.scored, 0.4, 100, 1)])) == (.scored, 0.4))
    }

    @Test func ofBlanksTheLatestCounts() throws {
        let cell = try #require(fold([(.missing, .nan, 100, 0), (.excused, .nan, 200, 0)]))
        #expect(cell.0 == .excused && cell.1.isNaN)
    }

    /// What a later event does must not depend on how the input was interleaved where times decide.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func withDistinctTimesOrderDoesNotMatter(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var events: [Event] = []
        for moment in 0..<200 {
            let scored = generator.uniform() < 0.6
            events.append(
                Event(
                    learner: Int32(generator.next() % 4), item: Int32(generator.next() % 5),
                    status: scored ? .scored : Status.allCases[1 + Int(generator.next() % 7)],
                    score: scored ? generator.uniform() : .nan, at: Double(moment)))
        }
        func fold(_ events: [Event]) -> [[Mark]] {
            var log = EvidenceLog()
            for i in 0..<4 { log.intern(Learner(id: padded("L", i, 3))) }
            for j in 0..<5 { log.intern(Item(id: padded("I", j, 4), title: "")) }
            for event in events { log.append(event) }
            return Gradebook(log).marks
        }
        let plain = fold(events)
        // The rule once more, as a search: the latest score, else the latest blank.
        for i in 0..<4 {
            for j in 0..<5 {
                let own = events.filter { $0.learner == Int32(i) && $0.item == Int32(j) }
                let expected: Mark =
                    own.last(where: { $0.status == .scored }).map { .score($0.score) }
                    ?? own.last.map { .blank($0.status) } ?? .absent
                #expect(plain[i][j] == expected)
            }
        }
        for _ in 0..<5 { #expect(fold(events.shuffled(using: &generator)) == plain) }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func distinctCellsInAnyOrderAreOneBook(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var events: [Event] = []
        for i in 0..<9 {
            for j in 0..<11 where generator.uniform() < 0.7 {
                let status = Status.allCases[Int(generator.next() % 8)]
                events.append(
                    Event(
                        learner: Int32(i), item: Int32(j), status: status,
                        score: status == .scored ? generator.uniform() : .nan))
            }
        }
        func fold(_ events: [Event]) -> Gradebook {
            var log = EvidenceLog()
            for i in 0..<9 { log.intern(Learner(id: padded("L", i, 3))) }
            for j in 0..<11 { log.intern(Item(id: padded("I", j, 4), title: "")) }
            for event in events { log.append(event) }
            return Gradebook(log)
        }
        let plain = fold(events)
        let shuffled = fold(events.shuffled(using: &generator))
        #expect(plain.marks == shuffled.marks)
        #expect(plain.starts == shuffled.starts && plain.columns == shuffled.columns)
        #expect(plain.columns.count == events.count)
        for i in 0..<9 {
            let row = plain.cells(ofLearner: i).map { plain.columns[$0] }
            #expect(row == row.sorted())
        }
    }

    @Test func keepingKeepsWhatIsAskedFor() {
        let whole = book([[.score(0.1), .blank(.missing), .score(0.3)], [], [.score(0.5), .absent, .score(0.7)]])
        let kept = whole.keeping { _, cell in whole.statuses[cell] == .scored && whole.scores[cell] > 0.2 }
        #expect(kept.learners == whole.learners && kept.items == whole.items)
        #expect(
            kept.marks == [
                [.absent, .absent, .score(0.3)], [.absent, .absent, .absent], [.score(0.5), .absent, .score(0.7)],
            ])
        var asked: [Int] = []
        _ = whole.keeping { learner, _ in
            asked.append(learner)
            return true
        }
        #expect(asked == [0, 0, 0, 2, 2])
    }

    @Test func selectingTakesLearnersInOrder() {
        let whole = book([[.score(0.1)], [.score(0.2)], [.score(0.3)]])
        let some = whole.selecting([2, 0, 7, -1, 2])
        #expect(some.learners.map(\.id) == ["L002", "L000", "L002"])
        #expect(some.marks == [[.score(0.3)], [.score(0.1)], [.score(0.3)]])
        #expect(whole.selecting([]).learners.isEmpty && whole.selecting([]).starts == [0])
    }

    @Test func outsideThereAreNoCells() {
        let whole = book([[.score(0.1)]])
        #expect(whole.cells(ofLearner: -1).isEmpty && whole.cells(ofLearner: 1).isEmpty)
        let empty = Gradebook(EvidenceLog())
        #expect(empty.starts == [0] && empty.cells(ofLearner: 0).isEmpty)
    }

    /// A scored event without a finite score, as a host's own code may append it, must not poison a whole column.
    @Test func aScoreThatIsNoNumberIsABlank() throws {
        for score in [Double.nan, .infinity, -.infinity] {
            let cell = try #require(fold([(.scored, score, .nan, 0)]))
            #expect(cell.0 == .unknownBlank && cell.1.isNaN)
            #expect(try #require(fold([(.scored, 0.5, 1, 0), (.scored, score, 2, 0)])) == (.scored, 0.5))
        }
    }
}
