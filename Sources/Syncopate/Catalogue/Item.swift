/// One thing a learner can be given: an assignment, a quiz, a question.
///
/// An item is known by `id`, never by its position in a file, so that evidence survives a
/// reordered or edited gradebook.
public struct Item: Sendable, Hashable {
    /// Stable identity: the host's own number where the file carries one, else the title.
    public var id: String
    /// What people read.
    public var title: String
    /// Skills the item exercises with their weights; empty where no skill map names the item.
    public var skills: [SkillWeight]
    /// Points possible. `nil` where the file does not say; zero means "not graded for points".
    public var maximum: Double?
    /// Minutes a learner needs, where an item file says so.
    public var minutes: Double?
    /// Difficulty on the logit scale (higher is harder), where an item file says so.
    public var difficulty: Double?
    /// How sharply success tells learners apart: the slope of the log-odds, above zero; `nil`: not known. With it the item
    /// is a calibrated one of the two-parameter logistic model (Birnbaum 1968).
    public var discrimination: Double?
    /// What sort of thing it is, where a file says so or its title shows it.
    public var kind: ItemKind
    /// `true` if `kind` was stated by the user rather than read off the title.
    public var kindIsStated: Bool
    /// Seconds since 1970 at which it is due; `nil` if unknown.
    public var due: Double?
    /// Whether an item file says it is assigned (`true`), not assigned (`false`), or nothing (`nil`).
    public var assigned: Bool?
    /// The set it belongs to (a worksheet, a form of exercise, a unit), empty where there is none.
    public var group: String
    /// Identities of items that must have been done well before.
    public var requires: [String]
    /// Identities it had before, its own alone. Evidence under them counts for it.
    public var formerly: [String]
    /// Whether it is in earlier exports of a course and not in the last: still evidence, and open to nobody.
    public var isClosed = false

    public init(
        id: String, title: String, skills: [SkillWeight] = [], maximum: Double? = nil,
        minutes: Double? = nil, difficulty: Double? = nil, discrimination: Double? = nil, kind: ItemKind = .work,
        kindIsStated: Bool = false, due: Double? = nil, assigned: Bool? = nil,
        group: String = "", requires: [String] = [], formerly: [String] = []
    ) {
        self.id = id
        self.title = title
        self.skills = skills
        self.maximum = maximum
        self.minutes = minutes
        self.difficulty = difficulty
        self.discrimination = discrimination
        self.kind = kind
        self.kindIsStated = kindIsStated
        self.due = due
        self.assigned = assigned
        self.group = group
        self.requires = requires
        self.formerly = formerly
    }
}

extension Item {
    /// Takes over what another record of the same item says and this one does not.
    mutating func fillIn(from other: Item) {
        // A record without a title has its id there, and its kind was read off that.
        if title == id, other.title != id {
            title = other.title
            if !kindIsStated { kind = other.kind }
        }
        if !kindIsStated, other.kindIsStated {
            kind = other.kind
            kindIsStated = true
        }
        if skills.isEmpty { skills = other.skills }
        maximum = maximum ?? other.maximum
        minutes = minutes ?? other.minutes
        difficulty = difficulty ?? other.difficulty
        discrimination = discrimination ?? other.discrimination
        due = due ?? other.due
        assigned = assigned ?? other.assigned
        if group.isEmpty { group = other.group }
        if requires.isEmpty { requires = other.requires }
        if formerly.isEmpty { formerly = other.formerly }
    }
}
