import Syncopate
import SyncopateFormats
import TestSupport
import Testing

struct TidyTests {
    @Test func columnsInAnyOrderAndByOtherNames() throws {
        let read = try read(
            "timestamp,skills,correct,item,learner,max,attempt\n2026-09-01T08:30:00+02:00,fractions;ratios:0.5,3,x,a,4,2\n"
        )
        #expect(
            read.log.events == [
                Event(learner: 0, item: 0, status: .scored, score: 0.75, at: 1_788_244_200, attempt: 2, row: 1)
            ]
        )
        #expect(
            read.log.items[0].skills == [SkillWeight(skill: "fractions"), SkillWeight(skill: "ratios", weight: 0.5)])
        #expect(refusal("learner,item\na,x\n", ReadOptions(format: .tidyCSV))?.finding.rule == .missingColumn)
    }

    @Test func withoutAMaximum() throws {
        let read = try read("learner,item,score\na,x,0.5\na,y,7\nb,y,1\n")
        #expect(read.score("a", "x") == 0.5)
        #expect(read.status("a", "y") == .hidden && read.status("b", "y") == .hidden)
        #expect(read.places(.maximumMissing) == ["3:3"])
        #expect(
            try SyncopateFormatsTests.read("learner,item,score\na,y,7\n", ReadOptions(maximum: 10)).score("a", "y")
                == 0.7)
    }

    @Test func statuses() throws {
        for status in Status.allCases where status != .scored {
            #expect(try read("learner,item,score,status\na,x,,\(status.word)\n").status("a", "x") == status)
        }
        #expect(try read("learner,item,score\na,x,\n").status("a", "x") == .unknownBlank)
        let conflict = try read("learner,item,score,status\na,x,1,excused\n")
        #expect(conflict.status("a", "x") == .excused && conflict.places(.statusAgainstScore) == ["2:4"])
        #expect(try read("learner,item,score,status\na,x,1,lost\n").places(.unknownStatus) == ["2:4"])
    }

    @Test func aRefusedRowIsAnErrorToAStrictReading() throws {
        let text = "learner,item,score,status\na,x,1,\nb,x,,scored\n"
        #expect(try read(text).rejects.map(\.line) == [3])
        #expect(refusal(text, ReadOptions(strict: true))?.finding.rule == .statusAgainstScore)
    }

    @Test(arguments: [
        ("2026-09-01T08:30:00", FindingRule.badTime), ("1788244200000", .badTime), ("1/2/2026", .badTime),
        ("2026-02-30T00:00:00Z", .badTime),
    ])
    func badTimes(time: String, rule: FindingRule) throws {
        let read = try read("learner,item,score,at\na,x,1,\(time)\n")
        #expect(read.places(rule) == ["2:4"] && read.hasErrors)
        #expect(read.score("a", "x") == 1 && read.event("a", "x")?.at.isNaN == true)
    }

    @Test func repeatsAndCorrections() throws {
        let read = try read(
            "learner,item,score,attempt,event_id\na,x,0,1,\na,x,0,1,\na,x,1,1,\nb,x,0,,e1\nb,x,1,,e1\nc,x,0,,\nc,x,0,,\n"
        )
        #expect(read.log.events.map(\.score) == [1, 1, 0, 0])
        #expect(read.counts.duplicatesDropped == 3)
    }

    @Test func eachLearnersEventsAreInOrderOfTime() throws {
        let read = try read("learner,item,score,at,order\na,x,1,30,\nb,x,1,5,\na,y,1,10,2\na,z,1,10,1\nb,y,1,,\n")
        #expect(read.log.events.map { read.log.items[Int($0.item)].id } == ["z", "x", "y", "x", "y"])
    }

    @Test func jsonLines() throws {
        let read = try read(
            "{\"learner\":1,\"item\":\"x\",\"score\":true}\n\n{\"learner\":\"1\",\"item\":\"\\u00e9\\ud83d\\ude00\",\"score\":2,\"max\":4,"
                + "\"skills\":[\"s\",{\"skill\":\"t\",\"weight\":2}]}\n{\"learner\":\"2\",\"item\":\n{\"learner\":\"2\",\"learner\":\"3\"}\n[1]\n"
                + "{\"learner\":\"2\",\"item\":\"x\",\"score\":-1}")
        #expect(read.format == .tidyJSONLines)
        #expect(read.learnerIDs == ["1"])
        #expect(read.itemIDs == ["x", "é😀"])
        #expect(read.log.events.map(\.score) == [1, 0.5])
        #expect(read.log.items[1].skills.map(\.weight) == [1, 2])
        #expect(read.places(.brokenJSON) == ["4:23", "5:16", "6:1"])
        #expect(read.rejects.map(\.line) == [4, 5, 6, 7])
        let deep = String(repeating: "[", count: 100_000)
        #expect(try SyncopateFormatsTests.read("{\"learner\":1,\"item\":2,\"score\":1}\n\(deep)").rejects.count == 1)
    }

    /// A log whose every value survives both formats.
    func randomLog(_ seed: UInt64) -> EvidenceLog {
        var random = SeededGenerator(seed: seed)
        var log = EvidenceLog()
        let odd = ["plain", "two words", "comma, quote \"", "línea", "a;b", "=1+1", "it's: here", "0012"]
        for position in 0..<Int.random(in: 1...6, using: &random) {
            log.intern(
                Learner(
                    id: "\(odd[position]) \(position)", name: "N\(position)",
                    section: odd.randomElement(using: &random) ?? ""))
            let maximum: Double? = Bool.random(using: &random) ? Double(Int.random(in: 1...40, using: &random)) : nil
            log.intern(
                Item(
                    id: "\(odd[position]) item", title: "Title, \(position)",
                    skills: [SkillWeight(skill: "s:\(position)", weight: 0.25)],
                    maximum: maximum, kind: .bonus, kindIsStated: true))
        }
        for learner in log.learners.indices {
            var at = Double(Int.random(in: 0...1_000_000, using: &random))
            for item in log.items.indices {
                let status = Status.allCases.randomElement(using: &random) ?? .scored
                let maximum = log.items[item].maximum
                let points = Double(Int.random(in: 0...Int(maximum ?? 1), using: &random))
                at += random.uniform() * 1000
                log.append(
                    Event(
                        learner: Int32(learner), item: Int32(item), status: status,
                        score: status == .scored ? points / (maximum ?? 1) : .nan, at: at,
                        attempt: Int32.random(in: 0...3, using: &random)))
            }
        }
        return log
    }

    @Test func whatIsWrittenIsReadBack() throws {
        for seed in 0..<200 as Range<UInt64> {
            let log = randomLog(seed)
            for bytes in [TidyWriter.csv(log), TidyWriter.jsonLines(log)] {
                let read = try EvidenceReader.read(SourceFile(name: "f", bytes: bytes))
                try #require(read.rejects.isEmpty, "seed \(seed): \(read.findings)")
                #expect(read.log.learners == log.learners)
                #expect(read.log.items == log.items)
                #expect(read.log.events.count == log.events.count)
                for (a, b) in zip(read.log.events, log.events) {
                    #expect(
                        a.learner == b.learner && a.item == b.item && a.status == b.status && a.attempt == b.attempt)
                    #expect(a.at == b.at && (a.score == b.score || (a.score.isNaN && b.score.isNaN)), "seed \(seed)")
                }
            }
        }
    }
}
