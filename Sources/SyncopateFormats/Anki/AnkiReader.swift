internal import Syncopate

/// Reads reviews of flashcards: the table `revlog` of an Anki collection as CSV, or the form that the tools of
/// open-spaced-repetition share.
///
/// An item is a card. A card that was forgotten (1, "again") is wrong, and one remembered (2 to 4) is right.
/// A card that was moved by hand was not answered.
struct AnkiReader {
    static let entry = FormatEntry(
        .anki, "Anki reviews", "Anki reviews: the table revlog as CSV, or card_id,review_time,review_rating",
        example: "id,cid,usn,ease,ivl,lastIvl,factor,time,type",
        quirks: [
            "An item is a card; again (1) is wrong, hard, good and easy are right.",
            "The learner is user_id where there is such a column, else one person, me.",
            "A package (apkg, colpkg) or a collection is refused with the command that makes the CSV.",
            "No skills: name those of the cards with --skills.",
        ],
        confidence: { $0.hasAll("cid", "ease") || $0.hasAll("card_id", "review_rating") ? 1 : 0 },
        read: { (content, options) throws(ReadError) in
            var reader = try AnkiReader(content.text, options: options, file: content.name)
            reader.read()
            return FileReading(&reader.assembler, headerRows: reader.headerRows)
        })

    private let table: CSVTable
    private let columns: AnkiColumns
    private(set) var headerRows: [[UInt8]] = []
    fileprivate(set) var assembler: TidyAssembler
    private var unanswered = 0

    /// - Throws: `missing-column` where the header is neither form's.
    init(_ text: [UInt8], options: ReadOptions, file: String) throws(ReadError) {
        table = try CSVTable(text, file: file)
        assembler = TidyAssembler(file: file, options: options)
        let header = table.rows.first
        let table = table
        let names = header.map { row in (0..<row.count).map { table.text(table.cell(row, $0)) } } ?? []
        guard let columns = AnkiColumns(names) else {
            throw assembler.findings.refusal(
                .missingColumn, line: header?.line,
                "reviews have the columns id, cid and ease, or card_id, review_time and review_rating",
                remedy: "run: sqlite3 -header -csv collection.anki2 \"SELECT * FROM revlog\" > revlog.csv")
        }
        try assembler.findings.refuseRepeats(
            names, of: ["id", "cid", "ease", "type", "card_id", "review_time", "review_rating", "user_id"],
            line: header?.line)
        self.columns = columns
        assembler.headers = names
        if let header { headerRows = [table.verbatim(header)] }
    }

    mutating func read() {
        assembler.reserve(table.rows.count)
        for (number, row) in table.rows.enumerated().dropFirst() {
            do throws(TidyValues.Fault) {
                try read(row, record: Int32(clamping: number))
            } catch {
                let position =
                    error.rule == .textAfterQuote ? table.malformedColumn(row) : columns.position(error.field)
                let text = text(row, position)
                assembler.reject(
                    error, line: row.line, cells: row.count, position: position, bytes: table.verbatim(row),
                    text: text)
            }
        }
        if table.rows.count <= 1 {
            assembler.findings.add(
                .noLearners, line: table.rows.first?.line, "there is a header and nothing below it",
                remedy: "check that the export is not empty")
        }
        if unanswered > 0 {
            assembler.findings.add(
                .notAnAnswer, line: table.rows.first?.line, column: columns.rating + 1,
                header: columns.headers[columns.rating],
                unanswered == 1
                    ? "1 row is a card that was moved by hand, and no answer"
                    : "\(unanswered) rows are cards that were moved by hand, and no answers",
                remedy: "nothing to do")
        }
    }

    private func text(_ row: CSVRow, _ column: Int?) -> String {
        column.map { table.unguardedText(table.cell(row, $0)) } ?? ""
    }

    private mutating func read(_ row: CSVRow, record: Int32) throws(TidyValues.Fault) {
        guard !row.isMalformed else {
            throw TidyValues.Fault(
                rule: .textAfterQuote, field: .score,
                message: "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
        }
        guard row.count == columns.headers.count else {
            throw TidyValues.Fault(
                rule: .raggedRow, field: .score,
                message: "the row has \(row.cellCount) and the header \(columns.headers.count)",
                remedy: "export it again")
        }
        let card = DamagedID.repaired(text(row, columns.card))
        guard !card.isEmpty else {
            throw TidyValues.Fault(rule: .unnamedItem, field: .item, message: "there is no card", remedy: "fill it in")
        }
        try checkIsWhole(card, .item)
        guard let rating = Int(DamagedID.repaired(text(row, columns.rating))), (0...4).contains(rating) else {
            throw TidyValues.Fault(
                rule: .badValue, field: .score, message: "an answer is a number from 1 (again) to 4 (easy)",
                remedy: "correct it, or delete the row")
        }
        // 4: moved by hand, 5: moved by a change of settings.
        let type = DamagedID.repaired(text(row, columns.type))
        guard rating > 0, type != "4", type != "5" else {
            unanswered += 1
            return
        }
        let learner = columns.learner == nil ? "me" : try TidyValues.learner(text(row, columns.learner))
        var event = TidyEvent(learner: 0, item: 0, row: record, status: .scored, isShare: true, line: row.line)
        event.points = rating == 1 ? 0 : 1
        event.at = try milliseconds(text(row, columns.time), .at, .badTime)
        if columns.duration != nil, !text(row, columns.duration).isEmpty {
            event.seconds = try TidyValues.seconds(try milliseconds(text(row, columns.duration), .seconds, .badValue))
        }
        event.learner = assembler.log.intern(Learner(id: learner))
        event.item = assembler.log.intern(Item(id: card, title: card))
        let id = DamagedID.repaired(text(row, columns.id))
        assembler.add(event, id: id.isEmpty ? nil : id)
    }

    /// - Throws: where a spreadsheet has rounded a number, so that it may stand for many.
    private func checkIsWhole(_ text: String, _ field: TidyField) throws(TidyValues.Fault) {
        guard DamagedID.isDamaged(text) else { return }
        throw TidyValues.Fault(
            rule: .damagedID, field: field, message: DamagedID.message(text), remedy: DamagedID.remedy(text))
    }

    /// Seconds of whole milliseconds; moments are later than 1973, so that seconds taken for milliseconds are found.
    private func milliseconds(
        _ text: String, _ field: TidyField, _ rule: FindingRule
    ) throws(TidyValues.Fault) -> Double {
        if field == .at { try checkIsWhole(text, field) }
        guard let value = Double(decimal: text), value >= (field == .at ? 1e11 : 0), value < 1e14 else {
            throw TidyValues.Fault(
                rule: rule, field: field, message: "this is no time in milliseconds",
                remedy: field == .at ? "write milliseconds since 1970" : "correct it, or leave it blank")
        }
        return value / 1000
    }
}
