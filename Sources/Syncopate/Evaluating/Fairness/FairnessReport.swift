/// Whether groups of learners got live time alike, and were judged alike: looks back on decisions, and never decides.
///
/// Attributes of learners (gender, disability, deprivation, ...) come in here and nowhere else: no belief, feature or policy
/// has a place for them. Intervals are of 95 %, with the learner as a cluster.
public struct FairnessReport: Sendable, Hashable {
    /// In the order of attributes, groups in the order of their names.
    public let groups: [GroupFairness]
    /// Decisions that were looked at.
    public let decisions: Int
    /// Learners with a decision.
    public let learners: Int
    /// Share of decisions that were live.
    public let liveShare: Double

    /// Parts that decisions are cut into by their uplift.
    static let parts = 10
    /// Fewest learners of a group, and of the others, of whom anything is said.
    public static let leastLearners = 5

    /// - Parameters:
    ///   - decisions: what was decided, any order.
    ///   - attributes: names, and the group of each learner by position; `nil` or out of range where it is not known.
    public init(_ decisions: [LiveDecision], attributes: [(name: String, groups: [String?])]) {
        self.decisions = decisions.count
        learners = Set(decisions.map(\.learner)).count
        liveShare = decisions.isEmpty ? .nan : Double(decisions.count { $0.isLive }) / Double(decisions.count)
        groups = attributes.flatMap { attribute in
            func group(_ decision: LiveDecision) -> String? {
                let place = Int(decision.learner)
                return attribute.groups.indices.contains(place) ? attribute.groups[place] : nil
            }
            let known = decisions.filter { group($0) != nil }
            let names = Set(known.compactMap(group)).sorted()
            return names.compactMap { name in
                Self.judge(attribute: attribute.name, group: name, known, isIn: known.map { group($0) == name })
            }
        }
    }

    private static func judge(
        attribute: String, group: String, _ decisions: [LiveDecision], isIn: [Bool]
    ) -> GroupFairness? {
        let inside = Set(zip(decisions, isIn).filter(\.1).map(\.0.learner))
        let outside = Set(zip(decisions, isIn).filter { !$0.1 }.map(\.0.learner))
        guard inside.count >= leastLearners, outside.count >= leastLearners else { return nil }
        let live = decisions.map { $0.isLive ? 1.0 : 0 }
        let whole = difference(live, isIn: isIn, part: decisions.map { _ in 0 }, decisions)
        var fairness = GroupFairness(
            attribute: attribute, group: group, learners: inside.count, decisions: isIn.count { $0 },
            liveShare: mean(zip(live, isIn).filter(\.1).map(\.0)), gap: whole ?? none)
        let rated = decisions.indices.filter { decisions[$0].uplift?.isFinite == true }
        if !rated.isEmpty {
            let order = rated.sorted { a, b in
                let (first, second) = (decisions[a].uplift ?? 0, decisions[b].uplift ?? 0)
                return first != second ? first < second : a < b
            }
            var part = [Int](repeating: 0, count: rated.count)
            var place: [Int: Int] = [:]
            for (number, row) in rated.enumerated() { place[row] = number }
            for (rank, row) in order.enumerated() {
                if let number = place[row] { part[number] = rank * parts / order.count }
            }
            fairness.gapWithinUplift = difference(
                rated.map { live[$0] }, isIn: rated.map { isIn[$0] }, part: part, rated.map { decisions[$0] })
        }
        let told = decisions.indices.filter { isIn[$0] && residual(decisions[$0]) != nil }
        if Set(told.map { decisions[$0].learner }).count >= 2 {
            let residuals = told.compactMap { residual(decisions[$0]) }
            let middle = mean(residuals)
            fairness.residual = LearnerClusters(told.map { decisions[$0].learner })
                .estimate(middle, influence: residuals.map { $0 - middle })
        }
        return fairness
    }

    private static let none = PolicyEstimate(value: .nan, standardError: .nan, interval: -.infinity ... .infinity)

    private static func residual(_ decision: LiveDecision) -> Double? {
        guard let gain = decision.gain, let expected = decision.expected, (gain - expected).isFinite else { return nil }
        return gain - expected
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    /// Mean inside less mean outside within each part, averaged by the decisions inside; parts without both sides are left
    /// out.
    private static func difference(
        _ values: [Double], isIn: [Bool], part: [Int], _ decisions: [LiveDecision]
    ) -> PolicyEstimate? {
        struct Side {
            var sum = 0.0
            var count = 0.0
            var mean: Double { sum / count }
        }
        var inside = [Side](repeating: Side(), count: parts)
        var outside = inside
        for row in values.indices {
            if isIn[row] {
                inside[part[row]].sum += values[row]
                inside[part[row]].count += 1
            } else {
                outside[part[row]].sum += values[row]
                outside[part[row]].count += 1
            }
        }
        let used = (0..<parts).map { inside[$0].count > 0 && outside[$0].count > 0 }
        let total = (0..<parts).reduce(0) { $0 + (used[$1] ? inside[$1].count : 0) }
        guard total > 0 else { return nil }
        let gap = (0..<parts).reduce(0) { sum, place in
            used[place] ? sum + inside[place].count / total * (inside[place].mean - outside[place].mean) : sum
        }
        let count = Double(values.count)
        let influence = values.indices.map { row -> Double in
            let place = part[row]
            guard used[place] else { return 0 }
            let weight = inside[place].count / total * count
            return isIn[row]
                ? weight / inside[place].count * (values[row] - inside[place].mean)
                : -weight / outside[place].count * (values[row] - outside[place].mean)
        }
        return LearnerClusters(decisions.map(\.learner)).estimate(gap, influence: influence)
    }
}
