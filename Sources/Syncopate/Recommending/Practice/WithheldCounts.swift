/// How many items are withheld, by reason.
struct WithheldCounts {
    private var counts = [Int](repeating: 0, count: Withheld.allCases.count)

    mutating func add(_ reason: Withheld, _ count: Int = 1) { counts[reason.place] += count }

    subscript(_ reason: Withheld) -> Int {
        get { counts[reason.place] }
        set { counts[reason.place] = newValue }
    }

    /// Those that there are.
    var all: [Withheld: Int] {
        var all: [Withheld: Int] = [:]
        for reason in Withheld.allCases where counts[reason.place] > 0 { all[reason] = counts[reason.place] }
        return all
    }
}

extension Withheld {
    /// Its place among ``allCases``.
    fileprivate var place: Int {
        switch self {
        case .banned: 0
        case .noPractice: 1
        case .noGoal: 2
        case .requires: 3
        case .mastered: 4
        case .stuck: 5
        case .minutes: 6
        case .inARow: 7
        case .exposure: 8
        case .given: 9
        }
    }
}
