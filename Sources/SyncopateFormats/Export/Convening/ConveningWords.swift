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

    /// Why a learner has a seat, in the few words that stand beside the topic's heading.
    static func brief(_ seat: ConveningSeat) -> String {
        func percent(_ share: Double) -> String { "\(Rounding.percent(share))\u{A0}%" }
        let parts = seat.reasons.map { reason in
            switch reason {
            case .amongBest(let probability, let seats):
                "\(percent(probability)) likely " + (seats == 1 ? "the one" : "among the \(seats)") + " who gain"
                    + (seats == 1 ? "s" : "") + " most"
            case .seatForAll: "a seat for everybody who likely lacks it"
            case .chanceAlone(_, let success): "chance alone \(percent(success))"
            case .handedIn(let own, let asked, let classmates):
                "handed in \(own) of \(asked) (class \(percent(classmates)))"
            case .inGroup(.explain, let known): "explains: likely has it (\(percent(known)))"
            case .inGroup(.learn, let known): "asks: has yet to get it (\(percent(known)) likely has it)"
            case .inGroup(.summarise, let known): "sums up and checks: in between (\(percent(known)) likely has it)"
            default: reason.sentence
            }
        }
        return ((seat.isNew ? ["NEW in this session"] : []) + parts).joined(separator: "; ")
    }

    static func sentences(_ reasons: [Reason]) -> String { reasons.map(\.sentence).joined(separator: "; ") }
}
