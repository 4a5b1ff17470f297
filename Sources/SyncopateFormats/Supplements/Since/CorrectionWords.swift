internal import Syncopate

/// What a teacher may write to correct the file: "topic moved" (with the topic after a colon, or in the note), "not my
/// student", "zero was real". Case and blanks do not matter.
enum CorrectionWords {
    /// What a cell says.
    enum Reading: Equatable {
        case nothing
        /// The topic; empty: it was not said.
        case topicMoved(String)
        case notMyStudent
        case zeroWasReal
        case unknown
    }

    /// Reads a cell and the note beside it.
    static func read(_ text: String, note: String) -> Reading {
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        let folded = words.lowercased()
        if folded.isEmpty || folded == "-" || folded == "?" { return .nothing }
        if notMine.contains(folded.trimmingStop) { return .notMyStudent }
        if realZero.contains(folded.trimmingStop) { return .zeroWasReal }
        for start in moved where folded.hasPrefix(start) {
            var rest = Substring(words).dropFirst(start.count)
            guard rest.first.map({ !$0.isLetter && !$0.isNumber }) ?? true else { continue }
            while let first = rest.first, first == ":" || first == " " || first == "=" { rest = rest.dropFirst() }
            return .topicMoved(rest.isEmpty ? note.split { $0.isWhitespace }.joined(separator: " ") : String(rest))
        }
        return .unknown
    }

    /// The words a plan carries on.
    static func words(_ correction: PlanCorrection) -> (correction: String, note: String) {
        switch correction {
        case .topicMoved(_, let topic): ("topic moved", topic)
        case .notMyStudent: ("not my student", "")
        case .zeroWasReal: ("zero was real", "")
        }
    }

    /// Longer ones first.
    private static let moved = [
        "topic moved to", "topic moved", "moved topic to", "moved to", "wrong topic", "topic is", "topic",
    ]
    private static let notMine: Set<String> = [
        "not my student", "not mine", "not my pupil", "not my learner", "left", "has left", "left the class",
        "withdrawn",
        "transferred", "moved away", "gone",
    ]
    private static let realZero: Set<String> = [
        "zero was real", "zero is real", "real zero", "the zero was real", "the zero is real", "0 was real",
        "0 is real",
        "real 0", "zero counts", "nought was real",
    ]
}

extension String {
    /// Itself without a full stop at its end.
    fileprivate var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
