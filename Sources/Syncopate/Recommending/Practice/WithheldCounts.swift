/// How many items are withheld, by reason; of each fewer than two thousand million.
struct WithheldCounts {
    private var counts = SIMD16<Int32>.zero

    mutating func add(_ reason: Withheld, _ count: Int = 1) {
        counts[reason.place] += Int32(truncatingIfNeeded: count)
    }

    subscript(_ reason: Withheld) -> Int {
        get { Int(counts[reason.place]) }
        set { counts[reason.place] = Int32(truncatingIfNeeded: newValue) }
    }

    /// Those that there are.
    var all: [Withheld: Int] {
        var all: [Withheld: Int] = [:]
        guard counts != .zero else { return all }
        for reason in Withheld.allCases where self[reason] > 0 { all[reason] = self[reason] }
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
