import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Reports of quizzes, made up after the source of Moodle's.
struct MoodleQuizTests {
    private static let english = """
        Surname,First name,ID number,Email address,State,Started on,Completed,Time taken,\
        Grade/10.00,Q. 1 /4.00,Q. 2 /6.00
        Ek,Liv,11,liv@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins 3 secs,7.00,4.00,3.00
        Ek,Liv,11,liv@x.org,Finished,1 June 2021 8:28 AM,1 June 2021 8:40 AM,12 mins,2.00,2.00,-
        Foss,Per,,per@x.org,In progress,2 June 2021 9:00 AM,-,-,-,1.00,-
        Gran,Una,13,una@x.org,Never submitted,2 June 2021 9:00 AM,-,-,-,-,-
        Holt,Tor,14,tor@x.org,Finished,2 June 2021 9:00 AM,3 June 2021 11:00 AM,1 day 2 hours,-,4.00,Requires grading
        Ims,Eva,15,eva@x.org,-,-,-,-,-,-,-
        Overall average,,,,,,,,4.50,3.33,3.00

        """

    private func read(
        _ text: String, name: String = "file.csv", _ options: ReadOptions = ReadOptions()
    ) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: name, bytes: Array(text.utf8)), options: options)
    }

    @Test func grades() throws {
        let read = try read(Self.english, name: "bio-Cells-grades.csv")
        #expect(read.format == .moodleQuiz && !read.hasErrors)
        #expect(read.learnerIDs == ["11", "per@x.org", "13", "14", "15"])
        #expect(read.log.learners[0].name == "Ek, Liv")
        #expect(read.itemIDs == ["bio-Cells: Q. 1", "bio-Cells: Q. 2"] && read.log.items.map(\.maximum) == [4, 6])
        let liv = read.log.events.filter { $0.learner == 0 }
        // The earlier attempt is the first, and what it left out is no zero.
        #expect(liv.map(\.attempt) == [1, 1, 2, 2])
        #expect(liv.map(\.status) == [.scored, .missing, .scored, .scored])
        #expect(liv[0].score == 0.5 && liv[2].score == 1 && liv[3].score == 0.5)
        // 2 June 2021 08:40, read as UTC, which is said once.
        #expect(liv[2].at == 1_622_623_200 && read.findingTotals[.badTime] == 1)
        #expect(read.log.events.filter { $0.learner == 1 }.map(\.status) == [.inProgress, .inProgress])
        #expect(read.places(.statusAgainstScore) == ["4:10"])
        #expect(read.log.events.filter { $0.learner == 2 }.map(\.status) == [.missing, .missing])
        #expect(read.log.events.filter { $0.learner == 3 }.map(\.status) == [.scored, .notYetGraded])
        #expect(read.log.events.filter { $0.learner == 4 }.map(\.status) == [.unknownBlank, .unknownBlank])
        #expect(read.findingTotals[.notAnAnswer] == 1)
    }

    @Test func zone() throws {
        let read = try read(Self.english, ReadOptions(zone: TimeZoneRules(offset: 7200)))
        #expect(read.log.events.first { $0.attempt == 2 }?.at == 1_622_616_000 && read.findingTotals[.badTime] == nil)
    }

    /// Responses have no points but the whole's.
    @Test func responses() throws {
        let read = try read(
            """
            Last name,First name,Email address,Status,Started,Completed,Duration,Grade/10.00,Question 1,Response 1
            Ek,Liv,liv@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 10:28 AM,2 hours,8.00,Why?,Because
            Foss,Per,per@x.org,Finished,2 June 2021 8:28 AM,3 June 2021 10:28 AM,1 day 2 hours,-,Why?,So

            """, name: "Cells-responses.csv")
        #expect(read.format == .moodleQuiz && read.itemIDs == ["Cells"])
        #expect(read.log.events.map(\.status) == [.scored, .notYetGraded] && read.log.events[0].score == 0.8)
        #expect(read.log.events.map(\.seconds) == [7200, 93_600])
    }

    /// Headers, states, months and decimal commas of other languages; of one that is not known only the order helps.
    @Test(arguments: [
        "Nachname,Vorname,E-Mail-Adresse,Status,Begonnen,Beendet,Dauer,\"Bewertung/10,00\",\"F 1 /0,80\"\n"
            + "Ek,Liv,l@x.org,Beendet,\"2. Juni 2021  08:28\",\"2. Juni 2021  08:40\",12 Minuten,\"5,00\",\"0,40\"\n"
            + "Gesamtdurchschnitt,,,,,,,\"5,00\",\"0,40\"\n",
        "Nom de famille,Prénom,Adresse de courriel,Statut,Commencé,Terminé,Durée,\"Note/10,00\",\"Q. 1 /0,80\"\n"
            + "Ek,Liv,l@x.org,Terminée,2 juin 2021  08:28,2 juin 2021  08:40,12 min,\"5,00\",\"0,40\"\n",
        "Apellido(s),Nombre,Dirección de correo,Estado,Comenzado,Finalizado,Duración,"
            + "\"Calificación/10,00\",\"P. 1 /0,80\"\n"
            + "Ek,Liv,l@x.org,Finalizado,2 de junio de 2021  08:28,2 de junio de 2021  08:40,"
            + "12 minutos,\"5,00\",\"0,40\"\n",
        "Apelido,Nome,E-mail,Estado,Iniciada,Terminada,Tempo gasto,\"Avaliação/10,00\",\"P. 1 /0,80\"\n"
            + "Ek,Liv,l@x.org,Terminadas,2 de junho de 2021 às 08:28,2 de junho de 2021 às 08:40,"
            + "12 minutos,\"5,00\",\"0,40\"\n",
        "Cognome,Nome,Indirizzo email,Stato,Iniziato,Completato,Tempo impiegato,\"Valutazione/10,00\",\"D. 1 /0,80\"\n"
            + "Ek,Liv,l@x.org,Completato,2 giugno 2021  08:28,2 giugno 2021  08:40,12 min.,\"5,00\",\"0,40\"\n",
        "Achternaam,Voornaam,E-mailadres,Status,Gestart,Voltooid,Tijdsduur,\"Cijfer/10,00\",\"V. 1 /0,80\"\n"
            + "Ek,Liv,l@x.org,Beëindigd,2 juni 2021  08:28,2 juni 2021  08:40,12 minuten,\"5,00\",\"0,40\"\n",
        "Efternavn,Fornavn,E-mailadresse,Status,Startet,Gennemført,Tid,\"Karakter/10,00\",\"Spm. 1 /0,80\"\n"
            + "Ek,Liv,l@x.org,Beendet,2. Juni 2021 08:28,2. Juni 2021 08:40,12 min.,\"5,00\",\"0,40\"\n",
    ])
    func languages(_ text: String) throws {
        let read = try read(text)
        #expect(read.format == .moodleQuiz && !read.hasErrors && read.findingTotals[.unknownStatus] == nil)
        #expect(read.learnerIDs == ["l@x.org"] && read.log.learners[0].name == "Ek, Liv")
        #expect(read.log.items.map(\.maximum) == [0.8])
        #expect(read.log.events.map(\.score) == [0.5] && read.log.events[0].at == 1_622_623_200)
        // The only question took all the time.
        #expect(read.log.events[0].seconds == 720)
    }

    @Test func faults() throws {
        let read = try read(
            """
            Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/10.00,Q. 1 /10.00
            A,B,,Finished,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins,7.00,7.00
            A,B,a@x.org,Finished,once,2 June 2021 8:40 AM,12 mins,7.00,7.00
            A,B,a@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins,7.00,seven
            A,B,a@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins,7.00,-2
            A,B,a@x.org,Pondering,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins,7.00,7.00,,x
            A,B,a@x.org,Pondering,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins,7.00,7.00

            """)
        #expect(read.places(.blankID) == ["2:3"])
        #expect(read.findings.filter { $0.rule == .badTime && $0.severity == .error }.map(\.line) == [3])
        #expect(read.places(.notANumber) == ["4:9"] && read.places(.negativeScore) == ["5:9"])
        #expect(read.places(.raggedRow) == ["6:10"] && read.places(.unknownStatus) == ["7:4"])
        #expect(read.rejects.map(\.line) == [2, 3, 4, 5, 6] && read.log.events.map(\.score) == [0.7])
    }
}

/// A file nobody here wrote: answers for a plugin, with no points in them.
@Suite(.enabled(if: SharedFolder.has("fixtures/moodle-quiz")))
struct MoodleQuizFixtureTests {
    @Test func simulatedAnswers() throws {
        let error = refusal(try SharedFolder.bytes("fixtures/moodle-quiz/quiz_simulate_stepdata.csv"))
        #expect(error?.finding.rule == .wrongKindOfFile && error?.finding.line == 1)
    }
}
