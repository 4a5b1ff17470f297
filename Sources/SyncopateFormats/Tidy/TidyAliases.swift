/// Columns of a table of events under the names that other programs give them.
///
/// A field that has its own name is not looked for. Of the others one is taken where exactly one column may be it: of
/// those that are ids, else of those that are names. Where several may be, nobody knows which is meant, and none is.
struct TidyAliases {
    /// Fields by header, lower case.
    private(set) var fields: [String: TidyField] = [:]
    /// Fields that the header has, under their own names or others.
    private(set) var found: Set<TidyField> = []
    /// Headers of which each may be a field, where there are several.
    private(set) var undecided: [(field: TidyField, headers: [String])] = []

    /// Names by field without blanks, hyphens and underscores, lower case; earlier lists count more.
    private static let names: [(field: TidyField, lists: [Set<String>])] = [
        (
            .learner,
            [
                [
                    "learnerid", "userid", "studentid", "pupilid", "participantid", "anonstudentid", "idstudent",
                    "iduser", "idlearner",
                ],
                ["user", "student", "pupil", "username", "email", "emailaddress", "studentemail", "useremail"],
            ]
        ),
        (
            .item,
            [
                ["itemid", "questionid", "problemid", "exerciseid", "iditem", "idquestion", "idproblem", "idexercise"],
                ["question", "problem", "exercise", "itemname", "questionname", "problemname"],
                // What may hold several questions counts only where nothing else tells them apart.
                ["taskid", "assignmentid", "quizid", "activityid"], ["idassessment", "assessmentid"],
                ["task", "assignment"],
            ]
        ),
        (.score, [["iscorrect", "answeredcorrectly", "wascorrect", "answerediscorrect"]]),
        (
            .max,
            [
                [
                    "maxscore", "maximumscore", "maxpoints", "maximumpoints", "pointspossible", "possiblepoints",
                    "maximum", "outof", "maxmark", "maxmarks", "maxgrade", "quizpointspossible",
                ]
            ]
        ),
        (
            .skills,
            [
                ["skillname", "skillnames", "kcname", "conceptname"],
                ["skillid", "skillids", "kc", "kcs", "kcid", "concept", "concepts", "conceptid", "knowledgecomponent"],
            ]
        ),
    ]

    /// Which list a name stands in. No name stands in two.
    private struct Place: Hashable {
        var field: TidyField
        var list: Int
    }

    private static let places: [String: Place] = names.reduce(into: [:]) { places, entry in
        for (list, names) in entry.lists.enumerated() {
            for name in names { places[name] = Place(field: entry.field, list: list) }
        }
    }

    /// - Parameter headers: of a table, or the names in JSON.
    init(_ headers: some Sequence<String>) {
        var others: [(header: String, place: Place)] = []
        for header in headers where !header.isEmpty {
            if let field = TidyField(header: header) {
                found.insert(field)
            } else if let place = Self.places[Self.key(header)] {
                others.append((header, place))
            }
        }
        for (field, lists) in Self.names where !found.contains(field) {
            for list in lists.indices {
                let matches = others.filter { $0.place == Place(field: field, list: list) }.map(\.header)
                guard !matches.isEmpty else { continue }
                if matches.count == 1 {
                    fields[matches[0].lowercased()] = field
                    found.insert(field)
                } else {
                    undecided.append((field, matches))
                }
                break
            }
        }
        takeCounts(headers)
    }

    /// Beside a column called correct, how many there were is what it is out of, where items are more than a question.
    private mutating func takeCounts(_ headers: some Sequence<String>) {
        let lower = headers.map { $0.lowercased() }
        guard !found.contains(.max), lower.contains("correct"), !lower.contains(TidyField.score.rawValue) else {
            return
        }
        let counts = lower.filter { TidyHead.countNames.contains(Self.key($0)) }
        let item = fields.first { $0.value == .item }.flatMap { Self.places[Self.key($0.key)] }
        guard counts.count == 1, let count = counts.first, let item, item.list > 1 else { return }
        fields[count] = .max
        found.insert(.max)
    }

    /// Whether a header names questions by ids, which are not numbered anew in each quiz.
    static func isID(_ header: String) -> Bool { places[key(header)] == Place(field: .item, list: 0) }

    /// Whether an object with such names is an event: it says who did what, in our words or in others.
    @Sendable static func areOfAnEvent(_ headers: Set<String>) -> Bool {
        TidyAliases(headers.sorted()).found.isSuperset(of: [.learner, .item])
    }

    /// Whether it is known who did what and how well.
    var isComplete: Bool { found.isSuperset(of: [.learner, .item, .score]) }

    /// The field of a header that has another name; `nil` for one that has not, or is none.
    subscript(header: String) -> TidyField? { fields[header.lowercased()] }

    /// What is said of a column that was taken for a field.
    ///
    /// Points possible make points of scores, so that it is a warning where they were taken so.
    static func note(_ field: TidyField) -> (message: String, remedy: String) {
        ("read as the column \(field.rawValue)", "nothing to do if it is that; else give it another name")
    }

    /// A header without what people put between words.
    static func key(_ header: String) -> String {
        let bytes = header.lowercased().utf8.filter { $0 != 0x20 && $0 != 0x5F && $0 != 0x2D && $0 != 0x2E }
        return String(decoding: bytes, as: UTF8.self)
    }
}
