public import Syncopate

/// What a teacher has planned, from a CSV with a row for each topic and way of taking it.
///
/// | column | is |
/// | --- | --- |
/// | `topic` | a topic or an item, by id or title |
/// | `mode` | whole class, group with the teacher, groups, in writing, own pace, own time; other usual words and the engine's own are understood |
/// | `section` | whose plan it is; blank: everybody's |
/// | `day` | when, in any words |
/// | `minutes` | 1 to 1440; blank: as long as a live session |
public struct TeacherPlanFile: Sendable {
    /// The rows that could be read, in file order.
    public private(set) var entries: [TeacherPlan.Entry] = []
    /// Physical line of each entry, from 1.
    private var lines: [Int] = []
    /// What was noticed while reading.
    public private(set) var noticed: FindingCollector
    private let columns: [String: Int]

    private static let header = ["topic", "mode", "section", "day", "minutes"]
    /// Most rows; more would be no plan of some weeks.
    private static let limit = 1_000

    /// Words for each way, folded to small letters with single blanks.
    static let words: [String: TeacherPlanWay] = {
        let lists: [(TeacherPlanWay, [String])] = [
            (
                .wholeClass,
                ["whole class", "whole_class", "class", "all", "everybody", "lecture", "lesson", "together", "plenary"]
            ),
            (
                .teacherGroup,
                [
                    "teacher_group", "group with the teacher", "a group with the teacher", "teacher group",
                    "small group with teacher", "live_teacher", "tutoring", "pull-out",
                ]
            ),
            (
                .groups,
                [
                    "groups", "group", "group work", "small groups", "groups of classmates", "pairs", "pair work",
                    "peers", "discussion", "live_peer",
                ]
            ),
            (
                .inWriting,
                ["in writing", "in_writing", "classmates in writing", "forum", "written discussion", "async_social"]
            ),
            (.ownPace, ["own pace", "own_pace", "own pace in the room", "parallel", "mastery room", "stations"]),
            (
                .ownTime,
                ["own time", "own_time", "alone", "individual", "homework", "apart", "self-study", "async_solo"]
            ),
        ]
        var words: [String: TeacherPlanWay] = [:]
        for (way, list) in lists { for word in list { words[word] = way } }
        return words
    }()

    /// Reads a plan. Rows with a fault are left out and noted.
    ///
    /// - Throws: ``ReadError`` if the file is none.
    public static func read(_ file: SourceFile) throws(ReadError) -> TeacherPlanFile {
        var noticed = FindingCollector(file: file.name)
        let table = try HeaderedTable(
            file, required: ["topic", "mode"], known: header, kind: "a teacher's plan", &noticed)
        let rows = table.rows(&noticed)
        guard rows.count <= limit else {
            throw noticed.refusal(
                .fileTooLarge, line: rows[limit].line, "there are more than \(limit) rows in the plan",
                remedy: "give the coming weeks only")
        }
        var plan = TeacherPlanFile(noticed: noticed, columns: table.positions)
        for row in rows { plan.add(row, table) }
        return plan
    }

    private init(noticed: FindingCollector, columns: [String: Int]) {
        self.noticed = noticed
        self.columns = columns
    }

    private mutating func add(_ row: CSVRow, _ table: HeaderedTable) {
        let topic = table.text(row, "topic")
        guard !topic.isEmpty else {
            return noticed.add(
                .blankID, line: row.line, column: table.column("topic"), header: "topic", "there is no topic",
                remedy: "fill in a topic or an item")
        }
        let before = noticed.totals[.badValue] ?? 0
        let way: TeacherPlanWay? = table.word(
            row, "mode", .badValue,
            "this is none of whole class, group with the teacher, groups, in writing, own pace, own time", &noticed
        ) { text in Self.words[text.split { $0.isWhitespace }.joined(separator: " ")] }
        let minutes = table.number(row, "minutes", &noticed) { $0 >= 1 && $0 <= 1440 }
        guard (noticed.totals[.badValue] ?? 0) == before else { return }
        guard let way else {
            return noticed.add(
                .badValue, line: row.line, column: table.column("mode"), header: "mode", "there is no mode",
                remedy: "write whole class, group with the teacher, groups, in writing, own pace or own time")
        }
        entries.append(
            TeacherPlan.Entry(
                topic: topic, way: way, section: table.text(row, "section"), day: table.text(row, "day"),
                minutes: minutes))
        lines.append(row.line)
    }

    /// Positions of the entries on topics and sections that the input has; the others are noted, and nothing is said of them.
    ///
    /// - Parameters:
    ///   - names: topics and items of each course of the input; a row is kept if it is about one of them.
    ///   - sections: of its learners.
    public func check(_ names: [TopicNames], sections: some Sequence<String>) -> (
        known: [Int], noticed: FindingCollector
    ) {
        var noticed = FindingCollector(file: noticed.file)
        let known = Set(sections.map(TeacherPlan.folded))
        var kept: [Int] = []
        for (position, (entry, line)) in zip(entries, lines).enumerated() {
            func note(_ rule: FindingRule, _ column: String, _ message: String, _ remedy: String) {
                noticed.add(
                    rule, line: line, column: columns[column].map { $0 + 1 }, header: column, message, remedy: remedy)
            }
            let found = names.map { $0.find(entry.topic) }
            let isKnown = found.contains { $0 != .none && $0 != .several }
            switch found.first(where: { $0 != .none }) ?? .none {
            case _ where isKnown: break
            case .none:
                note(
                    .unknownItem, "topic", "the input has no such topic or item, so the row is not read",
                    "use its id or title")
                continue
            case .several:
                note(
                    .unknownItem, "topic", "several topics or items have this title, so the row is not read",
                    "use the id")
                continue
            case .topic, .item: break
            }
            guard entry.section.isEmpty || known.contains(TeacherPlan.folded(entry.section)) else {
                note(
                    .unknownSection, "section", "nobody in the input is in this section, so the row is not read",
                    "correct it, or leave it blank")
                continue
            }
            kept.append(position)
        }
        return (kept, noticed)
    }
}
