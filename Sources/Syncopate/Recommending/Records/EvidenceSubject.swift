/// What an answer was on: an item of the catalogue, or a set of skills in a table of ``EvidenceSubjects``.
public struct EvidenceSubject: Sendable, Hashable {
    /// Position of an item from 0 on, or below zero -1, -2, ... for the first, second, ... entry of the table.
    let raw: Int32

    init(raw: Int32) { self.raw = raw }

    /// An item by its position in the catalogue. Out of the range of positions: no item at all, and events on it are
    /// invalid.
    public init(item: Int) { raw = item >= 0 && item < Int(Int32.max) ? Int32(item) : Int32.max }

    /// An entry of a table.
    init(entry: Int) { raw = -1 - Int32(clamping: entry) }

    /// Position of the item; `nil` for a set of skills.
    public var item: Int? { raw >= 0 ? Int(raw) : nil }
    /// Position of the entry; `nil` for an item.
    var entry: Int? { raw < 0 ? -1 - Int(raw) : nil }
}
