/// The beginning of a file as the detector sees it.
struct FilePreview: Sendable {
    /// Header cells, lower case and trimmed; empty for JSON.
    var headers: Set<String> = []
    /// The same in order.
    var header: [String] = []
    /// The first cells of the first rows, likewise; empty for JSON.
    var labels: [String] = []
    /// The first few thousand bytes as text.
    var head: String
    /// Physical line of the first row.
    var firstLine = 1
    /// Names of the files in a folder or an archive, lower case; empty for a file.
    var members: Set<String> = []
    /// Whether a Canvas header was found, and how sure it is.
    var canvas = 0.0
    /// Whether a server wrote the lines of the file, with a time and more before each object.
    private(set) var isServerLog = false
    /// Names of members of the first JSON records that can be read, lower case, and of the outer object they are listed in.
    var names: Set<String> = []

    /// Whether the rows below the header hold numbers, but for the first cells of each.
    private(set) var isWide = false
    /// Whether those are 0 and 1.
    private(set) var isBinary = false

    /// Records looked at for their names.
    private static let recordLimit = 50

    /// What outer objects list records in.
    private static let wrappers = ["statements", "outcome_results", "rollups"] + TidyJSONReader.wrappers

    init(text: [UInt8], table: CSVTable?) {
        head = String(decoding: text.prefix(4096), as: UTF8.self)
        isServerLog = head.holds(bytesOf: "[tracking]") && head.utf8.contains(UInt8(ascii: "{"))
        if isJSON { names = Self.names(text, hasPrefixes: isServerLog) }
        guard let table, !isJSON, let row = table.rows.first else { return }
        firstLine = row.line
        header = (0..<min(row.count, 4096)).map { table.text(table.cell(row, $0)).lowercased() }
        headers = Set(header)
        labels = table.rows.prefix(10).map { table.text(table.cell($0, 0)).lowercased() }
        surveyNumbers(table)
        if let found = GradebookLayout.findHeader(table) { canvas = found.identity.isCertain ? 0.95 : 0.7 }
    }

    /// Looks at what the first rows below the header hold, but for the first cells.
    private mutating func surveyNumbers(_ table: CSVTable) {
        var (numbers, bits, others) = (0, 0, 0)
        for row in table.rows.dropFirst().prefix(20) {
            for column in 2..<max(min(row.count, 200), 2) {
                let range = table.trimmed(table.cell(row, column))
                guard !range.isEmpty else { continue }
                if let number = NumericCell(table.bytes, range) {
                    numbers += 1
                    if number.withPoint == 0 || number.withPoint == 1 { bits += 1 }
                } else if !MissingWord.isOne(table.text(table.cell(row, column))) {
                    others += 1
                }
            }
        }
        isWide = numbers > 2 && others * 5 < numbers
        isBinary = isWide && bits == numbers
    }

    /// Names of the members of records, read further on where the first are broken or long.
    private static func names(_ text: [UInt8], hasPrefixes: Bool) -> Set<String> {
        var names: Set<String> = []
        var left = recordLimit
        let head = text.count > 1 << 22 ? Array(text.prefix(1 << 22)) : text
        JSONRecords(
            text: head, wrappers: wrappers, isRecord: TidyAliases.areOfAnEvent, nestsLists: true,
            hasPrefixes: hasPrefixes, limit: .max
        ).visit { record in
            for member in record.value?.members ?? [] { names.insert(member.name.lowercased()) }
            left -= 1
            return left > 0
        }
        return names
    }

    /// Whether records have all of these members.
    func hasNames(_ names: String...) -> Bool { names.allSatisfy { self.names.contains($0) } }

    /// Whether the first thing in the file opens a JSON object or list, or it is a log whose lines hold objects.
    var isJSON: Bool {
        if isServerLog { return true }
        let rest = head.utf8.drop { $0.isBlankByte }
        guard rest.first != UInt8(ascii: "{") else { return true }
        guard rest.first == UInt8(ascii: "["), let second = rest.dropFirst().first(where: { !$0.isBlankByte }) else {
            return false
        }
        // A heading may begin with a bracket.
        return "{[]\"-0123456789".utf8.contains(second)
    }

    /// Whether the first thing in the file opens an element of XML.
    var isXML: Bool { head.utf8.first { !$0.isBlankByte } == UInt8(ascii: "<") }

    /// Whether a header is there.
    func has(_ name: String) -> Bool { headers.contains(name) }

    /// Whether all of these headers are there.
    func hasAll(_ names: String...) -> Bool { names.allSatisfy { headers.contains($0) } }

    /// Whether some header contains a text.
    func mentions(_ text: String) -> Bool { header.contains { $0.holds(bytesOf: text) } }
}
