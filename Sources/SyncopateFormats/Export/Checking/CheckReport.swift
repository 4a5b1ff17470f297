/// What was found of the files of a gradebook and of the gradebook as an instrument, ready to be written.
public struct CheckReport: Sendable {
    /// One file that was read, or could not be; or a course, where something is to be said of its files together.
    public struct File: Sendable {
        /// The file's name as the caller gave it.
        public var name: String
        /// What it turned out to be; `nil` where it could not be used or is no evidence.
        public var format: FileFormat?
        /// How sure that is, from 0 to 1; 1 where it was stated.
        public var confidence: Double?
        /// How much came in, and of what sort; `nil` where it is no evidence.
        public var counts: ImportCounts?
        /// Whether anything of it was read.
        public var isUsable: Bool
        public var findings: [Finding]
        /// How often each rule was broken, those beyond the findings' limit included.
        public var totals: [FindingRule: Int]
        /// Rows that were left out.
        public var rejectedRows: Int

        public init(
            name: String, format: FileFormat?, confidence: Double? = nil, counts: ImportCounts? = nil, isUsable: Bool,
            findings: [Finding], totals: [FindingRule: Int] = [:], rejectedRows: Int = 0
        ) {
            self.name = name
            self.format = format
            self.confidence = confidence
            self.counts = counts
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

    /// Files of evidence first, then what was given beside them.
    public var files: [File]
    /// What the files come to; empty where none could be used.
    public var courses: [CheckedCourse]

    public init(files: [File], courses: [CheckedCourse]) {
        self.files = files
        self.courses = courses
    }

    /// Whether anything was found that matters as much.
    public func hasFindings(from severity: Severity) -> Bool {
        files.contains { $0.findings.contains { $0.severity >= severity } }
    }
}
