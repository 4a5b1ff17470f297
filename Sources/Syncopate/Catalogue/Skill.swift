/// Something to be mastered.
public struct Skill: Sendable, Hashable {
    /// Stable identity. Where no skill map is given each item is its own skill, under the item's identity.
    public var id: String
    /// What people read.
    public var title: String
    /// Skills it builds on. They must not lead back to itself.
    public var requires: [Prerequisite]
    /// How it is learnt and answered before any evidence; `nil`: the engine's usual figures.
    public var nominal: NominalParameters?
    /// Identities it had before: a renamed skill names its old one, the parts of a split skill all name the whole, and a
    /// merged skill names its parts. An item that is gone is named here too where the log does not say its skills.
    /// Evidence under them counts for it.
    public var formerly: [String]

    public init(
        id: String, title: String, requires: [Prerequisite] = [], nominal: NominalParameters? = nil,
        formerly: [String] = []
    ) {
        self.id = id
        self.title = title
        self.requires = requires
        self.nominal = nominal
        self.formerly = formerly
    }
}
