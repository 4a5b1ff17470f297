import Testing

@testable import Syncopate

struct ItemProfileTests {
    /// Ten learners who all have a score on the first item; on the second, the given marks.
    private func second(_ marks: [Mark], item: Item? = nil, at: Double? = nil) -> ItemProfile {
        let rows = (0..<10).map { i in [.score(0.05 * Double(i)), i < marks.count ? marks[i] : .absent] as [Mark] }
        let items = [Item(id: "a", title: "A", maximum: 1), item ?? Item(id: "b", title: "B", maximum: 1)]
        return ItemProfile.profiles(of: book(rows, items: items), at: at)[1]
    }

    private func scores(_ count: Int) -> [Mark] { (0..<count).map { .score(Double($0) / 10) } }

    @Test(arguments: [
        (0, ItemProfile.Phase.upcoming), (1, .upcoming), (2, .open), (4, .open), (5, .past), (10, .past),
    ])
    func theShareWithAScoreTellsThePhase(count: Int, phase: ItemProfile.Phase) {
        let profile = second(scores(count))
        #expect(profile.phase == phase && !profile.phaseIsStated)
        #expect(profile.scored == count && profile.asked == 10)
        #expect(count == 0 ? profile.meanScore.isNaN : abs(profile.meanScore - 0.05 * Double(count - 1)) < 1e-15)
    }

    @Test func workMarkedMissingWasDue() {
        #expect(second([Mark](repeating: .blank(.missing), count: 5)).phase == .past)
        #expect(second([Mark](repeating: .blank(.missing), count: 2)).phase == .open)
        #expect(second([Mark](repeating: .blank(.missing), count: 5)).scored == 0)
    }

    @Test(arguments: [Status.excused, .notAssigned])
    func whoWasLetOffWasNotAsked(status: Status) {
        let profile = second(scores(2) + [Mark](repeating: .blank(status), count: 7))
        #expect(profile.asked == 3 && profile.phase == .past)
        let nobody = second([Mark](repeating: .blank(status), count: 10))
        #expect(nobody.asked == 0 && nobody.phase == .upcoming)
    }

    @Test(arguments: [Status.inProgress, .notYetGraded, .hidden, .unknownBlank])
    func otherBlanksWereAsked(status: Status) {
        let profile = second(scores(2) + [Mark](repeating: .blank(status), count: 8))
        #expect(profile.asked == 10 && profile.scored == 2)
    }

    /// Somebody without any score arrived late or left: past work must not look upcoming for it.
    @Test func peopleWithoutScoresDoNotCount() {
        var rows: [[Mark]] = (0..<4).map { [.score(0.1 * Double($0))] }
        rows += [[Mark]](repeating: [.blank(.unknownBlank)], count: 20)
        rows += [[Mark]](repeating: [.blank(.excused)], count: 3)
        let profile = ItemProfile.profiles(of: book(rows))[0]
        #expect(profile.asked == 4 && profile.scored == 4 && profile.phase == .past)
    }

    @Test func dueDatesOutweighTheCells() {
        func item(_ due: Double) -> Item { Item(id: "b", title: "B", maximum: 1, due: due) }
        #expect(second([], item: item(100), at: 100).phase == .past)
        #expect(second([], item: item(100), at: 100).phaseIsStated)
        #expect(second([], item: item(101), at: 100).phase == .upcoming)
        #expect(second(scores(10), item: item(101), at: 100).phase == .upcoming)
        // Without a moment or with a date that is no number the cells speak.
        #expect(second(scores(10), item: item(101)).phase == .past)
        #expect(!second(scores(10), item: item(101)).phaseIsStated)
        #expect(second([], item: item(.nan), at: 100).phase == .upcoming)
        #expect(!second([], item: item(.nan), at: 100).phaseIsStated)
    }

    @Test func notAssignedIsUpcomingWhateverTheDate() {
        let item = Item(id: "b", title: "B", maximum: 1, due: 1, assigned: false)
        let profile = second(scores(10), item: item, at: 100)
        #expect(profile.phase == .upcoming && profile.phaseIsStated)
    }

    /// What was assigned is no longer to come; what the cells say beyond that stands.
    @Test func assignedIsNotUpcoming() {
        let item = Item(id: "b", title: "B", assigned: true)
        #expect(second(scores(10), item: item).phase == .past && !second(scores(10), item: item).phaseIsStated)
        #expect(second([], item: item).phase == .open && second([], item: item).phaseIsStated)
    }

    /// A section that has not come to an item yet has it to come, whatever the others have done; roles are the file's.
    @Test func sectionsHaveTheirOwnPhases() {
        let rows = (0..<20).map { i in [.score(0.04 * Double(i)), i < 10 ? .score(0.9) : .absent] as [Mark] }
        let gradebook = book(rows)
        let file = ItemProfile.profiles(of: gradebook)
        let first = ItemProfile.profiles(of: gradebook, at: nil, section: Array(0..<10), file: file)
        let second = ItemProfile.profiles(of: gradebook, at: nil, section: Array(10..<20), file: file)
        #expect(file[1].phase == .past && first[1].phase == .past && second[1].phase == .upcoming)
        #expect(second[1].asked == 10 && second[1].scored == 0)
        #expect(file[1].role == .constant && second[1].role == .constant)
        // Everybody is no section, and too few have no pace of their own.
        #expect(ItemProfile.profiles(of: gradebook, at: nil, section: Array(0..<20), file: file) == file)
        #expect(ItemProfile.profiles(of: gradebook, at: nil, section: [19], file: file) == file)
    }

    @Test(arguments: ItemKind.allCases)
    func onlyWorkIsEvidence(kind: ItemKind) {
        let profile = second(scores(10), item: Item(id: "b", title: "B", maximum: 1, kind: kind))
        #expect((profile.role == .evidence) == (kind == .work))
        #expect(kind == .work || profile.role == .notMastery)
    }

    @Test func withoutPointsItMeasuresNothing() {
        #expect(second(scores(10), item: Item(id: "b", title: "B", maximum: 0)).role == .notMastery)
        #expect(second(scores(10), item: Item(id: "b", title: "B", maximum: nil)).role == .evidence)
    }

    @Test func oneScoreForEverybodySaysNothing() {
        #expect(second([Mark](repeating: .score(1), count: 5)).role == .constant)
        // Four of them may be chance.
        #expect(second([Mark](repeating: .score(1), count: 4)).role == .evidence)
        #expect(second([Mark](repeating: .score(1), count: 9) + [.score(0.99)]).role == .evidence)
    }

    @Test func emptyBooksHaveEmptyProfiles() {
        #expect(ItemProfile.profiles(of: Gradebook(EvidenceLog())).isEmpty)
        let items = ItemProfile.profiles(of: book([], items: [Item(id: "a", title: "A")]))
        #expect(items.count == 1 && items[0].phase == .upcoming && items[0].asked == 0 && items[0].role == .evidence)
    }
}
