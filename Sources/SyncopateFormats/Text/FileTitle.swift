/// What a file's name says its content is called, where nothing in it does: exports of one quiz carry the quiz's name there.
enum FileTitle {
    /// The last part of a path without what is no title: its ending, and the number that browsers add to a second
    /// download, which has one digit or two, as a year has not.
    ///
    /// - Parameter endings: what the exporting system adds to the title.
    /// - Returns: empty for what was not read from a file.
    static func title(_ name: String, endings: [String] = []) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        guard let point = last.lastIndex(of: "."), point > last.startIndex else { return "" }
        var title = String(last[..<point])
        if let (before, inside) = BracketedNumber.last(title, "(", ")"), (1...2).contains(inside.utf8.count),
            inside.utf8.allSatisfy(\.isDigit)
        {
            title = before
        }
        for ending in endings where title.lowercased().hasSuffix(ending) && title.count > ending.count {
            title.removeLast(ending.count)
            break
        }
        return title
    }
}
