/// The circumstances by which predictions are told apart: a model may be good on the whole and bad where it matters.
public enum Slicing: String, Sendable, Hashable, CaseIterable {
    /// By how many responses the learner had given before: the start is where a model knows least.
    case position
    /// By the time since the learner's last response, which is time to forget.
    case gap
    /// By how often the learner had met the item before.
    case repeats
    /// By whether the model knew the item.
    case newItems = "new_items"

    /// The slices in order. A month is 30 days.
    public var labels: [String] {
        switch self {
        case .position: ["1-5", "6-10", "11-20", "21-50", "51-100", "101+"]
        case .gap:
            [
                "no time", "under 1 min", "under 10 min", "under 1 h", "under 1 day", "under 1 week", "under 1 month",
                "longer",
            ]
        case .repeats: ["first", "second", "third", "fourth+"]
        case .newItems: ["known", "new"]
        }
    }

    /// The index in ``labels`` for a row of a table. Each row is in exactly one slice; times that run backwards count as
    /// no time between.
    func slice(of row: Int, in table: PredictionTable) -> Int {
        switch self {
        case .position: return [5, 10, 20, 50, 100].count { Int(table.position[row]) >= $0 }
        case .gap:
            let gap = table.gap[row]
            return gap.isNaN ? 0 : 1 + [60, 600, 3600, 86_400, 604_800, 2_592_000].count { gap >= $0 }
        case .repeats: return min(max(Int(table.repeats[row]), 0), 3)
        case .newItems: return table.isNewItem[row] ? 1 : 0
        }
    }
}
