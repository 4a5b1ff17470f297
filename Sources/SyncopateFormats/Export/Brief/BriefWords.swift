internal import Syncopate

/// Figures of a brief in the words that its parts share.
enum BriefWords {
    /// "61 %".
    static func percent(_ share: Double) -> String { "\(Rounding.percent(share))\u{A0}%" }

    /// "9 to 14 of 30", "about 12 of 30".
    static func count(_ range: ClosedRange<Int>, of total: Int) -> String {
        range.lowerBound == range.upperBound
            ? "about\u{A0}\(range.lowerBound) of\u{A0}\(total)"
            : "\(range.lowerBound)\u{A0}to\u{A0}\(range.upperBound) of\u{A0}\(total)"
    }

    /// "about 4 of 10": what somebody is expected to get right.
    static func ofTen(_ success: Double) -> String {
        "about\u{A0}\(Int((min(max(success.isFinite ? success : 0, 0), 1) * 10).rounded()))\u{A0}of\u{A0}10"
    }

    /// "25 of 118 scores are at 70 % or more".
    static func scores(_ topic: BriefTopic, goal: Double) -> String {
        "\(topic.scoresAtGoal)\u{A0}of\u{A0}\(topic.scores)"
    }

    /// A share in whole points.
    static func points(_ share: Double) -> String {
        "\(Int((min(max(share.isFinite ? share : 0, -9), 9) * 100).rounded()))"
    }

    /// "20 min".
    static func minutes(_ minutes: Double) -> String { ConveningWords.minutes(minutes) }

    /// "1 learner", "30 learners".
    static func many(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

    /// What is to be done with a task: "Quiz: Ratios", or what to give where the file has nothing.
    static func what(_ task: BriefTask, names: BriefNames) -> String {
        if let item = task.item { return names.item(item) }
        guard let given = task.prescription else { return "" }
        let action = task.parts.first?.action.words ?? ""
        let topic = given.topic.isEmpty ? "" : " · " + BriefNames.isolated(given.topic)
        return action.prefix(1).uppercased() + action.dropFirst() + topic
    }

    /// "correct or retake (20 min): A; B. Make up (30 min): C".
    static func who(_ task: BriefTask, names: BriefNames, limits: BriefLimits) -> String {
        task.parts.map { part in
            let time = minutes(part.minutes)
            let people = names.list(part.learners, limit: limits.boardNames, room: limits.boardRoom)
            return task.item == nil
                ? "\(given(task)) (\(time)): \(people)" : "\(part.action.words) (\(time)): \(people)"
        }.joined(separator: " · ")
    }

    /// "5 questions: mixed questions of the kind done before".
    private static func given(_ task: BriefTask) -> String {
        guard let given = task.prescription else { return "" }
        return "\(many(given.questions, "question", "questions")), \(given.task)"
    }
}
