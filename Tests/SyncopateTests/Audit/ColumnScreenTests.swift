import SyncopateStudents
import Testing

@testable import Syncopate

/// What the scores of single columns are found to be, on books made by hand around a class of work.
struct ColumnScreenTests {
    /// Ten columns of graded work of a class with one ability, twenty questions each.
    private struct Class {
        var rows: [[Mark]]
        var items: [Item]
        var abilities: [Double]
        var generator: SeededGenerator

        init(_ learners: Int = 36, seed: UInt64 = 5) {
            generator = SeededGenerator(seed: seed)
            abilities = []
            for _ in 0..<learners { abilities.append(generator.normal()) }
            rows = Array(repeating: [], count: learners)
            items = []
            for column in 0..<10 { addWork("Quiz \(column + 1)") }
        }

        mutating func addWork(_ title: String) {
            items.append(Item(id: title, title: title, maximum: 20))
            for place in rows.indices {
                let p = Logistic.probability(0.7 + 1.1 * abilities[place])
                rows[place].append(.score(Double(generator.successes(of: 20, probability: p)) / 20))
            }
        }

        mutating func add(_ item: Item, _ mark: (Int, inout SeededGenerator) -> Mark) {
            items.append(item)
            for place in rows.indices { rows[place].append(mark(place, &generator)) }
        }

        /// What the column at a position is found to be.
        func column(_ position: Int) -> ColumnAudit {
            let gradebook = book(rows, items: items)
            return GradebookAudit(gradebook).columns[position]
        }
    }

    private func task(_ maximum: Double? = 10, stated: ItemKind? = nil) -> Item {
        Item(id: "x", title: "Task", maximum: maximum, kind: stated ?? .work, kindIsStated: stated != nil)
    }

    private let isAway: (Int) -> Bool = { [4, 11, 19, 30].contains($0) }

    @Test func workIsWork() {
        let audit = GradebookAudit(book(Class().rows, items: Class().items))
        #expect(audit.columns.allSatisfy { $0.kind == .work && !$0.isSetAside && $0.basis == nil })
        #expect(audit.columns.allSatisfy { ($0.relation?.correlation ?? 0) > 0.5 })
    }

    @Test func completionIsFullMarksOrNothing() {
        var plain = Class()
        plain.add(task()) { place, _ in .score(isAway(place) ? 0 : 1) }
        let column = plain.column(10)
        #expect(column.kind == .participation && column.isSetAside && column.basis == .scores)
        #expect(column.reasons.first == .allOrNothing(full: 32, scored: 36))
        var half = Class()
        half.add(task()) { place, _ in .score(isAway(place) ? 0 : place % 9 == 1 ? 0.5 : 1) }
        #expect(half.column(10).isSetAside)
    }

    @Test func aQuestionThatAbilitySolvesIsWork() {
        var one = Class()
        let abilities = one.abilities
        one.add(task(1)) { place, _ in .score(abilities[place] > -0.4 ? 1 : 0) }
        #expect(!one.column(10).isSetAside)
    }

    @Test func attendanceIsHighAndUnrelated() {
        var sessions = Class(60)
        sessions.add(task(24)) { _, generator in
            let p = Logistic.probability(2.6 + generator.normal())
            return .score(Double(generator.successes(of: 24, probability: p)) / 24)
        }
        let column = sessions.column(10)
        #expect(column.kind == .attendance && column.isSetAside, "\(column)")
        #expect(column.reasons.contains { $0.code == "weakly_related" })
    }

