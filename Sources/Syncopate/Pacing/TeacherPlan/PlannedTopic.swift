/// What one entry of a teacher's plan means for a class.
public struct PlannedTopic: Sendable, Hashable {
    /// Position in the plan.
    public var entry: Int
    /// Title of the topic.
    public var topic: String
    /// When, in the teacher's words.
    public var day: String
    public var way: TeacherPlanWay
    public var minutes: Double
    /// Learners who more likely than not have it.
    public var have: Int
    /// Learners of the class.
    public var size: Int
    /// Scores of the class on it.
    public var scores: Int
    /// Seats of a live group with the teacher; 0 where there is none.
    public var seats: Int
    /// For those who lack it; `nil` where nobody does.
    public var lacking: PlanOutlook?
    /// For those who have it; `nil` where nobody has.
    public var having: PlanOutlook?

    /// In words: what is planned, who has it, and what each way would add for whom.
    public var sentences: [String] {
        var lines: [String] = scores == 0 ? ["nothing on it was scored yet, so what else is known speaks"] : []
        let rest = size - have
        lines.append(
            have == 0
                ? "nobody of \(size) likely has it yet"
                : rest == 0 ? "all \(size) likely have it already" : "\(have) of \(size) likely have it already")
        if let lacking, !lacking.additions.isEmpty {
            var line = "for the \(rest) who \(rest == 1 ? "does" : "do") not: \(lacking.sentence)"
            if rest > seats, seats > 0,
                lacking.additions.contains(where: { $0.way == .teacherGroup && $0.verdict == .more })
            {
                line += " (a group has \(seats) seats)"
            }
            lines.append(line)
        }
        if let having, !having.additions.isEmpty {
            lines.append("for the \(have) who \(have == 1 ? "does" : "do"): \(having.sentence)")
        }
        return lines
    }
}
