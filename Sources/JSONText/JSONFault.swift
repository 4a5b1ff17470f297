/// What is wrong with a JSON text, and where.
public struct JSONFault: Error, Sendable, Hashable {
    /// Byte of the text, from 0.
    public var offset: Int
    /// In words, without any of the text itself.
    public var message: String

    public init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}
