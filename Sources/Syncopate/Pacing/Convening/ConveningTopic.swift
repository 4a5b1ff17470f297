/// Something a class can meet about.
public struct ConveningTopic: Sendable, Hashable {
    /// Identity, as the gradebook, skill map or catalogue has it.
    public var id: String
    /// What people read.
    public var title: String

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
