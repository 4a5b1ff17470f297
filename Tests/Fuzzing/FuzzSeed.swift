internal import SyncopateFormats

/// A file that is read without a fault and has a score in it that is known beforehand, in pieces to be damaged.
package struct FuzzSeed: Sendable {
    /// A row, a record or an element, with what parts it from the next.
    struct Piece: Sendable, Hashable {
        var bytes: [UInt8]
        /// A line end, a comma or nothing; never damaged where the planted score has to stay.
        var end: [UInt8]
        /// The header, the planted score, or what is around all records.
        var isKept: Bool
    }

    /// A file of an archive, or the only one.
    struct Member: Sendable {
        let path: String
        var pieces: [Piece]
    }

    /// What the members are put into.
    enum Packing: Sendable {
        case plain
        case zip
        /// An archive that is damaged as it is; the members are empty.
        case bytes([UInt8])
    }

    /// In the id or the name of the learner whose score is known, and in none but that one's.
    static let learner = "planted-learner"

    var members: [Member]
    let packing: Packing
    /// The planted score as a share; `nil` where there is none to know.
    var share: Double?
    /// What the planted item's id or title contains, and no other's.
    var item = "planted-item"
    var options = ReadOptions()

    /// Rows, the first of them the header.
    ///
    /// - Parameter headers: rows that are kept besides those that are planted.
    static func rows(
        _ rows: [String], headers: Int = 1, share: Double? = 0.725, item: String = "planted-item",
        options: ReadOptions = ReadOptions()
    ) -> FuzzSeed {
        FuzzSeed(
            members: [member("", rows, headers: headers)], packing: .plain, share: share, item: item, options: options)
    }

    /// Records between two texts, a comma after each but the last, or a line for each.
    static func records(
        _ records: [String], before: String = "", after: String = "", end: String = "\n", share: Double? = 0.725,
        item: String = "planted-item"
    ) -> FuzzSeed {
        var pieces: [Piece] = []
        if !before.isEmpty { pieces.append(Piece(bytes: Array(before.utf8), end: [], isKept: true)) }
        for (place, record) in records.enumerated() {
            let isLast = place == records.count - 1
            pieces.append(
                Piece(
                    bytes: Array(record.utf8), end: isLast && !after.isEmpty ? [] : Array(end.utf8),
                    isKept: isPlanted(record)))
        }
        if !after.isEmpty { pieces.append(Piece(bytes: Array(after.utf8), end: [], isKept: true)) }
        return FuzzSeed(members: [Member(path: "", pieces: pieces)], packing: .plain, share: share, item: item)
    }

    static func member(_ path: String, _ rows: [String], headers: Int = 1, end: String = "\n") -> Member {
        Member(
            path: path,
            pieces: rows.enumerated().map { place, row in
                Piece(bytes: Array(row.utf8), end: Array(end.utf8), isKept: place < headers || isPlanted(row))
            })
    }

    private static func isPlanted(_ text: String) -> Bool { text.contains("planted") }
}
