/// A format that ``EvidenceReader`` reads. The raw value is the word used for `--format`.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
    /// A gradebook exported by Canvas: a learner a row, an assignment a column.
    case canvasGradebook = "canvas-gradebook"
    /// A gradebook exported by Moodle.
    case moodleGradebook = "moodle-gradebook"
    /// A gradebook exported by Brightspace (D2L).
    case brightspaceGradebook = "brightspace-gradebook"
    /// A gradebook exported by Blackboard.
    case blackboardGradebook = "blackboard-gradebook"
    /// A gradebook exported by Sakai.
    case sakaiGradebook = "sakai-gradebook"
    /// The scores of an assignment, or of a course, exported by Gradescope.
    case gradescope
    /// The report Student Analysis of a quiz in Canvas.
    case canvasQuiz = "canvas-quiz"
    /// The report Student Analysis of a quiz in New Quizzes of Canvas.
    case canvasNewQuiz = "canvas-new-quiz"
    /// A report of a quiz in Moodle.
    case moodleQuiz = "moodle-quiz"
    /// The answers to a quiz in Google Forms.
    case googleForms = "google-forms"
    /// Grades exported by nbgrader.
    case nbgrader
    /// A class's grades exported by Google Classroom.
    case googleClassroom = "google-classroom"
    /// The scores of an assignment exported by PowerTeacher (PowerSchool).
    case powerSchool = "powerschool"
    /// Submissions as the API of Canvas lists them.
    case canvasSubmissions = "canvas-submissions"
    /// Results by outcome: the Learning Mastery Gradebook of Canvas, or what its API says of outcomes.
    case canvasMastery = "canvas-mastery"
    /// Statements of the Experience API.
    case xapi
    /// The tracking log of Open edX.
    case openEdX = "open-edx"
    /// Events of Caliper Analytics.
    case caliper
    /// Transactions or student-steps exported by DataShop.
    case dataShop = "datashop"
    /// A problem log published by ASSISTments.
    case assistments
    /// A OneRoster set of tables: line items and their results.
    case oneRoster = "oneroster"
    /// Results of a test or of items in QTI, as XML.
    case qti
    /// Reviews of flashcards in Anki, or in the form that tools around it share.
    case anki
    /// Our own table: an event a row, named columns in any order.
    case tidyCSV = "tidy-csv"
    /// Our own events as JSON: an object a line.
    case tidyJSONLines = "tidy-jsonl"
}

extension FileFormat {
    /// Whether a file of this format says how everything stood at one moment, rather than what happened.
    public var isGradebook: Bool {
        switch self {
        case .canvasGradebook, .moodleGradebook, .brightspaceGradebook, .blackboardGradebook, .sakaiGradebook,
            .googleClassroom, .canvasSubmissions, .canvasMastery, .oneRoster:
            true
        // Those of one assignment say nothing of the others.
        case .gradescope, .canvasQuiz, .canvasNewQuiz, .moodleQuiz, .googleForms, .nbgrader, .powerSchool, .xapi,
            .openEdX, .caliper, .dataShop, .assistments, .qti, .anki, .tidyCSV, .tidyJSONLines:
            false
        }
    }

    /// Whether it comes as several files in a folder or an archive.
    var takesMembers: Bool { self == .oneRoster }
}
