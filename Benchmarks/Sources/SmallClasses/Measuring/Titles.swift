/// What the columns are called. The data set has no titles, a gradebook has, and the engine reads them.
enum Titles: String, CaseIterable, Encodable {
    /// `Assessment 1752`: a title that says nothing.
    case bare
    /// `TMA 1752`: the kind of task, as a teacher would name it.
    case typed

    func title(of column: Presentation.Column) -> String {
        switch self {
        case .bare: "Assessment \(column.id)"
        case .typed: "\(column.type) \(column.id)"
        }
    }
}
