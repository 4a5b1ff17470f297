/// What a teacher has planned already: the advice says what each way would add to it.
public struct TeacherPlan: Sendable, Hashable {
    /// One topic taken in one way.
    public struct Entry: Sendable, Hashable {
        /// A topic or an item, by its identity or title.
        public var topic: String
        public var way: TeacherPlanWay
        /// Whose plan it is; empty: everybody's.
        public var section: String
        /// When, in the teacher's words; empty where not said.
        public var day: String
        /// How long; `nil`: as long as a live session.
        public var minutes: Double?

        public init(
            topic: String, way: TeacherPlanWay, section: String = "", day: String = "", minutes: Double? = nil
        ) {
            self.topic = topic
            self.way = way
            self.section = section
            self.day = day
            self.minutes = minutes
        }
    }

    /// In the order of the plan.
    public var entries: [Entry]

    public init(_ entries: [Entry] = []) { self.entries = entries }

    /// The entries of a section, with their positions in the plan.
    func entries(of section: String) -> [(position: Int, entry: Entry)] {
        entries.enumerated().map { ($0.offset, $0.element) }.filter { _, entry in
            entry.section.isEmpty || Self.folded(entry.section) == Self.folded(section)
        }
    }

    /// A name in which case and blanks do not count.
    public static func folded(_ name: String) -> String { TopicNames.fold(name) }
}
