/// Who goes with whom, from a CSV `rule,learner,learner[,learner...]` with together or apart for a rule.
public struct PairFile: Sendable {
    /// What holds for some learners.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case together
        case apart
    }

    /// One row.
    public struct Entry: Sendable, Hashable {
        public var rule: Rule
        /// Ids or names, as the file writes them.
        public var learners: [String]
        /// Physical line it stands on, from 1.
        public var line: Int
    }

    /// The rows in file order.
    public private(set) var entries: [Entry] = []
    /// What was noticed while reading.
    public private(set) var noticed: FindingCollector

    /// Reads a file of rules. Rows with a fault are left out and noted.
    ///
    /// - Throws: ``ReadError`` if the file is none.
    public static func read(_ file: SourceFile) throws(ReadError) -> PairFile {
        let table = try CSVTable(try TextDecoder.decode(file), file: file.name)
        var pairs = PairFile(noticed: FindingCollector(file: file.name))
        // The learners of a rule share one heading, which a table with named columns would refuse.
        guard let header = table.rows.first, table.text(table.cell(header, 0)).lowercased() == "rule" else {
            throw pairs.noticed.refusal(
                .missingColumn, line: table.rows.first?.line, column: 1, "a file of pairs begins with the column rule",
                remedy: "write the header rule,learner,learner")
        }
        for row in table.rows.dropFirst() { pairs.add(row, table) }
        return pairs
    }

    /// As messages name the file.
    public var name: String { noticed.file }

    private init(noticed: FindingCollector) { self.noticed = noticed }

    private mutating func add(_ row: CSVRow, _ table: CSVTable) {
        guard !row.isMalformed else {
            noticed.add(
                .textAfterQuote, line: row.line, "something stands between a closing quote and the end of its cell",
                remedy: "double the quotes that belong to the text")
            return
        }
        guard let rule = Rule(rawValue: table.text(table.cell(row, 0)).lowercased()) else {
            noticed.add(
                .badValue, line: row.line, column: 1, header: "rule", "there is no such rule",
                remedy: "write together or apart")
            return
        }
        let names = (1..<max(row.count, 1)).map { table.unguardedText(table.cell(row, $0)) }.filter { !$0.isEmpty }
        guard names.count > 1 else {
            noticed.add(
                .shortRow, .error, line: row.line, column: 2, header: "learner", "a rule is about two learners or more",
                remedy: "name the others in further columns")
            return
        }
        entries.append(Entry(rule: rule, learners: names, line: row.line))
    }

    /// A rule with positions of learners, each once.
    public struct Found: Sendable, Hashable {
        public var rule: Rule
        public var learners: [Int]
        /// Physical line it stands on, from 1.
        public var line: Int
    }

    /// The rules with positions of learners; whoever is not known is left out of theirs.
    public func apply(_ finder: LearnerFinder) -> (rules: [Found], noticed: FindingCollector) {
        var noticed = FindingCollector(file: noticed.file)
        var rules: [Found] = []
        for entry in entries {
            var places: [Int] = []
            for (number, name) in entry.learners.enumerated() {
                guard
                    let place = noticed.learner(
                        name, in: finder, line: entry.line, column: number + 2, header: "learner")
                else { continue }
                if !places.contains(place) { places.append(place) }
            }
            // Half a rule is still meant: the others of three can be kept together or apart.
            if places.count > 1 {
                rules.append(Found(rule: entry.rule, learners: places, line: entry.line))
            }
        }
        return (rules, noticed)
    }
}
