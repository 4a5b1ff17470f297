/// Gathers findings without letting a broken file fill the memory: of each rule and severity the first few, and of each
/// rule how many there were.
public struct FindingCollector: Sendable {
    /// Findings kept of one rule and severity: a hundred notes must not hide the error that comes after them.
    public static let limit = 100

    /// The file findings are about.
    let file: String
    /// What is kept.
    public private(set) var findings: [Finding] = []
    /// How many there were of each rule, those beyond the limit included.
    public private(set) var totals: [FindingRule: Int] = [:]
    /// How many are kept of each rule and severity.
    private var kept: [FindingRule: [Severity: Int]] = [:]
    /// Rows refused so far.
    private(set) var rejects: [RejectedRow] = []

    init(file: String) { self.file = file }

    /// Notes something. The texts are made only if the finding is kept.
    mutating func add(
        _ rule: FindingRule, _ severity: Severity? = nil, line: Int? = nil, column: Int? = nil,
        header: @autoclosure () -> String = "", excerpt: @autoclosure () -> String = "",
        _ message: @autoclosure () -> String, remedy: @autoclosure () -> String
    ) {
        totals[rule, default: 0] += 1
        let severity = severity ?? rule.severity
        guard kept[rule]?[severity, default: 0] ?? 0 < FindingCollector.limit else { return }
        kept[rule, default: [:]][severity, default: 0] += 1
        findings.append(
            Finding(
                rule: rule, severity: severity, file: file, line: line, column: column,
                columnHeader: header(), excerpt: excerpt(), message: message(), remedy: remedy()))
    }

    /// Counts a row as refused. The finding that says why is added separately.
    mutating func reject(line: Int, rule: FindingRule, bytes: [UInt8]) {
        rejects.append(RejectedRow(line: line, rule: rule, bytes: bytes))
    }

    /// The rows refused since the last time.
    mutating func takeRejects() -> [RejectedRow] {
        defer { rejects = [] }
        return rejects
    }

    /// A refusal of the whole file.
    func refusal(
        _ rule: FindingRule, line: Int? = nil, column: Int? = nil, header: String = "",
        excerpt: String = "", _ message: String, remedy: String
    ) -> ReadError {
        ReadError(
            Finding(
                rule: rule, severity: .error, file: file, line: line, column: column,
                columnHeader: header, excerpt: excerpt, message: message, remedy: remedy))
    }
}

extension FindingCollector {
    /// Takes over what others gathered about the same file, in the order of lines.
    mutating func merge(_ others: FindingCollector...) {
        for other in others {
            for (rule, total) in other.totals { totals[rule, default: 0] += total }
            findings += other.findings
        }
        // A stable sort: of one line, what concerns whole columns first.
        let order = findings.enumerated().sorted {
            ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }
        findings = order.map(\.element)
    }
}
