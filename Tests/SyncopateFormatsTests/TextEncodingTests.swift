import Syncopate
import Testing

@testable import SyncopateFormats

struct TextEncodingTests {
    private func name(_ bytes: [UInt8], _ encoding: TextEncoding?) throws -> String? {
        let start = Array("learner,item,score,learner_name\na,x,1,".utf8)
        let file = SourceFile(name: "file.csv", bytes: start + bytes + [0x0A])
        return try EvidenceReader.read(file, options: ReadOptions(encoding: encoding)).log.learners.first?.name
    }

    @Test func bytesOfWesternEurope() throws {
        #expect(try name([0x4A, 0xFC, 0x72, 0x67], .windows1252) == "Jürg")
        #expect(try name([0x4A, 0xFC, 0x72, 0x67], .latin1) == "Jürg")
        #expect(try name([0x80, 0x9F], .windows1252) == "€Ÿ")
        #expect(try name(Array("Jürg".utf8), .utf8) == "Jürg")
        #expect(try name(Array("Jürg".utf8), nil) == "Jürg")
    }

    @Test func everyByteIsSomething() {
        let all = (0...255).map { UInt8($0) }
        #expect(UTF8Check.firstFault(in: Array(TextEncoding.windows1252.decode(all).dropFirst())) == nil)
        #expect(
            String(decoding: TextEncoding.latin1.decode(all), as: UTF8.self).unicodeScalars.map(\.value)
                == all.map(UInt32.init))
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian]) func pairsOfBytes(_ encoding: TextEncoding)
        throws
    {
        for mark in ["", "\u{FEFF}"] {
            let bytes = (mark + "learner,item,score\né😀,x,1\n").utf16.flatMap { unit in
                let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return encoding == .utf16BigEndian ? pair : pair.reversed()
            }
            let file = SourceFile(name: "file.csv", bytes: bytes)
            let read = try EvidenceReader.read(file, options: ReadOptions(encoding: encoding))
            #expect(read.log.learners.map(\.id) == ["é😀"])
        }
    }

    @Test func whatIsNotSoIsStillRefused() {
        let bytes = Array("learner,item,score\nJ".utf8) + [0xFC, 0x0A]
        #expect(refusal(bytes, ReadOptions(encoding: .utf8))?.finding.rule == .notUTF8)
        #expect(refusal(bytes)?.finding.remedy.contains("--encoding") == true)
    }
}
