import TestSupport
import Testing

@testable import SyncopateFormats

/// Rows found eight bytes at a time are those found byte by byte.
struct CSVScannerTests {
    /// What a table is made of, in a form that can be compared.
    private struct Split: Equatable {
        var cells: [Range<Int>] = []
        var flags: [[Bool]] = []
        var rows: [[Int]] = []
        var end: [Int] = []
        var fault: [String] = []
    }

    /// - Parameter step: reads the next row or several, and says whether there may be more.
    private func split(
        _ text: [UInt8], _ delimiter: UInt8, isLast: Bool, limit: Int,
        _ step: (inout CSVScanner, inout [CSVCell], inout [CSVRow]) throws(CSVScanner.Fault) -> Bool
    ) -> Split {
        text.withUnsafeBufferPointer { bytes in
            var scanner = CSVScanner(bytes, delimiter: delimiter, isLast: isLast)
            var (cells, rows): ([CSVCell], [CSVRow]) = ([], [])
            var split = Split()
            do throws(CSVScanner.Fault) {
                while rows.count < limit, try step(&scanner, &cells, &rows) {}
            } catch {
                split.fault = [error.rule.rawValue, "\(error.line)", "\(error.column)"]
                return split
            }
            split.cells = cells.map(\.range)
            split.flags = cells.map { [$0.isQuoted, $0.hasDoubledQuotes, $0.isMalformed] }
            split.rows = rows.map {
                [$0.firstCell, $0.count, $0.line, $0.range.lowerBound, $0.range.upperBound, $0.isMalformed ? 1 : 0]
            }
            split.end = [scanner.offset, scanner.line]
            return split
        }
    }

    /// One row byte by byte, unless it is blank.
    private func closely(
        _ scanner: inout CSVScanner, _ cells: inout [CSVCell], _ rows: inout [CSVRow]
    ) throws(CSVScanner.Fault) -> Bool {
        guard let row = try scanner.next(into: &cells) else { return false }
        let isBlank = cells[row.firstCell...].allSatisfy { Blanks.trimmed($0.range, in: scanner.bytes).isEmpty }
        if isBlank { cells.removeLast(row.count) } else { rows.append(row) }
        return true
    }

    private func check(_ text: [UInt8], _ delimiter: UInt8, isLast: Bool, limit: Int = .max) {
        let expected = split(text, delimiter, isLast: isLast, limit: limit, closely)
        let found = split(text, delimiter, isLast: isLast, limit: limit) {
            (scanner, cells, rows) throws(CSVScanner.Fault) in
            scanner.plainRows(into: &cells, &rows, limit: limit)
            return rows.count < limit ? try closely(&scanner, &cells, &rows) : false
        }
        #expect(found == expected, "\(String(decoding: text, as: UTF8.self).debugDescription) at \(delimiter)")
    }

    @Test func anyTextIsSplitTheSame() {
        let parts = [
            "a", "12.5", "s1", ",", ",", ",", ";", "\t", "|", "\n", "\n", "\r", "\r\n", "\"", "\"a,\nb\"", " ", "  ",
            "\u{A0}", "\u{FEFF}", "é", "😀", "\u{0}", "\u{1}", "\u{7F}", "\u{B}", "item-1234", "",
        ].map { Array($0.utf8) }
        var generator = SeededGenerator(seed: 23)
        for number in 0..<20_000 {
            // Some without quotes and control characters, so that many rows are read in one go.
            let own = number.isMultiple(of: 2) ? parts : parts.filter { !$0.contains(0x22) }
            let text = (0..<Int.random(in: 0...60, using: &generator)).flatMap { _ in
                own[Int.random(in: 0..<own.count, using: &generator)]
            }
            let delimiter = [0x2C, 0x3B, 0x09, 0x7C][Int.random(in: 0..<4, using: &generator)] as UInt8
            check(text, delimiter, isLast: Bool.random(using: &generator))
            check(text, delimiter, isLast: true, limit: Int.random(in: 1...4, using: &generator))
        }
    }

    @Test(arguments: [0, 1, 100, 127, 128, 129, 300, CSVScanner.columnLimit - 1, CSVScanner.columnLimit])
    func wideRowsAreSplitTheSame(delimiters: Int) {
        let row = "a" + String(repeating: ",1", count: delimiters) + "\r\n"
        let blank = String(repeating: ",", count: delimiters) + "\n"
        for text in [row + row, blank + row, row + blank, row + blank + row + "b,\"c\"\n" + row] {
            check(Array(text.utf8), 0x2C, isLast: true)
            check(Array(text.utf8.dropLast()), 0x2C, isLast: false)
        }
    }

    /// What cannot be a row takes no more room than a row can.
    @Test func aRowWithoutAnEndTakesNoRoom() {
        Array(repeating: UInt8(ascii: ","), count: 2_000_000).withUnsafeBufferPointer { bytes in
            var scanner = CSVScanner(bytes, delimiter: 0x2C)
            var (cells, rows): ([CSVCell], [CSVRow]) = ([], [])
            scanner.plainRows(into: &cells, &rows, limit: .max)
            #expect(cells.isEmpty && rows.isEmpty && scanner.offset == 0 && cells.capacity < 200_000)
        }
    }

    @Test func cellsThatAreTooLargeAreRefusedTheSame() {
        for size in [CSVScanner.cellLimit - 1, CSVScanner.cellLimit, CSVScanner.cellLimit + 1] {
            check(Array(("a,b\n1," + String(repeating: "x", count: size) + "\n2,3\n").utf8), 0x2C, isLast: true)
        }
    }

    @Test func wholeNumbersAreThoseOfTheUsualWay() {
        var generator = SeededGenerator(seed: 29)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...18, using: &generator)).map { _ in
                Int.random(in: 0..<40, using: &generator) == 0
                    ? UInt8.random(in: 0...255, using: &generator) : UInt8.random(in: 0x30...0x39, using: &generator)
            }
            let digits = text.allSatisfy { (0x30...0x39).contains($0) }
            let usual = text.withUnsafeBufferPointer { NumericCell.plain($0, 0..<$0.count) }?.withPoint
            #expect(text.withUnsafeBufferPointer { NumericCell.whole($0) } == (digits ? usual : nil))
        }
    }
}
