internal import Syncopate

/// What is said of a class and a learner among others, in words for a terminal.
enum TogetherWords {
    /// A heading and a paragraph per entry of the teacher's plan; none where there is no plan.
    static func plan(_ plan: [PlannedTopic]) -> [String] {
        guard !plan.isEmpty else { return [] }
        return ["Your plan, and what each way would add to it:"]
            + plan.map { entry in
                let day = entry.day.isEmpty ? "" : TextWidth.clean(entry.day) + ": "
                let minutes = "\(Rounding.words(entry.minutes, 0)) min"
                return
                    "- \(day)\(entry.topic), \(entry.way.words), \(minutes): \(entry.sentences.joined(separator: "; "))."
            }
    }

    /// Where the route next meets that of classmates.
    ///
    /// - Parameter name: what people read for a learner, by position.
    static func meeting(_ point: MeetingPoint, name: (Int) -> String) -> String {
        let when = point.minutes < 1 ? "now" : "after about \(Rounding.words(point.minutes, 0)) minutes of work"
        let who = point.companions.map { name($0.learner) }.joined(separator: "; ")
        return "meets: \(point.topic), \(when), with \(who)"
            + (point.isMixed ? " (some have it, some do not)" : "")
    }
}
