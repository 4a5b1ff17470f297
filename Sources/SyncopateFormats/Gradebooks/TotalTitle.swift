/// Titles of columns that add up others, as teachers call them in tables of their own.
///
/// The whole title must be one of the words: `Total Recall essay` and `Final Grade reflection` are assignments.
enum TotalTitle {
    private static let words: Set<String> = [
        "total", "totals", "grand total", "course total", "total score", "total points", "total grade", "total marks",
        "sum", "sum of scores", "subtotal", "average", "averages", "avg", "avg.", "mean", "average score",
        "average grade", "overall average", "class average", "grade average", "weighted average", "weighted total",
        "percent", "percentage", "%", "total percent", "total percentage", "total %", "overall percentage",
        "overall percent", "overall", "overall grade", "overall score", "overall mark", "final grade", "final score",
        "final mark", "final average", "final percentage", "final percent", "final total", "course grade",
        "current grade", "letter grade", "grade letter", "semester grade", "rank", "ranking", "class rank", "gpa",
        "grade point average", "absences", "days absent",
        // In the languages whose headers are known here.
        "gesamt", "gesamtpunkte", "gesamtpunktzahl", "gesamtnote", "endnote", "summe", "durchschnitt", "mittelwert",
        "prozent", "rang", "note totale", "note finale", "moyenne", "moyenne générale", "moyenne generale",
        "pourcentage", "classement", "total general", "promedio", "nota final", "calificación final",
        "calificacion final", "porcentaje", "suma", "média", "media", "média final", "porcentagem", "nota finale",
        "voto finale", "totale", "percentuale", "gemiddelde", "totaal", "eindcijfer",
    ]

    /// Whether a title is one of the words, whatever its case and the blanks and colons at its end.
    static func isOne(_ title: String) -> Bool {
        guard title.utf8.count <= 40 else { return false }
        var word = title.lowercased()
        while let last = word.last, last == ":" || last == " " { word.removeLast() }
        return words.contains(word)
    }
}
