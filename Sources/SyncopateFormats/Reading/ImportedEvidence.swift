public import Syncopate

/// What a file said, with everything noticed on the way.
public struct ImportedEvidence: Sendable {
    /// Who, what, and what happened.
    public var log: EvidenceLog
    /// What Canvas knows each learner of ``log`` by; empty where the file is no Canvas export.
    public var accounts: [CanvasAccount] = []
    /// The format the file turned out to be in.
    public var format: FileFormat
    /// How sure that is, from 0 to 1; 1 where it was stated.
    public var confidence: Double
    /// What was noticed, in the order it was noticed; at most ``FindingCollector/limit`` of a rule and severity.
    public var findings: [Finding]
    /// How often each rule was broken, those beyond the limit included.
    public var findingTotals: [FindingRule: Int]
    /// Rows that were not read, in file order.
    public var rejects: [RejectedRow]
    /// The rows that make sense of the rejected ones: the header and, in a gradebook, the points possible.
    public var headerRows: [[UInt8]]
    /// How much came in.
    public var counts: ImportCounts
    /// What the file calls each event of the log, as a number that is the same for the same text; 0 where it does not, empty
    /// where it calls none.
    public var eventIDs: [UInt64] = []

    /// The rejected rows as a file that can be mended and read by itself, or `nil` if there are none.
    public var rejectsFile: [UInt8]? {
        guard !rejects.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for row in headerRows {
            bytes += row
            bytes.append(UInt8(ascii: "\n"))
        }
        for row in rejects {
            bytes += row.bytes
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// Whether something in the file was not read.
    public var hasErrors: Bool { !rejects.isEmpty || findings.contains { $0.severity == .error } }
}
