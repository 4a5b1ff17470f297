internal import Syncopate

/// What a teacher may write about what happened. Case, blanks and full stops do not matter.
///
/// | words | mean |
/// | --- | --- |
/// | done, yes, y, x, ok, true, 1, ✓, ja, oui, sí | done, in the way of the row |
/// | no, n, not done, skipped, absent, false, 0, ✗, nein, non | not done |
/// | partly, half, started | in part |
/// | apart, alone, home, own time; together, peers, pair; live, with me, teacher; online, in writing; in class | done, in that way |
///
/// So do the engine's own words (`async_solo`, `live_teacher`, ...), and "done" before a way. "-" and "?" say nothing.
enum HappenedWords {
    /// What a cell says: nothing, something, or what nobody understands.
    enum Reading: Equatable {
        case nothing
        case said(Happened)
        case unknown
    }

    /// Reads a cell.
    ///
    /// - Parameter planned: the mode of the row, which "together" and "live" may mean.
    static func read(_ text: String, planned: Mode) -> Reading {
        let words = fold(text)
        if words.isEmpty || nothing.contains(words) { return .nothing }
        if done.contains(words) { return .said(.done(nil)) }
        if notDone.contains(words) { return .said(.notDone) }
        if partly.contains(words) { return .said(.partly) }
        if let mode = mode(words, planned) { return .said(.done(mode)) }
        // "done together", "yes, alone"
        guard let space = words.firstIndex(of: " "), done.contains(String(words[..<space])),
            let mode = mode(String(words[words.index(after: space)...]), planned)
        else { return .unknown }
        return .said(.done(mode))
    }

    /// The word a plan carries on.
    static func word(_ happened: Happened) -> String {
        switch happened {
        case .done(let mode): mode?.rawValue ?? "done"
        case .partly: "partly"
        case .notDone: "no"
        }
    }

    private static func mode(_ words: String, _ planned: Mode) -> Mode? {
        if let mode = Mode(rawValue: words.replacing(" ", with: "_")), mode != .either { return mode }
        return switch words {
        case "apart", "alone", "solo", "home", "at home", "homework", "own time", "in own time", "self", "asynchronous",
            "async", "by themselves", "independently":
            .asyncSolo
        case "online", "in writing", "forum", "chat", "async social": .asyncSocial
        case "in class", "own pace", "in the room", "at own pace": .parallel
        case "together", "group", "in a group", "synchronous", "sync": planned.isLive ? planned : .livePeer
        case "peers", "with peers", "peer", "classmates", "with classmates", "pair", "pairs", "in pairs", "partner",
            "with a partner", "live peers":
            .livePeer
        case "live", "live group": planned.isLive ? planned : .liveTeacher
        case "teacher", "with teacher", "with the teacher", "with me", "small group", "tutored": .liveTeacher
        case "both", "mixed", "alone then together", "blend": .blended
        default: nil
        }
    }

    private static func fold(_ text: String) -> String {
        text.lowercased().split { $0.isWhitespace || ".,;:!".contains($0) }.joined(separator: " ")
    }

    private static let nothing: Set<String> = ["-", "–", "—", "?", "n/a", "na"]
    private static let done: Set<String> = [
        "done", "yes", "y", "x", "ok", "okay", "true", "1", "✓", "✔", "✔️", "☑", "☑️", "✅", "finished", "complete",
        "completed", "as planned", "ja", "j", "wahr", "erledigt", "gemacht", "oui", "vrai", "fait", "sí", "si", "hecho",
        "verdadero", "sì", "sim", "feito",
    ]
    private static let notDone: Set<String> = [
        "no", "n", "not done", "not", "none", "nothing", "skipped", "skip", "missed", "absent", "ill", "sick", "later",
        "postponed", "next week", "not yet", "cancelled", "canceled", "false", "0", "✗", "✘", "❌", "☐", "nein",
        "falsch",
        "nicht gemacht", "non", "faux", "pas fait", "falso", "não",
    ]
    private static let partly: Set<String> = [
        "partly", "partial", "partially", "half", "half done", "started", "begun", "some", "in progress", "teilweise",
        "en partie", "en parte",
    ]
}
