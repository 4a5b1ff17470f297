internal import Syncopate

/// What a column of a gradebook is.
struct GradebookColumn {
    /// Its part in the table.
    enum Role: Equatable {
        case name, lastName, firstName, id, sisUserID, sisLoginID, integrationID, rootAccount, section
        /// Neither identity nor grades: a teacher's notes.
        case custom
        /// Computed by Canvas from the others.
        case total
        /// Nothing in the header.
        case unnamed
        case assignment
        /// An assignment that another column says differently: not read.
        case conflicting
    }

    /// Position in the row, from 0.
    var position: Int
    /// The header, trimmed.
    var header: String
    var role: Role
    /// What the item is known by where that is not the whole header: its number, or its title without what may change.
    var number: String?
    /// The title without the number.
    var title: String
    /// Points possible; `nil` where the file does not say.
    var maximum: Double?
    /// The points possible as the header has them, where that is a number that cells may have to tell how to read.
    var maximumNumber: NumericCell?
    /// The scale its grades are on, where numbers in it are no points.
    var scaleName: String?
    /// What the points possible row has in this column.
    var maximumText = ""
    /// Whether the file withholds this column's scores, so that `N/A` does not mean "not assigned".
    var isWithheld = false
    /// What its cells say about the decimal mark.
    var decimals = DecimalChoice()
    /// Cells that are numbers, letters, and other text.
    var numbers = 0
    var letters = 0
    var texts = 0
    var percents = 0
    /// The highest of its numbers whose marks can be read one way only.
    var highest = 0.0
    /// Cells such as `-`, `EX` and `N/A`, which only assignments have.
    var marks = 0

    /// What the item is known by: the number, else the whole header, as where a header is nothing but its points.
    var itemID: String { number.flatMap { $0.isEmpty ? nil : $0 } ?? header }

    static let identity: [String: Role] = [
        "student": .name, "lastname": .lastName, "firstname": .firstName, "id": .id, "sis user id": .sisUserID,
        "sis login id": .sisLoginID, "integration id": .integrationID, "root account": .rootAccount,
        "section": .section,
        // Canvas writes these headers in English whatever the language; other tools and people translate them.
        "student name": .name, "studierende": .name, "studierende/r": .name, "studierender": .name, "schüler": .name,
        "schüler/in": .name, "schüler*in": .name, "étudiant": .name, "étudiante": .name, "étudiant(e)": .name,
        "élève": .name,
        "estudiante": .name, "alumno": .name, "alumna": .name, "estudante": .name, "aluno": .name, "aluna": .name,
        "studente": .name, "studentessa": .name, "leerling": .name, "cursist": .name, "elev": .name,
        "studerende": .name,
        "nachname": .lastName, "vorname": .firstName, "nom": .lastName, "prénom": .firstName,
        "abschnitt": .section, "sektion": .section, "kursabschnitt": .section, "sección": .section, "seccion": .section,
        "seção": .section, "secção": .section, "turma": .section, "sectie": .section, "sezione": .section,
        "sis-benutzer-id": .sisUserID, "sis-anmelde-id": .sisLoginID, "sis-login-id": .sisLoginID,
        "sis-benutzer-kennung": .sisUserID,
    ]
}
