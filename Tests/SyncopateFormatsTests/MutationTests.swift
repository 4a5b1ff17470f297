import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Damaged files must be refused or read, never trapped on, and must not fill the memory with findings.
struct MutationTests {
    static let seeds = [
        "Student,ID,SIS Login ID,Section,Notes,Essay (1001),Quiz (1002),Final Score\n,,,,,Manual Posting,,\n"
            + "    Points Possible,,,,,10,\"1,000.00\",(read only)\n\"A, A\",1,a,S,x,5,\"87,5\",1\n\"B, B\",2,b,S,,EX,N/A,\n",
        "learner,item,score,max,at,attempt,skills,status\na,x,1,2,2026-09-01T08:30:00Z,1,s:0.5;t,\nb,y,,,5,,,excused\n",
        "{\"learner\":1,\"item\":\"x\",\"score\":0.5,\"skills\":{\"a\":1}}\n{\"learner\":\"b\",\"item\":\"\\ud83d\\ude00\",\"at\":1e3}\n",
    ]

    @Test func mutations() {
        var random = SeededGenerator(seed: 7)
        let pieces: [[UInt8]] = [
            [0x22], [0x0D], [0x0A], [0x2C], [0x3B], [0x09], [0xFF], [0xC3], [0x00], Array("e999999999".utf8),
            Array("9999999999999999999999".utf8), Array("-".utf8), Array("%".utf8), Array("(".utf8), Array("\\u".utf8),
            [0xE3, 0x80],
        ]
        for round in 0..<3000 {
            var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...9, using: &random)))
                case 1:
                    bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: min(place, bytes.count))
                case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
                default: bytes = Array(bytes.prefix(place))
                }
            }
            for format in [nil] + FileFormat.allCases.map(Optional.some) {
                guard
                    let read = try? EvidenceReader.read(
                        SourceFile(name: "f", bytes: bytes), options: ReadOptions(format: format, maximum: 10))
                else { continue }
                #expect(read.log.events.allSatisfy { ($0.status == .scored) == $0.score.isFinite && !($0.score < 0) })
                #expect(read.findingTotals.values.allSatisfy { $0 >= 1 })
            }
            _ = try? SkillMap.read(SourceFile(name: "f", bytes: bytes))
            _ = try? ItemFile.read(SourceFile(name: "f", bytes: bytes))
        }
    }

    @Test func findingsAreCapped() throws {
        var text = "learner,item,score\n"
        for row in 0..<1000 { text += "l\(row),x,oops\n" }
        let read = try read(text)
        #expect(read.findings.count { $0.rule == .notANumber } == FindingCollector.limit)
        #expect(read.findingTotals[.notANumber] == 1000)
        #expect(read.rejects.count == 1000)
    }
}
