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

    /// Whether such a word is all that a row says of whom it is about.
    ///
    /// - Parameter identity: what stands where names and ids do.
    static func isOne(_ identity: [String]) -> Bool {
        let said = identity.filter { !$0.isEmpty }
        return !said.isEmpty
            && said.allSatisfy { text in
                var word = text.lowercased()
                while let last = word.last, last == ":" || last == " " { word.removeLast() }
                return words.contains(word)
            }
    }
}
