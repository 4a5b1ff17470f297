/// How often students so far were given each item: what a test bank keeps an eye on.
public struct ItemExposures: Sendable, Hashable {
    /// Students so far.
    public private(set) var students = 0
    /// Students who were given the item, per item; empty before the first.
    public private(set) var counts: [Int] = []

    public init() {}

    /// Adds a student. An item counts once, however often it came.
    public mutating func add(items: [Int], of itemCount: Int) {
        if counts.count < itemCount { counts += [Int](repeating: 0, count: itemCount - counts.count) }
        for item in Set(items) where counts.indices.contains(item) { counts[item] += 1 }
        students += 1
    }

    /// Share of the students so far who were given an item; 0 before the first.
    public func share(ofItem item: Int) -> Double {
        students > 0 && counts.indices.contains(item) ? Double(counts[item]) / Double(students) : 0
    }

    /// The share of the item given most often.
    public var highest: Double { students > 0 ? Double(counts.max() ?? 0) / Double(students) : 0 }
}
