/// Words of titles that say what kind of task something is, when, or for whom, and so nothing of its topic.
///
/// English, German, French, Spanish, Dutch, Portuguese and Italian; lower case, singular after ``stem(_:)``.
enum TitleVocabulary {
    /// The content words of a title, stemmed, in order, without those that say nothing of a topic.
    static func content(_ tokens: [TitleToken], apartFrom taken: Set<Int>) -> [(word: String, token: Int)] {
        var words: [(word: String, token: Int)] = []
        for (position, token) in tokens.enumerated() where !taken.contains(position) {
            // "TMA 1752", "PS 4": capitals and a number are the name of a form and its count.
            let next = position + 1 < tokens.count ? tokens[position + 1] : nil
            if token.text.count <= 4, token.text == token.text.uppercased(), next?.text.isNumber(most: 6) ?? false {
                continue
            }
            for part in token.folded.split(whereSeparator: { "-/_'’.".contains($0) }) {
                guard part.allSatisfy({ $0.isLetter }), part.count >= 3 || isIdeographic(part) else { continue }
                let word = stem(String(part))
                if !stems.contains(word), !stems.contains(String(part)) { words.append((word, position)) }
            }
        }
        return words
    }

    /// A word without the ending of the plural, as far as that can be told without a dictionary.
    static func stem(_ word: String) -> String {
        guard word.count > 3, word.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else { return word }
        if word.hasSuffix("ies"), word.count > 4 { return String(word.dropLast(3)) + "y" }
        for ending in ["sses", "shes", "ches", "xes", "zzes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        if word.hasSuffix("s"), !["ss", "us", "is"].contains(String(word.suffix(2))) { return String(word.dropLast()) }
        return word
    }

    private static func isIdeographic(_ word: Substring) -> Bool {
        word.unicodeScalars.contains { $0.properties.isIdeographic }
    }

    private static let stems: Set<String> = Set(
        (forms + times + smallWords).split(separator: " ").map { stem(String($0)) }
    )
    .union((forms + times + smallWords).split(separator: " ").map(String.init))

    /// Kinds of tasks and what is done with them.
    private static let forms = """
        quiz quizzes homework test exam examination midterm final exit entry ticket slip draft essay assignment assessment \
        activity activities worksheet sheet practice problem set lab laboratory report project presentation discussion post \
        forum board reflection journal notebook notes classwork warmup warm bell ringer ringers starter do now checkpoint check \
        understanding formative summative diagnostic pretest posttest pre post review retake redo correction corrections \
        revision mock paper exercise question answer task work group individual class participation attendance grade score \
        point points total average part section version attempt submission upload online quizlet kahoot edpuzzle khan academy \
        ixl zearn desmos canvas moodle google forms video lecture reading response comprehension poster portfolio rubric bonus extra credit \
        intro introduction unit chapter module week lesson topic skill standard mastery objective target benchmark course term \
        semester quarter trimester cumulative comprehensive open short long oral written peer self evaluation survey feedback tutorial seminar \
        workshop outline proposal rough first second third last one two three four five six \
        number page review packet study guide handout challenge drill cfu hw cw qz tma cma \
        hausaufgabe hausaufgaben aufgabe aufgaben übung übungen übungsblatt blatt arbeitsblatt test klausur klassenarbeit arbeit \
        schulaufgabe probe prüfung abgabe lernzielkontrolle kurztest vokabeltest referat vortrag projekt bericht protokoll praktikum entwurf \
        zwischenprüfung abschlussprüfung wiederholung nachholtermin kapitel einheit lektion woche thema teil stunde nachtest eingangstest \
        mündlich schriftlich note leistungskontrolle stegreifaufgabe ex extemporale lernstand \
        devoir devoirs contrôle interrogation interro examen épreuve exercice exercices travaux dirigés pratiques rapport exposé \
        dissertation brouillon évaluation bilan rattrapage chapitre unité semaine leçon séance projet maison partiel partie oral écrit \
        tarea tareas prueba cuestionario ejercicio ejercicios práctica práctico trabajo proyecto informe ensayo borrador \
        parcial recuperación repaso unidad capítulo semana lección tema evaluación actividad deberes control taller laboratorio exposición \
        huiswerk toets proefwerk tentamen opdracht opdrachten oefening oefeningen werkstuk verslag presentatie herkansing \
        hoofdstuk les eenheid so schriftelijke overhoring praktijk tussentoets eindtoets \
        lição tarefa dever prova teste exercício exercícios trabalho projeto relatório redação rascunho \
        recuperação revisão unidade avaliação atividade questionário seminário \
        compito compiti verifica interrogazione esame esercizio esercizi lavoro progetto relazione tema bozza \
        recupero ripasso capitolo unità settimana lezione valutazione attività laboratorio prova scheda \
        standardized placement makeup make late early optional required practice
        """ + " "

    /// Times and levels.
    private static let times = """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october \
        november december jan feb mar apr jun jul aug sept sep oct nov dec fall spring summer winter year grade level day date due \
        key stage gcse igcse year ks klasse jahrgang jahrgangsstufe schuljahr halbjahr montag dienstag mittwoch donnerstag freitag \
        januar februar märz mai juni juli oktober dezember \
        trimestre semestre année classe niveau lundi mardi mercredi jeudi vendredi janvier février mars avril juin juillet août septembre \
        octobre novembre décembre año curso grado lunes martes miércoles jueves viernes enero febrero marzo abril mayo \
        junio julio agosto septiembre octubre noviembre diciembre jaar klas periode blok ano série turma anno classe \
        morning afternoon weekly daily monthly
        """ + " "

    /// Words of every sentence.
    private static let smallWords = """
        the and for with from about into over under between its our your their his her this that these those are was were how what why when \
        where which who not all any some more most non per via using use part \
        der die das den dem des ein eine einer einem und oder mit von vom zum zur für bei aus auf über unter im ist sind wie was wir \
        les des une aux avec pour par sur sous dans est sont et ou que qui du au \
        los las una unos unas con por para sobre entre del al que como y \
        het een van voor met op uit bij naar aan en of de \
        uma dos das com por para sobre entre nos nas ao aos que e \
        gli uno una con per sul sulla dei delle degli della dello del nel nella tra fra che e il la lo le
        """
}
