import Testing

@testable import Syncopate

/// Reference figures are from scipy: `betaln` where every piece is as usual, `quad` over the beta density where not.
struct HandingInTests {
    /// Work of some learners by rows: 1 came, 0 did not.
    private func handingIn(_ rows: [[Int]]) -> HandingIn {
        HandingIn(rows.map { row in row.enumerated().map { HandingIn.Piece(item: $0.offset, came: $0.element == 1) } })
    }

    /// Ten learners who hand everything in, and one.
    private func beside(_ row: [Int]) -> HandingIn {
        handingIn(Array(repeating: Array(repeating: 1, count: row.count), count: 10) + [row])
    }

    private func ones(_ count: Int) -> [Int] { Array(repeating: 1, count: count) }
    private func noughts(_ count: Int) -> [Int] { Array(repeating: 0, count: count) }

    @Test func fourMissedAfterEight() throws {
        let fall = try #require(beside(ones(8) + noughts(4)).fall(of: 10))
        #expect(abs(fall.probability - 0.9627803782291803) < 1e-9)
        #expect((fall.recent, fall.recentAsked, fall.earlier, fall.earlierAsked) == (0, 4, 8, 8))
        #expect(fall.classmates == 1)
    }

    @Test func twoMissedAfterTen() throws {
        let fall = try #require(beside(ones(10) + noughts(2)).fall(of: 10))
        #expect(abs(fall.probability - 0.6441298512513574) < 1e-9)
        #expect((fall.recent, fall.recentAsked) == (0, 2))
    }

    @Test func everyOtherPieceIsNoChange() {
        let work = beside([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0])
        #expect((work.fall(of: 10)?.probability ?? 0) < 0.05)
        #expect(work.quiet().isEmpty)
    }

    /// What six of ten classmates left out as well says little of one.
    @Test func piecesThatOthersLeftOutSayLess() throws {
        let others = (0..<10).map { learner in ones(9) + (learner < 4 ? ones(3) : noughts(3)) }
        let fall = try #require(handingIn(others + [ones(9) + noughts(3)]).fall(of: 10))
        #expect(abs(fall.probability - 0.24373180667544622) < 1e-6)
        #expect(fall.classmates == 0.4)
        let alone = try #require(beside(ones(9) + noughts(3)).fall(of: 10))
        #expect(alone.probability > 0.8)
    }

    @Test func whoeverNeverHandedInMuchIsNotQuiet() {
        #expect(beside([0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0]).quiet().isEmpty)
        let work = beside(noughts(12))
        #expect(work.quiet().isEmpty)
        #expect(work.silent == [10])
        #expect(work.fall(of: 10) == nil)
    }

    @Test func tooLittleWorkSaysNothing() {
        #expect(!beside([1, 1, 1, 1, 0]).isTold)
        #expect(beside([1, 1, 1, 1, 0]).fall(of: 10) == nil)
        #expect(beside([1, 1, 1, 1, 0, 0]).isTold)
        #expect(handingIn([]).quiet().isEmpty)
        #expect(handingIn([[]]).silent.isEmpty)
    }

