/// One value of a ``JSONTape``, or one name of an object, which is a string.
@usableFromInline
struct TapeNode {
    /// First byte: of a string the one after the quote.
    @usableFromInline var start: Int32
    /// Byte after the last: of a string the closing quote.
    @usableFromInline var end: Int32
    /// Value after this one and all it contains.
    @usableFromInline var next: Int32
    @usableFromInline var kind: JSONTape.Kind
    /// Whether a string is written with escapes.
    @usableFromInline var isEscaped: Bool
    /// Alike for strings that are written alike: to tell most that are not without looking at them.
    @usableFromInline var tag: UInt16

    init(start: Int, end: Int, next: Int, kind: JSONTape.Kind, isEscaped: Bool = false, tag: UInt16 = 0) {
        // Texts are no longer than 32 bits can say.
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.next = Int32(truncatingIfNeeded: next)
        self.kind = kind
        self.isEscaped = isEscaped
        self.tag = tag
    }
}
