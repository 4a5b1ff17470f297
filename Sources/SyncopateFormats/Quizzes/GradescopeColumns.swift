/// Where an export of Gradescope has what: that of a course, with four columns an assignment, or that of one
/// assignment, with its questions after the total.
struct GradescopeColumns {
    /// Something with points.
    struct Scored {
        var title: String
        var column: Int
        /// Points possible, where the header says them.
        var maximum: Double?
        /// The column with the points possible of each row.
        var maximumColumn: Int?
        /// The column with the moment it was handed in.
        var submitted: Int?
    }

    let isCourse: Bool
    let ids: [Int]
    let firstName: Int?
    let lastName: Int?
    let section: Int?
    /// Assignments of a course, else questions.
    let scored: [Scored]
    /// The total of an assignment.
    let total: Scored?
    let status: Int?

    private static let identity: Set<String> = [
        "name", "first name", "last name", "sid", "email", "sections", "section_name", "section",
    ]
    private static let known: Set<String> = identity.union([
        "total score", "max points", "status", "submission id", "submission time", "lateness (h:m:s)", "view count",
        "submission count",
    ])

    /// `nil` where the header is that of neither export.
    init?(_ headers: [String]) {
        let lower = headers.map { $0.lowercased() }
        func position(_ names: String...) -> Int? { names.lazy.compactMap { lower.firstIndex(of: $0) }.first }
        ids = ["sid", "email"].compactMap { lower.firstIndex(of: $0) }
        lastName = position("last name", "name")
        firstName = lower.contains("last name") ? position("first name") : nil
        section = position("sections", "section_name", "section")
        status = position("status")
        guard !ids.isEmpty || lastName != nil else { return nil }
        let suffix = " - max points"
        isCourse = lower.contains { $0.hasSuffix(suffix) }
        if isCourse {
            total = nil
            // Assignments may differ in upper and lower case only, or not at all: of the columns with the same words the
            // first after the assignment whose title is written as it is.
            let endings = [suffix, " - submission time"]
            let alike = Dictionary(grouping: lower.indices, by: { lower[$0] })
            let exact = Dictionary(
                grouping: lower.indices,
                by: { column in
                    let ending = endings.first { lower[column].hasSuffix($0) } ?? ""
                    return String(headers[column].dropLast(ending.count)) + ending
                })
            func beside(_ column: Int, _ ending: String) -> Int? {
                if let own = Self.next(exact[headers[column] + ending], column) { return own }
                // Of several that differ in case only, what is written otherwise is another's.
                guard alike[lower[column]]?.count == 1 else { return nil }
                return Self.next(alike[lower[column] + ending], column)
            }
            scored = lower.indices.compactMap { column in
                guard let maximum = beside(column, suffix) else { return nil }
                return Scored(
                    title: headers[column], column: column, maximumColumn: maximum,
                    submitted: beside(column, " - submission time"))
            }
            guard !scored.isEmpty else { return nil }
            return
        }
        guard let sum = lower.firstIndex(of: "total score"), position("max points", "status", "submission id") != nil
        else { return nil }
        let submitted = position("submission time")
        total = Scored(
            title: "Total Score", column: sum, maximumColumn: position("max points"), submitted: submitted)
        let last = lower.indices.filter { Self.known.contains(lower[$0]) }.max() ?? sum
        scored = lower.indices.dropFirst(last + 1).filter { !lower[$0].isEmpty }.map { column in
            let (title, maximum) = Self.question(headers[column])
            return Scored(title: title, column: column, maximum: maximum, submitted: submitted)
        }
    }

    /// The first of some columns, in order, after one; the first of all where there is none.
    private static func next(_ columns: [Int]?, _ column: Int) -> Int? {
        guard let columns else { return nil }
        var (low, high) = (0, columns.count)
        while low < high {
            let middle = (low + high) / 2
            if columns[middle] > column { high = middle } else { low = middle + 1 }
        }
        return low < columns.count ? columns[low] : columns.first
    }

    /// "1: Chemistry (5.0 pts)" as title and points possible.
    private static func question(_ header: String) -> (title: String, maximum: Double?) {
        guard let (before, inside) = BracketedNumber.last(header, "(", ")") else { return (header, nil) }
        let words = inside.lowercased().split(separator: " ")
        guard words.count == 2, ["pts", "pt", "points", "point"].contains(words[1]),
            let number = BracketedNumber.leading(inside)?.number
        else { return (header, nil) }
        // Gradescope writes in English whatever the language.
        return (before, number.withPoint)
    }
}