    @Test func bonusIsTakenByFew() {
        var blanks = Class()
        blanks.add(task()) { place, _ in
            place % 5 == 0 ? .score(0.5 + Double(place % 4) / 10) : .blank(.unknownBlank)
        }
        // What comes later is full.
        blanks.addWork("Quiz 11")
        blanks.addWork("Quiz 12")
        let column = blanks.column(10)
        #expect(column.kind == .bonus && column.isSetAside, "\(column)")
        #expect(column.reasons.contains(.fewTook(taken: 8, asked: 36)))
        // At the end it may be what is being handed in.
        var last = Class()
        last.add(task()) { place, _ in place % 5 == 0 ? .score(0.6 + Double(place) / 200) : .blank(.unknownBlank) }
        #expect(!last.column(10).isSetAside)
        var zeros = Class()
        zeros.add(task()) { place, _ in .score(place % 4 == 0 ? 0.3 + 0.1 * Double(place % 7) : 0) }
        #expect(zeros.column(10).kind == .bonus && zeros.column(10).isSetAside)
    }

    @Test func aColumnOfOneSectionIsWork() {
        var two = Class()
        let abilities = two.abilities
        two.add(task()) { place, generator in
            guard place < 12 else { return .blank(.unknownBlank) }
            let p = Logistic.probability(0.7 + 1.1 * abilities[place])
            return .score(Double(generator.successes(of: 10, probability: p)) / 10)
        }
        two.addWork("Quiz 11")
        two.addWork("Quiz 12")
        let sections = (0..<36).map { $0 < 12 ? "A" : "B" }
        let gradebook = book(two.rows, items: two.items, sections: sections)
        #expect(!GradebookAudit(gradebook).columns[10].isSetAside)
    }

    @Test func scoresAboveTheMaximumThatGoWithNothingAreBonus() {
        var above = Class()
        above.add(task()) { place, generator in .score(generator.uniform() < 0.5 ? 1.2 : 0.1 * Double(place % 9 + 1)) }
        let column = above.column(10)
        #expect(column.kind == .bonus && column.isSetAside, "\(column)")
        // A quiz with a question on top goes with the rest.
        var quiz = Class()
        let abilities = quiz.abilities
        quiz.add(task()) { place, _ in .score(min(max(0.95 + 0.25 * abilities[place], 0.1), 1.2)) }
        #expect(!quiz.column(10).isSetAside)
    }

    @Test func groupsShareScores() {
        var project = Class()
        // Groups of four drawn by lot, each marked for what its members can do together.
        let abilities = project.abilities
        let marks = (0..<9).map { group -> Double in
            let members = abilities.indices.filter { $0 % 9 == group }.map { abilities[$0] }
            return (72 + 20 * members.reduce(0, +) / 4).rounded() / 100
        }
        project.add(task(100)) { place, _ in .score(min(marks[place % 9], 0.99)) }
        let column = project.column(10)
        #expect(column.kind == .copied && column.isSetAside, "\(column)")
        #expect(column.reasons.first == .sharedScores(distinct: Set(marks).count, scored: 36))
    }

    @Test func theSameGroupsOnACoarseGridAreTold() {
        var projects = Class()
        let first = [7, 6, 8, 9, 5, 7, 8, 6, 7, 9, 5, 8.0].map { $0 / 10 }
        let second = [6, 9, 7, 5, 8, 8, 6, 7, 9, 7, 6, 5.0].map { $0 / 10 }
        projects.add(task()) { place, _ in .score(first[place % 12]) }
        projects.add(Item(id: "y", title: "Poster", maximum: 10)) { place, _ in .score(second[place % 12]) }
        let column = projects.column(10)
        #expect(column.kind == .copied && column.isSetAside, "\(column)")
        #expect(column.reasons.contains(.sameGroups(title: "Poster")))
    }

    @Test func ceilingSaysNothing() {
        var top = Class()
        top.add(task()) { place, _ in .score(place == 7 ? 0.8 : 1) }
        #expect(top.column(10).kind == .ceiling && top.column(10).isSetAside)
        // With six below it is a quiz that was easy: told, and kept.
        var easy = Class()
        let low = easy.abilities.indices.sorted { easy.abilities[$0] < easy.abilities[$1] }.prefix(6)
        easy.add(task()) { place, _ in .score(low.contains(place) ? 0.5 + 0.07 * Double(place % 6) : 1) }
        #expect(easy.column(10).kind == .ceiling && !easy.column(10).isSetAside)
    }

