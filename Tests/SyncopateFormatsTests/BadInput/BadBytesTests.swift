import Syncopate
import SyncopateFormats
import Testing

/// Bytes that are not quite a table, in every format that comes as one.
struct BadBytesTests {
    @Test(arguments: FileFormat.allCases) func nothing(_ format: FileFormat) {
        for text in ["", " \r\n\t\n", "\u{FEFF}"] {
            #expect(refusal(text, ReadOptions(format: format))?.finding.rule == .emptyFile, "\(text.utf8.count)")
        }
    }

    @Test(arguments: TableSample.all) func theHeaderOnly(_ sample: TableSample) throws {
        let read = try sample.read(sample.text(header: sample.header, learners: []))
        #expect(read.log.events.isEmpty && read.learnerIDs.isEmpty && read.rejects.isEmpty)
        read.expect(.noLearners, line: sample.headerLine, column: nil)
    }

    /// Line ends of all kinds, and of several in one file.
    @Test(arguments: TableSample.all) func lineEnds(_ sample: TableSample) throws {
        let text = sample.text(score: "oops")
        let lines = text.split(separator: "\n")
        let mixed = zip(lines, ["\r\n", "\n", "\r", "\r\n", "\n", "\r", "\n", "\r\n", "\n", "\r", "\n", "\n"])
        for text in [
            text, text.replacing("\n", with: "\r"), text.replacing("\n", with: "\r\n"), mixed.map { $0 + $1 }.joined(),
        ] {
            let read = try sample.read(text)
            #expect(read.learnerIDs == ["1001", "1003"] && read.sortedScores.count == sample.otherScores)
            #expect(read.rejects.map(\.line) == [sample.line])
        }
    }

    @Test(arguments: TableSample.all) func marksAndWideCharacters(_ sample: TableSample) throws {
        let text = sample.text()
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [
            mark + Array(text.utf8), mark + mark + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little,
            big,
        ] {
            let read = try EvidenceReader.read(SourceFile(name: "file.csv", bytes: bytes))
            #expect(read.format == sample.format && read.sortedScores == sample.scores && !read.hasErrors)
        }
    }

    /// A line end within a cell of the header is part of it, and lines are counted as an editor counts them.
    @Test(arguments: TableSample.quoted) func aLineEndInTheHeader(_ sample: TableSample) throws {
        let change: (String) -> String = { end in
            var rows = sample.learners.map { $0 + [""] }
            rows[1][sample.score] = "oops"
            return sample.text(header: sample.header + ["two\(end)lines"], learners: rows, special: sample.special)
        }
        for end in ["\n", "\r\n"] {
            let read = try sample.read(change(end))
            #expect(read.rejects.map(\.line) == [sample.line + 1])
            #expect(read.sortedScores.count == sample.otherScores)
            #expect(read.findings.contains { $0.line == sample.line + 1 && $0.column == sample.column })
        }
    }

    @Test(arguments: TableSample.all) func bytesThatAreNoText(_ sample: TableSample) throws {
        let before = Array(sample.text().utf8)
        let row = Array(sample.line(of: sample.learners[2]).utf8)
        let line = sample.line + 2
        for (byte, rule) in [(0xE9 as UInt8, FindingRule.notUTF8), (0, .nulByte)] {
            let error = try #require(refusal(before + [byte] + row))
            #expect(error.finding.rule == rule && error.finding.line == line && error.finding.file == "file.csv")
            // The offset counts from 0.
            #expect(error.finding.message.contains("byte \(before.count) "), "\(error)")
            #expect(!error.finding.remedy.isEmpty)
        }
        let named = try EvidenceReader.read(
            SourceFile(name: "file.csv", bytes: before + [0xE9] + row), options: ReadOptions(encoding: .latin1))
        #expect(named.format == sample.format)
    }

    @Test(arguments: TableSample.quoted) func anUnclosedQuote(_ sample: TableSample) throws {
        var lines = sample.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // The last cell of the last learner's row.
        let place = lines.count - 2
        let cells = sample.learners[2].count
        let cut = try #require(lines[place].lastIndex(of: ","))
        lines[place] = lines[place][...cut] + "\"" + lines[place][lines[place].index(after: cut)...]
        let error = try #require(refusal(lines.joined(separator: "\n")))
        #expect(error.finding.rule == .unclosedQuote && error.finding.line == sample.line + 1)
        #expect(error.finding.column == cells && !error.finding.remedy.isEmpty)
    }

    @Test(arguments: TableSample.quoted) func spacesAroundQuotes(_ sample: TableSample) throws {
        let row = sample.learners[1].map { "  \"\($0)\" " }.joined(separator: ",") + "\n"
        let text = sample.text().replacing(sample.line(of: sample.learners[1]), with: row)
        let read = try sample.read(text)
        #expect(read.sortedScores == sample.scores && !read.hasErrors)
    }

