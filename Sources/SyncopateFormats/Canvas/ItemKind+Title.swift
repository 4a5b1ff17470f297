public import Syncopate

extension ItemKind {
    /// What a title shows an item to be: ``work`` unless the words leave little doubt.
    ///
    /// Whole words are compared without regard to case, so that "Population" is no "option" and
    /// "Survey of algebra" is work while "Course survey" is not. English, German, French, Spanish,
    /// Portuguese, Dutch and Italian.
    public init(title: String) {
        let words = TitleWords.split(title)
        let runs = TitleWords.runs(words)
        func has(_ phrases: Set<String>) -> Bool { runs.contains { phrases.contains($0) } }
        if has(TitleWords.bonus) {
            self = .bonus
        } else if has(TitleWords.attendance) && !has(TitleWords.aboutAttendance) {
            self = .attendance
        } else if has(TitleWords.participation) {
            self = .participation
        } else if has(TitleWords.administrative) || TitleWords.isSurvey(words) {
            self = .administrative
        } else {
            self = .work
        }
    }
}

/// The words of ``ItemKind/init(title:)``, lower case, each a whole word or several in a row.
private enum TitleWords {
    static let bonus: Set<String> = [
        "bonus", "extra credit", "extra credits", "ec points", "bonus points",
        "bonuspunkte", "zusatzpunkte", "bonusaufgabe", "points bonus", "puntos extra", "puntos adicionales",
        "crédito extra", "credito extra", "pontos extra", "pontos extras", "bonuspunten", "extra punten",
        "punti bonus", "punti extra", "crediti extra",
    ]
    static let attendance: Set<String> = [
        "attendance", "roll call", "rollcall",
        "anwesenheit", "anwesenheitspflicht", "présence", "présences", "assiduité", "asistencia", "assiduidade",
        "frequência", "presença", "presenças", "aanwezigheid", "presenza", "presenze", "frequenza",
    ]
    /// "Frequenza" and its like are also subjects; "data analysis of attendance" is work.
    static let aboutAttendance: Set<String> = [
        "analysis", "essay", "report on", "relativa", "relative", "cumulata", "essai",
    ]
    static let participation: Set<String> = [
        "participation", "class participation", "engagement points",
        "mitarbeit", "beteiligung", "teilnahme", "participación", "participação", "deelname", "participatie",
        "partecipazione",
    ]
    static let administrative: Set<String> = [
        "syllabus quiz", "syllabus agreement", "syllabus acknowledgement", "syllabus acknowledgment",
        "syllabus contract", "read the syllabus", "honor code", "honour code", "honor pledge",
        "academic integrity pledge",
        "course evaluation", "course evaluations", "course survey", "feedback survey", "exit survey", "entry survey",
        "mid semester survey", "midterm survey", "end of course survey", "student survey", "consent form",
        "permission slip", "permission form", "signed form", "photo release",
        "einverständniserklärung", "kursevaluation", "lehrevaluation", "umfrage",
        "sondage", "encuesta", "encuesta del curso", "pesquisa de satisfação", "enquête", "vragenlijst",
        "questionario di gradimento",
        "sondaggio",
    ]

    /// "Survey", alone or at the end of a short title and numbered at most, as in "Welcome survey 2".
    static func isSurvey(_ words: [String]) -> Bool {
        let named = words.filter { word in !word.utf8.allSatisfy(\.isDigit) }
        guard let last = named.last, last == "survey" || last == "questionnaire" else { return false }
        let kinds: Set<String> = [
            "welcome", "pre", "post", "course", "class", "weekly", "student", "intro", "introductory", "initial",
            "final",
            "opinion", "satisfaction", "interest", "background", "beginning", "end", "semester", "midterm", "exit",
            "entry",
            "the", "a", "of", "term", "week", "unit", "anonymous", "info", "information",
        ]
        return named.dropLast().allSatisfy { kinds.contains($0) }
    }

    /// Every run of one to four words.
    static func runs(_ words: [String]) -> [String] {
        var runs: [String] = []
        for first in words.indices {
            var run = words[first]
            runs.append(run)
            for next in words.dropFirst(first + 1).prefix(3) {
                run += " " + next
                runs.append(run)
            }
        }
        return runs
    }

    /// Runs of letters and digits, lower case.
    static func split(_ title: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in title.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
