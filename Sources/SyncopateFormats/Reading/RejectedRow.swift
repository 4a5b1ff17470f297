/// A row that was not read, kept as it stood so that it can be mended and read again.
public struct RejectedRow: Sendable, Hashable {
    /// Physical line on which it begins, from 1.
    public var line: Int
    /// The first rule it broke.
    public var rule: FindingRule
    /// The row verbatim, without its line end (of a UTF-16 file: as UTF-8).
    public var bytes: [UInt8]

    public init(line: Int, rule: FindingRule, bytes: [UInt8]) {
        self.line = line
        self.rule = rule
        self.bytes = bytes
    }
}
