/// The last items a learner was given, by position in the catalogue, the latest last; at most ``limit``.
///
/// A ring: a new item takes the place of the oldest.
public struct RecentItems: Sendable, RandomAccessCollection {
    /// How many are kept.
    public static let limit = 32

    private var ring: [Int32] = []
    /// Where the oldest stands.
    private var oldest = 0

    public init() {}

    /// - Parameter items: the latest last; of more than are kept the last.
    init(_ items: some Sequence<Int>) {
        for item in items { append(item) }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { ring.count }

    public subscript(position: Int) -> Int { Int(ring[(oldest + position) % ring.count]) }

    /// Looks at where the next item goes.
    ///
    /// - Returns: a number that means nothing.
    func touch() -> UInt64 { ring.isEmpty ? 0 : UInt64(truncatingIfNeeded: ring[oldest]) }

    /// Notes another item. Positions beyond 32 bits are of no catalogue.
    mutating func append(_ item: Int) {
        let item = Int32(truncatingIfNeeded: item)
        guard ring.count == Self.limit else {
            ring.append(item)
            return
        }
        ring[oldest] = item
        oldest = (oldest + 1) % Self.limit
    }
}

extension RecentItems: Equatable {
    /// Whether they are the same items in the same order.
    public static func == (one: RecentItems, other: RecentItems) -> Bool { one.elementsEqual(other) }
}
