extension MeetingReason {
    /// The fact in words, with the titles of the catalogue it is about. No learner is named.
    public func sentence(_ catalogue: Catalogue) -> String {
        func percent(_ share: Double) -> String { "\(Rounding.percent(share))\u{A0}%" }
        func title(_ skill: Int) -> String {
            catalogue.skills.indices.contains(skill) ? catalogue.skills[skill].title : ""
        }
        switch self {
        case .stuckAndReady(let skill, let attempts, let probability):
            return
                "\(title(skill)): stuck after \(Self.attempts(attempts)) (\(percent(probability)) likely), ready for it"
        case .stuck(let skill, let attempts, let probability):
            return "\(title(skill)): stuck after \(Self.attempts(attempts)) (\(percent(probability)) likely)"
        case .toLearn(let skill, let known): return "\(title(skill)): \(percent(known)) likely mastered"
        case .ready(_, let probability): return "ready for it (\(percent(probability)) likely)"
        case .unlocks(let skills): return "opens the way to \(TitleList.words(skills.map(title)))"
        case .known(let skill, let probability):
            return "\(title(skill)): \(percent(probability)) likely mastered already"
        case .missing(let skill, let known):
            return "\(title(skill)), which it builds on, may be missing (\(percent(known)) likely mastered)"
        case .ownTime(let share):
            return "own time likely gets there too (\(percent(share)) of it before the next meeting)"
        case .taughtBefore(let times):
            return times == 1 ? "was taught it live before" : "was taught it live \(times) times before"
        }
    }

    /// How many there were, in words.
    private static func attempts(_ attempts: Double) -> String {
        let count = Rounding.decimals(attempts, 0)
        return count == 1 ? "1 attempt" : "\(Int(min(count, 1e9))) attempts"
    }
}
