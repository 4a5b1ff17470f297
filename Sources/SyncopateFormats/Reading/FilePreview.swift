/// The beginning of a file as the detector sees it.
struct FilePreview: Sendable {
    /// Header cells, lower case and trimmed; empty for JSON.
    var headers: Set<String> = []
    /// The same in order.
    var header: [String] = []
    /// The first few thousand bytes as text.
    var head: String
    /// Physical line of the first row.
    var firstLine = 1
    /// Names of the files in a folder or an archive, lower case; empty for a file.
    var members: Set<String> = []
    /// Whether a Canvas header was found, and how sure it is.
    var canvas = 0.0

    init(text: [UInt8], table: CSVTable?) {
        head = String(decoding: text.prefix(4096), as: UTF8.self)
        guard let table, !isJSON, let row = table.rows.first else { return }
        firstLine = row.line
        header = (0..<min(row.count, 4096)).map { table.text(table.cell(row, $0)).lowercased() }
        headers = Set(header)
        if let found = GradebookLayout.findHeader(table) { canvas = found.identity.isCertain ? 0.95 : 0.7 }
    }

    /// Whether the first thing in the file opens a JSON object or list.
    var isJSON: Bool {
        guard let first = head.utf8.first(where: { !$0.isBlankByte }) else { return false }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// Whether the first thing in the file opens an element of XML.
    var isXML: Bool { head.utf8.first { !$0.isBlankByte } == UInt8(ascii: "<") }

    /// Whether a header is there.
    func has(_ name: String) -> Bool { headers.contains(name) }

    /// Whether all of these headers are there.
    func hasAll(_ names: String...) -> Bool { names.allSatisfy { headers.contains($0) } }

    /// Whether some header contains a text.
    func mentions(_ text: String) -> Bool { header.contains { $0.contains(text) } }
}
