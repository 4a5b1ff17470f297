/// A file as it came: its name, for messages, and its bytes. This target opens no files itself.
public struct SourceFile: Sendable {
    /// What messages call it. It plays no part in recognising the format.
    public var name: String
    /// Everything in it, untouched.
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
