public import Syncopate

/// What was found of the files of a gradebook and of the gradebook as an instrument, ready to be written.
public struct CheckReport: Sendable {
    /// One file that was read, or could not be.
    public struct File: Sendable {
        /// The file's name as the caller gave it.
        public var name: String
        /// What it turned out to be; `nil` where it could not be used or is no evidence.
        public var format: FileFormat?
        /// Whether anything of it was read.
        public var isUsable: Bool
        public var findings: [Finding]
        /// How often each rule was broken, those beyond the findings' limit included.
        public var totals: [FindingRule: Int]
        /// Rows that were left out.
        public var rejectedRows: Int

        public init(
            name: String, format: FileFormat?, isUsable: Bool, findings: [Finding], totals: [FindingRule: Int] = [:],
            rejectedRows: Int = 0
        ) {
            self.name = name
            self.format = format
            self.isUsable = isUsable
            self.findings = findings
            self.totals = totals
            self.rejectedRows = rejectedRows
        }

        /// Findings of one severity, those beyond the limit included.
        public func count(_ severity: Severity) -> Int {
            var seen: [FindingRule: Int] = [:]
            var counts: [FindingRule: Int] = [:]
            for finding in findings {
                seen[finding.rule, default: 0] += 1
                if finding.severity == severity { counts[finding.rule, default: 0] += 1 }
            }
            return counts.reduce(0) { sum, entry in
                // Beyond the limit all are taken for what those within it are.
                let beyond = max((totals[entry.key] ?? 0) - (seen[entry.key] ?? 0), 0)
                return sum + entry.value + (entry.value == seen[entry.key] ? beyond : 0)
            }
        }
    }

    /// Gradebooks first, then what was given beside them.
    public var files: [File]
    public var gradebook: Gradebook
    /// `nil` where no file could be used.
    public var audit: GradebookAudit?

    public init(files: [File], gradebook: Gradebook, audit: GradebookAudit?) {
        self.files = files
        self.gradebook = gradebook
        self.audit = audit
    }

    /// Cells of the gradebook by status.
    var cells: [Status: Int] { gradebook.statuses.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

    /// The columns the audit set aside, and those it only suspects.
    var setAside: [ColumnAudit] { audit?.columns.filter(\.isSetAside) ?? [] }
    var suspected: [ColumnAudit] {
        audit?.columns.filter { !$0.isSetAside && $0.kind != .work && $0.kind != .ceiling } ?? []
    }
    var nearMaximum: [ColumnAudit] { audit?.columns.filter { !$0.isSetAside && $0.kind == .ceiling } ?? [] }

    func title(_ column: ColumnAudit) -> String { gradebook.items[column.item].title }
}
