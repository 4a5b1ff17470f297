/// What was read of a workbook.
struct Spreadsheet {
    /// The first sheet with rows, as CSV.
    var csv: [UInt8]
    /// Other sheets with something on them.
    var others = 0
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
