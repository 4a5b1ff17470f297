import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Gradebooks of other systems than Canvas, made up after the shape of their exports.
struct GradebookFormatTests {
    private func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "grades.csv", bytes: Array(text.utf8)), options: options)
    }

    // MARK: Brightspace

    /// A column whose header is nothing but its points possible is known by them.
    @Test(arguments: [
        ("OrgDefinedId,Last Name,First Name,<Numeric MaxPoints:10>,End-of-Line Indicator\n#a,A,B,5,#\n", 3),
        ("Student ID,Student Name,[10.0]\ns1,\"A, B\",5\n", 2),
    ])
    func aHeaderWithoutATitle(_ text: String, _ position: Int) throws {
        let read = try read(text)
        let header = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)[position]
        #expect(read.itemIDs == [header] && read.log.items.map(\.title) == [header])
        #expect(read.log.events.map(\.score) == [0.5])
    }

    @Test func brightspace() throws {
        let read = try read(
            """
            OrgDefinedId,Username,Last Name,First Name,Email,Essay Points Grade <Numeric MaxPoints:20 Weight:10>,\
            Lab Points Grade <Numeric MaxPoints:12.5>,Remarks Text Grade <Text>,Calculated Final Grade Numerator,\
            Calculated Final Grade Denominator,End-of-Line Indicator
            #0071,#nadia,Petit,Nadia,n@x.edu,15,10,fine,25,32.5,#
            #0072,#omar,Quist,Omar,o@x.edu,,0,,0,12.5,#
            #0073,#pia,Roth,Pia,p@x.edu,22,seven,,,,#

            """)
        #expect(read.format == .brightspaceGradebook)
        // The mark before the ids goes, their zeros stay.
        #expect(read.log.learners.map(\.id) == ["0071", "0072"])
        #expect(read.log.learners.map(\.name) == ["Petit, Nadia", "Quist, Omar"])
        #expect(read.log.items.map(\.title) == ["Essay", "Lab"] && read.itemIDs == ["Essay", "Lab"])
        #expect(read.log.items.map(\.maximum) == [20, 12.5])
        #expect(read.log.events.map(\.status) == [.scored, .scored, .unknownBlank, .scored])
        #expect(read.log.events[0].score == 0.75 && read.log.events[1].score == 0.8 && read.log.events[3].score == 0)
        // A word among points: the row is given back, and it is said where.
        #expect(read.places(.notANumber) == ["4:7"])
        #expect(read.rejects.map(\.line) == [4])
        #expect(read.places(.ignoredColumn) == ["1:8", "1:9", "1:10"])
    }

    /// Points of an unknown maximum are no shares, and `--max` says what they are out of.
    @Test func brightspaceWithoutMaximum() throws {
        let text = "Username,Last Name,First Name,Quiz 1 Points,End-of-Line Indicator\n#a,A,B,15,#\n#c,C,D,,#\n"
        let plain = try read(text)
        #expect(plain.places(.maximumMissing) == ["1:4"])
        #expect(plain.log.events.map(\.status) == [.hidden, .unknownBlank])
        let stated = try read(text, ReadOptions(maximum: 20))
        #expect(stated.log.events[0].score == 0.75 && stated.log.items[0].title == "Quiz 1")
    }

    // MARK: Blackboard

    @Test(arguments: [false, true]) func blackboard(_ isUTF16: Bool) throws {
        let text = [
            [
                "Last Name", "First Name", "Username", "Student ID", "Last Access", "Availability",
                "Total [Total Pts: up to 30 Score] |664600", "Quiz 3 [Total Pts: 10 Score] |664617",
                "Essay [Total Pts: 20] |664618",
            ],
            ["Aas", "Kim", "kaas", "77", "2026-03-01 10:00:00", "Yes", "12", "6", "Needs Grading"],
            ["Bly", "Lee", "lbly", "78", "", "Yes", "20", "0", "In Progress(3.00)"],
            ["Cox", "Max", "mcox", "79", "", "No", "", "12", ""],
        ].map { $0.map { "\"\($0)\"" }.joined(separator: "\t") }.joined(separator: "\r\n")
        let bytes =
            isUTF16 ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(text.utf8)
        let read = try EvidenceReader.read(SourceFile(name: "gc.xls", bytes: bytes))
        #expect(read.format == .blackboardGradebook)
        #expect(read.log.learners.map(\.id) == ["kaas", "lbly", "mcox"])
        // Numbered items; what may come to so many points is calculated.
        #expect(read.itemIDs == ["664617", "664618"])
        #expect(read.log.items.map(\.title) == ["Quiz 3", "Essay"] && read.log.items.map(\.maximum) == [10, 20])
        #expect(
            read.log.events.map(\.status) == [.scored, .notYetGraded, .scored, .inProgress, .scored, .unknownBlank])
        #expect(read.score("kaas", "664617") == 0.6 && read.score("mcox", "664617") == 1.2)
        #expect(read.places(.extraCredit) == ["4:8"])
        #expect(!read.hasErrors)
    }

    // MARK: Moodle

    @Test func moodle() throws {
        let read = try read(
            """
            First name,Surname,ID number,Institution,Department,Email address,Quiz: Week 1 (Real),\
            Quiz: Week 1 (Percentage),Quiz: Week 1 (Feedback),Assignment: Essay (Letter),Homework total (Real),\
            Course total (Percentage),Last downloaded from this course
            Ana,Ruiz,501,,,ana@x.org,"7,50","75,00 %",ok,B+,"7,50","75,00 %",1772000000
            Ben,Sand,,,,ben@x.org,-,-,,-,-,-,1772000000

            """)
        #expect(read.format == .moodleGradebook)
        // Without an id number the address is what a learner is known by.
        #expect(read.log.learners.map(\.id) == ["501", "ben@x.org"])
        #expect(read.log.items.map(\.title) == ["Quiz: Week 1", "Assignment: Essay"])
        #expect(read.log.events.map(\.status) == [.scored, .hidden, .unknownBlank, .unknownBlank])
        #expect(read.log.events[0].score == 0.75)
        // The points say the same as the percentages; a letter says nothing without a scale.
        #expect(read.places(.ignoredColumn) == ["1:7", "1:11", "1:12"])
        #expect(read.places(.letterWithoutScale) == ["2:10"])
    }

    /// Headers as the language packs have them.
    @Test(arguments: [
        "Vorname,Nachname,ID-Nummer,Institution,Abteilung,E-Mail-Adresse,Test: W1 (Punkte),Test: W1 (Prozentsatz),"
            + "Test: W1 (Feedback),Kurs gesamt (Punkte),Zuletzt aus diesem Kurs geladen",
        "Prénom,Nom de famille,Numéro d’identification,Institution,Département,Adresse de courriel,Test : W1 (Brut),"
            + "Test : W1 (Pourcentage),Test : W1 (Feedback),Total du cours (Brut),Dernier téléchargement depuis ce cours",
        "Nombre,Apellido(s),Número de ID,Institución,Departamento,Dirección de correo,Cuestionario: W1 (Real),"
            + "Cuestionario: W1 (Porcentaje),Cuestionario: W1 (Retroalimentación),Total del curso (Real),"
            + "Última descarga de este curso",
        "Nome,Apelido,Número de identificação (ID),Instituição,Departamento,E-mail,Teste: W1 (Real),"
            + "Teste: W1 (Percentagem),Teste: W1 (Feedback),Total da disciplina (Real),Última exportação desta disciplina",
        "Nome,Cognome,Codice identificativo,Istituzione,Dipartimento,Indirizzo email,Quiz: W1 (Punteggio),"
            + "Quiz: W1 (Percentuale),Quiz: W1 (Feedback),Totale corso (Punteggio),Scaricamento più recente da questo corso",
        "Voornaam,Achternaam,Nummer (ID),Instituut,Afdeling,E-mailadres,Test: W1 (Reëel),Test: W1 (Percentage),"
            + "Test: W1 (Feedback),Cursustotaal (Reëel),Laatst gedownload van deze curus",
    ])
    func moodleInOtherLanguages(_ header: String) throws {
        let read = try read(header + "\nAna,Ruiz,501,,,ana@x.org,\"7,50\",\"75,00 %\",ok,\"7,50\",1772000000\n")
        #expect(read.format == .moodleGradebook && read.learnerIDs == ["501"])
        #expect(read.log.learners[0].name == "Ruiz, Ana")
        #expect(read.log.items.count == 1 && read.log.items[0].title.hasSuffix("W1"))
        #expect(read.log.events.map(\.score) == [0.75] && !read.hasErrors)
        #expect(read.places(.ignoredColumn) == ["1:7", "1:10"])
    }

    // MARK: Sakai

    @Test func sakai() throws {
        let read = try read(
            """
            "Student ID","Student Name","Essay [10.0]","* Essay","Week 2: 1/2 - 8 [80]","Course Grade"
            "s1","Dent, Stu","7.5","good","null","B"
            "s2","Dent, Sue","12","","40","A"

            """)
        #expect(read.format == .sakaiGradebook)
        #expect(read.log.items.map(\.title) == ["Essay", "Week 2: 1/2 - 8"])
        #expect(read.log.items.map(\.maximum) == [10, 80])
        #expect(read.log.events.map(\.status) == [.scored, .unknownBlank, .scored, .scored])
        #expect(read.log.events.compactMap { $0.status == .scored ? $0.score : nil } == [0.75, 1.2, 0.5])
    }

    // MARK: All

    /// A format that was stated and does not fit is told so with an example, whatever the file is.
    @Test func aStatedFormatThatDoesNotFit() throws {
        for format in FileFormat.allCases where format.isGradebook && format != .oneRoster {
            let text = "a,b,c\n1,2,3\n"
            let error = #expect(throws: ReadError.self) { try read(text, ReadOptions(format: format)) }
            #expect(error?.finding.rule == .notAKnownFormat && error?.finding.line == 1)
            #expect(error?.finding.remedy.contains("looks like") == true)
        }
    }

    /// What the table of formats gives as an example is recognised as the format.
    @Test func examplesAreRecognised() throws {
        for entry in FormatDetector.formats {
            guard let format = entry.format else { continue }
            let text = entry.example + (format == .tidyJSONLines ? "\n" : "\n1,2,3,4,5\n")
            let file = SourceFile(name: "example", bytes: Array(text.utf8))
            #expect(try EvidenceReader.detect(file).format == format, "\(entry.name)")
            #expect(!entry.quirks.isEmpty)
        }
        #expect(Set(FormatDetector.formats.compactMap(\.format)) == Set(FileFormat.allCases))
    }
}

