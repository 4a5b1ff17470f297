/// What kind of task a title says it is, as far as its words show: "Quiz 3" and "Quiz 4: Ratios" are one family.
///
/// Scores on tasks of one kind go together more than scores on tasks of different kinds; how much more is estimated
/// from the class, so that a meaningless family costs little.
enum TitleFamily {
    /// The title's first word, without digits and in lower case; empty where it has no letters.
    static func of(_ title: String) -> String {
        var word = ""
        for scalar in title.unicodeScalars {
            if scalar.properties.isAlphabetic {
                word += scalar.properties.lowercaseMapping
            } else if !word.isEmpty {
                break
            }
        }
        return word
    }
}
