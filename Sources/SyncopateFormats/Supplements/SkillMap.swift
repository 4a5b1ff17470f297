public import Syncopate

/// Which items exercise which skills, from a CSV `item,skill[,weight]` with a row for each pair, or for each item with
/// semicolons between its skills; or from a matrix with a column for each skill.
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
    /// Whether it was said that a skill looks like a list of several.
    private var hasDoubtedSkills = false

    /// Reads a skill map. Rows with a fault are left out and noted.
    ///
    /// - Parameter encoding: how bytes stand for characters where they are not UTF-8.
    /// - Throws: ``ReadError`` if the file is none, `wrong-kind-of-file` if it is a gradebook or events.
    public static func read(_ file: SourceFile, encoding: TextEncoding? = nil) throws(ReadError) -> SkillMap {
        var collector = FindingCollector(file: file.name)
        let table: HeaderedTable
        do throws(ReadError) {
            table = try HeaderedTable(
                file, required: ["item", "skill"], known: ["item", "skill", "weight"], kind: kind, aliases: aliases,
                silent: ["confidence", "why", "title", "topic"], encoding: encoding, &collector)
        } catch {
            if let map = try? matrix(file, encoding) { return map }
            guard error.finding.rule == .missingColumn else { throw error }
            var finding = error.finding
            finding.remedy += ", or item and a column for each skill, with 0 and 1"
            throw ReadError(finding)
        }
        if let topic = table.column("topic") {
            throw collector.refusal(
                .duplicateColumn, line: table.table.rows.first?.line, column: topic, header: "topic",
                "means the same as column \(table.column("skill") ?? topic)", remedy: "keep one of them")
        }
        var map = SkillMap(collector: collector, column: table.column("item"))
        map.isTopicMap = table.positions["confidence"] != nil
        let rows = table.rows(&map.collector)
        for row in rows { map.add(row, table) }
        return map
    }

    private static let kind = "a skill map"

    /// What others call the columns, names of skills before their ids.
    private static let aliases: [(word: String, name: String)] = [
        (word: "topic", name: "skill"), ("skills", "skill"), ("skill_name", "skill"), ("kc", "skill"),
        ("kc_name", "skill"), ("kcs", "skill"), ("concept", "skill"), ("skill_id", "skill"), ("kc_id", "skill"),
        ("concept_id", "skill"), ("item_id", "item"), ("question_id", "item"), ("problem_id", "item"),
        ("exercise_id", "item"), ("question", "item"), ("problem", "item"), ("exercise", "item"),
    ]

    /// The map that a matrix is; `nil` where the file is none.
    private static func matrix(_ file: SourceFile, _ encoding: TextEncoding?) throws(ReadError) -> SkillMap? {
        var collector = FindingCollector(file: file.name)
        let text = try HeaderedTable.text(of: file, encoding, kind, collector)
        guard let matrix = SkillMatrix(try CSVTable(text, file: file.name), others: Set(ItemFile.columns + ["weight"]))
        else { return nil }
        collector.add(
            .columnTakenAs, line: matrix.line,
            "read as a matrix, with a column for each skill and 1 where an item exercises it",
            remedy: "nothing to do if it is one")
        var map = SkillMap(collector: collector, column: 1)
        map.entries = matrix.entries
        return map
    }

    private init(collector: FindingCollector, column: Int?) {
        self.collector = collector
        self.column = column
    }

    private mutating func add(_ row: CSVRow, _ table: HeaderedTable) {
        let item = table.text(row, "item")
        var skill = table.text(row, "skill")
        if MissingWord.isOne(skill) { skill = "" }
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
        // What the program itself writes has one topic in a cell, whatever is in its name.
        let names = isTopicMap ? [skill] : SkillList.names(skill)
        if !isTopicMap, !hasDoubtedSkills, let list = names.first(where: { SkillList.looksJoined($0) }) {
            hasDoubtedSkills = true
            collector.add(
                .badValue, .warning, line: row.line, column: table.column("skill"), header: "skill", excerpt: list,
                SkillList.joinedMessage, remedy: SkillList.joinedRemedy)
        }
        for name in names {
            entries.append(Entry(item: item, skill: SkillWeight(skill: name, weight: weight), line: row.line))
        }
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
