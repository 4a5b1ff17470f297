/// What a term of the mastery model keeps its coefficients for.
package enum ContextEntity: UInt8, Sendable, Hashable, CaseIterable {
    /// One row for everybody and everything.
    case all
    /// A row per skill; a response to several skills takes the mean of their rows.
    case skill
    /// A row per set of skills that is practised together; the set is what evidence is filed under.
    case skillSet
    /// A row per item.
    case item

    /// The word in a model file and on its card.
    package var word: String {
        switch self {
        case .all: "all"
        case .skill: "skill"
        case .skillSet: "skills"
        case .item: "item"
        }
    }

    /// Number of rows that a table has for this.
    package func rows(items: Int, skills: Int, sets: Int) -> Int {
        switch self {
        case .all: 1
        case .skill: skills
        case .skillSet: sets
        case .item: items
        }
    }
}
