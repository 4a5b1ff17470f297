/// One thing wrong with a catalogue: which part, what, and how to mend it.
public struct CatalogueFault: Sendable, Hashable, CustomStringConvertible {
    /// The stable word for what is wrong.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case blankID = "blank-id"
        case duplicateID = "duplicate-id"
        case unknownSkill = "unknown-skill"
        case unknownItem = "unknown-item"
        case prerequisiteCycle = "prerequisite-cycle"
        case valueOutOfRange = "value-out-of-range"
    }

    /// The part it stands in.
    public enum Part: String, Sendable, Hashable, CaseIterable { case skill, item, goal }

    public var code: Code
    public var part: Part
    /// The identity of the skill, item or goal.
    public var id: String
    /// What is wrong, as a sentence without its full stop.
    public var message: String
    /// What to do about it.
    public var remedy: String

    public init(_ code: Code, _ part: Part, _ id: String, _ message: String, remedy: String) {
        self.code = code
        self.part = part
        self.id = id
        self.message = message
        self.remedy = remedy
    }

    public var description: String { "\(code.rawValue): \(part.rawValue) \"\(id)\": \(message) (\(remedy))" }
}

/// A catalogue that was refused, with everything that speaks against it. Never empty.
public struct InvalidCatalogue: Error, Sendable, Hashable, CustomStringConvertible {
    public let faults: [CatalogueFault]

    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