/// Exports nobody here wrote; what is right is said beside each.
@Suite(.enabled(if: SharedFolder.has("fixtures/blackboard")))
struct GradebookFixtureTests {
    private func read(_ path: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try EvidenceReader.read(
            SourceFile(name: path, bytes: try SharedFolder.bytes("fixtures/" + path)), options: options)
    }

    @Test func blackboard() throws {
        let read = try read("blackboard/01.tsv")
        #expect(read.format == .blackboardGradebook)
        #expect(read.counts.learners == 5 && read.counts.scored == 5 && !read.hasErrors)
        #expect(read.log.items.map(\.maximum) == [10])
        #expect(read.log.events.map(\.score) == [0.5, 0.6, 0, 0.3, 0.4])
    }

    @Test func brightspace() throws {
        let stated = try read("brightspace/readme_snippet_maxpoints.csv")
        #expect(stated.counts.learners == 3 && stated.counts.scored == 2 && stated.counts.unknownBlank == 1)
        #expect(stated.log.events[1].score == 0.885)
        let plain = try read("brightspace/edubag_gradebook.csv")
        // Four columns of points without a maximum.
        #expect(plain.log.items.count == 4 && plain.counts.scored == 0)
        #expect(plain.findingTotals[.maximumMissing] == 3)
    }

    @Test func moodle() throws {
        let made = try read("moodle/grade_import.csv", ReadOptions(maximum: 400))
        #expect(made.format == .moodleGradebook && made.counts.learners == 1 && made.log.events[0].score == 1)
        let broken = try read("moodle/load_data_test_badtext_extra_field.csv")
        // Its first row has a cell more than the header.
        #expect(broken.places(.raggedRow) == ["2:9"] && broken.counts.learners == 1)
    }

    @Test func sakai() throws {
        let read = try read("sakai/grades_import.csv")
        #expect(read.counts.learners == 2 && read.log.items.map(\.maximum) == [10, 77, 55.3])
        #expect(read.counts.scored == 5 && read.counts.unknownBlank == 1)
        let repeated = try self.read("sakai/grades_import_with_exact_dupes.csv")
        // Two columns with one name and nothing in either.
        #expect(repeated.findingTotals[.duplicateColumn] == 1)
    }
}
