/// What was read of a workbook.
struct Spreadsheet {
    /// The sheet's name.
    var name: String
    /// The sheet as CSV: the first with something on it, or the only one that is what was looked for.
    var csv: [UInt8]
    /// Names of other sheets with something on them.
    var others: [String] = []
    /// Whether another sheet with something on it stands before this one.
    var isPreferred = false
    /// Empty columns before the first of the CSV.
    var leadingColumns = 0
    /// Formulas of the sheet whose results are not in the file.
    var unknownResults: Int

    /// What to do about a workbook with a password.
    static let locked = ContainerFault(
        rule: .encryptedFile, message: "the workbook is locked with a password", remedy: "save it without one")
    /// A workbook with nothing on its sheets.
    static let blank = ContainerFault(
        rule: .emptyFile, message: "there is nothing on the sheets of the workbook",
        remedy: "export it again, and check that it was saved")
    /// A part that must be there and is not.
    static let incomplete = ContainerFault.damaged("the workbook lacks a part")
}
