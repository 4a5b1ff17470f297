/// The cells of a sheet that have something in them, and the CSV that they make.
struct SheetTable {
    /// Rows and columns of the largest sheet that spreadsheet programs have.
    static let rowLimit = 1_048_576
    static let columnLimit = 16_384
    /// Most cells with something in them.
    static let cellLimit = 1 << 24
    /// Most bytes of CSV.
    static let byteLimit = 1 << 28

    private struct Cell {
        var row: Int32
        var column: Int32
        var start: UInt32
        var end: UInt32
    }

    private var bytes: [UInt8] = []
    private var cells: [Cell] = []
    private var isSorted = true

    var isEmpty: Bool { cells.isEmpty }

    /// Adds a cell unless it is blank. What would break a line or a cell apart becomes a space.
    ///
    /// - Parameters:
    ///   - row: from 0.
    ///   - column: from 0.
    mutating func add(_ text: some Sequence<UInt8>, row: Int, column: Int) throws(ContainerFault) {
        guard (0..<Self.rowLimit).contains(row), (0..<Self.columnLimit).contains(column) else {
            throw .unsafe("a sheet has more than \(Self.rowLimit) rows or \(Self.columnLimit) columns")
        }
        let start = bytes.count
        var isBlank = true
        for byte in text {
            bytes.append(byte < 0x20 ? 0x20 : byte)
            if byte > 0x20 { isBlank = false }
        }
        guard !isBlank else {
            bytes.removeLast(bytes.count - start)
            return
        }
        guard cells.count < Self.cellLimit, bytes.count < Self.byteLimit else {
            throw .unsafe("a sheet has more than \(Self.cellLimit) cells or \(Self.byteLimit >> 20) MiB of text")
        }
        let cell = Cell(
            row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: bytes.count))
        if let last = cells.last, (cell.row, cell.column) <= (last.row, last.column) { isSorted = false }
        cells.append(cell)
    }

    /// Columns with nothing in them before the first that has something.
    var leadingColumns: Int { cells.isEmpty ? 0 : Int(cells.reduce(.max) { min($0, $1.column) }) }

    /// The table as CSV: a row a line, so that lines are numbered as the sheet's rows are, all of one width, from the
    /// first column on that has something in it.
    func csv() throws(ContainerFault) -> [UInt8] {
        var cells = cells
        if !isSorted { cells.sort { ($0.row, $0.column, $0.start) < ($1.row, $1.column, $1.start) } }
        let first = Int32(leadingColumns)
        if first > 0 { for index in cells.indices { cells[index].column -= first } }
        let width = cells.reduce(0) { max($0, Int($1.column) + 1) }
        var rows = 0
        var last: Int32 = -1
        for cell in cells where cell.row != last {
            rows += 1
            last = cell.row
        }
        let size = bytes.count + rows * width + Int(last) + 1
        guard size <= Self.byteLimit else {
            throw .unsafe(
                "the sheet is too wide for its \(rows) rows: something stands in column \(width)",
                remedy: "delete what stands far to the right of the table, or save the table as CSV")
        }
        var text: [UInt8] = []
        text.reserveCapacity(size + size / 8)
        var row: Int32 = 0
        var column: Int32 = 0
        var isBegun = false
        func finishRow() {
            if isBegun { text.append(contentsOf: repeatElement(UInt8(ascii: ","), count: width - 1 - Int(column))) }
            text.append(0x0A)
        }
        for cell in cells {
            while row < cell.row {
                finishRow()
                row += 1
                column = 0
                isBegun = false
            }
            guard !isBegun || cell.column > column else {
                throw ContainerFault(
                    rule: .damagedArchive, message: "two cells of the sheet stand in one place, in row \(cell.row + 1)",
                    remedy: "open the workbook in a spreadsheet program and save it again")
            }
            text.append(contentsOf: repeatElement(UInt8(ascii: ","), count: Int(cell.column - column)))
            column = cell.column
            isBegun = true
            append(bytes[Int(cell.start)..<Int(cell.end)], to: &text)
        }
        finishRow()
        return text
    }

    /// Adds a cell, in quotes where one of the signs that may separate cells is in it.
    private func append(_ cell: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let needsQuotes = cell.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x22 }
        guard needsQuotes else {
            text += cell
            return
        }
        text.append(0x22)
        for byte in cell {
            if byte == 0x22 { text.append(0x22) }
            text.append(byte)
        }
        text.append(0x22)
    }
}