    @Test func againstTheRestNeedsMoreThanAHandful() {
        var turned = Class()
        let abilities = turned.abilities
        turned.add(task(100)) { place, _ in .score(min(max(0.55 - 0.2 * abilities[place], 0.05), 0.98)) }
        let column = turned.column(10)
        #expect(column.kind == .against && column.isSetAside, "\(column)")
        var few = Class(9)
        let nine = few.abilities
        few.add(task(100)) { place, _ in .score(min(max(0.55 - 0.2 * nine[place], 0.05), 0.98)) }
        #expect(!few.column(10).isSetAside)
    }

    @Test func whatIsStatedStands() {
        var stated = Class()
        stated.add(task(stated: .work)) { place, _ in .score(isAway(place) ? 0 : 1) }
        #expect(!stated.column(10).isSetAside)
        var said = Class()
        said.add(task(stated: .attendance)) { _, generator in .score(generator.uniform()) }
        #expect(said.column(10).isSetAside && said.column(10).basis == .stated && said.column(10).kind == .attendance)
    }

    @Test func aFileOfSingleQuestionsIsLeftAlone() {
        var generator = SeededGenerator(seed: 8)
        let rows = (0..<40).map { _ -> [Mark] in
            let ability = generator.normal()
            return (0..<15).map { item in
                let p = Logistic.probability(ability + 0.2 * Double(item) - 1)
                return .score(generator.uniform() < p ? 1 : 0)
            }
        }
        #expect(GradebookAudit(book(rows)).columns.allSatisfy { !$0.isSetAside })
    }

    @Test func realWorkIsSeldomSetAside() {
        var (columns, wrong) = (0, 0)
        for seed in 0..<25 as Range<UInt64> {
            let gradebook = SampleClass(columns: 16, seed: 500 + seed).gradebook(mapped: false)
            for column in GradebookAudit(gradebook).columns where gradebook.items[column.item].kind == .work {
                columns += 1
                if column.isSetAside { wrong += 1 }
            }
        }
        #expect(columns == 375 && wrong <= 4, "\(wrong) of \(columns)")
    }

    @Test func theOrderOfLearnersDoesNotMatter() {
        let world = PlantedGradebook(seed: 10_007)
        let gradebook = world.gradebook { _ in .work }
        let turned = gradebook.selecting(Array(gradebook.learners.indices.reversed()))
        let (one, other) = (GradebookAudit(gradebook).columns, GradebookAudit(turned).columns)
        #expect(one.map(\.kind) == other.map(\.kind) && one.map(\.isSetAside) == other.map(\.isSetAside))
    }

    private static let strange: [[[Mark]]] = {
        var books: [[[Mark]]] = [[], [[]], [[.score(0.5)]], [[.blank(.missing)], [.blank(.missing)]]]
        let columns: [[Mark]] = [
            Array(repeating: .score(0.5), count: 2), Array(repeating: .absent, count: 2),
            Array(repeating: .score(0), count: 6), Array(repeating: .score(1.5), count: 6),
        ]
        for row in columns { books.append(Array(repeating: row, count: 20)) }
        let rising: [Mark] = (0..<30).map { .score(Double($0) / 30) }
        books.append([rising])
        books.append(rising.map { [$0] })
        books.append(rising.map { [$0, $0, $0, $0, $0] })
        return books
    }()

    @Test(arguments: strange) func strangeBooksAreNoReasonToFail(_ rows: [[Mark]]) {
        let gradebook = book(rows)
        let audit = Engine(priors: .shipped).audit(gradebook)
        #expect(audit.columns.count == gradebook.items.count && audit.learners == rows.count)
        for column in audit.columns { #expect(column.probability.map { $0 >= 0 && $0 <= 1 } ?? true) }
        if let reliability = audit.reliability { #expect(reliability >= 0 && reliability <= 1) }
    }
}
