internal import JSONText
public import Syncopate

/// The best items of many learners for other programs: CSV, a row an item, or JSON lines, one a learner.
///
/// Successes have six decimals. Learners whose state could not be gone on from have no rows.
public struct RankedItemsText: Sendable {
    private let ranked: RankedItems
    private let learners: [String]
    private let items: [Item]

    /// The first line of a CSV.
    public static let header = Array("learner,rank,item,success\n".utf8)

    /// - Parameters:
    ///   - learners: ids, in the order they were ranked in.
    ///   - items: those of the bank, in its order.
    public init(_ ranked: RankedItems, learners: [String], items: [Item]) {
        self.ranked = ranked
        self.learners = learners
        self.items = items
    }

    /// Rows without a header. Ids are quoted where RFC 4180 asks for it and otherwise as they were: this is not for
    /// spreadsheets.
    public func csv() -> [UInt8] {
        var bytes: [UInt8] = []
        for (learner, id) in learners.enumerated() {
            for (place, choice) in ranked.choices(of: learner).enumerated() {
                bytes += CSVRecord.cell(id)
                bytes.append(UInt8(ascii: ","))
                bytes += Array("\(place + 1),".utf8)
                bytes += CSVRecord.cell(items[choice.item].id)
                bytes += Array(",\(Rounding.decimals(choice.success, 6))\n".utf8)
            }
        }
        return bytes
    }

    /// One object a learner.
    public func jsonLines() -> [UInt8] {
        var json = JSONWriter()
        for (learner, id) in learners.enumerated() {
            json.beginObject()
            json.key("learner")
            json.string(id)
            json.key("items")
            json.beginArray()
            for choice in ranked.choices(of: learner) {
                json.beginObject()
                json.key("item")
                json.string(items[choice.item].id)
                if items[choice.item].title != items[choice.item].id {
                    json.key("title")
                    json.string(items[choice.item].title)
                }
                json.key("success")
                json.number(Rounding.decimals(choice.success, 6))
                json.endObject()
            }
            json.endArray()
            json.endObject()
            json.newline()
        }
        return json.bytes
    }
}
