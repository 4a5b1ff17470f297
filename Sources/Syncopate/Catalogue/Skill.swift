/// Something to be mastered.
public struct Skill: Sendable, Hashable {
    /// Stable identity. Where no skill map is given each item is its own skill, under the item's identity.
    public var id: String
    /// What people read.
    public var title: String

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
