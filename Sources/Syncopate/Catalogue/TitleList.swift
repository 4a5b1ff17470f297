/// Titles in a sentence.
public enum TitleList {
    /// "A", "A and B", "A, B and 3 more"; empty for none.
    ///
    /// - Parameter most: how many are named before the rest is counted.
    public static func words(_ titles: [String], most: Int = 3) -> String {
        words(titles.count, most: most) { titles[$0] }
    }

    /// The same of titles that are only looked up where they are named.
    static func words(_ count: Int, most: Int = 3, _ title: (Int) -> String) -> String {
        guard count > 1 else { return count == 1 ? title(0) : "" }
        let isWhole = count <= most
        let named = isWhole ? count - 1 : max(most - 1, 1)
        var words = title(0)
        for place in 1..<named {
            words += ", "
            words += title(place)
        }
        words += " and "
        words += isWhole ? title(count - 1) : "\(count - named) more"
        return words
    }
}
