internal import Syncopate

/// What a reader of one format found, before it is put together for the caller.
struct FileReading: Sendable {
    var log: EvidenceLog
    /// What was noticed, refused rows included.
    var findings: FindingCollector
    /// Rows that make sense of the refused ones.
    var headerRows: [[UInt8]] = []
    /// Events left out because the file had said the same before.
    var dropped = 0
    /// What Canvas knows each learner by; empty elsewhere.
    var accounts: [CanvasAccount] = []
    /// What the file calls each event of the log, as a number; empty where it calls none.
    var eventIDs: [UInt64] = []

    init(
        log: EvidenceLog, findings: FindingCollector, headerRows: [[UInt8]] = [], dropped: Int = 0,
        accounts: [CanvasAccount] = []
    ) {
        self.log = log
        self.findings = findings
        self.headerRows = headerRows
        self.dropped = dropped
        self.accounts = accounts
    }

    /// Of a reader of events, when all were added.
    init(_ assembler: inout TidyAssembler, headerRows: [[UInt8]] = []) {
        log = assembler.finish()
        findings = assembler.findings
        dropped = assembler.dropped
        eventIDs = assembler.loggedIDs
        self.headerRows = headerRows
    }
}
