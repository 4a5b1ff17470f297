import Syncopate
import SyncopateModels
import SyncopateStudents

/// A place of a gradebook written by hand.
enum Mark: Sendable, Hashable {
    case score(Double)
    case blank(Status)
    /// No cell at all.
    case absent
}

/// Ids of learners and items in order of their positions: `L000`, `I0000`.
func padded(_ letter: String, _ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return letter + String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A gradebook with a row per learner; items are plain work unless they are given.
func book(_ rows: [[Mark]], items: [Item]? = nil, sections: [String] = []) -> Gradebook {
    var log = EvidenceLog()
    let width = rows.map(\.count).max() ?? items?.count ?? 0
    for j in 0..<(items?.count ?? width) {
        log.intern(
            items?[j] ?? Item(id: padded("I", j, 4), title: "Quiz \(j + 1)", maximum: 10))
    }
    for (i, row) in rows.enumerated() {
        let section = sections.indices.contains(i) ? sections[i] : ""
        let learner = log.intern(Learner(id: padded("L", i, 3), name: "", section: section))
        for (j, mark) in row.enumerated() {
            switch mark {
            case .score(let score): log.append(Event(learner: learner, item: Int32(j), status: .scored, score: score))
            case .blank(let status): log.append(Event(learner: learner, item: Int32(j), status: status))
            case .absent: break
            }
        }
    }
    return Gradebook(log)
}

/// A gradebook of scores alone.
func book(scores: [[Double]], items: [Item]? = nil) -> Gradebook {
    book(scores.map { $0.map { .score($0) } }, items: items)
}

extension Gradebook {
    /// The cell of a learner and an item, or `nil`.
    func cell(_ learner: Int, _ item: Int) -> Int? {
        cells(ofLearner: learner).first { columns[$0] == Int32(item) }
    }

    /// Rows of marks, the inverse of `book`.
    var marks: [[Mark]] {
        learners.indices.map { i in
            items.indices.map { j in
                guard let cell = cell(i, j) else { return .absent }
                return statuses[cell] == .scored ? .score(scores[cell]) : .blank(statuses[cell])
            }
        }
    }
}

extension SampleClass {
    /// The class as a gradebook, with or without its skill map.
    func gradebook(mapped: Bool) -> Gradebook {
        let items = columns.map { column in
            Item(
                id: String(column.number), title: column.title,
                skills: mapped ? column.skill.map { [SkillWeight(skill: skills[$0])] } ?? [] : [],
                maximum: Double(column.points), kind: column.skill == nil ? .attendance : .work)
        }
        let rows = cells.map { row in
            zip(row, columns).map { cell, column -> Mark in
                switch cell {
                case .points(let points): .score(points / Double(column.points))
                case .excused: .blank(.excused)
                case .blank: .blank(.unknownBlank)
                }
            }
        }
        return book(rows, items: items)
    }
}

/// The class's estimate under the shipped prior.
func estimate(_ gradebook: Gradebook, prior: ClassPrior = .shipped) -> ClassEstimate {
    ClassEstimate(gradebook: gradebook, profiles: ItemProfile.profiles(of: gradebook), prior: prior)
}
