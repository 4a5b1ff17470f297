import Foundation

/// A job that the engine and a rival both do, on the same data.
protocol RivalJob {
    /// What `--only` calls it.
    static var name: String { get }

    /// Has both do it.
    static func compare(_ setting: RivalSetting) throws -> [Comparison]
}

/// How jobs are measured.
struct RivalSetting {
    /// The Python that has the packages.
    let python: String
    /// Times each side does it; the least counts.
    let repeats: Int
    /// Skills of the course that answers are predicted on.
    let skills: Int

    /// Gives `body` a folder for the data that are handed over, and takes it away again.
    func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = NSTemporaryDirectory() + "syncopate-rivals-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder + "/")
    }
}
