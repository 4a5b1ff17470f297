import Syncopate

/// Things that are found by a short name, in the order they are listed.
public struct Registry<Value: Sendable>: Sendable {
    /// One thing under its name.
    public struct Entry: Sendable {
        /// What it is asked for by: lower case, words joined by hyphens.
        public let name: String
        /// One line on what it is.
        public let summary: String
        /// The thing itself.
        public let value: Value

        /// - Parameters:
        ///   - name: lower case, words joined by hyphens; no other entry has it.
        ///   - summary: one line, without a full stop.
        public init(_ name: String, _ summary: String, _ value: Value) {
            self.name = name
            self.summary = summary
            self.value = value
        }
    }

    /// Everything, in its order.
    public let entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }

    /// The entry of a name, or `nil`; of two with the same name the first.
    public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

    /// The names most like one that is not there, nearest first, and of equals the first listed.
    ///
    /// Like means: a part of each other, or so few edits apart that a third of the letters stay (at most four).
    ///
    /// - Parameter count: how many at most.
    public func nearest(to name: String, count: Int = 3) -> [String] {
        NearestNames.among(entries.lazy.map(\.name), to: name, count: count)
    }
}
