import TestSupport
import Testing

@testable import Syncopate

/// Records that travel, and bytes that are none.
struct RecordBytesTests {
    /// A record with everything in it: skills of no item, corrections, pending ones, decisions.
    private func record(_ cases: inout RecordCases, answers: Int) throws -> LearnerRecord {
        var record = cases.keeper.newRecord(of: "ada \u{1F600}")
        let log = try cases.corrected(cases.answers(answers))
        _ = cases.keeper.apply(cases.shuffled(log), to: &record)
        // A little more on either side of what stands.
        _ = cases.keeper.apply(PracticeEvent(retracting: EventID("to come")), to: &record)
        for number in 0..<3 {
            cases.keeper.note(
                RecordedDecision(
                    id: DecisionID(value: UInt64(number) << 60), subject: number == 1 ? .skill(2) : .item(number),
                    mode: Mode.allCases[number], propensity: 1 / Double(number + 1)), in: &record)
        }
        return record
    }

    @Test func travellingAfterEveryEventChangesNothing() throws {
        var cases = try RecordCases(seed: 51)
        let log = try cases.corrected(cases.answers(530), share: 0.03)
        var resident = cases.keeper.newRecord(of: "ada")
        var travelling = resident
        for (place, event) in log.enumerated() {
            let outcome = cases.keeper.apply(event, to: &resident)
            #expect(cases.keeper.apply(event, to: &travelling) == outcome)
            // Reading is telling the window again: every time at the beginning and about the fold, else now and then.
            guard place < 60 || (505..<520).contains(place) || place % 40 == 0 || place > log.count - 5 else {
                continue
            }
            let bytes = cases.keeper.bytes(of: travelling)
            travelling = try cases.keeper.record(from: bytes)
            #expect(travelling == resident)
            #expect(bytes == cases.keeper.bytes(of: resident))
        }
        #expect(resident.hasBase && !resident.window.corrected.isEmpty)
    }

    @Test func everythingTravels() throws {
        var cases = try RecordCases(seed: 52)
        for answers in [0, 1, 7, 120] {
            let record = try record(&cases, answers: answers)
            let bytes = cases.keeper.bytes(of: record)
            #expect(try cases.keeper.record(from: bytes) == record)
            // A keeper that never saw the skill sets.
            var other = RecordKeeper(cases.keeper.recommender)
            let read = try other.record(from: bytes)
            #expect(read.state == record.state && other.bytes(of: read) == bytes)
        }
    }

    /// Counted by hand: the head 4 + 1 + 8 + 4 + 1, the skill's name 3, the subject 7, the answer 12, four empty lists, the
    /// checksum 8.
    @Test func oneAnswerTakesFewBytes() throws {
        let cases = try RecordCases(seed: 53)
        var record = cases.keeper.newRecord(of: "ada")
        cases.keeper.apply(
            PracticeEvent(id: EventID("e"), at: 0, score: 1, subject: EvidenceSubject(item: 0)), to: &record)
        #expect(cases.keeper.bytes(of: record).count == 52)
    }

    // MARK: Another catalogue

    /// Held to the reading of logs, which finds its way through edits by itself.
    @Test func anEditedCatalogueReadsWhatItStillHas() throws {
        let edited = try Catalogue(
            skills: [
                Skill(id: "card", title: "Card"), Skill(id: "b-one", title: "B", formerly: ["b"]),
                Skill(id: "b-two", title: "B", formerly: ["b"]), Skill(id: "a", title: "A"),
            ],
            items: [
                Item(id: "a1 renamed", title: "A 1", skills: [SkillWeight(skill: "a")], formerly: ["a1"]),
                Item(id: "c1", title: "C 1", skills: [SkillWeight(skill: "card")]),
                Item(id: "new", title: "New", skills: [SkillWeight(skill: "b-two")]),
            ])
        var cases = try RecordCases(seed: 54)
        let old = cases.keeper
        var record = old.newRecord(of: "ada")
        var rows: [PracticeLog.Row] = []
        let items = old.recommender.catalogue.items
        for answer in try cases.answers(60) {
            guard let item = answer.subject.item, items[item].kind == .work else { continue }
            var answer = answer
            answer.certainty = 1
            // Rows of one moment are in the order of the log.
            answer.at = 1_700_000_000 + Double(rows.count) * 40_000.5
            _ = old.apply(answer, to: &record)
            rows.append(
                PracticeLog.Row(
                    item: items[item].id, score: answer.score, at: answer.at ?? .nan,
                    skills: items[item].skills.flatMap { weight in
                        [String](repeating: weight.skill, count: Int(weight.weight))
                    }))
        }
        let recommender = Recommender(catalogue: edited)
        var keeper = RecordKeeper(recommender)
        let reread = try keeper.reread(record, from: old)
        let history = try #require(PracticeHistory(PracticeLog.log(rows), for: recommender)["ada"])
        #expect(history.answers.contains { $0.item == nil } && history.answers.contains { $0.item == 0 })
        for skill in edited.skills.indices {
            #expect(abs(reread.state.knowledge.known[skill] - history.state.knowledge.known[skill]) < 1e-12)
            #expect(abs(reread.state.knowledge.attempts[skill] - history.state.knowledge.attempts[skill]) < 1e-12)
        }
        #expect(reread.answers == rows.count && reread.revision == record.revision)
        // And back: nothing was lost on the way.
        var again = RecordKeeper(old.recommender)
        #expect(try again.reread(reread, from: keeper).state.knowledge.attempts == record.state.knowledge.attempts)
    }

