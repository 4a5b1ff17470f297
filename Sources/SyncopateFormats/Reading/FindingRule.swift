/// What a finding is about. The raw values are stable: scripts may match on them.
public enum FindingRule: String, Sendable, Hashable, CaseIterable {
    // The file.
    case unreadable = "unreadable"
    case emptyFile = "empty-file"
    case notAKnownFormat = "not-a-known-format"
    case formatUndecided = "format-undecided"
    case formatNotReadYet = "format-not-read-yet"
    case wrongKindOfFile = "wrong-kind-of-file"
    case binaryFile = "binary-file"
    case damagedArchive = "damaged-archive"
    case unsafeArchive = "unsafe-archive"
    case encryptedFile = "encrypted-file"
    case brokenXML = "broken-xml"
    case otherSheets = "other-sheets"
    case otherFiles = "other-files"
    case notUTF8 = "not-utf8"
    case nulByte = "nul-byte"
    case fileTooLarge = "file-too-large"
    case cellTooLarge = "cell-too-large"
    case tooManyColumns = "too-many-columns"
    case unclosedQuote = "unclosed-quote"
    case delimiterUndecidable = "delimiter-undecidable"
    case noLearners = "no-learners"
    case preambleSkipped = "preamble-skipped"

    // The header and its columns.
    case missingColumn = "missing-column"
    case idColumnMissing = "id-column-missing"
    case duplicateColumn = "duplicate-column"
    case similarColumns = "similar-columns"
    case customColumn = "custom-column"
    case ignoredColumn = "ignored-column"
    case columnTakenAs = "column-taken-as"
    case looksLikeTotal = "looks-like-total"
    case maximumMissing = "maximum-missing"
    case maximumZero = "maximum-zero"
    case maximumNotANumber = "maximum-not-a-number"
    case secondMaximumRow = "second-maximum-row"
    case mixedDecimalMarks = "mixed-decimal-marks"
    case mixedUnits = "mixed-units"

    // Rows.
    case raggedRow = "ragged-row"
    case shortRow = "short-row"
    case textAfterQuote = "text-after-quote"
    case blankID = "blank-id"
    case damagedID = "spreadsheet-damaged-id"
    case duplicateLearner = "duplicate-learner"
    case mergedRows = "merged-rows"
    case testStudent = "test-student"
    case notAnAnswer = "not-an-answer"
    case duplicateEvent = "duplicate-event"
    case supersededEvent = "superseded-event"
    case brokenJSON = "broken-json"
    case unknownItem = "unknown-item"
    case unnamedItem = "unnamed-item"
    case unknownLearner = "unknown-learner"
    case unknownSlot = "unknown-slot"
    case duplicateSlot = "duplicate-slot"
    case unknownSection = "unknown-section"

    // Cells.
    case notANumber = "not-a-number"
    case notFinite = "not-finite"
    case negativeScore = "negative-score"
    case ambiguousDecimal = "ambiguous-decimal"
    case extraCredit = "extra-credit"
    case letterWithoutScale = "letter-without-scale"
    case fullWidthDigits = "full-width-digits"
    case statusAgainstScore = "status-against-score"
    case unknownStatus = "unknown-status"
    case unknownKind = "unknown-kind"
    case badTime = "bad-time"
    case clockChange = "clock-change"
    case badAttempt = "bad-attempt"
    case badMaximum = "bad-maximum"
    case badWeight = "bad-weight"
    case badValue = "bad-value"

    /// How much a finding of this rule matters, unless the place where it is found says otherwise.
    public var severity: Severity {
        switch self {
        case .preambleSkipped, .otherSheets, .otherFiles, .customColumn, .ignoredColumn, .columnTakenAs, .maximumZero,
            .mergedRows,
            .testStudent, .notAnAnswer, .duplicateEvent, .fullWidthDigits, .clockChange:
            .note
        case .noLearners, .idColumnMissing, .similarColumns, .secondMaximumRow, .mixedDecimalMarks,
            .mixedUnits, .looksLikeTotal, .shortRow, .supersededEvent, .unknownItem, .extraCredit,
            .letterWithoutScale, .statusAgainstScore, .unknownKind, .unknownSection:
            .warning
        default:
            .error
        }
    }
}
