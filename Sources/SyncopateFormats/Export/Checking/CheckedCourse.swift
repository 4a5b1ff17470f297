public import Syncopate

/// One course of a check: its gradebook, and that as an instrument.
public struct CheckedCourse: Sendable {
    /// What it is called where there are several.
    public var name: String
    public var gradebook: Gradebook
    public var audit: GradebookAudit

    public init(name: String, gradebook: Gradebook, audit: GradebookAudit) {
        self.name = name
        self.gradebook = gradebook
        self.audit = audit
    }

    /// Cells of the gradebook by status.
    var cells: [Status: Int] { gradebook.statuses.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

    /// The columns the audit set aside, those it only suspects, and those near their maximum.
    var setAside: [ColumnAudit] { audit.columns.filter(\.isSetAside) }
    var suspected: [ColumnAudit] {
        audit.columns.filter { !$0.isSetAside && $0.kind != .work && $0.kind != .ceiling }
    }
    var nearMaximum: [ColumnAudit] { audit.columns.filter { !$0.isSetAside && $0.kind == .ceiling } }

    func title(_ column: ColumnAudit) -> String { gradebook.items[column.item].title }
}
