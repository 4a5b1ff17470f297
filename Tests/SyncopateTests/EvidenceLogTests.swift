import Syncopate
import Testing

struct EvidenceLogTests {
    @Test func anIDIsInternedOnce() {
        var log = EvidenceLog()
        #expect(log.intern(Learner(id: "a")) == 0)
        #expect(log.intern(Learner(id: "b")) == 1)
        #expect(log.intern(Learner(id: "a", name: "Ada", section: "7B")) == 0)
        #expect(log.intern(Learner(id: "a", name: "Other", section: "7C")) == 0)
        #expect(log.learners == [Learner(id: "a", name: "Ada", section: "7B"), Learner(id: "b")])
        #expect(log.position(ofLearner: "b") == 1 && log.position(ofLearner: "c") == nil)
        #expect(log.intern(Item(id: "x", title: "X")) == 0)
        #expect(log.intern(Item(id: "x", title: "Y", maximum: 3)) == 0)
        #expect(log.items == [Item(id: "x", title: "X")])
        #expect(log.position(ofItem: "x") == 0 && log.position(ofItem: "a") == nil)
    }

    /// Identity is the scalars, not what they look like: a decomposed accent is another id only where Swift says so.
    @Test func idsCompareAsStrings() {
        var log = EvidenceLog()
        log.intern(Learner(id: "A"))
        #expect(log.intern(Learner(id: "a")) == 1)
        #expect(log.intern(Learner(id: "a ")) == 2)
        #expect(log.intern(Learner(id: "")) == 3)
    }

    @Test func anUpdateKeepsTheIdentity() {
        var log = EvidenceLog()
        log.intern(Item(id: "x", title: "X"))
        log.update(itemAt: 0) {
            $0.id = "other"
            $0.minutes = 12
        }
        #expect(log.items == [Item(id: "x", title: "X", minutes: 12)])
        log.update(itemAt: 5) { $0.title = "never" }
        log.update(itemAt: -1) { $0.title = "never" }
        #expect(log.items.count == 1 && log.items[0].title == "X")
    }

    @Test func eventsThatPointOutsideAreIgnored() {
        var log = EvidenceLog()
        log.intern(Learner(id: "a"))
        log.intern(Item(id: "x", title: "X"))
        for (learner, item) in [(1, 0), (0, 1), (-1, 0), (0, -1)] as [(Int32, Int32)] {
            log.append(Event(learner: learner, item: item, status: .scored, score: 1))
        }
        #expect(log.events.isEmpty)
        log.append(Event(learner: 0, item: 0, status: .missing))
        #expect(log.events.count == 1)
    }

    @Test func mergingJoinsByIDs() {
        var first = EvidenceLog()
        first.intern(Learner(id: "a"))
        first.intern(Learner(id: "b", name: "Ben"))
        first.intern(Item(id: "x", title: "X"))
        first.append(Event(learner: 1, item: 0, status: .scored, score: 0.5))
        var second = EvidenceLog()
        second.intern(Learner(id: "c"))
        second.intern(Learner(id: "b", name: "Benjamin", section: "7B"))
        second.intern(Item(id: "y", title: "Y"))
        second.intern(Item(id: "x", title: "X again"))
        second.append(Event(learner: 1, item: 1, status: .scored, score: 0.75))
        second.append(Event(learner: 0, item: 0, status: .missing))
        first.merge(second)
        #expect(first.learners == [Learner(id: "a"), Learner(id: "b", name: "Ben", section: "7B"), Learner(id: "c")])
        #expect(first.items.map(\.id) == ["x", "y"] && first.items[0].title == "X")
        #expect(first.events.map(\.learner) == [1, 1, 2])
        #expect(first.events.map(\.item) == [0, 0, 1])
        #expect(Gradebook(first).marks[1] == [.score(0.75), .absent])
    }

    @Test func mergingItselfOrNothingChangesNoCell() {
        var log = EvidenceLog()
        log.intern(Learner(id: "a"))
        log.intern(Item(id: "x", title: "X"))
        log.append(Event(learner: 0, item: 0, status: .scored, score: 0.5))
        let before = Gradebook(log).marks
        log.merge(EvidenceLog())
        #expect(log.events.count == 1)
        log.merge(log)
        #expect(log.events.count == 2 && log.learners.count == 1 && log.items.count == 1)
        #expect(Gradebook(log).marks == before)
    }
}
