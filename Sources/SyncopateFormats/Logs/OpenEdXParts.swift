/// How the parts of a problem went that one click answered, in the order in which the problem has them.
///
/// Points come before the word, as where the server adds them up itself (edx-platform, capa, CorrectMap.get_npoints): a grader
/// may call correct what earns part of the points. What a part is worth no event says; a problem's points are shared out
/// evenly, unless some part has more than that, or a right answer less.
struct OpenEdXParts {
    /// What the server's map says of a part.
    struct Part {
        let id: String
        /// `correct` and the like.
        let word: String?
        /// Points it earned; `nil` where the map does not say.
        let points: Double?
        /// What is wrong with them, as it stands in the map; `nil` for nothing.
        let fault: String?
        /// Whether another program has yet to judge it.
        let isQueued: Bool
    }

    let parts: [Part]
    private let grade: Double?
    private let most: Double?

    /// Words that the server uses, and `unknown`, which only points make sense of.
    private static let words: Set<String> = [
        "correct", "incorrect", "partially-correct", "partially_correct", "incomplete", "unknown",
    ]

    /// - Parameters:
    ///   - problem: what a part without a name goes by.
    ///   - grade: points of the whole problem.
    ///   - most: the most there are.
    init(_ map: JSONView, problem: String, grade: Double?, most: Double?) {
        self.grade = grade
        self.most = most
        let parts = map.members.map { Self.part($0.name.isEmpty ? problem : $0.name, $0.value) }
        let places = parts.map { Self.place($0.id) }
        // A map has no order of its own; the numbers in the ids have.
        self.parts =
            places.contains { $0 == nil }
            ? parts
            : parts.indices.sorted { left, right in
                let (a, b) = (places[left] ?? (0, 0), places[right] ?? (0, 0))
                return a != b ? a < b : left < right
            }.map { parts[$0] }
    }

    private static func part(_ id: String, _ part: JSONView) -> Part {
        let cell = part["npoints"]
        // Some graders give yes or no, which count as 1 and 0.
        let points = cell.flag.map { $0 ? 1.0 : 0.0 } ?? cell.number
        let isFault = cell.exists && !(points ?? -1 >= 0 && points?.isFinite == true)
        return Part(
            id: id, word: part["correctness"].string, points: isFault ? nil : points,
            fault: isFault ? cell.identifier ?? "" : nil, isQueued: part["queuestate"].exists)
    }

    /// The numbers of response and input that an id ends in (`_2_1`); `nil` where it ends in others.
    private static func place(_ id: String) -> (Int, Int)? {
        let pieces = id.split(separator: "_")
        guard pieces.count > 2, let input = Int(pieces[pieces.count - 1]), let response = Int(pieces[pieces.count - 2])
        else { return nil }
        return (response, input)
    }

    /// Whether the word is none that the server uses.
    static func isUnheardOf(_ part: Part) -> Bool { part.word.map { !words.contains($0) } ?? false }

    /// Sets how a part went.
    func judge(_ part: Part, into event: inout TidyEvent) {
        guard !part.isQueued else {
            event.status = .notYetGraded
            return
        }
        guard part.fault == nil else {
            event.status = .hidden
            return
        }
        if let points = part.points {
            judge(points, part.word, into: &event)
            return
        }
        event.isShare = true
        switch part.word {
        case "correct": event.points = 1
        case "incorrect": event.points = 0
        case "partially-correct", "partially_correct":
            guard parts.count == 1, let grade, let most, most > 0 else {
                event.status = .hidden
                return
            }
            event.points = grade / most
        case "incomplete": event.status = .notYetGraded
        default: event.status = .unknownBlank
        }
    }

    /// Sets what points come to.
    private func judge(_ points: Double, _ word: String?, into event: inout TidyEvent) {
        event.points = points
        event.isShare = true
        if points == 0 { return }
        if let most, most > 0, isEven(most) {
            event.points = points / most * Double(parts.count)
        } else if most != nil || word != "correct" || points != 1 {
            // One point for a correct answer is what a part is worth unless its author says otherwise.
            event.isShare = false
            event.isPoints = true
        }
    }

    /// Whether every part may be worth the same.
    private func isEven(_ most: Double) -> Bool {
        guard parts.count > 1 else { return true }
        let share = most / Double(parts.count)
        return parts.allSatisfy { part in
            guard let points = part.points else { return part.word != "correct" || (share - 1).magnitude < 1e-9 }
            // All of a part is what a right answer earns.
            return part.word == "correct" ? (points - share).magnitude < 1e-9 : points <= share + 1e-9
        }
    }
}
