internal import Syncopate

/// Parts of practice advice in the words that several writers share.
enum PracticeWords {
    /// A whole percentage that does not break from its sign.
    static func percent(_ share: Double) -> String { "\(Rounding.percent(share))\u{A0}%" }

    /// Minutes to a tenth.
    static func minutes(_ minutes: Double) -> String {
        let rounded = Rounding.decimals(minutes, 1)
        return rounded == rounded.rounded() && rounded < 1e9 ? "\(Int(rounded)) min" : "\(rounded) min"
    }

    /// What speaks for an item and against it, as one sentence.
    static func reasons(_ choice: PracticeChoice, _ catalogue: Catalogue) -> String {
        let parts = choice.reasons.filter(\.isFor).map { $0.sentence(catalogue) }
        let against = choice.reasons.filter { !$0.isFor }.map { $0.sentence(catalogue) }
        let text = parts.joined(separator: "; ")
        guard !against.isEmpty else { return text }
        return text.isEmpty
            ? "against it: " + against.joined(separator: "; ")
            : text + "; against it: " + against.joined(separator: "; ")
    }

    /// "6 on what is mastered, no review due; 2 ruled out by the teacher".
    static func withheld(_ counts: [Withheld: Int]) -> String {
        counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) \($0.key.brief)" }.joined(separator: "; ")
    }

    /// What a part of an item's index stands for.
    static func term(_ name: Term.Name) -> String {
        switch name {
        case .mastering: "for getting what it exercises mastered"
        case .unlocking: "for what builds on that"
        case .readiness: "because something it builds on may be missing"
        case .keeping: "for what would otherwise be forgotten"
        case .findingOut: "for what the answer tells"
        case .variety: "because it was given lately"
        case .cost: "for its minutes, beside those of a usual item"
        default: "for \(name.rawValue)"
        }
    }

    /// Something that may happen, at the beginning of a line.
    static func event(_ event: PracticeChange.Event, _ catalogue: Catalogue) -> String {
        switch event {
        case .right(let times): times == 1 ? "Right once" : "Right \(times) times in a row"
        case .wrong(let times): times == 1 ? "Wrong once" : "Wrong \(times) times in a row"
        case .days(let days): days == 1 ? "A day without practice" : "\(days) days without practice"
        case .mastered(let skill): "\(catalogue.skills[skill].title) mastered"
        case .done(let items):
            "\(TitleList.words(items.map { catalogue.items[$0].title }, most: 5)) done well"
        }
    }

    /// "today", "yesterday", "12 days before", by the learner's clock, with the date; `nil` where either time is not known.
    static func ago(_ time: Double, before moment: Double, _ recommender: Recommender) -> String? {
        let offset = recommender.settings.utcOffset
        // Logs without times count from 1970.
        guard time > 0, moment.isFinite, let date = CalendarDate.date(time, offset: offset) else { return nil }
        let days = Rounding.decimals(
            ((moment + offset) / 86_400).rounded(.down) - ((time + offset) / 86_400).rounded(.down), 0)
        switch days {
        case ...0: return "on \(date), the same day"
        case 1: return "on \(date), the day before"
        default: return days < 1e6 ? "on \(date), \(Int(days)) days before" : nil
        }
    }
}
