import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// What a row says for itself: its number, and its skills where they are not its item's.
struct TidyRowTests {
    /// The skills each event exercised, its own or its item's, by name and weight in the order of names.
    static func skills(_ log: EvidenceLog) -> [[SkillWeight]] {
        log.events.map { event in
            (event.skillSet >= 0 ? log.skillSets[Int(event.skillSet)] : log.items[Int(event.item)].skills)
                .sorted { $0.skill < $1.skill }
        }
    }

    @Test func rowsOfATableAreCountedFromTheFirstRecord() throws {
        let read = try read(
            "learner,item,score\na,x,1\n\n  \nb,x,oops\n,,\nc,x,\"1\"\nd,\"x\n\ny\",0\n\ne,x\ne,x,0\n")
        // Blank lines are skipped, refused rows counted, and lines inside quotes are one record.
        #expect(read.log.events.map(\.row) == [1, 3, 4, 6])
        #expect(read.rejects.map(\.line) == [5, 12])
    }

    @Test func rowsOfJSONLinesAreCountedFromTheFirstRecord() throws {
        let read = try read(
            "{\"learner\":1,\"item\":2,\"score\":1}\n\n \t\r\n{\"learner\":\n{\"learner\":1,\"item\":3,\"score\":-1}\n[]\n"
                + "{\"learner\":1,\"item\":3,\"score\":1}")
        #expect(read.log.events.map(\.row) == [1, 5])
        #expect(read.rejects.count == 3)
    }

    @Test func rowNumbersFollowTheirEventsThroughSortingAndCorrection() throws {
        let sorted = try read("learner,item,score,at\na,x,1,30\na,y,1,10\na,z,1,20\n")
        #expect(sorted.log.events.map(\.row) == [2, 3, 1])
        let corrected = try read("learner,item,score,attempt\na,x,0,1\nb,x,0,1\na,x,1,1\nb,x,0,1\n")
        #expect(corrected.log.events.map(\.row) == [3, 2])
    }

    @Test func aRowCarriesItsOwnSkillsWhereTheyAreNotItsItems() throws {
        let read = try read(
            "learner,item,score,skills\na,x,1,s;t\nb,x,1,t;s\nc,x,1,\nd,x,1,u\ne,x,1,s;t:2\nf,x,1,u\ng,y,1,u\nh,z,1,\ni,z,1,v\n"
        )
        let log = read.log
        #expect(log.items.map { $0.skills.map(\.skill) } == [["s", "t"], ["u"], ["v"]])
        // Another order and a blank say nothing new; equal sets are interned once; a blank first row waits for a later one.
        #expect(log.events.map(\.skillSet) == [-1, -1, -1, 0, 1, 0, -1, -1, -1])
        #expect(
            log.skillSets == [
                [SkillWeight(skill: "u")], [SkillWeight(skill: "s"), SkillWeight(skill: "t", weight: 2)],
            ])
    }

    @Test func aLineOfJSONCarriesItsOwnSkills() throws {
        let read = try read(
            "{\"learner\":1,\"item\":2,\"score\":1,\"skills\":[\"s\"]}\n{\"learner\":2,\"item\":2,\"score\":1,\"skills\":\"s\"}\n"
                + "{\"learner\":3,\"item\":2,\"score\":1,\"skills\":{\"s\":1,\"t\":3}}\n{\"learner\":4,\"item\":2,\"score\":1}\n"
                + "{\"learner\":5,\"item\":2,\"score\":1,\"skills\":\"t:3;s\"}\n")
        #expect(read.log.events.map(\.skillSet) == [-1, -1, 0, -1, 1])
        #expect(
            read.log.skillSets[0] == [SkillWeight(skill: "s"), SkillWeight(skill: "t", weight: 3)])
    }

    @Test func aBadWeightIsRefusedInEveryRow() throws {
        let read = try read("learner,item,score,skills\na,x,1,s\nb,x,1,t:-1\nc,x,1,t:-1\nd,x,1,s\n")
        #expect(read.places(.badWeight) == ["3:4", "4:4"])
        #expect(read.learnerIDs == ["a", "d"])
    }

    /// A row that is refused says nothing about its item either.
    @Test func aRefusedRowLeavesItsItemAsItWas() throws {
        let read = try read("learner,item,score,skills,max\na,x,,,\n,x,1,s,5\n")
        #expect(read.places(.blankID) == ["3:1"])
        #expect(read.log.items[0].skills.isEmpty && read.log.items[0].maximum == nil)
    }

    @Test func ownSkillsAreWrittenAndReadBack() throws {
        for seed in 0..<50 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var log = EvidenceLog()
            for position in 0..<4 {
                log.intern(Learner(id: "l\(position)"))
                let skills = [SkillWeight(skill: "s\(position)")]
                log.intern(Item(id: "i\(position)", title: "i\(position)", skills: skills))
            }
            for row in 0..<30 {
                let own = (0..<Int.random(in: 1...3, using: &random)).map {
                    SkillWeight(skill: "t\($0)", weight: Bool.random(using: &random) ? 1 : 0.5)
                }
                log.append(
                    Event(
                        learner: Int32.random(in: 0..<4, using: &random),
                        item: Int32.random(in: 0..<4, using: &random), status: .scored,
                        score: 1, at: Double(row),
                        skillSet: Bool.random(using: &random) ? log.intern(skillSet: own) : -1))
            }
            for bytes in [TidyWriter.csv(log), TidyWriter.jsonLines(log)] {
                let read = try EvidenceReader.read(SourceFile(name: "f", bytes: bytes))
                try #require(read.rejects.isEmpty)
                #expect(Self.skills(read.log) == Self.skills(log), "seed \(seed)")
                #expect(read.log.events.map(\.row) == (1...30).map(Int32.init))
            }
        }
    }

    /// Counted in the file's first rows with awk: those whose skills are not those of their item's first row.
    @Test(.enabled(if: SharedFolder.has("data/assistments17/tidy.csv.gz")))
    func skillsPerRowOfARealLog() throws {
        let lines = try SharedFolder.unpackedBytes("data/assistments17/tidy.csv.gz").split(
            separator: 0x0A, maxSplits: 100_001)
        let bytes = Array(lines.prefix(100_001).joined(separator: [0x0A]))
        let log = try EvidenceReader.read(SourceFile(name: "f", bytes: bytes)).log
        #expect(log.events.count == 100_000)
        #expect(log.events.count { $0.skillSet >= 0 } == 16_446)
        #expect(log.events.map(\.row) == (1...100_000).map(Int32.init))
    }
}
