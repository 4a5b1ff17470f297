/// What the class's cells say about one item: whether it measures mastery, and whether it is past or to come.
public struct ItemProfile: Sendable, Hashable {
    /// What the item can be used for.
    public enum Role: String, Sendable, Hashable {
        /// Its scores are evidence of mastery, and it can be recommended.
        case evidence
        /// Attendance, participation, bonus, copied group scores and the like: neither.
        case notMastery = "not_mastery"
        /// Everybody who has a score has the same one: it says nothing about anybody.
        case constant
    }

    /// Where it stands in time.
    public enum Phase: String, Sendable, Hashable {
        case past
        /// Part of the class has a score.
        case open
        case upcoming
    }

    public var role: Role
    public var phase: Phase
    /// Whether `phase` was stated by an item file rather than guessed from the cells.
    public var phaseIsStated: Bool
    /// Learners with a score.
    public var scored: Int
    /// Learners the item was given to, as far as the file shows: everybody active but the excused and not assigned.
    public var asked: Int
    /// Mean score of those who have one, shares of the maximum; NaN without any.
    public var meanScore: Double
    /// Why it is no evidence; `nil` for evidence.
    public var setAside: SetAside?

    public init(
        role: Role, phase: Phase, phaseIsStated: Bool, scored: Int, asked: Int, meanScore: Double,
        setAside: SetAside? = nil
    ) {
        self.role = role
        self.phase = phase
        self.phaseIsStated = phaseIsStated
        self.scored = scored
        self.asked = asked
        self.meanScore = meanScore
        self.setAside = setAside
    }

    /// Share of those asked from which an item counts as past.
    static let pastShare = 0.5
    /// Share of those asked up to which an item counts as upcoming.
    static let upcomingShare = 0.1

    /// Fewest active learners of a section that speak for themselves; a smaller one goes by the whole file.
    static let leastSection = 5

    /// Profiles as one section of a gradebook sees them: roles are the whole file's, phases and counts its own.
    static func profiles(
        of gradebook: Gradebook, at: Double?, section: [Int], file: [ItemProfile]
    ) -> [ItemProfile] {
        guard section.count < gradebook.learners.count else { return file }
        let active = section.count { learner in
            gradebook.cells(ofLearner: learner).contains { gradebook.statuses[$0] == .scored }
        }
        guard active >= leastSection else { return file }
        return zip(profiles(of: gradebook, at: at, among: section), file).map { own, whole in
            var profile = own
            profile.role = whole.role
            profile.setAside = whole.setAside
            return profile
        }
    }

    /// Profiles of all items of a gradebook.
    ///
    /// - Parameters:
    ///   - at: the moment advice is for, seconds since 1970; items due later are upcoming.
    ///   - among: positions of the learners to count; `nil` counts all.
    public static func profiles(
        of gradebook: Gradebook, at: Double? = nil, among: [Int]? = nil
    ) -> [ItemProfile] {
        let count = gradebook.items.count
        var scored = [Int](repeating: 0, count: count)
        var exempt = [Int](repeating: 0, count: count)
        var missing = [Int](repeating: 0, count: count)
        var sum = [Double](repeating: 0, count: count)
        var low = [Double](repeating: .infinity, count: count)
        var high = [Double](repeating: -.infinity, count: count)
        var active = 0
        for i in among ?? Array(gradebook.learners.indices) {
            let cells = gradebook.cells(ofLearner: i)
            // Somebody without any score (a late arrival, a leaver) must not make past work look upcoming.
            guard cells.contains(where: { gradebook.statuses[$0] == .scored }) else { continue }
            active += 1
            for cell in cells {
                let item = Int(gradebook.columns[cell])
                switch gradebook.statuses[cell] {
                case .scored:
                    let score = gradebook.scores[cell]
                    scored[item] += 1
                    sum[item] += score
                    low[item] = min(low[item], score)
                    high[item] = max(high[item], score)
                case .excused, .notAssigned: exempt[item] += 1
                case .missing: missing[item] += 1
                case .inProgress, .notYetGraded, .hidden, .unknownBlank: break
                }
            }
        }
        return gradebook.items.indices.map { j in
            let item = gradebook.items[j]
            let asked = max(active - exempt[j], scored[j])
            let share = asked > 0 ? Double(scored[j] + missing[j]) / Double(asked) : 0
            var phase: Phase = share >= pastShare ? .past : share <= upcomingShare ? .upcoming : .open
            var stated = false
            if item.assigned == false {
                phase = .upcoming
                stated = true
            } else if let due = item.due, let at, due.isFinite {
                phase = due <= at ? .past : .upcoming
                stated = true
            } else if item.assigned == true, phase == .upcoming {
                phase = .open
                stated = true
            }
            let role: Role
            var setAside: SetAside?
            if !item.kind.measuresMastery || item.maximum == 0 {
                role = .notMastery
                setAside =
                    item.maximum == 0
                    ? SetAside(kind: item.kind.measuresMastery ? .bonus : ColumnKind(item.kind), basis: .points)
                    : SetAside(kind: ColumnKind(item.kind), basis: item.kindIsStated ? .stated : .title)
            } else if scored[j] >= 5, high[j] - low[j] < 1e-9 {
                role = .constant
                setAside = SetAside(kind: .constant, basis: .scores)
            } else {
                role = .evidence
            }
            return ItemProfile(
                role: role, phase: phase, phaseIsStated: stated, scored: scored[j], asked: asked,
                meanScore: scored[j] > 0 ? sum[j] / Double(scored[j]) : .nan, setAside: setAside)
        }
    }
}
