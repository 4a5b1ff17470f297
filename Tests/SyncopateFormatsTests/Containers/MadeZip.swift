import Foundation

@testable import SyncopateFormats

/// A zip archive made by hand, for tests: nothing compressed, and any field wrong that is asked for.
struct MadeZip {
    private var data: [UInt8] = []
    private var list: [UInt8] = []
    private var count = 0
    /// What is put at the front of every path.
    var prefix = ""
    var flags = 0
    var method = 0
    /// What is taken for the size of what is unpacked; `nil`: the right one.
    var size: Int?
    var checksum: UInt32?

    mutating func add(_ path: String, _ content: [UInt8]) {
        let name = Array((prefix + path).utf8)
        let offset = data.count
        func common() -> [UInt8] {
            Self.number(flags, 2) + Self.number(method, 2) + Self.number(0, 4)
                + Self.number(Int(checksum ?? CRC32.checksum(content)), 4) + Self.number(content.count, 4)
                + Self.number(size ?? content.count, 4) + Self.number(name.count, 2) + Self.number(0, 2)
        }
        data += [0x50, 0x4B, 3, 4] + Self.number(20, 2) + common() + name + content
        list += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + Self.number(20, 2) + common()
        list += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4) + Self.number(offset, 4)
        list += name
        count += 1
    }

    mutating func add(_ path: String, _ text: String) { add(path, Array(text.utf8)) }

    /// The archive.
    var bytes: [UInt8] {
        data + list + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
            + Self.number(list.count, 4) + Self.number(data.count, 4) + Self.number(0, 2)
    }

    init() {}

    /// One with these files.
    init(_ files: KeyValuePairs<String, String>) { for (path, text) in files { add(path, text) } }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

/// Python, for tests that compare with what its library makes.
enum Python {
    static let isThere = (try? run("print(1)")) == Array("1\n".utf8)
    /// Whether it has time zones.
    static let hasZones = (try? run("import zoneinfo; zoneinfo.ZoneInfo('Europe/Berlin')")) != nil

    /// What a program prints.
    static func run(_ program: String, _ arguments: [String] = []) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
        return [UInt8](bytes)
    }
}
