/// The tables of a OneRoster set that are read here, by what its manifest says of them.
struct OneRosterSet {
    let lineItems: OneRosterTable
    let results: OneRosterTable
    let categories: OneRosterTable?
    let classes: OneRosterTable?
    let enrollments: OneRosterTable?
    let users: OneRosterTable?
    let itemObjectives: OneRosterTable?
    let resultObjectives: OneRosterTable?
    /// What was noticed about the set.
    private(set) var findings: FindingCollector

    /// The two tables without which there is no evidence.
    private static let required = ["lineItems", "results"]

    /// - Throws: where line items or results are missing, or a table cannot be read.
    init(_ members: [ArchiveMember], file: String) throws(ReadError) {
        var findings = FindingCollector(file: file)
        let files = Dictionary(members.map { ($0.name.lowercased(), $0) }) { first, _ in first }
        var states: [String: String] = [:]
        if let manifest = try files["manifest.csv"].flatMap({
            (member) throws(ReadError) in try OneRosterTable(member, set: file)
        }) {
            try manifest.require(["propertyName", "value"])
            for (_, row) in manifest.rows {
                states[manifest.text(row, "propertyname").lowercased()] = manifest.text(row, "value").lowercased()
            }
            if let version = states["oneroster.version"], !["1.0", "1.1", "1.2"].contains(version) {
                findings.add(
                    .badValue, .warning, excerpt: version, "the manifest says another version than 1.1 or 1.2",
                    remedy: "check what was read")
            }
        }
        func table(_ name: String) throws(ReadError) -> OneRosterTable? {
            let state = states["file." + name.lowercased()] ?? ""
            guard let member = files[name.lowercased() + ".csv"] else {
                if state == "bulk" || state == "delta" {
                    findings.add(
                        .unknownItem, .warning, "\(name).csv is in the manifest and not in the set",
                        remedy: "export it again")
                }
                return nil
            }
            guard state != "absent" else {
                findings.add(
                    .ignoredColumn, .note, "the manifest says that \(name).csv is absent, so the file is not read",
                    remedy: "say bulk in the manifest if it belongs to the set")
                return nil
            }
            return try OneRosterTable(member, set: file)
        }
        let lineItems = try table("lineItems")
        let results = try table("results")
        guard let lineItems, let results else {
            let lacking = [lineItems == nil ? "lineItems.csv" : nil, results == nil ? "results.csv" : nil]
                .compactMap { $0 }.joined(separator: " and ")
            throw findings.refusal(
                .wrongKindOfFile, "the OneRoster set has no \(lacking), so there are no scores in it",
                remedy: "export the gradebook tables too (lineItems and results), and give the zip or the folder")
        }
        try lineItems.require(["sourcedId", "title"])
        try results.require(["lineItemSourcedId", "studentSourcedId", "scoreStatus"])
        self.lineItems = lineItems
        self.results = results
        categories = try table("categories")
        classes = try table("classes")
        enrollments = try table("enrollments")
        users = try table("users")
        itemObjectives = try table("lineItemLearningObjectiveIds")
        resultObjectives = try table("resultLearningObjectiveIds")
        self.findings = findings
    }

    /// Why one table of a set is not enough, by its header.
    static func refusal(ofTable text: [UInt8], file: String) -> ReadError {
        let findings = FindingCollector(file: file)
        let names = (try? CSVTable(text, file: file)).flatMap { table in
            table.rows.first.map { row in
                Set((0..<row.count).map { table.text(table.cell(row, $0)).lowercased() })
            }
        }
        guard let names, names.contains("sourcedid") || names.contains("propertyname") else {
            return findings.refusal(
                .notAKnownFormat, line: 1, "this is no table of a OneRoster set",
                remedy: "give the zip or the folder with manifest.csv, lineItems.csv and results.csv; "
                    + "its header looks like \(OneRosterReader.entry.example)")
        }
        let what: String
        if names.contains("scorestatus") {
            what = "the results of a OneRoster set without its lineItems.csv"
        } else if names.contains("resultvaluemax") || names.contains("assigndate") {
            what = "the line items of a OneRoster set without its results.csv"
        } else {
            what = "one table of a OneRoster set, without lineItems.csv and results.csv"
        }
        return findings.refusal(
            .wrongKindOfFile, line: 1, "this is \(what)",
            remedy: "give the zip or the folder that has all of its tables")
    }
}
