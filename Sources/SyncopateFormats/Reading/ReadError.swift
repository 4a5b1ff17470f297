/// A file, or with ``ReadOptions/strict`` one of its rows, that was refused. Nothing of it was read.
public struct ReadError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Why.
    public var finding: Finding
    /// Everything that speaks against the file, `finding` first. More than one only for a strict reading.
    public var findings: [Finding]

    public init(_ finding: Finding) {
        self.finding = finding
        self.findings = [finding]
    }

    /// A strict refusal; `nil` if there is nothing to refuse for.
    init?(strict findings: [Finding]) {
        guard let first = findings.first else { return nil }
        self.finding = first
        self.findings = findings
    }

    /// The stable word for what went wrong.
    public var code: String { finding.rule.rawValue }

    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
