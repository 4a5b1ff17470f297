/// Decides which headers end in an assignment's number, `Title (id)`, from the header as a whole.
///
/// Canvas gives every assignment of an export its number. A header that only looks so, such as
/// "Quiz (2024)", gives itself away by the others: they have no number, or much longer ones, or the same.
enum CanvasNumbers {
    /// The title and number a header falls into, if it ends in digits in parentheses.
    static func split(_ header: String) -> (title: String, number: String)? {
        guard header.hasSuffix(")"), let open = header.lastIndex(of: "("), open > header.startIndex else { return nil }
        let number = header[header.index(after: open)...].dropLast()
        let before = header[..<open]
        guard !number.isEmpty, number.utf8.count <= 20, number.utf8.allSatisfy(\.isDigit), before.hasSuffix(" ") else {
            return nil
        }
        var title = before
        while title.hasSuffix(" ") { title = title.dropLast() }
        return title.isEmpty ? nil : (String(title), String(number))
    }

    /// For each header the title and number, or `nil` where the parentheses belong to the title.
    static func decide(_ headers: [String]) -> [(title: String, number: String)?] {
        let parts = headers.map(split)
        let found = parts.compactMap { $0 }
        guard !found.isEmpty else { return parts }
        let lengths = found.map(\.number.utf8.count).sorted()
        let typical = lengths[lengths.count / 2]
        let areMost = found.count * 2 >= headers.count
        let allHaveThem = found.count == headers.count
        // Two columns cannot be one assignment, except where a column was pasted twice, title and all.
        let repeats = Set(found.map(\.number)).count < Set(found.map { $0.title + "\u{0}" + $0.number }).count
        let titlesCollide = Set(found.map(\.title)).count < found.count
        let areYears = found.allSatisfy { isYear($0.number) }
        let areTiny = typical <= 2 && (titlesCollide || !allHaveThem)
        if typical <= 4, repeats || areYears || areTiny { return headers.map { _ in nil } }
        return parts.map { part in
            guard let part else { return nil }
            let length = part.number.utf8.count
            if !areMost { return length >= 5 ? part : nil }
            if isYear(part.number), typical > 4 || !allHaveThem { return nil }
            return typical - length >= 3 ? nil : part
        }
    }

    private static func isYear(_ number: String) -> Bool {
        guard number.utf8.count == 4, let year = Int(number) else { return false }
        return (1900...2099).contains(year)
    }
}
