import Syncopate
import SyncopateFormats
import Testing

/// What headers of Blackboard, Brightspace and Sakai say. Made up after the shape of their exports.
struct GradebookHeaderTests {
    // MARK: Points possible

    /// Marks between thousands, in headers as in cells.
    @Test(arguments: [
        // Nobody writes 2 as 2,000.
        ("Last Name,First Name,Username,\"Lab [Total Pts: 2,000 Score] |1\"\nA,B,u1,2\nC,D,u2,0\n", 2000.0, 0.001),
        ("Last Name,First Name,Username,\"Lab [Total Pts: 1,234.5 Score] |1\"\nA,B,u1,617.25\n", 1234.5, 0.5),
        // The scores are beyond the fraction.
        ("Last Name,First Name,Username,Lab [Total Pts: 1.125 Score] |1\nA,B,u1,900\n", 1125, 0.8),
        ("Last Name,First Name,Username,\"Lab [Total Pts: 12,5 Score] |1\"\nA,B,u1,\"7,5\"\n", 12.5, 0.6),
        // Sakai writes two digits after the decimal mark at most.
        ("Student ID,Student Name,\"Lab [1,125]\"\nu1,A,900\n", 1125, 0.8),
        ("Student ID;Student Name;Lab [2.000];Essay [10,5]\nu1;A;1.500;\n", 2000, 0.75),
        ("Student ID;Student Name;Lab [1\u{202F}000]\nu1;A;1\u{202F}000\n", 1000, 1),
        ("OrgDefinedId,Lab Points Grade <Numeric MaxPoints:33.333>,End-of-Line Indicator\n#u1,33.333,#\n", 33.333, 1),
        (
            "OrgDefinedId,\"Lab Points Grade <Numeric MaxPoints:1,000 Weight:5>\",End-of-Line Indicator\n#u1,5,#\n",
            1000,
            0.005
        ),
    ])
    func thousands(_ text: String, _ maximum: Double, _ share: Double) throws {
        let read = try read(text)
        #expect(read.log.items[0].maximum == maximum && read.log.events[0].score == share)
        #expect(!read.hasErrors && read.findingTotals[.extraCredit] == nil, "\(read.findings)")
    }

    /// What may be two numbers is neither, until the mark is stated.
    @Test(arguments: ["1,125", "2.000"]) func eitherNumber(_ points: String) throws {
        let text = "Last Name,First Name,Username,\"Lab [Total Pts: \(points) Score] |1\"\nA,B,u1,1\n"
        let open = try read(text)
        #expect(open.log.events.map(\.status) == [.hidden] && open.places(.maximumNotANumber) == ["1:4"])
        let stated = try read(text, ReadOptions(decimal: points.contains(",") ? .comma : .point))
        #expect(stated.log.items[0].maximum == (points == "1,125" ? 1.125 : 2) && !stated.hasErrors)
    }

    /// The remedy names the mark that stands there.
    @Test func theMarkInQuestion() throws {
        let read = try read("Student ID;Student Name;Lab [2]\nu1;A;1.500\nu2;B;1,5\n", ReadOptions())
        #expect(read.places(.ambiguousDecimal) == ["2:3"])
        #expect(read.findings.contains { $0.rule == .ambiguousDecimal && $0.remedy.contains("without the point") })
    }

    // MARK: Blackboard

    /// Text is no grade, and numbers on a scale nobody here knows are no points, unless they are said to be shares.
    @Test func displays() throws {
        let text = """
            Last Name,First Name,Username,Seat [Total Pts: 100 Text] |8,Solemne [Total Pts: 100 Escala Chilena] |7,\
            Quiz [Total Pts: 10 Percentage] |6,Talk [Total Pts: 4 Letter] |5,Quiz 2 [Total Pts: 10 Score] |4
            Bell,Ann,abell,12,6.4,75,A,5
            Cole,Bob,bcole,14,5.5,100,3,8

            """
        let read = try read(text)
        #expect(read.itemIDs == ["7", "6", "5", "4"] && read.rejects.isEmpty)
        #expect(read.status("abell", "7") == .hidden && read.status("bcole", "7") == .hidden)
        #expect(read.score("abell", "6") == 0.75 && read.score("abell", "4") == 0.5)
        #expect(read.places(.ignoredColumn) == ["1:4"] && read.places(.letterWithoutScale) == ["1:5", "2:7"])
        #expect(try self.read(text, ReadOptions(maximum: 7)).status("abell", "7") == .hidden)
        let graded = try self.read(text, ReadOptions(scale: GradeScale(["6.4": 0.9, "A": 1])))
        #expect(graded.score("abell", "7") == 0.9 && graded.status("bcole", "7") == .hidden)
        #expect(graded.places(.letterWithoutScale) == ["3:5"])
    }

