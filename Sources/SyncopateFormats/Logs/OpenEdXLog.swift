internal import Syncopate

/// What a tracking log tells, before it is known which events are about one click.
struct OpenEdXLog {
    /// An answer; learner and item are positions in the tables here.
    struct Answer {
        var event: TidyEvent
        var problem: Int32
        /// What the server calls the click; empty where it does not say.
        var transaction = ""
    }

    /// A hint or a solution that was looked at.
    struct Hint {
        var learner: Int32
        var problem: Int32
        var at: Double
        var record: Int32
    }

    /// Names in the order in which they are first met, with what is known of each.
    struct Table {
        private(set) var items: [Item] = []
        private var positions: [String: Int32] = [:]

        mutating func intern(_ id: String, title: String? = nil, group: String = "", isUngraded: Bool = false) -> Int32
        {
            if let known = positions[id] {
                if let title, !title.isEmpty, items[Int(known)].title == id { items[Int(known)].title = title }
                return known
            }
            let position = Int32(truncatingIfNeeded: items.count)
            let title = title.flatMap { $0.isEmpty ? nil : $0 } ?? id
            var item = Item(id: id, title: title, kind: ItemKind(title: title), group: group)
            if isUngraded {
                item.maximum = 0
                if item.kind == .work { item.kind = .administrative }
            }
            items.append(item)
            positions[id] = position
            return position
        }
    }

    var learners = Table()
    var items = Table()
    var problems = Table()
    /// Ids of users by name; empty for a name that several users have.
    private var ids: [String: String] = [:]
    /// Learners of whom an event has only the name.
    private var unidentified: [String: Int32] = [:]
    var checks: [Answer] = []
    var grades: [Answer] = []
    var hints: [Hint] = []

    /// Longest time between two events about one click, in seconds: grades are worked out by another process.
    private static let click = 60.0

    private struct Key: Hashable {
        var learner: Int32
        var problem: Int32
    }

    /// Notes whose name it is.
    mutating func name(_ id: String, _ name: String) {
        guard !name.isEmpty, ids[name] != id else { return }
        ids[name] = ids[name] == nil ? id : ""
    }

    /// Position of a learner of whom nothing is known but the name, as yet.
    mutating func named(_ name: String) -> Int32 {
        if let known = unidentified[name] { return known }
        // No id of a user begins so.
        let position = learners.intern("\u{0}" + name, title: name)
        unidentified[name] = position
        return position
    }

    /// Finds out who those are of whom some events have only the name: whoever has it elsewhere in the log.
    private mutating func identify() {
        guard !unidentified.isEmpty else { return }
        var positions: [Int32: Int32] = [:]
        for (name, position) in unidentified.sorted(by: { $0.value < $1.value }) {
            let id = ids[name].flatMap { $0.isEmpty ? nil : $0 } ?? name
            positions[position] = learners.intern(id, title: name)
        }
        for index in checks.indices {
            checks[index].event.learner = positions[checks[index].event.learner] ?? checks[index].event.learner
        }
        for index in grades.indices {
            grades[index].event.learner = positions[grades[index].event.learner] ?? grades[index].event.learner
        }
        for index in hints.indices { hints[index].learner = positions[hints[index].learner] ?? hints[index].learner }
    }

    /// Adds answers to the assembler, in the order of the file.
    ///
    /// - Returns: the number of events that tell again what others tell.
    mutating func settle(into assembler: inout TidyAssembler) -> Int {
        identify()
        countHints()
        let kept = freshGrades()
        let answers = (checks + kept).enumerated().sorted {
            ($0.element.event.row, $0.offset) < ($1.element.event.row, $1.offset)
        }
        assembler.reserve(answers.count)
        for (_, answer) in answers {
            var event = answer.event
            let learner = learners.items[Int(event.learner)]
            event.learner = assembler.log.intern(
                Learner(id: learner.id, name: learner.title == learner.id ? "" : learner.title))
            var item = items.items[Int(event.item)]
            if !event.maximum.isNaN, item.maximum == nil { item.maximum = event.maximum }
            event.item = assembler.log.intern(item)
            assembler.add(event, id: nil)
        }
        return grades.count - kept.count
    }

    /// Grades of which no check tells, each click once.
    private func freshGrades() -> [Answer] {
        var times: [Key: [Double]] = [:]
        for check in checks {
            times[Key(learner: check.event.learner, problem: check.problem), default: []].append(check.event.at)
        }
        var transactions: Set<String> = []
        return grades.filter { grade in
            let key = Key(learner: grade.event.learner, problem: grade.problem)
            let at = grade.event.at
            let isTold = (times[key] ?? []).contains { $0.isNaN || at.isNaN || abs($0 - at) <= Self.click }
            let isNew =
                grade.transaction.isEmpty
                || transactions.insert("\(key.learner) \(key.problem) \(grade.transaction)").inserted
            guard !isTold, isNew else { return false }
            // What comes within moments of it is the same click, whatever the event is called.
            times[key, default: []].append(at)
            return true
        }
    }

    /// Gives each answer the hints since the one before, where the log tells of hints at all.
    private mutating func countHints() {
        guard !hints.isEmpty else { return }
        var moments: [(key: Key, at: Double, row: Int32, check: Int?)] = hints.map {
            (Key(learner: $0.learner, problem: $0.problem), $0.at, $0.record, nil)
        }
        for (index, check) in checks.enumerated() {
            let key = Key(learner: check.event.learner, problem: check.problem)
            moments.append((key, check.event.at, check.event.row, index))
        }
        moments.sort { left, right in
            let (first, second) = (left.at.isNaN ? .infinity : left.at, right.at.isNaN ? .infinity : right.at)
            return (first, left.row, left.check ?? -1) < (second, right.row, right.check ?? -1)
        }
        var counts: [Key: (hints: Int, row: Int32)] = [:]
        for moment in moments {
            var count = counts[moment.key] ?? (0, 0)
            if let index = moment.check {
                // Parts of one problem are answered with one click.
                if count.row != 0, count.row != moment.row { count = (0, 0) }
                checks[index].event.hints = Int16(clamping: count.hints)
                count.row = moment.row
            } else {
                if count.row != 0 { count = (0, 0) }
                count.hints += 1
            }
            counts[moment.key] = count
        }
    }
}
