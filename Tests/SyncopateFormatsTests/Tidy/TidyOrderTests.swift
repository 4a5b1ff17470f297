import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Each learner's events are put in order, whatever the file says of it.
struct TidyOrderTests {
    private struct Row {
        var learner: Int
        var at: Int?
        var order: Int?
        /// From 1.
        var number: Int
    }

    /// Logs in order, with one event that comes late, in no order at all; with ids, an order of their own, and events
    /// without a time: beside a sort of what the rows say.
    @Test func eventsStandAsASortPutsThem() throws {
        var generator = SeededGenerator(seed: 41)
        for number in 0..<300 {
            let kind = number % 6
            var rows: [Row] = []
            for place in 0..<Int.random(in: 1...30, using: &generator) {
                var at: Int? = 1_700_000_000 + place / 2
                if kind == 1 || kind == 4, Int.random(in: 0..<12, using: &generator) == 0 { at = 1_699_999_000 }
                if kind == 2 { at = 1_700_000_000 + Int.random(in: 0..<9, using: &generator) }
                if kind == 5, Bool.random(using: &generator) { at = nil }
                let order = kind >= 3 ? Int.random(in: 0..<9, using: &generator) : nil
                rows.append(
                    Row(learner: Int.random(in: 0..<4, using: &generator), at: at, order: order, number: place + 1))
            }
            var text = "learner,item,score,at,order,event_id\n"
            for row in rows {
                let id = kind == 4 ? "e\(row.number)" : ""
                text += "l\(row.learner),i\(row.number),1,\(row.at.map(String.init) ?? ""),"
                text += "\(row.order.map(String.init) ?? ""),\(id)\n"
            }
            let events = try read(text).log.events
            for learner in 0..<4 {
                let own = rows.filter { $0.learner == learner }
                let timed = own.filter { $0.at != nil }.sorted {
                    ($0.at ?? 0, $0.order ?? .max, $0.number) < ($1.at ?? 0, $1.order ?? .max, $1.number)
                }
                let ordered = own.filter { $0.at == nil && $0.order != nil }.sorted {
                    ($0.order ?? 0, $0.number) < ($1.order ?? 0, $1.number)
                }
                let numbers = Dictionary(uniqueKeysWithValues: rows.map { ($0.number, $0) })
                let found = events.compactMap { numbers[Int($0.row)] }.filter { $0.learner == learner }
                #expect(found.filter { $0.at != nil }.map(\.number) == timed.map(\.number), "\(text)")
                #expect(
                    found.filter { $0.at == nil && $0.order != nil }.map(\.number) == ordered.map(\.number), "\(text)")
            }
            #expect(events.count == rows.count && events.allSatisfy { $0.skillSet == -1 })
        }
    }

    /// Two tries within one tick of the clock stay where they stand.
    @Test func tiesStay() throws {
        let read = try read(
            "learner,item,score,at\na,x,1,1700000000\na,y,1,1700000005\na,y,0,1700000005\na,z,1,1700000005\n")
        #expect(read.log.events.map(\.row) == [1, 2, 3, 4] && read.counts.duplicatesDropped == 0)
    }
}
