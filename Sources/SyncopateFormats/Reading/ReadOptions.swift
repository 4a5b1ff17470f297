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
    /// How bytes stand for characters, or `nil` for UTF-8, or UTF-16 where it can be told.
    public var encoding: TextEncoding?
    /// Whose clocks times without a zone were read off; `nil` where that is not known.
    public var zone: TimeZoneRules?
    /// What grades in words are worth; `nil` leaves them unread.
    public var scale: GradeScale?

    public init(
        format: FileFormat? = nil, strict: Bool = false, maximum: Double? = nil,
        decimal: DecimalMark? = nil, encoding: TextEncoding? = nil, zone: TimeZoneRules? = nil,
        scale: GradeScale? = nil
    ) {
        self.format = format
        self.strict = strict
        self.maximum = maximum
        self.decimal = decimal
        self.encoding = encoding
        self.zone = zone
        self.scale = scale
    }

    /// The stated maximum if it can be divided by.
    var usableMaximum: Double? {
        guard let maximum, maximum > 0, maximum.isFinite else { return nil }
        return maximum
    }
}
