internal import Syncopate

/// The words of plans for people.
enum PlanWords {
    static func percent(_ share: Double) -> String { "\(Rounding.percent(share))\u{A0}%" }

    /// "20 min", "2.5 min".
    static func minutes(_ minutes: Double) -> String { "\(number(minutes))\u{A0}min" }

    private static func number(_ value: Double) -> String {
        let rounded = Rounding.decimals(value, 1)
        return rounded == rounded.rounded() ? DecimalFigure.text(rounded, 0) : DecimalFigure.text(rounded, 1)
    }

    /// Where a goal is heading, as a sentence without its full stop.
    static func expectation(_ outlook: GoalOutlook, _ goal: Goal) -> String {
        if let deviation = outlook.deviation {
            return "ability known to ± \(DecimalFigure.text(deviation.then, 2)), now ± "
                + DecimalFigure.text(deviation.now, 2)
        }
        guard let share = outlook.share, let range = outlook.shareRange else { return "" }
        if goal.purpose == .remember {
            return "recall \(percent(share)) (\(Rounding.percent(range.lowerBound)) to \(percent(range.upperBound)))"
        }
        let all = Double(outlook.targets.count)
        let (low, high) = (count(range.lowerBound * all), count(range.upperBound * all))
        return "\(number(share * all)) of \(outlook.targets.count) mastered" + (all > 1 ? " (\(low) to \(high))" : "")
    }

    private static func count(_ value: Double) -> String { DecimalFigure.text(value, 0) }

    /// Why no amount of practice does it.
    static func sentence(_ obstacle: PlanObstacle, _ goal: Goal, _ catalogue: Catalogue) -> String {
        switch obstacle {
        case .passed: "the date has passed"
        case .threshold(let skills):
            "even with \(titles(skills, catalogue)) answers are right less often than the goal's threshold of "
                + "\(percent(goal.threshold)): lower it, or state a smaller slip"
        case .noItems(let skills): "nothing that may be given exercises \(titles(skills, catalogue))"
        case .nothingMore:
            "more time would not be used: everything is taken for mastered, or nothing more may be given (a higher "
                + "certainty goes on for longer)"
        case .time(let minutes, let items):
            "not by the date, even with \(PlanWords.minutes(minutes)) or \(items) items a day"
        }
    }

    /// Titles of skills, a few of them.
    static func titles(_ skills: [Int], _ catalogue: Catalogue, limit: Int = 4) -> String {
        let shown = skills.prefix(limit).map { catalogue.skills[$0].title }.joined(separator: ", ")
        return skills.count > limit ? "\(shown) and \(skills.count - limit) more" : shown
    }
}
