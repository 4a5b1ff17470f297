internal import Syncopate

/// What a teacher is told of values that look like missing work: how many, which, and how to say otherwise.
enum DoubtfulWords {
    /// Most places that are listed; the machine formats have them all.
    static let listed = 5

    /// The lines of a whole class, none where nothing is in doubt.
    ///
    /// - Parameter most: most places that are listed.
    static func lines(
        _ doubtful: [DoubtfulScore], zeros: ZeroPolicy, gradebook: Gradebook, most: Int = listed
    ) -> [String] {
        let (columns, single) = (doubtful.filter(\.isUngraded), doubtful.filter { !$0.isUngraded })
        var lines: [String] = []
        if !single.isEmpty {
            switch zeros {
            case .auto:
                let shown = single.prefix(most).map { "row \($0.row), \(gradebook.items[$0.item].title)" }
                    .joined(separator: "; ")
                let rest = single.count > most ? "; and \(single.count - most) more" : ""
                lines.append(
                    "\(count(single)) like missing work and \(single.count == 1 ? "is" : "are") read as that, a guess "
                        + "that --zeros score undoes: \(shown)\(rest) (rows without headers).")
            case .missing, .score:
                lines.append("\(zerosOf(single.count)) read as missing work, as --zeros missing says.")
            }
        }
        guard !columns.isEmpty else { return lines }
        var items: [Int] = []
        for score in columns where !items.contains(score.item) { items.append(score.item) }
        let titles = items.sorted().map { gradebook.items[$0].title }
        let rest = titles.count > 4 ? " and \(titles.count - 4) more" : ""
        let shown = titles.prefix(4).joined(separator: ", ")
        lines.append("Hardly anything but zeros, so taken to be not graded yet: \(shown)\(rest).")
        return lines
    }

    /// One line without places.
    static func line(_ doubtful: [DoubtfulScore]) -> String? {
        guard !doubtful.isEmpty else { return nil }
        return "\(count(doubtful)) like missing work and \(doubtful.count == 1 ? "is" : "are") read as that "
            + "(syncopate recommend says which; --zeros score takes them at their word)."
    }

    /// "12 zeros and 3 repeated scores look".
    private static func count(_ doubtful: [DoubtfulScore]) -> String {
        let zeros = doubtful.count { $0.value == 0 }
        let others = doubtful.count - zeros
        var parts: [String] = []
        if zeros > 0 { parts.append("\(zeros) \(zeros == 1 ? "zero" : "zeros")") }
        if others > 0 { parts.append("\(others) \(others == 1 ? "repeated score" : "repeated scores")") }
        return parts.joined(separator: " and ") + (doubtful.count == 1 ? " looks" : " look")
    }

    private static func zerosOf(_ number: Int) -> String { number == 1 ? "1 zero is" : "\(number) zeros are" }
}
