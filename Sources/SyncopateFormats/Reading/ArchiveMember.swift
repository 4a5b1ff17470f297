/// A file of a folder or of an archive.
public struct ArchiveMember: Sendable {
    /// Its name, without the folders it lies in.
    public var name: String
    /// Everything in it, untouched.
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
