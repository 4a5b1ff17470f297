import Syncopate
import SyncopateFormats
import Testing

/// What in a gradebook of Moodle's is an item and what is not, in whichever language. Made up after its language packs.
struct MoodleGradebookTests {
    /// Whatever stands between an activity's kind and its name, it is no total; neither is what begins or ends like one
    /// in another language.
    @Test(arguments: [
        (
            "First name,Last name,ID number", "Percentage", "Assignment: Essay total", "Total Recall", "Homework total",
            ""
        ),
        ("First name,Last name,ID number", "Percentage", "Quiz:Essay total", "Total Recall", "Course total", ""),
        ("Nombre,Apellido(s),Número de ID", "Porcentaje", "Tarea:Trabajo total", "Lab gesamt", "Total Tareas", ","),
        (
            "Vorname,Nachname,ID-Nummer", "Prozentsatz", "Aufgabe:\u{A0}Projekt gesamt", "Total Recall", "Kurs gesamt",
            ","
        ),
        (
            "Prénom,Nom de famille,Numéro d'identification", "Pourcentage", "Devoir\u{A0}Essai total", "Labo totaal",
            "Total de Labos", ","
        ),
        ("名,姓,学号", "百分比", "作业：论文总分", "Total Recall", "作业总分", ""),
    ])
    func totals(
        _ header: String, _ display: String, _ activity: String, _ manual: String, _ total: String, _ mark: String
    ) throws {
        let items = [activity, manual, total].map { "\($0) (\(display))" }.joined(separator: ",")
        func cell(_ number: String) -> String {
            mark.isEmpty ? "\(number) %" : "\"\(number.replacing(".", with: mark)) %\""
        }
        let read = try read("\(header),\(items)\nAna,Ruiz,501,\(cell("75.00")),\(cell("50.00")),\(cell("60.00"))\n")
        #expect(read.format == .moodleGradebook && read.itemIDs == [activity, manual])
        #expect(read.log.events.map(\.score) == [0.75, 0.5] && read.log.learners[0].name == "Ruiz, Ana")
        #expect(read.places(.ignoredColumn) == ["1:6"] && !read.hasErrors)
    }

    /// Where items have displays, a column without one is a field of somebody's profile; `--max` makes it no score.
    @Test func profileFields() throws {
        let text = """
            First name,Last name,ID number,Email address,Student number,Suspended,Quiz: W1 (Real),Course total (Real)
            Ana,Ruiz,501,ana@x.org,55,,7.50,7.50
            Ben,Sand,502,ben@x.org,56,Yes,5.00,5.00

            """
        let read = try read(text, ReadOptions(maximum: 10))
        #expect(read.itemIDs == ["Quiz: W1"] && read.log.events.map(\.score) == [0.75, 0.5])
        #expect(read.places(.ignoredColumn) == ["1:5", "1:6", "1:8"] && read.rejects.isEmpty)
    }

    /// A word alone does not make a language: "Nom" is a first name in Catalan, a last name in French.
    @Test func catalan() throws {
        let read = try read(
            """
            Nom,Cognoms,Adreça electrònica,Qüestionari:Tema 1 (Real),Qüestionari:Tema 1 (Percentatge),Total del curs (Real)
            Maria,Puig,mp@x.cat,"8,50","85,00 %","8,50"
            Maria,Soler,ms@x.cat,"5,00","50,00 %","5,00"

            """)
        #expect(read.log.learners.map(\.name) == ["Puig, Maria", "Soler, Maria"])
        #expect(read.learnerIDs == ["mp@x.cat", "ms@x.cat"] && read.itemIDs == ["Qüestionari:Tema 1"])
        #expect(read.log.events.map(\.score) == [0.85, 0.5] && !read.hasErrors)
        // A language nobody here knows, one of whose words happens to be French.
        #expect(refusal("Nom,Kognom,Iteil (Reall)\nMaria,Puig,5\n")?.finding.rule == .notAKnownFormat)
    }

    /// Moodle writes no marks between thousands, so three digits after a comma are decimals.
    @Test func threeDecimals() throws {
        let read = try read(
            "Vorname,Nachname,ID-Nummer,Test: W1 (Prozentsatz)\nAna,Ruiz,501,\"85,125 %\"\nBen,Sand,502,\"50,000 %\"\n")
        #expect(read.log.events.map(\.score) == [0.85125, 0.5] && !read.hasErrors)
    }
}
