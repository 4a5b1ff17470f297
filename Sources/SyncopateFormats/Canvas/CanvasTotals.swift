/// Recognises the totals Canvas adds after the assignments, by their names.
///
/// From `BUFFER_COLUMN_DEFINITIONS` in Canvas's gradebook_exporter.rb: an optional group before, an
/// optional grading period in parentheses after. Anchored at both ends, which Canvas's own importer
/// forgets: it takes "Final Grade essay" for a total.
enum CanvasTotals {
    /// What a header looks like.
    enum Match {
        /// A total of the whole course: nothing stands before the words.
        case course
        /// A total of a group, or an assignment whose title happens to end so.
        case group
    }

    private static let firsts = ["current", "final", "override"]
    private static let seconds = ["score", "points", "grade", "status"]

    /// `nil` if the header is no total. `periodIsID` says that digits in the parentheses are an assignment's id.
    static func match(_ header: String, periodIsID: Bool) -> Match? {
        var name = Substring(header.lowercased())
        if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex,
            name[..<open].hasSuffix(" ")
        {
            let inside = name[name.index(after: open)...].dropLast()
            if periodIsID, !inside.isEmpty, inside.utf8.allSatisfy(\.isDigit) { return nil }
            name = name[..<open]
        }
        var words = name.split(separator: " ")
        guard words.count >= 2, let last = words.popLast(), let first = words.popLast(),
            seconds.contains(String(last)), firsts.contains(String(first))
        else { return nil }
        if first == "override", last == "points" { return nil }
        if first != "override", last == "status" { return nil }
        if words.last == "unposted" { words.removeLast() }
        return words.isEmpty ? .course : .group
    }
}
