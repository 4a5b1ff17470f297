/// Rows of a gradebook that are no learner's. They may stand anywhere below the header.
enum CanvasSpecialRow {
    /// Points possible of each assignment.
    case maximums
    /// Which assignments are posted by hand, or muted.
    case posting

    /// "Points Possible" as other languages have it, lower case.
    private static let names = [
        "points possible", "mögliche punkte", "erreichbare punkte", "punkte möglich", "maximale punktzahl",
        "points possibles", "puntos posibles", "puntos totales", "pontos possíveis", "pontuação possível",
        "mogelijke punten",
        "punten mogelijk", "maximaal aantal punten", "punti possibili", "möjliga poäng", "mulige point", "mulige poeng",
    ]

    /// What kind of row this is; `nil` for a learner's.
    init?(_ row: CSVRow, in table: CSVTable, identity: GradebookIdentity) {
        let name = table.cell(row, identity.namePosition)
        let hasIDs = identity.idPositions.contains { !table.isBlank(table.cell(row, $0)) }
        if !hasIDs, CanvasSpecialRow.isPosting(row, table) {
            self = .posting
            return
        }
        let text = table.text(name).lowercased()
        if text.holds(bytesOf: "points possible")
            || (!hasIDs && CanvasSpecialRow.names.contains { text.contains($0) })
        {
            self = .maximums
            return
        }
        // In a language not listed: no ids, and nothing but numbers and parenthesised remarks.
        guard !hasIDs, !text.isEmpty else { return nil }
        var remarks = 0
        var numbers = 0
        for position in identity.firstGrade..<max(row.count, identity.firstGrade) {
            let range = table.trimmed(table.cell(row, position))
            if range.isEmpty { continue }
            if CanvasSpecialRow.isRemark(table.bytes, range) {
                remarks += 1
            } else if NumericCell(table.bytes, range) != nil {
                numbers += 1
            } else {
                return nil
            }
        }
        let indent = table.bytes[name.range].prefix { $0 == 0x20 }.count
        guard remarks > 0 || (numbers > 0 && indent >= 3) else { return nil }
        self = .maximums
    }

    /// Whether a cell is a remark such as `(read only)`, in any language.
    static func isRemark(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= 3 else { return false }
        let slice = bytes[range]
        if slice.first == UInt8(ascii: "("), slice.last == UInt8(ascii: ")") {
            return !slice.dropFirst().dropLast().allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x2C }
        }
        return slice.starts(with: "（".utf8) && slice.suffix(3).elementsEqual("）".utf8)
    }

    /// Canvas leaves "Manual Posting" untranslated because its own importer looks for it.
    private static func isPosting(_ row: CSVRow, _ table: CSVTable) -> Bool {
        var found = false
        for position in 0..<row.count {
            let cell = table.cell(row, position)
            if table.isBlank(cell) { continue }
            let text = table.text(cell).lowercased()
            guard text == "muted" || text.contains("manual posting") else { return false }
            found = true
        }
        return found
    }
}
