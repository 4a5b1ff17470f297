/// Where a cell's content stands in its file, without its outer quotes: eight bytes, and no string until one is asked for.
struct CSVCell {
    private let start: UInt32
    private let lengthAndFlags: UInt32

    private static let quoted: UInt32 = 1 << 31
    private static let escaped: UInt32 = 1 << 30
    private static let malformed: UInt32 = 1 << 29
    private static let lengthMask: UInt32 = (1 << 29) - 1

    /// A cell that is not there: what a short row lacks.
    static let absent = CSVCell(start: 0, end: 0)

    init(start: Int, end: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false, isMalformed: Bool = false) {
        self.start = UInt32(truncatingIfNeeded: start)
        var word = UInt32(truncatingIfNeeded: end - start) & CSVCell.lengthMask
        if isQuoted { word |= CSVCell.quoted }
        if hasDoubledQuotes { word |= CSVCell.escaped }
        if isMalformed { word |= CSVCell.malformed }
        lengthAndFlags = word
    }

    /// The bytes of the content.
    var range: Range<Int> { Int(start)..<(Int(start) + Int(lengthAndFlags & CSVCell.lengthMask)) }
    /// Whether it stood in quotes.
    var isQuoted: Bool { lengthAndFlags & CSVCell.quoted != 0 }
    /// Whether doubled quotes in it stand for single ones.
    var hasDoubledQuotes: Bool { lengthAndFlags & CSVCell.escaped != 0 }
    /// Whether something follows its closing quote.
    var isMalformed: Bool { lengthAndFlags & CSVCell.malformed != 0 }
}
