import Syncopate

/// An invented gradebook in which some columns are no work: what an audit has to find.
///
/// 15 to 60 learners with a general ability and three to six skills, 10 to 25 columns of very unlike forms, work that never
/// came as blanks or as zeros, last columns that are still to come, and, each with probability 3/4, attendance (one column or
/// one of each of three to five sessions), and one or two columns of bonus, of completion and of scores that groups share.
/// Presence and handing in are traits of their own with a little of ability. Nothing of it is the audit's own model.
public struct PlantedGradebook: Sendable {
    public let items: [Item]
    /// What each item is; `nil` for work.
    public let planted: [PlantedKind?]
    /// Shares of the maximum `[learner][item]`, points where the maximum is zero; `nil` for a blank.
    public let scores: [[Double?]]

    /// - Parameter seed: the same seed gives the same scores whatever the titles.
    public init(seed: UInt64, titles: PlantedTitles = .neutral) {
        var generator = SeededGenerator(seed: seed)
        let people = PlantedClass(&generator)
        let width = 10 + Int(generator.uniform() * 16)
        var planted: [PlantedKind] = []
        var isBySession = false
        for kind in PlantedKind.allCases {
            let (isThere, isMany, extra) = (generator.uniform() < 0.75, generator.uniform(), generator.uniform())
            guard isThere else { continue }
            if kind == .attendance {
                isBySession = isMany < 0.3
                planted += Array(repeating: kind, count: isBySession ? 3 + Int(extra * 3) : 1)
            } else {
                planted += Array(repeating: kind, count: isMany < 0.5 ? 1 : 2)
            }
        }
        planted = Array(planted.prefix(width - 6))
        let work = width - planted.count
        let kinds = PlantedClass.shuffled(
            planted.map { Optional($0) } + Array(repeating: nil, count: work), &generator)
        let upcoming = Int(generator.uniform() * 3)
        var groups = people.groups(&generator)
        let keepsGroups = generator.uniform() < 0.6
        var columns: [PlantedColumn] = []
        var items: [Item] = []
        var done = 0
        for (position, kind) in kinds.enumerated() {
            let skill = min(done * people.skills / max(work, 1), people.skills - 1)
            var column: PlantedColumn
            switch kind {
            case .attendance: column = isBySession ? people.session(&generator) : people.attendance(&generator)
            case .bonus: column = people.bonus(&generator)
            case .completion: column = people.completion(&generator)
            case .copied:
                if !keepsGroups { groups = people.groups(&generator) }
                column = people.copied(groups, skill, &generator)
            case nil:
                column = people.work(skill, &generator)
                done += 1
                if position >= width - upcoming {
                    let share = generator.uniform() < 0.5 ? 0 : 0.25
                    for place in column.points.indices where generator.uniform() >= share { column.points[place] = nil }
                }
            }
            columns.append(column)
            let title = titles.title(kind, number: position + 1, &generator)
            items.append(Item(id: "c\(position + 1)", title: title, maximum: column.maximum))
        }
        self.items = items
        self.planted = kinds
        scores = (0..<people.size).map { learner in
            columns.map { column in
                column.points[learner].map { column.maximum > 0 ? $0 / column.maximum : $0 }
            }
        }
    }

    /// The gradebook as the engine reads it; points without a maximum are withheld, as by the reader of files.
    ///
    /// - Parameter kind: what a title shows an item to be.
    public func gradebook(kind: (String) -> ItemKind) -> Gradebook {
        var log = EvidenceLog()
        for item in items {
            var item = item
            item.kind = kind(item.title)
            log.intern(item)
        }
        for (place, row) in scores.enumerated() {
            let learner = log.intern(Learner(id: "l\(place + 1)"))
            for (position, score) in row.enumerated() {
                let status: Status = score == nil ? .unknownBlank : items[position].maximum == 0 ? .hidden : .scored
                log.append(
                    Event(
                        learner: learner, item: Int32(position), status: status,
                        score: status == .scored ? score ?? .nan : .nan))
            }
        }
        return Gradebook(log)
    }
}
