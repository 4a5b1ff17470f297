import Syncopate
import TestSupport
import Testing

@testable import SyncopateFormats

/// What a teacher says about meeting, as files.
struct ConveningFileTests {
    private func file(_ text: String) -> SourceFile { SourceFile(name: "f.csv", bytes: Array(text.utf8)) }
    private let people = [
        Learner(id: "1", name: "Abara, Ada"), Learner(id: "2", name: "Ben Brandt"),
        Learner(id: "3", name: "Ben Brandt"),
        Learner(id: "4"),
    ]

    /// Seconds from Python: datetime.fromisoformat(...).timestamp().
    @Test(arguments: [
        ("2026-09-07T10:15:00+02:00", 1_788_768_900.0, "Mon 2026-09-07 10:15", "2026-09-07T10:15:00+02:00"),
        ("2026-09-07 10:15-05:30", 1_788_795_900, "Mon 2026-09-07 10:15", "2026-09-07T10:15:00-05:30"),
        ("2026-09-07t10:15z", 1_788_776_100, "Mon 2026-09-07 10:15", "2026-09-07T10:15:00Z"),
        ("2026-09-07 10:15", 1_788_776_100, "Mon 2026-09-07 10:15", "2026-09-07T10:15:00"),
        ("1788776100", 1_788_776_100, "Mon 2026-09-07 10:15", "2026-09-07T10:15:00Z"),
        ("2024-02-29T23:59:59+0000", 1_709_251_199, "Thu 2024-02-29 23:59", "2024-02-29T23:59:59Z"),
    ])
    func startsKeepTheirClock(_ text: String, _ seconds: Double, _ words: String, _ written: String) throws {
        let start = try #require(SlotStart(text))
        #expect(start.seconds == seconds && start.words == words && start.text == written)
        #expect((start.offset == nil) == (text == "2026-09-07 10:15"))
    }

    @Test(arguments: ["", "2026-09-07", "soon", "2026-13-07T10:15Z", "10:15", "1788776100000"])
    func whatIsNoStartIsNone(_ text: String) { #expect(SlotStart(text) == nil) }

    @Test func anEndPastMidnightIsTold() throws {
        #expect(
            try #require(SlotStart("2026-09-07 23:45")).words(minutes: 30)
                == "Mon 2026-09-07 23:45–Tue 2026-09-08 00:15")
    }

