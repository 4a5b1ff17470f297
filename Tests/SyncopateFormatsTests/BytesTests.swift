import Syncopate
import SyncopateFormats
import Testing

/// What a file can be besides a table in UTF-8.
struct BytesTests {
    static let tidy = "learner,item,score\na,x,0.5\n"

    @Test func encodings() throws {
        let text = "learner,item,score\nJosé,x,0.5\n"
        var little: [UInt8] = []
        var big: [UInt8] = []
        for unit in text.utf16 {
            little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        for bytes in [
            mark + Array(text.utf8), mark + mark + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little,
            big,
        ] {
            let read = try EvidenceReader.read(SourceFile(name: "f", bytes: bytes))
            #expect(read.learnerIDs == ["José"])
            #expect(read.counts.scored == 1)
        }
    }

    @Test func notUTF8() {
        let error = refusal(Array("learner,item,score\nJos".utf8) + [0xE9] + Array(",x,1\n".utf8))
        #expect(error?.finding.rule == .notUTF8)
        #expect(error?.finding.line == 2)
        #expect(error?.finding.message.contains("byte 22") == true)
        #expect(refusal(Array("learner,item,score\na\u{0},x,1\n".utf8))?.finding.rule == .nulByte)
    }

    @Test func nothingToRead() {
        #expect(refusal("")?.finding.rule == .emptyFile)
        #expect(refusal(" \r\n\u{FEFF}")?.finding.rule != nil)
    }

    @Test func filesThatAreSomethingElse() {
        #expect(refusal(Array("PK\u{3}\u{4}....[Content_Types].xml".utf8))?.finding.rule == .damagedArchive)
        #expect(refusal(Array("%PDF-1.7".utf8))?.finding.message.contains("PDF") == true)
        #expect(refusal("<!DOCTYPE html><html>")?.finding.message.contains("HTML") == true)
        #expect(refusal("sid,email,role\n1,a@x.org,Student\n")?.finding.rule == .wrongKindOfFile)
        #expect(refusal("{\"mbox\":\"mailto:a@b\"}")?.finding.message.contains("xAPI") == true)
        #expect(refusal("item,skill\nx,y\n")?.finding.rule == .wrongKindOfFile)
    }

    @Test func anUnclosedQuoteIsReportedWhereItOpened() {
        let error = refusal("learner,item,score\na,x,1\nb,\"x,1\nc,x,1\n")
        #expect(error?.finding.rule == .unclosedQuote)
        #expect(error?.finding.line == 3)
        #expect(error?.finding.column == 2)
    }

    @Test func delimiters() throws {
        for delimiter in [",", ";", "\t"] {
            #expect(try read(Self.tidy.replacing(",", with: delimiter)).counts.scored == 1)
        }
        #expect(try read("sep=;\r\nlearner;item;score\r\na;x;1\r\n").counts.scored == 1)
        #expect(refusal("a,b;c,d;e\n1,2;3,4;5\n")?.finding.rule == .delimiterUndecidable)
    }

    @Test func limits() {
        let wide = "learner,item,score" + String(repeating: ",", count: 50_001) + "\na,x,1\n"
        #expect(refusal(wide, ReadOptions(format: .tidyCSV))?.finding.rule == .tooManyColumns)
        let deep = "learner,item,score\n\(String(repeating: "x", count: 1_100_000)),x,1\n"
        #expect(refusal(deep, ReadOptions(format: .tidyCSV))?.finding.rule == .cellTooLarge)
    }

    @Test func quotesAsPeopleWriteThem() throws {
        let read = try read("learner,item,score\n \"a\"\"b\" , \"x\" ,1\nc,\"x\"y,1\n")
        #expect(read.learnerIDs == ["a\"b"])
        #expect(read.places(.textAfterQuote).count == 1)
        #expect(read.rejects.map(\.line) == [3])
    }
}