    /// Comments stand beside grades and have neither points nor a number; who only looks has an account of that name.
    @Test func commentsAndPreviews() throws {
        let read = try read(
            """
            Last Name,First Name,Username,Essay [Total Pts: 10 Score] |1,Grading Notes,Notes Format,Feedback to Learner
            Bell,Ann,abell,8.00,late,HTML,more please
            Cole,Bob,bcole,9.00,,HTML,10
            Cole_PreviewUser,Bob,bcole_previewuser,1.00,,,

            """)
        #expect(read.itemIDs == ["1"] && read.learnerIDs == ["abell", "bcole"])
        #expect(read.log.events.map(\.score) == [0.8, 0.9] && read.rejects.isEmpty)
        #expect(read.places(.ignoredColumn) == ["1:5", "1:6", "1:7"] && read.places(.testStudent) == ["4:0"])
    }

    @Test func blackboardInSpanish() throws {
        let read = try read(
            """
            Apellidos,Nombre,Nombre de usuario,ID de estudiante,Último acceso,Disponibilidad,\
            Total [Puntos totales: hasta 110 Puntuación] |1,Proyecto [Puntos totales: 100 Puntuación] |2
            Soto,Luis,user2,222,09/09/2026,Sí,"91,5","85,5"

            """)
        #expect(read.format == .blackboardGradebook && read.learnerIDs == ["user2"] && read.itemIDs == ["2"])
        #expect(read.log.learners[0].name == "Soto, Luis" && read.log.items[0].title == "Proyecto")
        #expect(read.log.events.map(\.score) == [0.855] && read.findings.isEmpty)
    }

    // MARK: Brightspace

    /// What is no grade by its header is none where others say that they are; subtotals are by how they end.
    @Test func brightspace() throws {
        let read = try read(
            """
            OrgDefinedId,Group Membership,Subtotal drill Points Grade <Numeric MaxPoints:10>,Quizzes Subtotal Numerator,\
            Quizzes Subtotal Denominator,Talk Weighted Grade <Numeric MaxPoints:10 Weight:5>,\
            Essay Points Grade <Numeric MaxPoints:10>,Essay Weighted Grade <Numeric MaxPoints:10 Weight:4>,\
            End-of-Line Indicator
            #100,1,8,9,10,4,5,2,#

            """)
        #expect(read.itemIDs == ["Subtotal drill", "Talk", "Essay"] && read.log.items.map(\.maximum) == [10, 5, 10])
        #expect(read.log.events.map(\.score) == [0.8, 0.8, 0.5])
        #expect(read.places(.ignoredColumn) == ["1:2", "1:4", "1:5", "1:8"])
        // Without names a learner is called by the id, as it is known.
        #expect(read.log.learners[0].id == "100" && read.log.learners[0].name == "100")
    }

    // MARK: Sakai

    /// In other languages, and without ids.
    @Test(arguments: [
        "ID estudiante;Nombre;Ensayo [10];* Ensayo", "Identifiant de l'étudiant;Nom de l'étudiant;Essai [10];* Essai",
        "Kennung;Wer;Aufsatz [10];* Aufsatz",
    ])
    func sakaiInOtherLanguages(_ header: String) throws {
        let read = try read("\(header)\nabell;Bell, Ann;8,5;bien\nbcole;Cole, Bob;;\n")
        #expect(read.format == .sakaiGradebook && read.learnerIDs == ["abell", "bcole"])
        #expect(read.log.learners[0].name == "Bell, Ann" && read.log.events[0].score == 0.85)
        #expect(read.log.events[1].status == .unknownBlank && !read.hasErrors)
        let named = try self.read("Student Name,Essay [10]\n\"Bell, Ann\",8\n")
        #expect(named.format == .sakaiGradebook && named.learnerIDs == ["Bell, Ann"])
        #expect(named.log.events[0].score == 0.8 && named.findingTotals[.idColumnMissing] == 1)
    }

    /// What Sakai exports only to be looked at is no item.
    @Test func whatSakaiDoesNotTakeBack() throws {
        let read = try read(
            """
            Student ID,Student Name,# Section,Essay [10],#Total,$Total Points,Course Grade,Grade Override,Last Log Date
            s1,"Dent, Stu",A,8,5,8,B,,Jun 2

            """)
        #expect(read.itemIDs == ["Essay"] && read.log.events.map(\.score) == [0.8])
        #expect(read.places(.ignoredColumn) == ["1:3", "1:5", "1:6", "1:7", "1:8", "1:9"] && read.rejects.isEmpty)
    }

    private func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "grades.csv", bytes: Array(text.utf8)), options: options)
    }
}
