/// Where the answers to a form say who gave them, and the words for it in the languages that headers are known in.
struct GoogleFormsColumns {
    /// What the learner is known by; two columns are a last name and a first name.
    var identity: [Int] = []
    /// Whether `identity` is an address.
    var isAddress = false
    /// What the learner is called: one column, or a last name and a first name; empty for none.
    var name: [Int] = []

    /// - Parameters:
    ///   - headers: lower case.
    ///   - isBlank: whether nothing stands in a column.
    init(_ headers: [String], isBlank: (Int) -> Bool) {
        let plain = headers.map { header in
            // What people end a question with.
            String(header.reversed().drop { " :*?.".contains($0) }.reversed())
        }
        func column(_ names: [String]) -> Int? { names.lazy.compactMap { plain.firstIndex(of: $0) }.first }
        if let last = column(Self.lastNames), let first = column(Self.firstNames), last != first {
            name = [last, first]
        } else if let whole = column(Self.names) {
            name = [whole]
        }
        let addresses = Self.addresses.compactMap { plain.firstIndex(of: $0) }
        if let address = addresses.first(where: { !isBlank($0) }) {
            identity = [address]
            isAddress = true
        } else if let id = column(Self.ids) {
            identity = [id]
        } else if !name.isEmpty {
            identity = name
        } else if let address = addresses.first {
            identity = [address]
            isAddress = true
        }
    }

    /// The header of the first column, as Forms translates it.
    static let timestamps: Set<String> = [
        "timestamp", "zeitstempel", "horodateur", "marca temporal", "marca de tiempo", "carimbo de data/hora",
        "carimbo de data", "informazioni cronologiche", "tijdstempel", "タイムスタンプ",
    ]
    /// Headers of the score of all questions.
    static let totals: Set<String> = [
        "score", "total score", "punktzahl", "gesamtpunktzahl", "punkte", "score total", "note totale", "puntuación",
        "puntuación total", "pontuação", "pontuação total", "punteggio", "punteggio totale", "totaalscore", "スコア",
    ]
    /// What Forms writes in brackets behind a question whose score a column is.
    static let scores: Set<String> = [
        "score", "punkte", "punktzahl", "note", "puntuación", "pontuação", "punteggio", "スコア",
    ]

    /// What Forms calls the address it collects, then what people call it who ask for it.
    private static let addresses = [
        "email address", "username", "email", "e-mail-adresse", "nutzername", "adresse e-mail", "nom d'utilisateur",
        "dirección de correo electrónico", "nombre de usuario", "endereço de e-mail", "nome de usuário",
        "indirizzo email", "nome utente", "e-mailadres", "gebruikersnaam", "メールアドレス", "ユーザー名",
        "e-mail", "e-mail address", "mail", "emailadresse", "mailadresse", "adresse mail", "adresse email",
        "adresse électronique", "courriel", "adresse courriel", "correo electrónico", "correo", "endereço de email",
        "indirizzo e-mail", "indirizzo mail", "emailadres",
    ]
    private static let ids = [
        "student id", "id", "student number", "matrikelnummer", "numéro étudiant", "numéro d'étudiant", "matrícula",
        "matricola", "numero di matricola", "studentnummer", "学籍番号",
    ]
    private static let names = [
        "name", "full name", "student name", "your name", "first and last name", "vor- und nachname",
        "vorname und nachname", "vollständiger name", "nom complet", "nom et prénom", "nom prénom", "prénom et nom",
        "nombre completo", "nombre y apellidos", "nombre y apellido", "apellidos y nombre", "nombre", "nome completo",
        "nome e cognome", "cognome e nome", "nome", "volledige naam", "voor- en achternaam", "naam", "氏名", "名前",
    ]
    private static let lastNames = [
        "last name", "surname", "family name", "nachname", "familienname", "nom", "nom de famille", "apellidos",
        "apellido", "sobrenome", "apelido", "cognome", "achternaam",
    ]
    private static let firstNames = [
        "first name", "given name", "vorname", "prénom", "nombre", "nombres", "primeiro nome", "nome", "voornaam",
    ]
}
