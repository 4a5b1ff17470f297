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
        #expect(read.findings.filter { $0.rule == .badTime && $0.severity == .warning }.map(\.line) == [3])
        #expect(read.places(.notANumber) == ["4:9"] && read.places(.negativeScore) == ["5:9"])
        #expect(read.places(.raggedRow) == ["6:10"] && read.places(.unknownStatus) == ["7:4"])
        #expect(read.rejects.map(\.line) == [2, 4, 6])
        #expect(read.log.events.map(\.score).sorted() == [0, 0.7, 0.7])
    }

    /// Parts of the grade have no blank before their slash and questions have one.
    @Test(arguments: [true, false]) func gradeItems(_ hasQuestions: Bool) throws {
        let read = try read(
            """
            Last name,First name,Email address,Status,Started,Completed,Duration,Grade/50.00,Reading/10.00,Listening/5.00,\
            \(hasQuestions ? "Q. 1 /5.00,Q. 2 /4.00" : "Response 1,Response 2")
            Ek,Liv,liv@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins,40.00,8.00,4.00,5.00,3.00
            Foss,Per,per@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins,30.00,6.00,3.00,-,2.00

            """, name: "Cells-grades.csv")
        #expect(read.format == .moodleQuiz && read.places(.ignoredColumn) == ["1:9", "1:10"])
        if hasQuestions {
            #expect(read.itemIDs == ["Cells: Q. 1", "Cells: Q. 2"] && read.log.items.map(\.maximum) == [5, 4])
            #expect(read.score("liv@x.org", "Cells: Q. 2") == 0.75)
            #expect(read.status("per@x.org", "Cells: Q. 1") == .missing)
        } else {
            #expect(read.itemIDs == ["Cells"] && read.log.events.map(\.score) == [0.8, 0.6])
        }
    }

    /// Dates that need no more than their numbers or a month's name, in languages with words of their own.
    @Test(arguments: [
        ("姓,名,电子邮件地址,状态,开始于,完成,考试时长,成绩/10.00,题. 1 /5.00", "2021年06月2日 %,已结束", "需要评分"),
        (
            "Cognoms,Nom,Adreça electrònica,Estat,Començat el,Completat,Durada,Qualificació/10.00,P. 1 /5.00",
            "\"2 juny 2021, %\",Acabat", "Cal puntuar"
        ),
        ("성,이름,이메일 주소,상태,시작,종료,소비 시간,성적/10.00,Q. 1 /5.00", "\"2 6월 2021, %\",종료됨", "채점 필요"),
        (
            "Фамилия,Имя,Адрес электронной почты,Состояние,Тест начат,Завершено,Время,Оценка/10.00,В. 1 /5.00",
            "\"2 июня 2021, %\",Завершены", "Требуется оценивание"
        ),
    ])
    func otherScripts(_ header: String, _ words: String, _ waiting: String) throws {
        let state = words.split(separator: ",").last.map(String.init) ?? ""
        func time(_ clock: String) -> String {
            String(words.dropLast(state.count + 1)).replacing("%", with: clock)
        }
        let read = try read(
            "\(header)\nEk,Liv,l@x.org,\(state),\(time("08:28")),\(time("08:40")),x,4.00,2.00\n"
                + "Ek,Liv,l@x.org,\(state),\(time("07:28")),\(time("07:40")),x,8.00,\(waiting)\n")
        #expect(read.format == .moodleQuiz && read.rejects.isEmpty && read.findingTotals[.unknownStatus] == nil)
        #expect(read.log.learners.map(\.name) == ["Ek, Liv"])
        #expect(read.log.events.map(\.status) == [.notYetGraded, .scored] && read.log.events.map(\.attempt) == [1, 2])
        #expect(read.log.events[1].score == 0.4 && read.log.events[1].at == 1_622_623_200)
    }

    /// A time in words nobody here knows costs no score, and is said once for its column.
    @Test func timesInUnknownWords() throws {
        let read = try read(
            """
            Abizena(k),Izena,Helbide elektronikoa,Egoera,Hasiera-unea,Amaitze-unea,Iraupena,Kalifikazioa/10.00,G. 1 /5.00
            Ek,Liv,l@x.org,Amaituta,2021(e)ko ekainaren 2(e)n 08:28,2021(e)ko ekainaren 2(e)n 08:40,x,8.00,4.00
            Foss,Per,p@x.org,Amaituta,2021(e)ko ekainaren 2(e)n 08:29,-,x,6.00,3.00

            """)
        #expect(read.log.events.map(\.score) == [0.8, 0.6] && read.log.events.allSatisfy { $0.at.isNaN })
        #expect(read.places(.badTime) == ["2:5", "2:6"] && read.rejects.isEmpty && !read.hasErrors)
    }

    /// Three decimals after a comma, which Moodle never puts between thousands.
    @Test func threeDecimals() throws {
        let read = try read(
            """
            Nachname,Vorname,E-Mail-Adresse,Status,Begonnen,Beendet,Dauer,"Bewertung/10,000","F 1 /5,000","F 2 /1,500"
            Ek,Liv,l@x.org,Beendet,"2. Juni 2021, 08:28","2. Juni 2021, 08:40",12 Minuten,"5,750","5,000","0,750"
            Foss,Per,p@x.org,Beendet,"2. Juni 2021, 08:28","2. Juni 2021, 08:40",12 Minuten,"2,500","1,000","1,500"

            """)
        #expect(read.log.items.map(\.maximum) == [5, 1.5] && !read.hasErrors)
        #expect(read.log.events.map(\.score) == [1, 0.5, 0.2, 1])
    }

    /// Penalties may take a question's mark below zero.
    @Test func penalties() throws {
        let read = try read(
            """
            Last name,First name,Email address,Status,Started,Completed,Duration,Grade/10.00,Q. 1 /5.00,Q. 2 /5.00
            Ek,Liv,l@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins,3.75,5.00,-1.25

            """)
        #expect(read.log.events.map(\.score) == [1, 0] && read.places(.negativeScore) == ["2:10"])
        #expect(!read.hasErrors && read.rejects.isEmpty)
    }

    /// Reports of Moodle before 2.3 have no state: an attempt with an end is finished.
    @Test func withoutState() throws {
        let read = try read(
            """
            Surname,First name,ID number,Institution,Department,Email address,Started on,Completed,Time taken,\
            Grade/10.00,Q. 1 /5.00
            Ek,Liv,11,,,l@x.org,2 June 2011 8:28 AM,2 June 2011 8:58 AM,30 mins,8.00,4.00
            Foss,Per,12,,,p@x.org,2 June 2011 8:30 AM,-,-,-,-
            Gran,Una,13,,,u@x.org,-,-,-,-,-

            """)
        #expect(read.learnerIDs == ["11", "12", "13"] && read.findingTotals[.unknownStatus] == nil)
        #expect(read.log.events.map(\.status) == [.scored, .inProgress, .unknownBlank])
        #expect(read.log.events[0].score == 0.8 && read.log.events[0].seconds == 1800)
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
