package import Foundation

/// Reads gzip files by asking `gzip` to unpack them.
package enum CompressedFile {
    /// The lines of a file of UTF-8 text, without their line ends and without empty ones.
    ///
    /// - Throws: ``BenchmarkError`` if the file cannot be unpacked or is not UTF-8, and whatever starting `gzip` throws.
    package static func lines(of file: URL) throws -> [Substring] {
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", file.path]
        let output = Pipe()
        gzip.standardOutput = output
        try gzip.run()
        // Reading to the end comes first: a full pipe would keep gzip from ever ending.
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        guard gzip.terminationStatus == 0 else {
            throw BenchmarkError("\(file.lastPathComponent): gzip ended with status \(gzip.terminationStatus)")
        }
        guard let text = String(data: bytes, encoding: .utf8) else {
            throw BenchmarkError("\(file.lastPathComponent): not UTF-8")
        }
        return text.split(whereSeparator: \.isNewline)
    }
}
