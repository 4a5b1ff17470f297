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
            .canvasSubmissions, .canvasMastery:
            true
        case .xapi, .openEdX, .caliper, .dataShop, .tidyCSV, .tidyJSONLines: false
        }
    }
}
