public import Syncopate

/// Skills, items and goals from files: one JSON object with all of it, or CSV tables of one kind each.
///
/// A CSV table says by its first known column what it is: `skill`, `item` or `goal`. Several files add up.
public struct CatalogueFile: Sendable {
    public internal(set) var skills: [Skill] = []
    public internal(set) var items: [Item] = []
    public internal(set) var goals: [Goal] = []
    /// What was noticed while reading, file by file.
    public private(set) var findings: [Finding] = []

    public init() {}

    /// Adds what a file says. A value with a fault is noted and left out.
    ///
    /// - Throws: ``ReadError`` if the file is none of these.
    public mutating func read(_ file: SourceFile) throws(ReadError) {
        var collector = FindingCollector(file: file.name)
        let text = try TextDecoder.decode(file)
        if text.first(where: { !$0.isBlankByte }) == UInt8(ascii: "{") {
            try CatalogueJSON.read(text, into: &self, &collector)
        } else {
            let header = try CSVTable(text, file: file.name)
            let names = header.rows.first.map { row in
                (0..<row.count).map { header.text(header.cell(row, $0)).lowercased() }
            }
            switch names?.first(where: { ["skill", "item", "goal"].contains($0) }) {
            case "item":
                let table = try ItemFile.read(file)
                findings += table.findings
                for entry in table.entries { add(entry) }
            case "goal": try CatalogueTables.readGoals(file, into: &self, &collector)
            case "skill": try CatalogueTables.readSkills(file, into: &self, &collector)
            default:
                throw collector.refusal(
                    .wrongKindOfFile, line: header.rows.first?.line,
                    "this is neither a catalogue in JSON nor a table of skills, items or goals",
                    remedy: "begin the header with skill, item or goal")
            }
        }
        findings += collector.findings
    }

    /// The catalogue of everything read.
    ///
    /// - Throws: everything wrong with it at once.
    public func catalogue() throws(InvalidCatalogue) -> Catalogue {
        try Catalogue(skills: skills, items: items, goals: goals)
    }

    private mutating func add(_ entry: ItemFile.Entry) {
        var item = Item(id: entry.item, title: entry.title ?? entry.item)
        item.apply(entry)
        items.append(item)
    }
}
