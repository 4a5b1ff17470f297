public import Syncopate

/// What is known about items beside the evidence, from a CSV
/// `item[,title,skills,minutes,difficulty,discrimination,kind,group,due,assigned,max,requires,formerly]`. Blank cells leave
/// things as they are.
public struct ItemFile: Sendable {
    /// One row.
    public struct Entry: Sendable, Hashable {
        /// An item's id or title, as the file writes it.
        public var item: String
        /// What people read.
        public var title: String?
        /// Minutes a learner needs, above zero.
        public var minutes: Double?
        /// Difficulty in logits.
        public var difficulty: Double?
        /// Slope of the log-odds of success, above zero.
        public var discrimination: Double?
        /// Skills it exercises.
        public var skills: [SkillWeight]?
        /// The set it belongs to.
        public var group: String?
        /// Items that must have been done well before.
        public var requires: [String]?
        /// Identities it had before.
        public var formerly: [String]?
        /// What sort of thing it is; stated here, it is no longer read off the title.
        public var kind: ItemKind?
        /// Seconds since 1970.
        public var due: Double?
        /// Whether it is assigned.
        public var assigned: Bool?
        /// Points possible.
        public var maximum: Double?
        /// Physical line it stands on, from 1.
        public var line: Int
    }

    /// The rows in file order.
    public private(set) var entries: [Entry] = []
    /// What was noticed while reading.
    public var findings: [Finding] { collector.findings }
    private var collector: FindingCollector
    private let column: Int?

    /// Headers that may be there.
    static let columns = [
        "item", "title", "skills", "minutes", "difficulty", "discrimination", "kind", "group", "due", "assigned", "max",
        "requires", "formerly",
    ]

    /// Reads an item file. A cell with a fault is noted and leaves its row without that value.
    ///
    /// - Parameter encoding: how bytes stand for characters where they are not UTF-8.
    /// - Throws: ``ReadError`` if the file is none.
    public static func read(_ file: SourceFile, encoding: TextEncoding? = nil) throws(ReadError) -> ItemFile {
        var collector = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["item"], known: columns, kind: "an item file", encoding: encoding, &collector)
        // A gradebook or a table of events has an item column too; its scores would be dropped in silence.
        if table.positions["learner"] != nil || table.positions["score"] != nil {
            throw collector.refusal(
                .wrongKindOfFile, line: table.table.rows.first?.line,
                "this looks like a table of events, and an item file is needed here",
                remedy: "give a file with the header \(columns.joined(separator: ","))")
        }
        var items = ItemFile(collector: collector, column: table.column("item"))
        let rows = table.rows(&items.collector)
        for row in rows { items.add(row, table) }
        return items
    }

    private init(collector: FindingCollector, column: Int?) {
        self.collector = collector
        self.column = column
    }

    private mutating func add(_ row: CSVRow, _ table: HeaderedTable) {
        let item = table.text(row, "item")
        guard !item.isEmpty else {
            collector.add(
                .unnamedItem, line: row.line, column: table.column("item"), header: "item", "there is no item",
                remedy: "fill it in")
            return
        }
        var entry = Entry(item: item, line: row.line)
        entry.title = table.text(row, "title").nonEmpty
        entry.skills = table.skills(row, "skills", &collector)
        entry.minutes = table.number(row, "minutes", &collector) { $0 > 0 && $0 <= 100_000 }
        entry.difficulty = table.number(row, "difficulty", &collector) { _ in true }
        entry.discrimination = table.number(row, "discrimination", &collector) { $0 > 0 }
        entry.maximum = table.number(row, "max", &collector) { $0 >= 0 }
        let kinds = ItemKind.allCases.map(\.rawValue)
        entry.kind = table.word(row, "kind", .unknownKind, "no such kind of item", of: kinds, &collector) {
            ItemKind(rawValue: $0)
        }
        entry.group = table.text(row, "group").nonEmpty
        entry.assigned = table.word(row, "assigned", .badValue, "this is neither yes nor no", &collector) {
            ["true", "yes", "1", "y"].contains($0) ? true : ["false", "no", "0", "n"].contains($0) ? false : nil
        }
        entry.due = table.moment(row, "due", &collector)
        entry.requires = table.list(row, "requires")
        entry.formerly = table.list(row, "formerly")
        entries.append(entry)
    }

    /// Tells the items of a log what the file says. Items it does not name are left alone.
    ///
    /// Points possible given here do not change scores that are already shares.
    /// - Returns: a finding for each row that names no item of the log.
    @discardableResult
    public func apply(to log: inout EvidenceLog) -> [Finding] {
        let finder = ItemFinder(log)
        var unknown = FindingCollector(file: collector.file)
        for entry in entries {
            let positions = finder.positions(entry.item, in: log)
            for position in positions {
                log.update(itemAt: position) { $0.apply(entry) }
            }
            if positions.isEmpty {
                unknown.add(
                    .unknownItem, line: entry.line, column: column, header: "item", excerpt: entry.item,
                    "no item of the evidence has this id or title",
                    remedy: "check the spelling, or ignore it if it is not used yet")
            }
        }
        return unknown.findings
    }
}

extension Item {
    /// Takes over what a row says.
    mutating func apply(_ entry: ItemFile.Entry) {
        if let title = entry.title {
            self.title = title
            if !kindIsStated { kind = maximum == 0 ? kind : ItemKind(title: title) }
        }
        if let minutes = entry.minutes { self.minutes = minutes }
        if let difficulty = entry.difficulty { self.difficulty = difficulty }
        if let discrimination = entry.discrimination { self.discrimination = discrimination }
        if let skills = entry.skills { self.skills = skills }
        if let group = entry.group { self.group = group }
        if let requires = entry.requires { self.requires = requires }
        if let formerly = entry.formerly { self.formerly = formerly }
        if let kind = entry.kind {
            self.kind = kind
            kindIsStated = true
        }
        if let due = entry.due { self.due = due }
        if let assigned = entry.assigned { self.assigned = assigned }
        if let maximum = entry.maximum { self.maximum = maximum }
    }
}
