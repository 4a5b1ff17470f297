internal import Syncopate

/// Who a row is about, what item, and which skills.
extension TidyCSVReader {
    /// The learner's position if the id was seen before.
    func learnerPosition(_ row: CSVRow) throws(TidyValues.Fault) -> Int32? {
        guard let cell = cell(row, .learner), !table.isBlank(cell) else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner, message: "there is no learner", remedy: "fill in the id")
        }
        return cell.hasDoubledQuotes ? nil : table.withBytes(of: cell) { learners.value(of: $0) }
    }

    mutating func addLearner(_ row: CSVRow) -> Int32 {
        let id = isExact(row, .learner) ? text(row, .learner) : DamagedID.repaired(text(row, .learner))
        let position = assembler.log.intern(
            Learner(id: id, name: word(row, .learnerName), section: text(row, .section)))
        // Doubled quotes make other texts of the same bytes.
        if let cell = cell(row, .learner), !cell.hasDoubledQuotes {
            table.withBytes(of: cell) { learners.insert($0, value: position) }
        }
        return position
    }

    /// The item's position if the id was seen before.
    func itemPosition(_ row: CSVRow) throws(TidyValues.Fault) -> Int32? {
        guard let cell = cell(row, .item), !table.isBlank(cell) else {
            throw TidyValues.Fault(rule: .unnamedItem, field: .item, message: "there is no item", remedy: "fill it in")
        }
        return cell.hasDoubledQuotes ? nil : table.withBytes(of: cell) { items.value(of: $0) }
    }

    mutating func addItem(_ row: CSVRow, _ maximum: Double) -> Int32 {
        let id = text(row, .item)
        let written = word(row, .title)
        let title = written.isEmpty ? id : written
        let kind = assembler.kind(
            word(row, .kind).lowercased(), title: title, line: row.line,
            place: (columns[.kind], columns[written.isEmpty ? .item : .title]))
        let position = assembler.log.intern(
            Item(
                id: id, title: title, maximum: maximum.isNaN ? nil : maximum, kind: kind.kind,
                kindIsStated: kind.isStated))
        if let cell = cell(row, .item), !cell.hasDoubledQuotes {
            table.withBytes(of: cell) { items.insert($0, value: position) }
        }
        return position
    }

    /// The number of the set of skills a row names; its text is parsed the first time only.
    mutating func skills(_ row: CSVRow) throws(TidyValues.Fault) -> Int32 {
        guard let cell = cell(row, .skills), !cell.range.isEmpty else { return TidySkillSets.none }
        if !cell.hasDoubledQuotes, let known = table.withBytes(of: cell, { assembler.skillSets.number(ofCell: $0) }) {
            return known
        }
        guard let skills = SkillList.parse(word(row, .skills)) else {
            throw TidyValues.Fault(
                rule: .badWeight, field: .skills, message: "a weight is a number above zero",
                remedy: "correct it, or leave it out")
        }
        assembler.doubtSkills(skills, line: row.line, column: columns[.skills])
        let number = assembler.skillSets.number(skills)
        if !cell.hasDoubledQuotes { table.withBytes(of: cell) { assembler.skillSets.insert(cell: $0, number: number) } }
        return number
    }
}
