/// What a planned way of taking a topic is expected to do for somebody, and what other ways would add to it.
///
/// Never which is better: what each adds, and how sure that is.
public struct PlanOutlook: Sendable, Hashable {
    /// What another way would add.
    public struct Addition: Sendable, Hashable {
        public var way: TeacherPlanWay
        /// Expected gain in the chance of success beyond the planned way's.
        public var gain: Double
        /// Standard deviation of that difference.
        public var deviation: Double
        /// P(it gains more than the planned way).
        public var probability: Double

        /// What the evidence says of it.
        public enum Verdict: String, Sendable, Hashable { case more, less, either }

        /// Nothing separates them below ``PlanOutlook/separates``.
        public var verdict: Verdict {
            if probability >= PlanOutlook.separates, gain > 0 { return .more }
            if probability <= 1 - PlanOutlook.separates, gain < 0 { return .less }
            return .either
        }
    }

    /// Expected gain in the chance of success on the topic; of several learners their mean.
    public var gain: Double
    /// Standard deviation of it.
    public var deviation: Double
    /// The other ways on offer, what adds most first.
    public var additions: [Addition]

    /// P(more) from which two ways are called apart, as with ``Mode/either``.
    public static let separates = 0.6

    /// Whether the evidence tells any way from the planned one.
    public var isSeparated: Bool { additions.contains { $0.verdict != .either } }

    /// In words, without a subject: what adds, what adds less, and what nothing separates.
    public var sentence: String {
        func points(_ share: Double) -> String {
            let points = Rounding.words(abs(share) * 100, 1)
            return points == "1" ? "1 point" : "\(points) points"
        }
        func chance(_ probability: Double) -> String { "\(Rounding.percent(probability))\u{A0}% likely more" }
        var parts: [String] = []
        for one in additions where one.verdict == .more {
            parts.append("\(one.way.words) would add about \(points(one.gain)) (\(chance(one.probability)))")
        }
        for one in additions where one.verdict == .less {
            parts.append("\(one.way.words) about \(points(one.gain)) less (\(chance(one.probability)))")
        }
        let rest = additions.filter { $0.verdict == .either }.map(\.way.words)
        if !rest.isEmpty { parts.append("nothing separates it from \(rest.joined(separator: ", "))") }
        return parts.joined(separator: "; ")
    }
}
