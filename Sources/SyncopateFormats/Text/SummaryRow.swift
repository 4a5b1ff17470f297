/// Rows below the learners' that tell of all of them, as people and spreadsheets add them: averages and totals.
enum SummaryRow {
    /// What stands in them where others have who they are about, lower case.
    private static let words: Set<String> = [
        "average", "averages", "class average", "overall average", "course average", "mean", "class mean", "median",
        "total", "totals", "grand total", "sum", "standard deviation", "std dev", "std. dev.", "highest", "lowest",
        "durchschnitt", "gesamtdurchschnitt", "mittelwert", "summe", "gesamt", "moyenne", "moyenne générale", "médiane",
        "promedio", "promedio general", "suma", "média", "média geral", "soma", "media generale", "totale", "somma",
        "gemiddelde", "totaal",
    ]

    /// Words that may be somebody's name or login as well.
    private static let doubtful: Set<String> = [
        "min", "min.", "max", "max.", "minimum", "maximum", "mode", "variance", "n", "count", "high", "low", "avg",
        "avg.", "class avg", "class avg.", "stdev", "st. dev.", "std", "std.", "sd", "weight", "weights", "weighting",
    ]

    /// Whether a text may be one of the words, or somebody's name.
    static func isDoubtful(_ text: String) -> Bool { doubtful.contains(plain(text)) }

    /// Whether a row tells of all learners: it has one of the words and nothing else but numbers.
    ///
    /// Somebody may be called Suma or log in as `mean`, and then has another name, an address or a section beside it.
    ///
    /// - Parameters:
    ///   - cells: what stands in the row.
    ///   - takesDoubtful: whether words count that may be a name.
    static func isOne(_ cells: some Sequence<String>, takesDoubtful: Bool = false) -> Bool {
        var isFound = false
        for text in cells where !isFigure(text) {
            guard !isFound, isWord(text) || (takesDoubtful && isDoubtful(text)) else { return false }
            isFound = true
        }
        return isFound
    }

    /// Whether a text is one of the words.
    static func isWord(_ text: String) -> Bool { words.contains(plain(text)) }

    private static func plain(_ text: String) -> String {
        var word = text.lowercased()
        while let last = word.last, last == ":" || last == " " { word.removeLast() }
        return word
    }

    /// Whether a text is blank, a number, or stands for one that is not there.
    private static func isFigure(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || " .,%+-/".utf8.contains($0) } || SheetError.isOne(text)
            || text == "N/A"
    }
}
