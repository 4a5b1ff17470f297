/// What Moodle calls things in its reports of quizzes, and the kinds of its activities, lower case.
///
/// From its language packs; what older versions wrote is there as well.
enum MoodleWords {
    // MARK: Activities

    /// Kinds of activities, in the languages whose totals are known by what stands at their end.
    private static let activities: Set<String> = [
        "assignment", "quiz", "forum", "lesson", "workshop", "scorm package", "h5p", "interactive content",
        "external tool", "database", "glossary", "attendance", "questionnaire", "checklist", "choice", "survey", "wiki",
        "hot potatoes", "hotpot", "turnitin assignment", "turnitin assignment 2", "offline quiz", "bigbluebutton",
        "bigbluebuttonbn", "game", "journal", "coderunner", "vpl", "virtual programming lab", "stack",
        "aufgabe", "test", "lektion", "gegenseitige beurteilung", "lernpaket", "externes tool", "datenbank", "glossar",
        "anwesenheit", "interaktiver inhalt", "feedback", "abstimmung", "checkliste", "lti",
        "opdracht", "les", "scorm-pakket", "externe tool", "databank", "woordenlijst", "aanwezigheid",
        "interactieve inhoud", "тест", "завдання", "форум", "урок", "κουίζ", "ανάθεση εργασίας", "testas", "užduotis",
        "galdetegia", "zeregina", "小テスト", "課題", "퀴즈", "과제", "测验", "作业",
    ]

    /// Whether a name, lower case, is that of an activity: its kind stands before it, parted by a colon and, with the
    /// language, a blank on one side or the other, none, or one that does not break.
    static func isActivity(_ lower: String) -> Bool {
        guard let colon = lower.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        var kind = lower[..<colon]
        while kind.last?.isWhitespace == true { kind.removeLast() }
        return activities.contains(String(kind))
    }

    // MARK: Quizzes

    static let grade: Set<String> = [
        "grade", "bewertung", "note", "calificación", "nota", "avaliação", "avaliar", "valutazione", "voto", "cijfer",
        "qualificació", "cualificación", "betyg", "notă", "оценка", "оцінка", "βαθμός", "not", "įvertinimas",
        "kalifikazioa", "評点", "성적", "成绩", "الدرجة",
    ]
    /// States of attempts that were handed in.
    static let finished: Set<String> = [
        "finished", "submitted", "beendet", "terminée", "terminé", "finalizado", "terminadas", "terminada",
        "finalizada",
        "completato", "beëindigd", "voltooid",
        "acabat", "slutfört", "finalizate", "завершены", "завершено", "ολοκληρωμένο", "biten", "baigtas", "amaituta",
        "終了", "종료됨", "已结束", "منتهية",
    ]
    /// States of attempts that still run, or whose time is over and that may still be handed in.
    static let running: Set<String> = [
        "in progress", "overdue", "in bearbeitung", "überfällig", "en cours", "en retard", "en curso", "atrasados",
        "em progresso", "em andamento", "tempo limite ultrapassado", "in svolgimento", "in corso",
        "fuori tempo massimo",
        "bezig", "te laat", "not started",
        "en curs", "avanzando", "pågående", "în desfășurare", "в процессе", "в процесі", "σε εξέλιξη", "devam etmekte",
        "nebaigta", "abian", "進行中", "진행중", "进行中",
    ]
    /// States of attempts that were never handed in and no longer can be.
    static let abandoned: Set<String> = [
        "never submitted", "nie abgegeben", "jamais envoyée", "jamais remis", "nunca enviado", "nunca submetidas",
        "nunca submetida", "nunca enviada", "non inviato", "mai inviato", "nooit ingestuurd",
        "no s'ha tramès mai", "nunca entregada", "aldrig inskickat", "nu au fost trimise niciodată", "не отправленные",
        "не здано", "δεν έχει υποβληθεί", "gönderilmeyen", "dar nepateikti", "bidali gabea", "未送信", "제출되지 않았습니다.",
        "从未提交",
    ]
    /// What stands for the points of an answer, or of an attempt, that somebody has to read first.
    static let ungraded: Set<String> = [
        "requires grading", "bewertung notwendig", "nécessite évaluation", "requiere calificación", "requer avaliação",
        "richiede valutazione", "beoordelen vereist", "not yet graded", "bisher nicht bewertet", "pas encore évalué",
        "sin calificar aún", "por avaliar", "non ancora valutato", "nog niet beoordeeld",
        "cal puntuar", "encara no s'ha qualificat", "require cualificación", "kräver betygsättning",
        "ännu ej betygsatt", "trebuie să fie notată", "nu este încă notat", "требуется оценивание", "еще не оценено",
        "потрібно оцінити", "ще не оцінено", "απαιτεί βαθμολόγηση", "χωρίς βαθμολογία ακόμη", "not verlimesi gerekir",
        "henüz puanlanmadı", "reikia vertinimo", "dar neįvertinta", "kalifikazioa behar du",
        "ez da oraindik kalifikatu", "要評定", "未評定", "채점 필요", "아직 채점되지 않음", "需要评分", "还未评分", "يتطلب التصحيح",
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