    @Test func aFileOfSlots() throws {
        let slots = try SlotFile.read(
            file("slot,start,minutes,capacity,lead,section\n a ,2026-09-07 10:15,25,6,Peers,7B\nb,,,0,,\n"))
        #expect(slots.noticed.findings.isEmpty)
        #expect(
            slots.entries.map(\.slot) == [
                LiveSlot(id: "a", start: 1_788_776_100, minutes: 25, capacity: 6, lead: .peers),
                LiveSlot(id: "b", minutes: 30, capacity: 0),
            ])
        #expect(slots.entries.map(\.section) == ["7B", ""])
    }

    @Test func learnersAreFoundByIDAndName() {
        let finder = LearnerFinder(people)
        #expect(finder.find("1") == .learner(0) && finder.find("abara,  ada") == .learner(0))
        #expect(finder.find("Ada Abara") == .learner(0) && finder.find("4") == .learner(3))
        #expect(finder.find("Ben Brandt") == .several && finder.find("") == .nobody)
        #expect(finder.find("Ada Abarra") == .nobody)
        #expect(finder.remedy("Ada Abarra").hasSuffix("its learner number 1"))
        #expect(!finder.remedy("zzzzzz").contains("number"))
        let list = finder.list("Abara, Ada,2, 4 ,4,x")
        #expect(list.places == [0, 1, 3] && list.faults.map(\.number) == [5] && list.faults.map(\.found) == [.nobody])
        #expect(finder.list(" , ").places.isEmpty)
        // A name with a comma that two have is one name, not two that nobody has.
        let twins = LearnerFinder([Learner(id: "1", name: "Lee, Ann"), Learner(id: "2", name: "Lee, Ann")])
        let found = twins.list("2,Lee, Ann,1")
        #expect(found.places == [1, 0])
        #expect(found.faults.map(\.number) == [2] && found.faults.map(\.found) == [.several])
    }

    @Test func rowsThatSayYesExcludeTheOtherSlots() throws {
        let slots = ["a", "b", "c"].map { LiveSlot(id: $0, capacity: 1) }
        let text = "learner,slot,available\n1,a,yes\n1,B,\n2,c,no\n4,a,1\n4,a,0\n"
        let applied = try AvailabilityFile.read(file(text)).apply(LearnerFinder(people), count: 4, slots: slots)
        #expect(applied.available == [[true, true, false], [true, true, false], [], [false, true, true]])
        #expect(
            applied.noticed.findings.map(\.rule) == [.duplicateEvent] && applied.noticed.findings.map(\.line) == [6])
    }

    @Test func pairsMayHaveAsManyAsTheyLike() throws {
        let pairs = try PairFile.read(file("rule,learner,learner\nTogether,1,2\napart,Ada Abara,3,4,2\napart,1,x,2\n"))
        #expect(pairs.noticed.findings.isEmpty)
        let applied = pairs.apply(LearnerFinder(people))
        #expect(applied.rules.map(\.rule) == [.together, .apart, .apart] && applied.rules.map(\.line) == [2, 3, 4])
        #expect(applied.rules.map(\.learners) == [[0, 1], [0, 2, 3, 1], [0, 1]])
        #expect(applied.noticed.findings.map(\.line) == [4] && applied.noticed.findings.map(\.column) == [3])
    }

    @Test func aRoster() throws {
        let roster = try RosterFile.read(
            file(
                "learner,name,status,login_id\n1,,Active,a@b\nnew,Nu,,\n4,,withdrawn,\nAda Abara,,,\n2,,gone fishing,\n"
            ))
        #expect(
            roster.noticed.findings.map(\.rule) == [.unknownStatus]
                && roster.noticed.findings.map(\.severity) == [.warning])
        let match = roster.match(LearnerFinder(people))
        #expect(match.places == [0, nil, 3, 0, 1] && match.isRepeated == [false, false, false, true, false])
        #expect(match.noticed.findings.map(\.rule) == [.unknownLearner, .duplicateLearner])
        #expect(roster.entries.map(\.isWithdrawn) == [false, false, true, false, false])
        #expect(roster.entries[0].account == CanvasAccount(login: "a@b"))
    }

    @Test func accountsOfAGradebook() throws {
        let text =
            "Student,ID,SIS User ID,SIS Login ID,Section,Essay (1)\n    Points Possible,,,,,10\nA,11,s1,a@b,S,5\nB,12,,b,S,5\n"
        let read = try EvidenceReader.read(file(text))
        #expect(
            read.accounts == [
                CanvasAccount(canvasID: "11", sisID: "s1", login: "a@b"), CanvasAccount(canvasID: "12", login: "b"),
            ])
        #expect(try EvidenceReader.read(file("learner,item,score\na,x,1\n")).accounts.isEmpty)
    }

    // MARK: Plans

    private static let plan = """
        {"type":"meeting","slot":"a","groups":[{"topic":"t","value":1.5,"members":[{"learner":"2","role":"learn"},\
        {"learner":"4","role":"explain"},{"learner":"gone","role":"summarise"}]}]}
        {"type":"learner","learner":"2"}

        """

    @Test func aPlanReadsBack() throws {
        let slots = [LiveSlot(id: "x", capacity: 1), LiveSlot(id: "a", capacity: 3, lead: .peers)]
        let read = try EarlierPlanFile.read(file(Self.plan))
        #expect(read.noticed.findings.isEmpty)
        let found = read.meetings(slots: slots, learners: people)
        #expect(
            found.meetings == [
                EarlierMeeting(
                    slot: 1,
                    groups: [
                        EarlierMeeting.Group(topic: "t", members: [1, 3], roles: [.learn, .explain])
                    ])
            ])
        #expect(
            found.noticed.findings.map(\.rule) == [.unknownLearner]
                && found.noticed.findings.map(\.severity) == [.warning])
        #expect(read.meetings(slots: [slots[0]], learners: people).noticed.findings.map(\.rule) == [.unknownSlot])
    }

    /// Damaged files are read or refused, never trapped on.
    @Test func mutations() {
        var random = SeededGenerator(seed: 11)
        let seeds = [
            Self.plan,
            "slot,start,minutes,capacity,lead,section\na,2026-09-07T10:15:00+02:00,25,6,peers,7B\nb,,1e3,0,,\n",
            "learner,slot,available\n1,a,yes\n2,b,no\n", "rule,learner,learner\ntogether,1,2\napart,1,2,3\n",
            "learner,name,section,most_minutes,status\n1,\"A, B\",S,30,active\n2,,,,withdrawn\n",
        ]
        let slots = [LiveSlot(id: "a", capacity: 3)]
        let finder = LearnerFinder(people)
        for round in 0..<1500 {
            var bytes = Array(seeds[round % seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...9, using: &random)))
                case 1: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
                default:
                    bytes.insert(contentsOf: Array("1e999-+:\"{,".utf8).shuffled(using: &random).prefix(3), at: place)
                }
            }
            let source = SourceFile(name: "f", bytes: bytes)
            _ = try? SlotFile.read(source)
            _ = try? RosterFile.read(source).match(finder)
            _ = try? AvailabilityFile.read(source).apply(finder, count: people.count, slots: slots)
            _ = try? PairFile.read(source).apply(finder)
            if let plan = try? EarlierPlanFile.read(source).meetings(slots: slots, learners: people) {
                #expect(
                    plan.meetings.allSatisfy {
                        $0.slot == 0 && $0.groups.allSatisfy { $0.members.allSatisfy { $0 < 4 } }
                    })
            }
        }
    }
}
