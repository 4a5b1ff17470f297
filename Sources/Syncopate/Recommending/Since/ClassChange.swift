/// How a new export differs from the one a plan was made from.
public struct ClassChange: Sendable, Hashable {
    /// Columns with the same id and another title: the old, the new.
    public var renamed: [Renaming]
    /// Titles of columns that are no longer there.
    public var vanished: [String]
    /// Titles of columns that are new.
    public var added: [String]
    /// Learners of the plan who are not in the export.
    public var goneLearners: Int
    /// Learners of the export who are not in the plan.
    public var newLearners: Int

    /// A column with another title.
    public struct Renaming: Sendable, Hashable {
        public var old: String
        public var new: String

        public init(old: String, new: String) {
            self.old = old
            self.new = new
        }
    }

    init(from plan: AdvicePlan, to gradebook: Gradebook) {
        let now = Dictionary(gradebook.items.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let then = Set(plan.columns.map(\.item))
        let columns = plan.columns.sorted { ($0.item, $0.title) < ($1.item, $1.title) }
        renamed = columns.compactMap { column in
            now[column.item].flatMap { $0 == column.title ? nil : Renaming(old: column.title, new: $0) }
        }
        vanished = columns.filter { now[$0.item] == nil }.map(\.title)
        added = then.isEmpty ? [] : gradebook.items.filter { !then.contains($0.id) }.map(\.title)
        let people = Set(gradebook.learners.map(\.id))
        let known = plan.learners
        goneLearners = known.subtracting(people).subtracting(plan.notMyStudents).count
        newLearners = people.subtracting(known).count
    }
}
