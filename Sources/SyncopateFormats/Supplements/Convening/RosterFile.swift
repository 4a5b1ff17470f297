/// Who takes part, from a CSV `learner[,name,section,most_minutes,status]`, a row for each, and if one likes the names they
/// have in Canvas: `canvas_user_id,user_id,login_id`.
public struct RosterFile: Sendable {
    /// One row.
    public struct Entry: Sendable, Hashable {
        /// An id or a name, as the file writes it.
        public var learner: String
        public var name: String
        public var section: String
        /// Most live minutes, above 0; `nil` where the file does not say.
        public var mostMinutes: Double?
        /// Whether the learner has left.
        public var isWithdrawn: Bool
        public var account: CanvasAccount
        /// Physical line it stands on, from 1.
        public var line: Int
    }

    /// The rows in file order.
    public private(set) var entries: [Entry] = []
    /// What was noticed while reading.
    public private(set) var noticed: FindingCollector
    private let column: Int?

    private static let columns = [
        "learner", "name", "section", "most_minutes", "status", "canvas_user_id", "user_id", "login_id",
    ]
    private static let gone: Set<String> = [
        "withdrawn", "inactive", "dropped", "deleted", "concluded", "completed", "left", "no", "0",
    ]
    private static let there: Set<String> = ["", "active", "enrolled", "invited", "yes", "1"]

    /// Reads a roster. Rows with a fault are left out and noted.
    ///
    /// - Throws: ``ReadError`` if the file is none.
    public static func read(_ file: SourceFile) throws(ReadError) -> RosterFile {
        var noticed = FindingCollector(file: file.name)
        let table = try HeaderedTable(file, required: ["learner"], known: columns, kind: "a roster", &noticed)
        if table.positions["score"] != nil {
            throw noticed.refusal(
                .wrongKindOfFile, line: table.table.rows.first?.line,
                "this looks like a table of events, and a roster is needed here",
                remedy: "give a file with the header learner,name,section,most_minutes,status")
        }
        var roster = RosterFile(noticed: noticed, column: table.column("learner"))
        for row in table.rows(&roster.noticed) { roster.add(row, table) }
        return roster
    }

    private init(noticed: FindingCollector, column: Int?) {
        self.noticed = noticed
        self.column = column
    }

    private mutating func add(_ row: CSVRow, _ table: HeaderedTable) {
        let learner = table.text(row, "learner")
        guard !learner.isEmpty else {
            noticed.add(
                .blankID, line: row.line, column: column, header: "learner", "there is no learner",
                remedy: "fill it in")
            return
        }
        let status = table.text(row, "status").lowercased()
        if !Self.gone.contains(status), !Self.there.contains(status) {
            noticed.add(
                .unknownStatus, .warning, line: row.line, column: table.column("status"), header: "status",
                "no such status, so the learner is taken for present",
                remedy: "write active or withdrawn")
        }
        entries.append(
            Entry(
                learner: learner, name: table.text(row, "name"), section: table.text(row, "section"),
                mostMinutes: table.number(row, "most_minutes", &noticed) { $0 > 0 && $0 <= 100_000 },
                isWithdrawn: Self.gone.contains(status),
                account: CanvasAccount(
                    canvasID: table.text(row, "canvas_user_id"), sisID: table.text(row, "user_id"),
                    login: table.text(row, "login_id")),
                line: row.line))
    }

    /// Who the rows are: a position among the learners, or `nil` for whoever is none of them.
    ///
    /// - Returns: one per row, and what was noticed: rows of nobody known, and rows of one learner.
    public func match(_ finder: LearnerFinder) -> (places: [Int?], isRepeated: [Bool], noticed: FindingCollector) {
        var noticed = FindingCollector(file: noticed.file)
        var seen: Set<String> = []
        var places: [Int?] = []
        var isRepeated: [Bool] = []
        for entry in entries {
            let found = finder.find(entry.learner)
            var place: Int?
            var key = "new " + entry.learner
            if case .learner(let position) = found { (place, key) = (position, "known \(position)") }
            let isNew = seen.insert(key).inserted
            places.append(place)
            isRepeated.append(!isNew)
            if !isNew {
                noticed.add(
                    .duplicateLearner, line: entry.line, column: column, header: "learner",
                    "this learner stands further up already; that row is kept", remedy: "keep one row of each learner")
            } else if place == nil, !entry.isWithdrawn {
                noticed.add(
                    .unknownLearner, .warning, line: entry.line, column: column, header: "learner",
                    found == .several
                        ? "several learners have this name, so whose it is cannot be told; taken for somebody new"
                        : "the input has nobody of this id or name; taken for somebody new",
                    remedy: finder.remedy(entry.learner))
            }
        }
        return (places, isRepeated, noticed)
    }
}
