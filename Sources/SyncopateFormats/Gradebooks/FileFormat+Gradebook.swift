extension FileFormat {
    /// Whether a file of this format says how everything stood at one moment, rather than what happened.
    public var isGradebook: Bool { gradebookLayout != nil }

    /// What the header of a gradebook of this format says; `nil` where the format is none of a learner a row.
    var gradebookLayout: ((CSVTable, DecimalMark?, inout FindingCollector) -> GradebookLayout?)? {
        switch self {
        case .canvasGradebook: { GradebookLayout(canvas: $0, decimal: $1, &$2) }
        case .moodleGradebook: MoodleGradebook.layout
        case .brightspaceGradebook: BrightspaceGradebook.layout
        case .blackboardGradebook: BlackboardGradebook.layout
        case .sakaiGradebook: SakaiGradebook.layout
        case .dataShop, .tidyCSV, .tidyJSONLines: nil
        }
    }
}
