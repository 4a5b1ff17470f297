/// Chooses a few tasks that between them serve nearly everybody, so that own time can be told in lines on a board.
///
/// Of all the sets of so many tasks it looks for the one under which the learners' scores add up to most, each learner
/// doing the best that is on the board: the facility-location problem, by the greedy rule that is within 1 - 1/e of the
/// best (Cornuejols, Fisher & Nemhauser 1977). Nobody is given what is worth much less than what they should do first.
enum BoardLines {
    /// Most lines.
    static let limit = 5
    /// Share of the score of a learner's first recommendation that a line has to reach to be given to them.
    static let nearlyAsGood = 0.5
    /// Fewest learners a line is for.
    static let leastLearners = 2

    /// What each learner does.
    ///
    /// - Parameter lists: per learner what they could do, best first.
    /// - Returns: per learner the position in their list of what the board gives them, `nil` where nothing there fits.
    static func choose(_ lists: [[Recommendation]]) -> [Int?] {
        var keys: [BriefTask.Key: Int] = [:]
        // Per line: learner, place in their list, what it is worth to them.
        var lines: [[(learner: Int, place: Int, worth: Double)]] = []
        for (learner, list) in lists.enumerated() {
            guard let first = list.first else { continue }
            let least = first.score > 0 ? first.score * nearlyAsGood : first.score
            for (place, recommendation) in list.enumerated() where recommendation.score >= least {
                let key = BriefTask.Key(recommendation)
                let line = keys[key] ?? lines.count
                if line == lines.count {
                    keys[key] = line
                    lines.append([])
                }
                guard lines[line].last?.learner != learner else { continue }
                // Scores may be below zero; something to do is always better than nothing.
                lines[line].append((learner, place, 1 + max(recommendation.score, 0)))
            }
        }
        var chosen: [Int?] = Array(repeating: nil, count: lists.count)
        var worth = [Double](repeating: 0, count: lists.count)
        var isOpen = lines.map { $0.count >= leastLearners }
        for _ in 0..<limit {
            var best: (line: Int, gain: Double)?
            for line in lines.indices where isOpen[line] {
                let gain = lines[line].reduce(0) { $0 + max($1.worth - worth[$1.learner], 0) }
                if gain > (best?.gain ?? 0) { best = (line, gain) }
            }
            guard let best else { break }
            isOpen[best.line] = false
            for entry in lines[best.line] where entry.worth > worth[entry.learner] {
                worth[entry.learner] = entry.worth
                chosen[entry.learner] = entry.place
            }
        }
        // A line that others have emptied is none.
        var counts: [BriefTask.Key: Int] = [:]
        for (list, place) in zip(lists, chosen) { if let place { counts[BriefTask.Key(list[place]), default: 0] += 1 } }
        return zip(lists, chosen).map { list, place in
            place.flatMap { counts[BriefTask.Key(list[$0]), default: 0] >= leastLearners ? $0 : nil }
        }
    }
}