    @Test func beliefsAreOfOneCatalogue() throws {
        var cases = try RecordCases(seed: 55)
        var record = cases.keeper.newRecord(of: "ada")
        let answers = try cases.answers(520)
        #expect(cases.keeper.apply(answers, to: &record).allSatisfy { $0 == .applied })
        #expect(record.hasBase)
        var other = RecordKeeper(Recommender(catalogue: try PracticeTests.catalogue()))
        let keeper = cases.keeper
        #expect(throws: RecordFault.incompatible) { try other.reread(record, from: keeper) }
        #expect(throws: RecordFault.incompatible) { try other.record(from: keeper.bytes(of: record)) }
    }

    // MARK: Faults

    @Test func whatIsNoRecord() throws {
        var cases = try RecordCases(seed: 56)
        let record = try record(&cases, answers: 20)
        let bytes = cases.keeper.bytes(of: record)
        for (bytes, fault) in [
            ([], RecordFault.noRecord), (Array("SYN".utf8), .noRecord), ([UInt8](repeating: 0, count: 100), .noRecord),
            (Array("SYNL".utf8), .noRecord), (Array("SYNL".utf8) + [2], .version(2)),
            (Array("SYNL".utf8) + [1], .damaged),
            (Array(bytes.dropLast()), .damaged), (bytes + [0], .damaged),
        ] {
            #expect(throws: fault) { try cases.keeper.record(from: bytes) }
            #expect(!fault.description.isEmpty && !fault.remedy.isEmpty && !fault.code.isEmpty)
        }
        var later = bytes
        later[4] = 2
        #expect(throws: RecordFault.version(2)) { try cases.keeper.record(from: later) }
    }

    /// Every byte changed, and every length: the checksum finds all of it.
    @Test func whatWasChangedIsFound() throws {
        var cases = try RecordCases(seed: 57)
        let record = try record(&cases, answers: 6)
        let bytes = cases.keeper.bytes(of: record)
        for place in bytes.indices {
            var other = bytes
            other[place] ^= UInt8(1 + cases.below(255))
            #expect(throws: RecordFault.self) { try cases.keeper.record(from: other) }
            #expect(throws: RecordFault.self) { try cases.keeper.record(from: Array(bytes.prefix(place))) }
        }
    }

    /// Hostile bytes have the right checksum: what is read from them is a record that goes on working, or a fault.
    @Test(arguments: [(60, 4), (61, 25), (62, 540)]) func hostileBytes(_ seed: Int, _ answers: Int) throws {
        var cases = try RecordCases(seed: UInt64(seed))
        var record = cases.keeper.newRecord(of: "ada")
        let log = try cases.corrected(cases.answers(answers), share: 0.1)
        _ = cases.keeper.apply(log, to: &record)
        let bytes = Array(cases.keeper.bytes(of: record).dropLast(RecordBytes.checksumLength))
        var read = 0
        for _ in 0..<(answers > 100 ? 60 : 1_000) {
            var other = bytes
            for _ in 0...cases.below(3) {
                switch cases.below(5) {
                case 0: other[cases.below(other.count)] = UInt8(cases.below(256))
                case 1: other[cases.below(other.count)] ^= 1 << UInt8(cases.below(8))
                case 2: other.removeLast(min(cases.below(40), other.count - 5))
                case 3: other.insert(UInt8(cases.below(256)), at: 5 + cases.below(other.count - 4))
                default: other[cases.below(other.count)] = 0xff
                }
            }
            var sealed = StateBytes(other)
            sealed.put(fixed: RecordBytes.checksum(other[...]))
            var keeper = RecordKeeper(cases.keeper.recommender)
            guard var hostile = try? keeper.record(from: sealed.bytes) else { continue }
            read += 1
            #expect(hostile.answers < LearnerRecord.windowLimit)
            let again = try keeper.record(from: keeper.bytes(of: hostile))
            #expect(again.window == hostile.window)
            _ = keeper.apply(log.prefix(3), to: &hostile)
            _ = keeper.recommender.advise(hostile.state, at: hostile.clock)
        }
        #expect(read > 0)
    }

    /// Counts that promise more than there is make no room for it.
    @Test func hugeCounts() throws {
        var cases = try RecordCases(seed: 63)
        for size in [UInt64(1) << 20, 1 << 40, .max] {
            var bytes = StateBytes(RecordBytes.magic + [RecordBytes.version])
            bytes.put(fixed: cases.keeper.fingerprint)
            bytes.put("ada")
            bytes.put(UInt64(1))
            bytes.put(size)
            bytes.put(fixed: RecordBytes.checksum(bytes.bytes[...]))
            let sealed = bytes.bytes
            #expect(throws: RecordFault.contradictory) { try cases.keeper.record(from: sealed) }
        }
    }
}