    /// The longer somebody has been silent, the surer; the better they handed in before, the surer.
    @Test func probabilityGrowsWithTheSilence() throws {
        let silences = try (2...6).map { try #require(beside(ones(10) + noughts($0)).fall(of: 10)).probability }
        #expect(zip(silences, silences.dropFirst()).allSatisfy(<))
        let records = try (0...3).map { slips in
            try #require(beside(noughts(slips) + ones(10 - slips) + noughts(3)).fall(of: 10)).probability
        }
        #expect(zip(records, records.dropFirst()).allSatisfy(>))
    }

    /// The sum over the grid agrees with the closed form where both apply.
    @Test func theGridAgreesWithTheBetaBinomial() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<50 {
            let count = 6 + Int(generator.uniform() * 20)
            let came = (0..<count).map { _ in generator.uniform() < 0.7 }
            let prior = (a: 0.5 + 4 * generator.uniform(), b: 0.5 + 4 * generator.uniform())
            let closed = HandingInEvidence(
                came: came, odds: Array(repeating: 1, count: count), prior: prior, quiet: HandingIn.quiet)
            let summed = HandingInEvidence(
                came: came, odds: Array(repeating: 1 - 1e-13, count: count), prior: prior, quiet: HandingIn.quiet)
            #expect(abs(closed.stayed - summed.stayed) < 1e-9)
            for latest in 2...5 { #expect(abs(closed.fell(latest: latest) - summed.fell(latest: latest)) < 1e-9) }
        }
    }

    // MARK: Read off a gradebook

    private func read(_ gradebook: Gradebook) -> HandingIn {
        HandingIn(
            cohort: Array(gradebook.learners.indices), gradebook: gradebook,
            profiles: ItemProfile.profiles(of: gradebook))
    }

    private let full: [Mark] = (0..<12).map { .score(0.5 + Double($0 % 3) / 10) }

    @Test func fallingScoresAreNoSilence() {
        let falling: [Mark] = (0..<12).map { .score(1 - Double($0) * 0.085) }
        let gradebook = book(Array(repeating: full, count: 8) + [falling])
        #expect(read(gradebook).quiet().isEmpty)
    }

    @Test func blanksAndMissingWorkDidNotCome() throws {
        let quiet = full.prefix(8) + [.blank(.unknownBlank), .blank(.missing), .score(0), .blank(.inProgress)]
        let gradebook = book(Array(repeating: full, count: 8) + [Array(quiet)])
        // Taken at its word a zero is work that came.
        #expect(read(gradebook).pieces[8].map(\.came) == ones(8).map { $0 == 1 } + [false, false, true, false])
        // Read as missing work it did not, and something stands there.
        let work = MissingWork(
            gradebook: gradebook, profiles: ItemProfile.profiles(of: gradebook), prior: .shipped, policy: .missing)
        let found = try #require(read(work.gradebook).quiet().first)
        #expect((found.learner, found.recent, found.recentAsked, found.zeros) == (8, 0, 4, 1))
    }

    @Test func whatWasNotAskedDoesNotCount() {
        let excused = full.prefix(8) + Array(repeating: Mark.blank(.excused), count: 4)
        let gradebook = book(Array(repeating: full, count: 8) + [Array(excused)])
        #expect(read(gradebook).quiet().isEmpty)
        #expect(read(gradebook).pieces[8].count == 8)
    }

    @Test func dueDatesAreTheOrderWhereAllAreKnown() throws {
        let items = (0..<12).map { Item(id: padded("I", $0, 2), title: "Work \($0)", maximum: 10, due: Double(-$0)) }
        // The first columns are the latest.
        let quiet: [Mark] = Array(repeating: .blank(.missing), count: 4) + full.prefix(8)
        let gradebook = book(Array(repeating: full, count: 8) + [quiet], items: items)
        let profiles = ItemProfile.profiles(of: gradebook, at: 100)
        let found = HandingIn(cohort: Array(0..<9), gradebook: gradebook, profiles: profiles).quiet()
        #expect(try #require(found.first).learner == 8)
        #expect(read(book(Array(repeating: full, count: 8) + [quiet])).quiet().isEmpty)
    }

    /// Invented classes in which a tenth go quiet at a random moment, with rates no beta ever gave: what is said has to
    /// come true about as often as it says, and few are accused.
    @Test func saidIsAboutAsOftenTrue() {
        var generator = SeededGenerator(seed: 11)
        var (listed, right, expected, wentQuiet) = (0, 0, 0.0, 0)
        for _ in 0..<40 {
            var truth: [Bool] = []
            let columns = (0..<18).map { _ in 0.6 * generator.normal() }
            let rows = (0..<30).map { _ -> [Int] in
                let rate = 2.2 + 1.1 * generator.normal()
                let isQuiet = generator.uniform() < 0.1
                let length = isQuiet ? 2 + Int(generator.uniform() * 6) : 0
                truth.append(isQuiet)
                return columns.indices.map { column in
                    let odds = column >= columns.count - length ? -2.2 : rate + columns[column]
                    return generator.uniform() < Logistic.probability(odds) ? 1 : 0
                }
            }
            wentQuiet += truth.count { $0 }
            for quiet in handingIn(rows).quiet() {
                listed += 1
                expected += quiet.probability
                right += truth[quiet.learner] ? 1 : 0
            }
        }
        let precision = Double(right) / Double(max(listed, 1))
        #expect(precision > 0.6, "\(precision) of \(listed)")
        #expect(Double(right) / Double(wentQuiet) > 0.45, "\(right) of \(wentQuiet)")
        #expect(
            abs(precision - expected / Double(max(listed, 1))) < 0.15, "\(precision), said \(expected / Double(listed))"
        )
    }
}