    @Test(arguments: TableSample.quoted) func somethingAfterAQuote(_ sample: TableSample) throws {
        let old = sample.line(of: sample.learners[1])
        let cells = sample.learners[1].enumerated().map { $0 == sample.score ? "\"\($1)\"x" : "\"\($1)\"" }
        let row = cells.joined(separator: ",") + "\n"
        let read = try sample.read(sample.text().replacing(old, with: row))
        read.expect(.textAfterQuote, line: sample.line, column: sample.column, header: sample.columnHeader)
        read.expectRejected(row, line: sample.line)
        #expect(read.sortedScores.count == sample.otherScores && read.learnerIDs == ["1001", "1003"])
    }

    @Test(arguments: TableSample.all) func aRowTooLong(_ sample: TableSample) throws {
        let read = try sample.read(sample.text { $0[1].append("more") })
        read.expect(.raggedRow, line: sample.line, column: sample.header.count + 1)
        read.expectRejected(sample.line(of: sample.learners[1] + ["more"]), line: sample.line)
        #expect(read.sortedScores.count == sample.otherScores && read.learnerIDs == ["1001", "1003"])
    }

    @Test(arguments: TableSample.all) func aRowTooShort(_ sample: TableSample) throws {
        let read = try sample.read(sample.text { $0[1].removeSubrange(sample.score...) })
        read.expect(.raggedRow, line: sample.line, column: sample.column, header: sample.columnHeader)
        read.expectRejected(sample.line(of: Array(sample.learners[1].prefix(sample.score))), line: sample.line)
        #expect(read.sortedScores.count == sample.otherScores && read.learnerIDs == ["1001", "1003"])
    }

    @Test(arguments: TableSample.quoted, [";", "\t"])
    func otherDelimiters(_ sample: TableSample, _ delimiter: String) throws {
        var sample = sample
        sample.delimiter = delimiter
        let read = try sample.read(sample.text())
        #expect(read.sortedScores == sample.scores && !read.hasErrors)
        if delimiter == ";" {
            let stated = try sample.read("sep=;\r\n" + sample.text(score: "oops"))
            #expect(stated.rejects.map(\.line) == [sample.line + 1])
        }
    }

    /// A row split by another delimiter than the header is one cell.
    @Test(arguments: TableSample.quoted) func aChangedDelimiter(_ sample: TableSample) throws {
        let row = sample.learners[1].filter { !$0.contains(",") }.joined(separator: ";") + "\n"
        let read = try sample.read(sample.text().replacing(sample.line(of: sample.learners[1]), with: row))
        read.expect(.raggedRow, line: sample.line, column: 2, header: TableSample.shown(sample.header[1]))
        read.expectRejected(row, line: sample.line)
    }

    @Test(arguments: TableSample.all) func unnamedColumnsAtTheEnd(_ sample: TableSample) throws {
        let rows = sample.learners.map { $0 + ["", "", ""] }
        let read = try sample.read(
            sample.text(header: sample.header + ["", "", ""], learners: rows, special: sample.special))
        #expect(read.sortedScores == sample.scores && !read.hasErrors)
    }

    /// Files that have the name of a table and are none say what they are.
    @Test(arguments: [
        ("%PDF-1.7\n", FindingRule.binaryFile, "PDF"), ("GIF89a", .binaryFile, "picture"),
        ("<!DOCTYPE html><html><body>", .binaryFile, "HTML"),
        ("\n <table><tr><td>1</td></tr></table>", .binaryFile, "HTML"),
        ("{\\rtf1\\ansi Student}", .binaryFile, "RTF"), ("PK\u{3}\u{4}[Content_Types].xml", .damagedArchive, "cut off"),
        ("one,two\n1,2\n", .notAKnownFormat, "no format known"), ("just words\n", .notAKnownFormat, "no format known"),
        ("vendor_guid,object_type\n", .wrongKindOfFile, "outcomes"),
    ])
    func otherFiles(_ text: String, _ rule: FindingRule, _ word: String) throws {
        let error = try #require(refusal(text))
        #expect(error.finding.rule == rule && error.finding.message.contains(word), "\(error)")
        #expect(!error.finding.remedy.isEmpty)
    }

    @Test(arguments: [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] as [UInt8], "old Excel workbook"),
        ([0x1F, 0x8B, 8, 0], "gzip"), ([0x89, 0x50, 0x4E, 0x47, 13, 10], "picture"),
    ])
    func otherBytes(_ bytes: [UInt8], _ word: String) throws {
        let error = try #require(refusal(bytes + [UInt8](repeating: 0, count: 600)))
        #expect(error.finding.rule == .binaryFile && error.finding.message.contains(word), "\(error)")
    }
}
