package import SyncopateFormats

/// A damaged file, and what may still be said of it.
package struct FuzzInput: Sendable {
    /// How much of the planted score is left.
    package enum Level: Sendable {
        /// All of it: it must be read as it stands, or it must be said that it was not.
        case whole
        /// It may be lost, but not changed.
        case unchanged
        /// Nothing is known of it.
        case free
    }

    package var bytes: [UInt8]
    package var level: Level
    /// The planted score as a share.
    var share: Double?
    var item: String
    /// What the caller says of the file.
    package var options: ReadOptions
    /// Whether the format is stated rather than recognised.
    var statesFormat: Bool
    /// Physical lines of what was kept, from 1; empty in an archive.
    var keptLines: Set<Int>

    /// What is found in the file without damage, wherever it stands.
    var usualFindings: Set<Finding> = []

    package var file: SourceFile { SourceFile(name: "file", bytes: bytes) }
}
