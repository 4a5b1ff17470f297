/// One person in the evidence.
public struct Learner: Sendable, Hashable {
    /// Stable identity in the host system.
    public var id: String
    /// The name as the file writes it; empty where it has none.
    public var name: String
    /// The section or class, as the file writes it; empty where it has none. Learners of one section are one cohort.
    public var section: String

    public init(id: String, name: String = "", section: String = "") {
        self.id = id
        self.name = name
        self.section = section
    }
}
