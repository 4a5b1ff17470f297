/// The items a learner met last, at most ``capacity`` of them, so that a state stays small however long the log.
struct ItemWindow: Sendable, Hashable {
    private(set) var records: [ItemRecord] = []
    // Beside the records, so that a search reads one cache line or four.
    private var items: [Int32] = []

    static let capacity = 64

    init() {}

    init(records: [ItemRecord]) {
        self.records = Array(records.prefix(Self.capacity))
        items = self.records.map(\.item)
    }

    /// What is remembered of an item, or `nil` if it was not met or is too long ago.
    func record(of item: Int32) -> ItemRecord? {
        guard let place = place(of: item) else { return nil }
        return records[place]
    }

    private func place(of item: Int32) -> Int? {
        items.withUnsafeBufferPointer { items in
            for place in items.indices where items[place] == item { return place }
            return nil
        }
    }

    mutating func append(item: Int32, isRight: Bool, position: Int32, second: Int64) {
        if let place = place(of: item) {
            records[place].append(isRight: isRight, position: position, second: second)
            return
        }
        var record = ItemRecord(item: item)
        record.append(isRight: isRight, position: position, second: second)
        guard records.count >= Self.capacity else {
            records.append(record)
            items.append(item)
            return
        }
        var oldest = 0
        for place in records.indices where records[place].lastPosition < records[oldest].lastPosition { oldest = place }
        records[oldest] = record
        items[oldest] = item
    }
}
