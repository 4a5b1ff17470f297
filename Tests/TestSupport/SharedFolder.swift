import Foundation

/// Real files that tests may read and never copy: a folder `shared` beside the checkout, or the one
/// that `SYNCOPATE_SHARED` names. Tests that need it are skipped where it is absent.
public enum SharedFolder {
    /// The folder's path, or `nil` where there is none.
    public static let path: String? = {
        let environment = ProcessInfo.processInfo.environment["SYNCOPATE_SHARED"]
        let beside = packageRoot.deletingLastPathComponent().appendingPathComponent("shared").path
        let candidate = environment ?? beside
        return FileManager.default.fileExists(atPath: candidate) ? candidate : nil
    }()

    /// Whether a file or folder below the shared folder exists; for `.enabled(if:)`.
    public static func has(_ relative: String) -> Bool {
        guard let path else { return false }
        return FileManager.default.fileExists(atPath: path + "/" + relative)
    }

    /// The bytes of a file below the shared folder.
    public static func bytes(_ relative: String) throws -> [UInt8] {
        guard let path else { throw CocoaError(.fileNoSuchFile) }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + relative)))
    }

    /// The bytes of a gzip file below the shared folder, unpacked by `gzip`.
    public static func unpackedBytes(_ relative: String) throws -> [UInt8] {
        guard let path else { throw CocoaError(.fileNoSuchFile) }
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", path + "/" + relative]
        let output = Pipe()
        gzip.standardOutput = output
        try gzip.run()
        // Reading to the end comes first: a full pipe would keep gzip from ever ending.
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        guard gzip.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
        return [UInt8](bytes)
    }

    /// The root of this package's checkout.
    public static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
