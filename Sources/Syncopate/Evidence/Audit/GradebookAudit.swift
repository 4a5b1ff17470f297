/// A gradebook as an instrument: what each column measures and tells, and how sure all of them together make one of a learner.
public struct GradebookAudit: Sendable {
    /// One per item, in the gradebook's order.
    public let columns: [ColumnAudit]
    /// Learners of the gradebook, and those of them with a score.
    public let learners: Int
    public let active: Int
    /// Share of the variance between learners' standings in the course that their scores settle: the marginal reliability
    /// (Green, Bock, Humphreys, Linn & Reckase 1984), 0 to 1. `nil` where nothing is evidence, fewer than ten
    /// learners have a score, or no estimate was asked for.
    public let reliability: Double?
    /// How the estimator does on this very file; `nil` where it is too small to tell.
    public let backTest: BackTest?
    /// The skills of the evidence, and whether a map names them.
    public let skills: [Skill]
    public let hasSkillMap: Bool
    /// Topics that were read off the titles; `nil` where a map of skills was given, or they were not asked for.
    public let topicMap: TopicMap?
    /// Values that look like missing work, by learner and item; found where an estimate was asked for.
    public internal(set) var doubtful: [DoubtfulScore] = []

    /// Share of full marks from which a column is said to be near its maximum.
    static let nearMaximum = 0.75
    /// Fewest learners with scores of whom it is said how well their differences are known.
    static let leastLearners = 10

    /// Audits what columns measure; what they tell takes an estimate: see ``Engine/audit(_:settings:progress:)``.
    public init(_ gradebook: Gradebook) {
        let stated = ItemProfile.profiles(of: gradebook)
        let screen = ColumnScreen(gradebook, profiles: stated)
        self.init(
            gradebook, profiles: screen.applied(to: stated), screen: screen, estimate: nil, backTest: nil, topicMap: nil
        )
    }

    init(
        _ gradebook: Gradebook, profiles: [ItemProfile], screen: ColumnScreen, estimate: ClassEstimate?,
        backTest: BackTest?, topicMap: TopicMap?
    ) {
        var blanks = gradebook.items.map { _ in [Status: Int]() }
        var full = gradebook.items.map { _ in 0 }
        var active = 0
        for learner in gradebook.learners.indices {
            var isActive = false
            for cell in gradebook.cells(ofLearner: learner) {
                let item = Int(gradebook.columns[cell])
                guard gradebook.statuses[cell] == .scored else {
                    blanks[item][gradebook.statuses[cell], default: 0] += 1
                    continue
                }
                isActive = true
                if gradebook.scores[cell] >= 1 { full[item] += 1 }
            }
            if isActive { active += 1 }
        }
        let information = estimate.map { $0.information() }
        columns = gradebook.items.indices.map { item in
            let profile = profiles[item]
            var column = ColumnAudit(
                item: item, kind: .work, reasons: [], isSetAside: profile.role != .evidence, scored: profile.scored,
                blanks: blanks[item], mean: profile.meanScore,
                atMaximum: profile.scored > 0 ? Double(full[item]) / Double(profile.scored) : .nan)
            if let found = screen.relation.correlations[item] {
                let range = found.interval(1.96)
                column.relation = ColumnAudit.Relation(
                    correlation: found.value, low: range.lowerBound, high: range.upperBound)
            }
            if let setAside = profile.setAside {
                column.kind = setAside.kind
                column.basis = setAside.basis
                column.reasons = Self.reasons(setAside, scored: profile.scored)
            } else if gradebook.items[item].kindIsStated {
                column.reasons = [.stated]
            }
            if let finding = screen.findings[item], profile.role == .evidence || profile.setAside?.basis == .scores,
                profile.role != .constant
            {
                column.kind = finding.kind
                column.probability = finding.probability
                column.reasons = finding.reasons
            } else if profile.role == .evidence, profile.scored >= 5, column.atMaximum >= Self.nearMaximum {
                column.kind = .ceiling
                column.reasons = [.nearMaximum(below: profile.scored - full[item], scored: profile.scored)]
            }
            if profile.role == .evidence, profile.scored > 0 { column.information = information?[item] }
            return column
        }
        learners = gradebook.learners.count
        self.active = active
        self.backTest = backTest
        // Of fewer, it would be what was believed beforehand of how much learners differ.
        reliability = active >= Self.leastLearners ? estimate.flatMap { $0.reliability() } : nil
        skills = estimate?.skills ?? []
        hasSkillMap = topicMap == nil && (estimate?.hasSkillMap ?? false)
        self.topicMap = topicMap
    }

    private static func reasons(_ setAside: SetAside, scored: Int) -> [ColumnReason] {
        switch setAside.basis {
        case .stated: [.stated]
        case .title: [.title]
        case .points: [.noPoints]
        case .scores: setAside.kind == .constant ? [.sameScore(scored: scored)] : []
        }
    }
}
