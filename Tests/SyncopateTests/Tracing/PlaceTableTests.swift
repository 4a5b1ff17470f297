import TestSupport
import Testing

@testable import Syncopate

/// The small table against a dictionary.
struct PlaceTableTests {
    @Test func likeADictionary() {
        var random = TestSupport.SeededGenerator(seed: 5)
        for _ in 0..<50 {
            var table = PlaceTable()
            var dictionary: [Int32: Int] = [:]
            if random.uniform() < 0.5 { table.reserveCapacity(Int(random.next() % 100)) }
            for place in 0..<Int(random.next() % 300) {
                let key = Int32(random.next() % (random.uniform() < 0.5 ? 400 : 2_000_000_000))
                guard dictionary[key] == nil else { continue }
                dictionary[key] = place
                table.insert(key, place: place)
            }
            #expect(table.count == dictionary.count)
            var seen: [Int32: Int] = [:]
            table.visit { seen[$0] = $1 }
            #expect(seen == dictionary)
            for key in Int32(-2)...400 { #expect(table[key] == dictionary[key]) }
            var other = PlaceTable()
            for (key, place) in dictionary.reversed() { other.insert(key, place: place) }
            #expect(table == other)
            other.insert(.max, place: 0)
            #expect(table != other)
            table.removeAll()
            #expect(table.count == 0 && table == PlaceTable() && table[3] == nil)
        }
    }

    @Test func negativePositions() {
        var table = PlaceTable()
        table.insert(-1, place: 3)
        #expect(table.count == 0 && table[-1] == nil && table[.min] == nil)
    }
}
