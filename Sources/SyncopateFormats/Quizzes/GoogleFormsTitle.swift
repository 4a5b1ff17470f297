/// What a form is called by the name of the file with its answers.
///
/// Google calls the table of answers `Quiz (Responses)` and the sheet in it `Form Responses 1`, in the language of
/// whoever made it; a CSV of the sheet is called `Quiz (Responses) - Form Responses 1`.
enum GoogleFormsTitle {
    /// - Parameter name: the file's.
    static func title(_ name: String) -> String {
        var title = FileTitle.title(name)
        // Further sheets are of other forms, and keep their names.
        for sheet in sheets where title.lowercased().hasSuffix(" - \(sheet) 1") && title.count > sheet.count + 5 {
            title.removeLast(sheet.count + 5)
            break
        }
        guard let (before, inside) = BracketedNumber.last(title, "(", ")"), !before.isEmpty,
            answers.contains(inside.lowercased())
        else { return title }
        return before
    }

    /// In English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese.
    private static let answers: Set<String> = [
        "responses", "antworten", "réponses", "respuestas", "respostas", "risposte", "reacties", "antwoorden", "回答",
    ]
    private static let sheets = [
        "form responses", "formularantworten", "réponses au formulaire", "respuestas de formulario",
        "respuestas del formulario", "respostas ao formulário", "respostas do formulário", "risposte del modulo",
        "formulierreacties", "formulierantwoorden", "フォームの回答",
    ]
}
