internal import Syncopate

/// Parts of a plan of meetings in the words that several writers share.
enum ConveningWords {
    /// Whole minutes, or to a tenth.
    static func minutes(_ minutes: Double) -> String {
        let rounded = Rounding.decimals(minutes, 1)
        return DecimalFigure.text(rounded, rounded == rounded.rounded() ? 0 : 1) + "\u{A0}min"
    }

    /// "correct or retake: Quiz: Ratios (20 min)".
    static func task(_ task: OwnTimeTask) -> String {
        let name = task.title.isEmpty ? task.words : "\(task.words): \(task.title)"
        return task.minutes > 0 ? "\(name) (\(minutes(task.minutes)))" : name
    }

    /// "correct or retake: A (20 min), B (5 min); prepare: C (10 min)".
    static func tasks(_ tasks: [OwnTimeTask]) -> String {
        var parts: [String] = []
        var above: String?
        for task in tasks {
            if task.words == above, !task.title.isEmpty, !parts.isEmpty {
                parts[parts.count - 1] +=
                    ", \(task.title)" + (task.minutes > 0 ? " (\(minutes(task.minutes)))" : "")
            } else {
                parts.append(self.task(task))
            }
            above = task.words
        }
        return parts.joined(separator: "; ")
    }

    static func sentences(_ reasons: [Reason]) -> String { reasons.map(\.sentence).joined(separator: "; ") }
}
