/// A file as it came: its name, for messages, and its bytes. This target opens no files itself.
public struct SourceFile: Sendable {
    /// What messages call it. It plays no part in recognising the format.
    public var name: String
    /// Everything in it, untouched.
    public var bytes: [UInt8]
    /// The files in it where it is a folder; empty for a file.
    public var members: [ArchiveMember]

    public init(name: String, bytes: [UInt8], members: [ArchiveMember] = []) {
        self.name = name
        self.bytes = bytes
        self.members = members
    }
}
