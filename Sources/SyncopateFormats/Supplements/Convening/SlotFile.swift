public import Syncopate

/// When learners can meet, from a CSV `slot,start,minutes,capacity,lead[,section]` with a row for each time.
///
/// `start` may be blank for some time that overlaps no other; `lead` is teacher or peers; with a `section` only its learners
/// can come.
public struct SlotFile: Sendable {
    /// One row.
    public struct Entry: Sendable, Hashable {
        public var slot: LiveSlot
        /// When it begins on the file's clock; `nil` where it does not say.
        public var start: SlotStart?
        /// Whose it is; empty: everybody's.
        public var section: String
        /// Physical line it stands on, from 1; 0 where it stands in no file.
        public var line: Int

        public init(slot: LiveSlot, start: SlotStart? = nil, section: String = "", line: Int = 0) {
            self.slot = slot
            self.start = start
            self.section = section
            self.line = line
        }
    }

    /// The rows in file order.
    public private(set) var entries: [Entry] = []
    /// What was noticed while reading.
    public private(set) var noticed: FindingCollector
    private var names: Set<String> = []
    private let sectionColumn: Int?

    private static let columns = ["slot", "start", "minutes", "capacity", "lead", "section"]
    /// Most slots; more would be no plan that anybody can keep.
    private static let limit = 10_000

    /// Reads a file of slots. Rows with a fault are left out and noted.
    ///
    /// - Throws: ``ReadError`` if the file is none.
    public static func read(_ file: SourceFile) throws(ReadError) -> SlotFile {
        var noticed = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["slot", "capacity"], known: columns, kind: "a file of live slots", &noticed)
        var slots = SlotFile(noticed: noticed, sectionColumn: table.column("section"))
        let rows = table.rows(&slots.noticed)
        guard rows.count <= limit else {
            throw noticed.refusal(
                .fileTooLarge, line: rows[limit].line, "there are more than \(limit) slots",
                remedy: "plan fewer weeks at a time")
        }
        for row in rows { slots.add(row, table) }
        return slots
    }

    private init(noticed: FindingCollector, sectionColumn: Int?) {
        self.noticed = noticed
        self.sectionColumn = sectionColumn
    }

    /// Whether learners of a section can come to the slots of another spelling of it: case and blanks do not count.
    public static func isSame(_ section: String, _ other: String) -> Bool { fold(section) == fold(other) }

    private static func fold(_ section: String) -> String {
        section.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }

    /// What is to be said of slots of sections that nobody is in.
    ///
    /// - Parameter sections: those of all learners.
    public func check(sections: some Sequence<String>) -> FindingCollector {
        var noticed = FindingCollector(file: noticed.file)
        let names = Set(sections).subtracting([""]).sorted()
        let known = Set(names.map(Self.fold))
        for entry in entries where !entry.section.isEmpty && !known.contains(Self.fold(entry.section)) {
            let nearest = NearestNames.among(names, to: entry.section, count: 1).first
            noticed.add(
                .unknownSection, line: entry.line, column: sectionColumn, header: "section", excerpt: entry.section,
                "no learner is in this section, so nobody can come",
                remedy: nearest.map { "did you mean \"\(Finding.shortened($0))\"?" }
                    ?? "write a section of the input or the roster, or leave it blank for everybody")
        }
        return noticed
    }

    private mutating func add(_ row: CSVRow, _ table: HeaderedTable) {
        func note(_ rule: FindingRule, _ name: String, _ message: String, _ remedy: String) {
            noticed.add(
                rule, line: row.line, column: table.column(name), header: name, excerpt: table.text(row, name), message,
                remedy: remedy)
        }
        let id = table.text(row, "slot")
        guard !id.isEmpty else { return note(.badValue, "slot", "the slot has no name", "give it one") }
        guard !names.contains(id) else {
            return note(.duplicateSlot, "slot", "this slot stands further up already", "give it a name of its own")
        }
        let capacity = table.number(row, "capacity") ?? .nan
        guard capacity >= 0, capacity <= 100_000, capacity == capacity.rounded() else {
            return note(.badValue, "capacity", "this is no number of seats", "write a whole number from 0 to 100000")
        }
        let minutes = table.number(row, "minutes") ?? Double(LiveTime.usual.minutes)
        guard minutes > 0, minutes <= 1440 else {
            return note(.badValue, "minutes", "this is no length of a session", "write minutes above 0 and up to 1440")
        }
        let word = table.text(row, "lead").lowercased()
        guard let lead = word.isEmpty ? .teacher : LiveSlot.Lead(code: word) else {
            return note(.badValue, "lead", "nobody of this kind leads a session", "write teacher or peers")
        }
        let text = table.text(row, "start")
        let start = SlotStart(text)
        guard text.isEmpty || start != nil else {
            return note(
                .badTime, "start", "this is no date and time of day",
                "write it like 2026-09-07T10:15:00+02:00 or 2026-09-07 10:15, or leave it blank")
        }
        if let start, let other = entries.lazy.compactMap(\.start).first, (start.offset == nil) != (other.offset == nil)
        {
            return note(
                .badTime, "start", "some starts have a zone and others none, so which overlap cannot be told",
                "give all of them a zone, or none")
        }
        names.insert(id)
        entries.append(
            Entry(
                slot: LiveSlot(
                    id: id, start: start?.seconds, minutes: minutes, capacity: Int(capacity), lead: lead),
                start: start, section: table.text(row, "section"), line: row.line))
    }
}
