/// A file in a ``ZipArchive``, as the list at the archive's end has it.
struct ZipEntry {
    /// Its path, `/` between folders.
    var path: String
    /// How it is compressed: 0 not at all, 8 deflated.
    var method: Int
    var checksum: UInt32
    /// Bytes in the archive.
    var packedSize: Int
    /// Bytes when unpacked.
    var size: Int
    /// Where its own header stands.
    var offset: Int

    /// Whether it is a folder.
    var isFolder: Bool { path.hasSuffix("/") }

    /// The path without its folders.
    var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

    /// Whether the path stays inside the folder that the archive would be unpacked to.
    var isInside: Bool {
        let bytes = Array(path.utf8)
        guard let first = bytes.first, first != UInt8(ascii: "/"), !bytes.contains(0) else { return false }
        if bytes.count > 1, bytes[1] == UInt8(ascii: ":") { return false }
        return !path.split(separator: "/").contains("..")
    }
}
