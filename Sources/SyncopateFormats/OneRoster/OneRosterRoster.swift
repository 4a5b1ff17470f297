internal import Syncopate

/// Who and what a OneRoster set is about: line items, classes, and the people in them.
struct OneRosterRoster {
    /// A line item, with what its points are counted from.
    struct LineItem {
        var item: Item
        /// Least score.
        var minimum = 0.0
        /// Largest score less the least; NaN where the table does not say.
        var range = Double.nan
        var skills: [SkillWeight] = []
        /// Its class.
        var group = ""
    }

    private(set) var items: [String: LineItem] = [:]
    /// Line items that are gone, or whose class is.
    private(set) var removedItems: Set<String> = []
    /// Names by id, as people read them.
    private(set) var names: [String: String] = [:]
    private(set) var removedLearners: Set<String> = []
    /// Whether there is a table of people.
    let hasUsers: Bool
    private(set) var findings: FindingCollector
    private var titles: [String: String] = [:]
    private var enrolled: [(learner: String, group: String)] = []

    init(_ set: OneRosterSet, options: ReadOptions) {
        findings = FindingCollector(file: set.lineItems.file)
        hasUsers = set.users != nil
        if let users = set.users {
            removedLearners = users.removed
            for (_, row) in users.rows {
                let name = [users.text(row, "givenname"), users.text(row, "familyname")].filter { !$0.isEmpty }
                names[users.text(row, "sourcedid")] = name.joined(separator: " ")
            }
        }
        if let classes = set.classes {
            for (_, row) in classes.rows { titles[classes.text(row, "sourcedid")] = classes.text(row, "title") }
        }
        readItems(set, options: options)
        if let table = set.enrollments {
            let taught = Set(items.values.map(\.group))
            for (_, row) in table.rows where table.text(row, "role").lowercased() == "student" {
                let entry = (learner: table.text(row, "usersourcedid"), group: table.text(row, "classsourcedid"))
                if !entry.learner.isEmpty, taught.contains(entry.group), !removedLearners.contains(entry.learner) {
                    enrolled.append(entry)
                }
            }
        }
    }

    private mutating func readItems(_ set: OneRosterSet, options: ReadOptions) {
        let table = set.lineItems
        removedItems = table.removed
        let categories = Dictionary(
            (set.categories?.rows ?? []).map { entry in
                (set.categories?.text(entry.row, "sourcedid") ?? "", set.categories?.text(entry.row, "title") ?? "")
            }
        ) { first, _ in first }
        let objectives = set.itemObjectives.map { Self.objectives($0, of: "lineitemsourcedid") } ?? [:]
        var moments = LocalMoment(options)
        for (_, row) in table.rows {
            let id = table.text(row, "sourcedid")
            guard !id.isEmpty, items[id] == nil else {
                add(
                    id.isEmpty ? .blankID : .duplicateEvent, .error, table, row, "sourcedid",
                    id.isEmpty ? "the line item has no id" : "the id stands above too; the first line item counts",
                    remedy: "correct it")
                continue
            }
            let group = table.text(row, "classsourcedid")
            if set.classes?.removed.contains(group) == true {
                removedItems.insert(id)
                continue
            }
            if set.classes != nil, !group.isEmpty, titles[group] == nil {
                add(
                    .unknownSection, nil, table, row, "classsourcedid", "no such class is in classes.csv",
                    remedy: "export it again")
            }
            let title = table.text(row, "title")
            var line = LineItem(item: Item(id: id, title: title.isEmpty ? id : title), group: group)
            let category = table.text(row, "categorysourcedid")
            if let name = categories[category], !name.isEmpty {
                line.item.group = name
                let kind = ItemKind(title: title)
                line.item.kind = kind == .work ? ItemKind(title: name) : kind
            } else {
                line.item.kind = ItemKind(title: title)
                if set.categories != nil, !category.isEmpty {
                    add(
                        .unknownItem, nil, table, row, "categorysourcedid", "no such category is in categories.csv",
                        remedy: "export it again")
                }
            }
            readRange(row, table, into: &line)
            let due = table.text(row, "duedate")
            if !due.isEmpty {
                line.item.due = moments.seconds(
                    due, line: row.line, column: table.column("duedate"), header: table.headerText("duedate"),
                    findings: &findings)
                if line.item.due == nil {
                    add(.badTime, nil, table, row, "duedate", "this is no date", remedy: "write it like 2026-09-01")
                }
            }
            line.skills = objectives[id] ?? []
            // A column of our own, for sets that were made for this program.
            for name in ["skill", "skills", "metadata.skill", "metadata.skills"] where line.skills.isEmpty {
                line.skills = SkillList.parse(table.text(row, name)) ?? []
            }
            items[id] = line
        }
    }

    /// Largest and least score.
    private mutating func readRange(_ row: CSVRow, _ table: OneRosterTable, into line: inout LineItem) {
        let (least, largest) = (table.text(row, "resultvaluemin"), table.text(row, "resultvaluemax"))
        if !least.isEmpty {
            if let value = Double(decimal: least), value.isFinite {
                line.minimum = value
            } else {
                add(
                    .badValue, nil, table, row, "resultvaluemin", "this is no number, so 0 stands for it",
                    remedy: "correct it")
            }
        }
        guard !largest.isEmpty else { return }
        guard let value = Double(decimal: largest), value.isFinite, value >= line.minimum else {
            add(
                .badMaximum, nil, table, row, "resultvaluemax", "the maximum is a number from the least score on",
                remedy: "correct it, or leave it blank")
            return
        }
        line.range = value - line.minimum
        line.item.maximum = line.range
    }

    private mutating func add(
        _ rule: FindingRule, _ severity: Severity?, _ table: OneRosterTable, _ row: CSVRow, _ column: String,
        _ message: String, remedy: String
    ) {
        findings.add(
            rule, severity, line: row.line, column: table.column(column), header: table.headerText(column), message,
            remedy: remedy)
    }

    /// The name of a line item's class; its id where it has none.
    func section(of item: LineItem) -> String { titles[item.group].flatMap { $0.isEmpty ? nil : $0 } ?? item.group }

    /// Adds who is enrolled in a class with line items and has no results.
    func addEnrolled(to log: inout EvidenceLog) {
        for entry in enrolled {
            log.intern(
                Learner(
                    id: entry.learner, name: names[entry.learner] ?? "", section: titles[entry.group] ?? entry.group))
        }
    }

    /// The learning objectives of line items or results, by their ids.
    static func objectives(_ table: OneRosterTable, of owner: String) -> [String: [SkillWeight]] {
        var skills: [String: [SkillWeight]] = [:]
        for (_, row) in table.rows {
            let one = table.text(row, "learningobjectiveid")
            let listed = one.isEmpty ? table.text(row, "learningobjectiveids") : one
            for name in listed.split(separator: ",") {
                let skill = SkillWeight(skill: String(name.drop { $0 == " " }))
                let id = table.text(row, owner)
                if skills[id]?.contains(skill) != true { skills[id, default: []].append(skill) }
            }
        }
        return skills
    }
}
