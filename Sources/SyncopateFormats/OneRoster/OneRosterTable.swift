/// A table of a OneRoster set: cells by the names of columns, without the rows that are to be deleted.
struct OneRosterTable {
    /// What messages call the file.
    let file: String
    let table: CSVTable
    let header: CSVRow
    /// The rows that count.
    private(set) var rows: [(record: Int32, row: CSVRow)] = []
    /// Ids of the rows that are inactive or to be deleted.
    private(set) var removed: Set<String> = []
    private let columns: [String: Int]

    /// `nil` where there is nothing in the file.
    init?(_ member: ArchiveMember, set: String) throws(ReadError) {
        guard member.bytes.contains(where: { !$0.isBlankByte }) else { return nil }
        file = set + "/" + member.name
        let text = try TextDecoder.decode(SourceFile(name: file, bytes: member.bytes))
        table = try CSVTable(text, file: file)
        guard let header = table.rows.first else { return nil }
        self.header = header
        var columns: [String: Int] = [:]
        for column in 0..<header.count {
            let name = table.text(table.cell(header, column)).lowercased()
            if columns[name] == nil { columns[name] = column }
        }
        self.columns = columns
        for (number, row) in table.rows.enumerated().dropFirst() {
            if ["tobedeleted", "inactive"].contains(self.text(row, "status").lowercased()) {
                removed.insert(self.text(row, "sourcedid"))
            } else {
                rows.append((Int32(clamping: number), row))
            }
        }
    }

    /// A cell's text by the name of its column in lower case; empty where there is none.
    func text(_ row: CSVRow, _ name: String) -> String {
        columns[name].map { table.unguardedText(table.cell(row, $0)) } ?? ""
    }

    /// A column's position from 1.
    func column(_ name: String) -> Int? { columns[name].map { $0 + 1 } }

    /// A column's header as it stands.
    func headerText(_ name: String) -> String { columns[name].map { table.text(table.cell(header, $0)) } ?? "" }

    /// Requires columns to be there.
    func require(_ names: [String]) throws(ReadError) {
        let lacking = names.filter { columns[$0.lowercased()] == nil }
        guard lacking.isEmpty else {
            throw FindingCollector(file: file).refusal(
                .missingColumn, line: header.line, "the table lacks the column \(lacking.joined(separator: " and "))",
                remedy: "export it again; OneRoster requires it")
        }
    }
}
