/// One file of evidence, before it is known which course it belongs to.
public struct CourseFile: Sendable {
    /// What the course is called where the file says nothing better: the file's name without its ending.
    public var name: String
    /// What the file says.
    public var log: EvidenceLog
    /// Whether it is a gradebook as it stood at one moment, so that a later one of the same course replaces it. A log of
    /// events adds to what is known instead.
    public var isSnapshot: Bool
    /// What the file calls each event, as a number; 0 where it does not, empty where it calls none.
    public var eventIDs: [UInt64]

    public init(name: String, log: EvidenceLog, isSnapshot: Bool, eventIDs: [UInt64] = []) {
        self.name = name
        self.log = log
        self.isSnapshot = isSnapshot
        self.eventIDs = eventIDs
    }
}
