public import Syncopate

/// Which items exercise which skills, from a CSV `item,skill[,weight]` with a row for each pair.
///
/// A map of topics, as `syncopate topics` writes it, is one too: `topic` is another word for `skill`, its further columns
/// are not read, and a row without a topic is an item that stands for itself.
public struct SkillMap: Sendable {
    /// One row.
    public struct Entry: Sendable, Hashable {
        /// An item's id or title, as the file writes it.
        public var item: String
        /// The skill and its weight.
        public var skill: SkillWeight
        /// Physical line it stands on, from 1.
        public var line: Int
    }

    /// The rows in file order.
    public private(set) var entries: [Entry] = []
    /// What was noticed while reading.
    public var findings: [Finding] { collector.findings }
    private var collector: FindingCollector
    private let column: Int?
    /// Whether a row without a skill is an item that stands for itself.
    private var isTopicMap = false

    /// Reads a skill map. Rows with a fault are left out and noted.
    ///
    /// - Parameter encoding: how bytes stand for characters where they are not UTF-8.
    /// - Throws: ``ReadError`` if the file is none, `wrong-kind-of-file` if it is a gradebook or events.
    public static func read(_ file: SourceFile, encoding: TextEncoding? = nil) throws(ReadError) -> SkillMap {
        var collector = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["item", "skill"], known: ["item", "skill", "weight"], kind: "a skill map",
            aliases: ["topic": "skill"], silent: ["confidence", "why", "title"], encoding: encoding, &collector)
        var map = SkillMap(collector: collector, column: table.column("item"))
        map.isTopicMap = table.positions["confidence"] != nil
        let rows = table.rows(&map.collector)
        for row in rows { map.add(row, table) }
        return map
    }

    private init(collector: FindingCollector, column: Int?) {
        self.collector = collector
        self.column = column
    }

    private mutating func add(_ row: CSVRow, _ table: HeaderedTable) {
        let item = table.text(row, "item")
        let skill = table.text(row, "skill")
        if isTopicMap, skill.isEmpty, !item.isEmpty { return }
        guard !item.isEmpty, !skill.isEmpty else {
            let name = item.isEmpty ? "item" : "skill"
            collector.add(
                item.isEmpty ? .unnamedItem : .badValue, line: row.line, column: table.column(name), header: name,
                "there is no \(name)", remedy: "fill it in")
            return
        }
        let weight = table.number(row, "weight") ?? 1
        guard weight > 0, weight.isFinite else {
            collector.add(
                .badWeight, line: row.line, column: table.column("weight"), header: "weight",
                excerpt: table.text(row, "weight"), "a weight is a number above zero",
                remedy: "correct it, or leave it blank for 1")
            return
        }
        entries.append(Entry(item: item, skill: SkillWeight(skill: skill, weight: weight), line: row.line))
    }

    /// Gives the items of a log their skills, in place of any they had. Items the map does not name keep theirs.
    ///
    /// - Returns: a finding for each row that names no item of the log.
    @discardableResult
    public func apply(to log: inout EvidenceLog) -> [Finding] {
        let finder = ItemFinder(log)
        var unknown = FindingCollector(file: collector.file)
        var skills: [Int32: [SkillWeight]] = [:]
        for entry in entries {
            let positions = finder.positions(entry.item, in: log)
            for position in positions { SkillList.add(entry.skill, to: &skills[position, default: []]) }
            if positions.isEmpty {
                unknown.add(
                    .unknownItem, line: entry.line, column: column, header: "item", excerpt: entry.item,
                    "no item of the evidence has this id or title",
                    remedy: "check the spelling, or ignore it if it is not used yet")
            }
        }
        for (position, list) in skills { log.update(itemAt: position) { $0.skills = list } }
        return unknown.findings
    }
}
