/// Titles in a sentence.
public enum TitleList {
    /// "A", "A and B", "A, B and 3 more"; empty for none.
    ///
    /// - Parameter most: how many are named before the rest is counted.
    public static func words(_ titles: [String], most: Int = 3) -> String {
        guard titles.count > 1 else { return titles.first ?? "" }
        if titles.count <= most { return titles.dropLast().joined(separator: ", ") + " and " + (titles.last ?? "") }
        let named = max(most - 1, 1)
        return titles.prefix(named).joined(separator: ", ") + " and \(titles.count - named) more"
    }
}
