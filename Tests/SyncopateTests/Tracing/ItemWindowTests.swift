import TestSupport
import Testing

@testable import Syncopate

struct ItemWindowTests {
    /// Beside a window, the whole history: an item is remembered if fewer than ``ItemWindow/capacity`` others were met
    /// since, and then everything since it last came in.
    @Test(arguments: [10, 64, 65, 90, 300]) func theLatestItemsAreRemembered(items: Int) {
        var generator = TestSupport.SeededGenerator(seed: UInt64(items))
        var window = ItemWindow()
        // Most recent last.
        var recent: [Int32] = []
        var records: [Int32: (attempts: Int32, outcomes: OutcomeBits, position: Int32, second: Int64)] = [:]
        for position in 0..<1_500 as Range<Int32> {
            let item = Int32(generator.next() % UInt64(items))
            let isRight = generator.uniform() < 0.5
            let second = Int64(generator.next() % 1_000)
            window.append(item: item, isRight: isRight, position: position, second: second)

            recent.removeAll { $0 == item }
            if recent.count == ItemWindow.capacity, records[item] == nil { records[recent.removeFirst()] = nil }
            recent.append(item)
            var record = records[item] ?? (attempts: 0, outcomes: OutcomeBits(), position: 0, second: 0)
            record.attempts += 1
            record.outcomes.append(isRight)
            (record.position, record.second) = (position, second)
            records[item] = record

            #expect(window.records.count == records.count && records.count <= ItemWindow.capacity)
            let asked = Int32(generator.next() % UInt64(items))
            let found = window.record(of: asked)
            #expect(found?.attempts == records[asked]?.attempts)
            #expect(found?.outcomes == records[asked]?.outcomes)
            #expect(found?.lastPosition == records[asked]?.position)
            #expect(found?.lastSecond == records[asked]?.second)
        }
        #expect(ItemWindow(records: window.records) == window)
    }

    @Test func moreThanFitIsCut() {
        let many = (0..<100 as Range<Int32>).map { ItemRecord(item: $0) }
        let window = ItemWindow(records: many)
        #expect(window.records.count == ItemWindow.capacity)
        #expect(window.record(of: 0) != nil && window.record(of: 99) == nil)
    }
}
