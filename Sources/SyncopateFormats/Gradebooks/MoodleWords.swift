/// What Moodle calls things in its exports, in English, German, French, Spanish, Portuguese, Italian and Dutch, lower
/// case.
///
/// From its language packs; what older versions wrote is there as well.
enum MoodleWords {
    static let lastName = [
        "surname", "last name", "nachname", "nom de famille", "nom", "apellido(s)", "apellidos", "apelido", "sobrenome",
        "último nome", "cognome", "achternaam",
    ]
    static let firstName = ["first name", "vorname", "prénom", "nombre", "nome", "voornaam"]
    static let idNumber = [
        "id number", "id-nummer", "numéro d’identification", "numéro d'identification", "número de id",
        "número de identificación (id)", "número de identificação (id)", "número de identificação",
        "codice identificativo",
        "nummer (id)",
    ]
    static let email = [
        "email address", "e-mail-adresse", "adresse de courriel", "adresse e-mail", "dirección de correo",
        "dirección email", "correo electrónico", "e-mail", "endereço de e-mail", "endereço de email", "indirizzo email",
        "e-mailadres",
    ]
    static let username = [
        "username", "anmeldename", "nom d’utilisateur", "nom d'utilisateur", "nombre de usuario", "nome de utilizador",
        "identificação de usuário", "gebruikersnaam",
    ]
    /// Further columns before the grades: institution and department.
    static let profile = [
        "institution", "department", "abteilung", "département", "institución", "departamento", "instituição",
        "istituzione", "dipartimento", "instituut", "afdeling",
    ]

    // MARK: Grades

    /// How grades may be displayed, by what stands in brackets after an item. The best first.
    enum Display: Int, CaseIterable {
        case percentage, points, letter, feedback
    }

    /// The display a word stands for. "Punteggio" and the like are points.
    static let displays: [String: Display] = [
        "percentage": .percentage, "prozentsatz": .percentage, "prozent": .percentage, "pourcentage": .percentage,
        "porcentaje": .percentage,
        "percentagem": .percentage, "porcentagem": .percentage, "percentuale": .percentage,
        "real": .points, "punkte": .points, "brut": .points, "brute": .points, "réel": .points, "punteggio": .points,
        "reëel": .points,
        "echt": .points,
        "letter": .letter, "note": .letter, "lettre": .letter, "letra": .letter, "nota alfabética": .letter,
        "graduatoria letterale": .letter, "lettera": .letter,
        "feedback": .feedback, "retroalimentación": .feedback, "retroacción": .feedback, "rétroaction": .feedback,
    ]

    /// Headers of the moment at which a gradebook was downloaded.
    static let downloaded: Set<String> = [
        "last downloaded from this course", "zuletzt aus diesem kurs geladen", "dernier téléchargement depuis ce cours",
        "última descarga de este curso", "última exportação desta disciplina",
        "scaricamento più recente da questo corso", "laatst gedownload van deze curus",
        "laatst gedownload van deze cursus",
    ]

    private static let courseTotals: Set<String> = [
        "course total", "kurs gesamt", "total du cours", "total del curso", "total da disciplina", "total do curso",
        "totale corso", "cursustotaal",
    ]

    /// Whether an item is a sum of others. Items of activities are named after their kind, "Quiz: …", and are none.
    static func isTotal(_ title: String) -> Bool {
        let lower = title.lowercased()
        if courseTotals.contains(lower) { return true }
        guard !title.contains(": ") else { return false }
        return [" total", " gesamt", " totaal"].contains { lower.hasSuffix($0) }
            || ["total ", "totale "].contains { lower.hasPrefix($0) }
    }

    // MARK: Quizzes

    static let grade: Set<String> = [
        "grade", "bewertung", "note", "calificación", "nota", "avaliação", "avaliar", "valutazione", "voto", "cijfer",
    ]
    /// States of attempts that were handed in.
    static let finished: Set<String> = [
        "finished", "submitted", "beendet", "terminée", "terminé", "finalizado", "terminadas", "terminada",
        "finalizada",
        "completato", "beëindigd", "voltooid",
    ]
    /// States of attempts that still run, or whose time is over and that may still be handed in.
    static let running: Set<String> = [
        "in progress", "overdue", "in bearbeitung", "überfällig", "en cours", "en retard", "en curso", "atrasados",
        "em progresso", "em andamento", "tempo limite ultrapassado", "in svolgimento", "in corso",
        "fuori tempo massimo",
        "bezig", "te laat", "not started",
    ]
    /// States of attempts that were never handed in and no longer can be.
    static let abandoned: Set<String> = [
        "never submitted", "nie abgegeben", "jamais envoyée", "jamais remis", "nunca enviado", "nunca submetidas",
        "nunca submetida", "nunca enviada", "non inviato", "mai inviato", "nooit ingestuurd",
    ]
    /// What stands for the points of an answer, or of an attempt, that somebody has to read first.
    static let ungraded: Set<String> = [
        "requires grading", "bewertung notwendig", "nécessite évaluation", "requiere calificación", "requer avaliação",
        "richiede valutazione", "beoordelen vereist", "not yet graded", "bisher nicht bewertet", "pas encore évalué",
        "sin calificar aún", "por avaliar", "non ancora valutato", "nog niet beoordeeld",
    ]
    /// Names of the rows with averages.
    static let averages: Set<String> = [
        "overall average", "group average", "gesamtdurchschnitt", "gruppendurchschnitt", "moyenne globale",
        "moyenne du groupe", "promedio general", "promedio del grupo", "média", "média geral", "média do grupo",
        "media generale", "media di gruppo", "algemeen gemiddelde", "groepsgemiddelde",
    ]
    /// What Moodle adds to a quiz's name in the name of the file.
    static let fileEndings = [
        "-grades", "-responses", "-bewertungen", "-antworten", "-notes", "-réponses", "-calificaciones", "-respuestas",
        "-notas", "-respostas", "-valutazioni", "-risposte date", "-cijfers", "-antwoorden",
    ]

    /// Seconds in the units of a duration such as "1 day 2 hours".
    static let units: [String: Double] = {
        var units: [String: Double] = [:]
        for (seconds, words) in [
            (31_536_000, "year years jahr jahre an ans année années año años ano anos anno anni jaar jaren"),
            (604_800, "week weeks woche wochen semaine semaines semana semanas settimana settimane weken"),
            (86_400, "day days tag tage jour jours día días dia dias giorno giorni dag dagen"),
            (3600, "hour hours stunde stunden heure heures hora horas ora ore uur uren"),
            (60, "min mins minute minutes minuten minuto minutos minuti minuut"),
            (1, "sec secs second seconds sekunde sekunden s segundo segundos secondo secondi seconde seconden"),
        ] {
            for word in words.split(separator: " ") { units[String(word)] = Double(seconds) }
        }
        return units
    }()

    /// Seconds of a duration such as "1 day 2 hours"; `nil` for anything else.
    static func duration(_ text: String) -> Double? {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
        var total = 0.0
        for index in stride(from: 0, to: words.count, by: 2) {
            var unit = words[index + 1]
            if unit.hasSuffix(".") { unit = unit.dropLast() }
            guard let count = Double(words[index]), count >= 0, count < 1e6, let seconds = units[String(unit)] else {
                return nil
            }
            total += count * seconds
        }
        return total
    }
}
