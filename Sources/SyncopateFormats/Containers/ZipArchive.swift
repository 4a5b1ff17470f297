/// The files in a zip archive, read by the list at its end.
///
/// What could do harm is refused before anything is unpacked: paths that lead outside, more files or bytes than a
/// gradebook has, sizes that no honest file has, entries that lie over each other. An archive in the archive is bytes
/// like any others.
struct ZipArchive {
    /// Most entries.
    static let entryLimit = 10_000
    /// Most bytes unpacked, all entries together.
    static let sizeLimit = 1 << 28
    /// How many times larger than packed an entry above ``ratioFloor`` may be.
    static let ratioLimit = 250
    static let ratioFloor = 1 << 22

    let entries: [ZipEntry]
    private let bytes: [UInt8]
    /// Bytes that may still be unpacked.
    private var budget = ZipArchive.sizeLimit

    /// Whether a file may be a zip archive: with entries, or an empty one.
    static func begins(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    init(_ bytes: [UInt8]) throws(ContainerFault) {
        self.bytes = bytes
        guard let end = Self.endOfList(bytes) else {
            throw .damaged("the archive is cut off: the list of its files, which stands at the end, is missing")
        }
        let count = Self.number(bytes, end + 10, 2)
        let listSize = Self.number(bytes, end + 12, 4)
        let listStart = Self.number(bytes, end + 16, 4)
        guard Self.number(bytes, end + 4, 2) == 0, Self.number(bytes, end + 8, 2) == count else {
            throw .unsafe("the archive is one part of several")
        }
        guard count != 0xFFFF, listSize != 0xFFFF_FFFF, listStart != 0xFFFF_FFFF else {
            throw .unsafe("the archive is a zip64, which is for archives larger than any that is read")
        }
        guard count <= Self.entryLimit else {
            throw .unsafe("the archive has \(count) files, and at most \(Self.entryLimit) are read")
        }
        guard listStart + listSize <= end else { throw .damaged("the list of the archive's files is damaged") }
        var entries: [ZipEntry] = []
        var position = listStart
        for _ in 0..<count { entries.append(try Self.entry(bytes, &position, listEnd: listStart + listSize)) }
        guard Set(entries.map(\.path)).count == entries.count else {
            throw .unsafe("the archive has two files of one name")
        }
        let packed = entries.reduce(0) { $0 + $1.packedSize + 30 }
        guard packed <= listStart else { throw .unsafe("files in the archive lie over each other") }
        self.entries = entries
    }

    /// Whether there is an entry.
    func has(_ path: String) -> Bool { entries.contains { $0.path == path } }

    /// Unpacks the entry of a path; `nil` where there is none.
    mutating func read(_ path: String) throws(ContainerFault) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.path == path }) else { return nil }
        return try read(entry)
    }

    /// Unpacks an entry.
    mutating func read(_ entry: ZipEntry) throws(ContainerFault) -> [UInt8] {
        guard entry.size <= budget else {
            throw .unsafe("the archive unfolds to more than \(Self.sizeLimit >> 20) MiB")
        }
        guard entry.size <= Self.ratioFloor || entry.size / Self.ratioLimit <= entry.packedSize else {
            throw .unsafe("a file in the archive unfolds to more than \(Self.ratioLimit) times its size")
        }
        let start = entry.offset
        let data = start + 30 + Self.number(bytes, start + 26, 2) + Self.number(bytes, start + 28, 2)
        guard Self.number(bytes, start, 4) == 0x0403_4B50, data + entry.packedSize <= bytes.count else {
            throw .damaged("a file in the archive is not where the list says")
        }
        let packed = bytes[data..<(data + entry.packedSize)]
        let unpacked: [UInt8]
        switch entry.method {
        case 0:
            guard entry.size == entry.packedSize else {
                throw .damaged("a file in the archive has another size than the list says")
            }
            unpacked = Array(packed)
        case 8:
            do throws(Inflater.Fault) {
                unpacked = try Inflater.inflate(packed, size: entry.size)
            } catch {
                switch error {
                case .damaged: throw .damaged("a file in the archive is damaged and cannot be unpacked")
                case .cutOff: throw .damaged("a file in the archive is cut off")
                case .otherSize: throw .damaged("a file in the archive has another size than the list says")
                }
            }
        default:
            throw .unsafe("a file in the archive is compressed in a way that is not read (\(entry.method))")
        }
        guard CRC32.checksum(unpacked) == entry.checksum else {
            throw .damaged("a file in the archive is damaged: its checksum is wrong")
        }
        budget -= entry.size
        return unpacked
    }

    /// Where the last record begins: 22 bytes and a comment that reaches to the end.
    private static func endOfList(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        var position = bytes.count - 22
        let first = max(0, position - 0xFFFF)
        while position >= first {
            if bytes[position] == 0x50, number(bytes, position, 4) == 0x0605_4B50,
                position + 22 + number(bytes, position + 20, 2) == bytes.count
            {
                return position
            }
            position -= 1
        }
        return nil
    }

    private static func entry(_ bytes: [UInt8], _ position: inout Int, listEnd: Int) throws(ContainerFault) -> ZipEntry
    {
        let start = position
        let nameLength = number(bytes, start + 28, 2)
        let next = start + 46 + nameLength + number(bytes, start + 30, 2) + number(bytes, start + 32, 2)
        guard start + 46 <= listEnd, number(bytes, start, 4) == 0x0201_4B50, next <= listEnd else {
            throw .damaged("the list of the archive's files is damaged")
        }
        position = next
        let path = String(decoding: bytes[(start + 46)..<(start + 46 + nameLength)], as: UTF8.self)
        let entry = ZipEntry(
            path: String(path.map { $0 == "\\" ? "/" : $0 }), method: number(bytes, start + 10, 2),
            checksum: UInt32(truncatingIfNeeded: number(bytes, start + 16, 4)),
            packedSize: number(bytes, start + 20, 4), size: number(bytes, start + 24, 4),
            offset: number(bytes, start + 42, 4))
        guard entry.isInside else {
            throw .unsafe(
                "the path of a file in the archive leads outside of it", remedy: "do not unpack it; ask who made it")
        }
        guard number(bytes, start + 8, 2) & 1 == 0 else {
            throw ContainerFault(
                rule: .encryptedFile, message: "the archive is locked with a password",
                remedy: "unlock it and save it without one")
        }
        guard entry.size != 0xFFFF_FFFF, entry.packedSize != 0xFFFF_FFFF, entry.offset != 0xFFFF_FFFF else {
            throw .unsafe("the archive is a zip64, which is for archives larger than any that is read")
        }
        return entry
    }

    /// A number of two or four bytes, the lowest first; zero beyond the end.
    private static func number(_ bytes: [UInt8], _ position: Int, _ size: Int) -> Int {
        guard position >= 0, position + size <= bytes.count else { return 0 }
        return (0..<size).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
}
