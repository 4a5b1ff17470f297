/// What Moodle writes in the header of a gradebook in one language, lower case.
///
/// An export is in one language throughout, but for words that its language pack lacks, which are English then. The
/// same word may stand for different things in two languages ("Nom" is a last name in French, a first name in
/// Catalan), so a file's language is settled before its words are.
struct MoodleLanguage {
    /// How grades may be displayed, by what stands in brackets after an item. The best first.
    enum Display: Int, CaseIterable {
        case percentage, points, letter, feedback
    }

    /// What stands around a category's name in the name of its total.
    struct CategoryTotal {
        var before = ""
        var after = ""
    }

    var lastName: [String]
    var firstName: [String]
    var idNumber: [String]
    var email: [String]
    var username: [String] = []
    /// Further columns before the grades: institution and department.
    var profile: [String] = []
    var percentage: [String]
    var points: [String]
    var letter: [String]
    var feedback: [String]
    /// Names of the course's total.
    var courseTotal: [String]
    /// Names of the totals of categories.
    var categoryTotals: [CategoryTotal]
    /// Headers of the moment at which a gradebook was downloaded.
    var downloaded: [String]

    /// The language of a header with English for what it lacks, or `nil` where that cannot be told.
    ///
    /// One word is enough for English, which is the same wherever it stands. Another language takes two that agree, and
    /// more than any other has.
    init?(of headers: [String]) {
        let headers = headers.map { Header($0) }
        let known = headers.filter { $0.texts.contains(where: Self.words.contains) }
        guard !known.isEmpty else { return nil }
        let counted = MoodleLanguage.all.map { ($0, $0.words(in: known)) }
        guard let most = counted.map(\.1.count).max(), most > 0 else { return nil }
        let best = counted.filter { $0.1.count == most }
        guard let (language, words) = best.first,
            best.allSatisfy({ $0.0.names(in: headers) == language.names(in: headers) })
        else { return nil }
        let english = MoodleLanguage.english
        guard most > 1 || words == english.words(in: known) else { return nil }
        self = language
        lastName += english.lastName
        firstName += english.firstName
        idNumber += english.idNumber
        email += english.email
        username += english.username
        profile += english.profile
        percentage += english.percentage
        points += english.points
        letter += english.letter
        feedback += english.feedback
        courseTotal += english.courseTotal
        downloaded += english.downloaded
    }

    /// A language as its pack has it.
    init(
        lastName: [String], firstName: [String], idNumber: [String], email: [String], username: [String] = [],
        profile: [String] = [], percentage: [String], points: [String], letter: [String], feedback: [String],
        courseTotal: [String], categoryTotals: [CategoryTotal], downloaded: [String]
    ) {
        self.lastName = lastName
        self.firstName = firstName
        self.idNumber = idNumber
        self.email = email
        self.username = username
        self.profile = profile
        self.percentage = percentage
        self.points = points
        self.letter = letter
        self.feedback = feedback
        self.courseTotal = courseTotal
        self.categoryTotals = categoryTotals
        self.downloaded = downloaded
    }

    /// A header, lower case, and its parts if it ends in brackets.
    private struct Header {
        let whole: String
        var before: String?
        var inside: String?

        init(_ header: String) {
            whole = header.lowercased()
            guard let (before, inside) = BracketedNumber.last(whole, "(", ")") else { return }
            self.before = before
            self.inside = String(inside)
        }

        var texts: [String] { [whole] + [before, inside].compactMap { $0 } }
    }

    /// The words of every language: most headers of other programs have none of them, which is soon seen.
    private static let words = Set(all.flatMap { $0.columns + $0.displays + $0.courseTotal })

    /// Headers of columns that are no grades.
    private var columns: [String] { lastName + firstName + idNumber + email + username + profile + downloaded }

    private var displays: [String] { percentage + points + letter + feedback }

    /// Which of the language's words stand in a header, each once.
    private func words(in headers: [Header]) -> Set<String> {
        let columns = Set(columns)
        var found: Set<String> = []
        for header in headers {
            if columns.contains(header.whole) { found.insert(header.whole) }
            if let inside = header.inside, display(word: inside) != nil { found.insert(inside) }
            if let before = header.before, courseTotal.contains(before) { found.insert(before) }
        }
        return found
    }

    /// Where the language finds last and first names.
    private func names(in headers: [Header]) -> [Int?] {
        [lastName, firstName].map { names in headers.firstIndex { names.contains($0.whole) } }
    }

    // MARK: Grades

    /// A header as the item's name and its display; `nil` without a display.
    func parts(_ header: String) -> (title: String, display: Display)? {
        guard let (before, inside) = BracketedNumber.last(header, "(", ")"),
            let display = display(word: inside.lowercased())
        else { return nil }
        return (before, display)
    }

    private func display(word: String) -> Display? {
        if percentage.contains(word) { return .percentage }
        if points.contains(word) { return .points }
        if letter.contains(word) { return .letter }
        return feedback.contains(word) ? .feedback : nil
    }

    /// Whether an item is a sum of others: the course's, or a category's, which is named after it.
    ///
    /// Activities are named after their kind, "Quiz: …", and are none whatever follows. A grade item that somebody
    /// made by hand and called like a category's total cannot be told from one.
    func isTotal(_ title: String) -> Bool {
        let lower = title.lowercased()
        if courseTotal.contains(lower) { return true }
        return categoryTotals.contains { total in
            guard lower.hasPrefix(total.before), lower.hasSuffix(total.after),
                lower.count > total.before.count + total.after.count
            else { return false }
            return !total.before.isEmpty || !MoodleWords.isActivity(lower)
        }
    }
}
