/// What the caller knows about a file that the file does not say.
public struct ReadOptions: Sendable, Hashable {
    /// The format, or `nil` to recognise it from the content.
    public var format: FileFormat?
    /// Refuse the whole file for one error, where otherwise good rows are kept.
    public var strict: Bool
    /// Points possible wherever the file gives none; `nil` leaves such scores unread. Must be above zero to count.
    public var maximum: Double?
    /// The decimal mark, or `nil` to decide it column by column.
    public var decimal: DecimalMark?

    public init(
        format: FileFormat? = nil, strict: Bool = false, maximum: Double? = nil,
        decimal: DecimalMark? = nil
    ) {
        self.format = format
        self.strict = strict
        self.maximum = maximum
        self.decimal = decimal
    }

    /// The stated maximum if it can be divided by.
    var usableMaximum: Double? {
        guard let maximum, maximum > 0, maximum.isFinite else { return nil }
        return maximum
    }
}
