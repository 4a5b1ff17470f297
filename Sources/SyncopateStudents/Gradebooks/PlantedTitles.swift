import Syncopate

/// What the columns of a ``PlantedGradebook`` are called.
public enum PlantedTitles: String, Sendable, Hashable, CaseIterable {
    /// Every column is "Task 7" and so on.
    case neutral
    /// Half of the planted columns have a title that a reader of titles may or may not understand.
    case partly
    /// All of them have one.
    case telling

    func title(_ kind: PlantedKind?, number: Int, _ generator: inout SeededGenerator) -> String {
        // The same draws whatever the titles, so that the scores are the same too.
        let (isTold, choice) = (generator.uniform() < 0.5, generator.uniform())
        guard self != .neutral, let kind else { return "Task \(number)" }
        guard isTold || self == .telling else { return "Task \(number)" }
        let words: [String]
        switch kind {
        case .attendance: words = ["Attendance", "Roll call", "Class attendance", "Present in class"]
        case .bonus: words = ["Bonus", "Extra credit", "Bonus points", "Challenge problem"]
        case .completion:
            words = ["Participation", "Class participation", "Homework completion", "Notebook check"]
        case .copied: words = ["Group project", "Team poster", "Group presentation", "Poster session"]
        }
        return "\(words[min(Int(choice * Double(words.count)), words.count - 1)]) \(number)"
    }
}
