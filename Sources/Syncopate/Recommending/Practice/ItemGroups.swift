/// Items that exercise the same skills with the same weights.
///
/// To one learner all items of a group are worth the same but for how long they take and what just came, and are open or
/// withheld for the same reason. So advice goes by groups, and looks at the few best items of the few best groups only.
/// Items with something of their own stand apart and are looked at one by one.
struct ItemGroups: Sendable {
    /// The group of each item, M.
    let groupOfItem: [Int]
    /// Skills and weights of each group, G rows, in the order of the item's own.
    let skills: EdgeRows
    /// The same, the weightiest first; of equals the one with the lower position.
    let weightiest: EdgeRows
    /// How many items are in each group, G.
    let sizes: [Int]
    /// The items of the groups that do not stand apart: of each those that take least first, of equals the one with the
    /// lower position.
    let items: [Int]
    /// What the minutes of each of ``items`` make of its value.
    let paces: [Double]
    /// Where those of each group start in ``items``, and the end of the last, G + 1.
    private let starts: [Int]
    /// Items that a teacher put first or that want others done before, in the order of their positions.
    let apart: [Int]
    /// How many are withheld from everybody and always, by reason.
    let never: [Withheld: Int]

    /// Number of groups, G.
    var count: Int { sizes.count }

    /// - Parameters:
    ///   - minutes: how long each item takes, M.
    ///   - pace: what that makes of its value, M.
    init(_ catalogue: Catalogue, _ constraints: PracticeConstraints, minutes: [Double], pace: [Double]) {
        var groups: [[PrerequisiteGraph.Edge]: Int] = [:]
        var rows: [[PrerequisiteGraph.Edge]] = []
        var groupOfItem: [Int] = []
        groupOfItem.reserveCapacity(catalogue.items.count)
        for edges in catalogue.itemSkills {
            let group = groups[edges] ?? rows.count
            if group == rows.count {
                groups[edges] = group
                rows.append(edges)
            }
            groupOfItem.append(group)
        }
        var sizes = [Int](repeating: 0, count: rows.count)
        var members = [[Int]](repeating: [], count: rows.count)
        var apart: [Int] = []
        var never: [Withheld: Int] = [:]
        for (item, group) in groupOfItem.enumerated() {
            sizes[group] += 1
            if let reason = constraints.always(item) {
                never[reason, default: 0] += 1
            } else if constraints.isPinned[item] || !catalogue.itemRequires[item].isEmpty {
                apart.append(item)
            } else {
                members[group].append(item)
            }
        }
        var items: [Int] = []
        items.reserveCapacity(groupOfItem.count)
        var starts = [0]
        for group in rows.indices {
            members[group].sort { minutes[$0] != minutes[$1] ? minutes[$0] < minutes[$1] : $0 < $1 }
            items += members[group]
            starts.append(items.count)
        }
        self.groupOfItem = groupOfItem
        skills = EdgeRows(rows)
        weightiest = EdgeRows(
            rows.map { $0.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.skill < $1.skill } })
        self.sizes = sizes
        self.items = items
        paces = items.map { pace[$0] }
        self.starts = starts
        self.apart = apart
        self.never = never
    }

    /// Places in ``items`` of a group's own.
    func places(_ group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

    /// Those of the places whose items fit: a group's are in the order of their minutes.
    func prefix(of places: Range<Int>, where fits: (Int) -> Bool) -> Range<Int> {
        var low = places.lowerBound
        var high = places.upperBound
        while low < high {
            let middle = (low + high) / 2
            if fits(items[middle]) { low = middle + 1 } else { high = middle }
        }
        return places.lowerBound..<low
    }
}
