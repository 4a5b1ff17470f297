public import Syncopate

/// Who can come when, from a CSV `learner,slot[,available]`, a row for each.
///
/// Whoever has a row that says yes can come to those slots only; whoever has none but rows that say no, to all others; whoever
/// has no row, to all.
public struct AvailabilityFile: Sendable {
    /// One row.
    public struct Entry: Sendable, Hashable {
        /// An id or a name, as the file writes it.
        public var learner: String
        public var slot: String
        public var isAvailable: Bool
        /// Physical line it stands on, from 1.
        public var line: Int
    }

    /// The rows in file order.
    public private(set) var entries: [Entry] = []
    /// What was noticed while reading.
    public private(set) var noticed: FindingCollector
    private let learnerColumn: Int?
    private let slotColumn: Int?

    /// Reads a file of availability. Rows with a fault are left out and noted.
    ///
    /// - Throws: ``ReadError`` if the file is none.
    public static func read(_ file: SourceFile) throws(ReadError) -> AvailabilityFile {
        var noticed = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["learner", "slot"], known: ["learner", "slot", "available"],
            kind: "a file of availability", &noticed)
        var availability = AvailabilityFile(
            noticed: noticed, learnerColumn: table.column("learner"), slotColumn: table.column("slot"))
        for row in table.rows(&availability.noticed) { availability.add(row, table) }
        return availability
    }

    private init(noticed: FindingCollector, learnerColumn: Int?, slotColumn: Int?) {
        self.noticed = noticed
        self.learnerColumn = learnerColumn
        self.slotColumn = slotColumn
    }

    private mutating func add(_ row: CSVRow, _ table: HeaderedTable) {
        for name in ["learner", "slot"] where table.text(row, name).isEmpty {
            noticed.add(
                name == "learner" ? .blankID : .unknownSlot, line: row.line, column: table.column(name), header: name,
                "there is no \(name)", remedy: "fill it in")
            return
        }
        let word = table.text(row, "available").lowercased()
        let isAvailable: Bool
        switch word {
        case "", "yes", "1", "true", "y": isAvailable = true
        case "no", "0", "false", "n": isAvailable = false
        default:
            noticed.add(
                .badValue, line: row.line, column: table.column("available"), header: "available",
                "this is neither yes nor no", remedy: "write yes or no, or leave it blank for yes")
            return
        }
        entries.append(
            Entry(
                learner: table.text(row, "learner"), slot: table.text(row, "slot"), isAvailable: isAvailable,
                line: row.line))
    }

    /// Who can come where, learners by slots; an empty row: to all.
    ///
    /// - Returns: and what was noticed: unknown names, and rows that contradict each other, where no counts.
    public func apply(
        _ finder: LearnerFinder, count: Int, slots: [LiveSlot]
    ) -> (available: [[Bool]], noticed: FindingCollector) {
        var noticed = FindingCollector(file: noticed.file)
        let slotFinder = SlotFinder(slots)
        var said = [[Bool?]](repeating: [], count: count)
        for entry in entries {
            let learner = noticed.learner(
                entry.learner, in: finder, line: entry.line, column: learnerColumn, header: "learner")
            let slot = slotFinder.position(of: entry.slot, line: entry.line, column: slotColumn, &noticed)
            guard let learner, let slot, said.indices.contains(learner) else { continue }
            if said[learner].isEmpty { said[learner] = slots.map { _ in nil } }
            if let before = said[learner][slot], before != entry.isAvailable {
                noticed.add(
                    .duplicateEvent, .error, line: entry.line, column: slotColumn, header: "slot",
                    "a row further up says the opposite of the same learner and slot, and no counts",
                    remedy: "keep one of them")
            }
            said[learner][slot] = (said[learner][slot] ?? true) && entry.isAvailable
        }
        let available = said.map { row -> [Bool] in
            guard !row.isEmpty else { return [] }
            let hasYes = row.contains(true)
            return row.map { $0 ?? !hasYes }
        }
        return (available, noticed)
    }
}
