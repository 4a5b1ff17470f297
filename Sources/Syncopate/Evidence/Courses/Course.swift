/// One course, put together from its files.
public struct Course: Sendable {
    /// The name of its last file.
    public var name: String
    /// Its files, as positions among those given.
    public var files: [Int]
    /// Everything that is known, the latest export standing for the ones before it.
    public var log: EvidenceLog
    /// What the last export says otherwise than those before; `nil` where there was only one.
    public var changes: ExportChanges?
    /// Events that several of its logs tell with the same score, and that are read once.
    public var repeatedEvents = 0
    /// Events to which a later log gives another score than an earlier one, and that have the later one.
    public var correctedEvents = 0

    public init(name: String, files: [Int], log: EvidenceLog, changes: ExportChanges? = nil) {
        self.name = name
        self.files = files
        self.log = log
        self.changes = changes
    }
}
