/// A score with what it is out of in one cell: `8/10`, `8 / 10`, `8 of 10`.
struct ScoreFraction {
    /// What stands before.
    let points: ScoreCell
    /// What stands after.
    let maximum: NumericCell

    /// `nil` where the text is nothing of the kind. A date such as `8/10/2026` has two strokes.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 40, let middle = Self.middle(bytes) else { return nil }
        let before = Blanks.trimmed(0..<middle.lowerBound, in: bytes)
        let after = Blanks.trimmed(middle.upperBound..<bytes.count, in: bytes)
        guard !before.isEmpty, !after.isEmpty, let maximum = NumericCell(bytes, after), !maximum.isPercent,
            case .number(let number) = ScoreCell(text: Array(bytes[before])), !number.isPercent
        else { return nil }
        points = .number(number)
        self.maximum = maximum
    }

    /// Where the one stroke, or the word, stands.
    private static func middle(_ bytes: [UInt8]) -> Range<Int>? {
        let strokes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }
        if strokes.count == 1 { return strokes[0]..<(strokes[0] + 1) }
        guard strokes.isEmpty, bytes.count > 4 else { return nil }
        let place = (0...(bytes.count - 4)).first { Array(bytes[$0..<($0 + 4)]) == Array(" of ".utf8) }
        return place.map { $0..<($0 + 4) }
    }
}
