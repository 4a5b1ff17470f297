/// As much of RFC 4180 as tests need, apart from the readers and writers under test.
enum CSV {
    /// Cells by row.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var before: Unicode.Scalar = " "
        func endRow() {
            row.append(cell)
            rows.append(row)
            row = []
            cell = ""
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"":
                // The second of a pair inside quotes is a quote.
                if !isQuoted, before == "\"" { cell.append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted: break
            case "\n" where !isQuoted: endRow()
            default: cell.unicodeScalars.append(scalar)
            }
            before = scalar
        }
        if !cell.isEmpty || !row.isEmpty { endRow() }
        return rows
    }

    /// One row without its line end.
    static func line(_ cells: [String]) -> String {
        cells.map { cell in
            guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
            return "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",")
    }
}
