/// Settles which sheet of a workbook is read: the first with something on it; where that is not what is looked for, such
/// as a cover, the only other one that is. Sheets come in their order, hidden ones last.
struct SheetChoice {
    private var first: Spreadsheet?
    /// The only sheet so far that is what is looked for, where the first is not.
    private var preferred: Spreadsheet?
    private var isSettled = false
    private var names: [String] = []

    /// Whether all of a sheet has to be looked at, and not only whether there is something on it.
    ///
    /// - Parameter isHidden: what nobody sees is read only where there is nothing else.
    func isOpen(isHidden: Bool) -> Bool { first == nil || (!isSettled && !isHidden) }

    /// Takes a sheet of which nothing but its name is needed.
    mutating func pass(_ name: String) { names.append(name) }

    /// Takes a sheet that is not empty.
    ///
    /// - Parameter isTable: whether a sheet, as CSV, is what is looked for.
    mutating func add(
        _ name: String, _ table: SheetTable, unknownResults: Int, _ isTable: ([UInt8]) -> Bool
    ) throws(ContainerFault) {
        names.append(name)
        let sheet = Spreadsheet(
            name: name, csv: try table.csv(), leadingColumns: table.leadingColumns, unknownResults: unknownResults)
        let fits = isTable(sheet.csv)
        guard first != nil else {
            first = sheet
            isSettled = fits
            return
        }
        guard fits else { return }
        // Two that might be meant are none.
        isSettled = preferred != nil
        preferred = preferred == nil ? sheet : nil
    }

    /// - Throws: where no sheet has anything on it.
    func spreadsheet() throws(ContainerFault) -> Spreadsheet {
        guard let first else { throw Spreadsheet.blank }
        var sheet = preferred ?? first
        sheet.isPreferred = preferred != nil
        if let own = names.firstIndex(of: sheet.name) {
            sheet.others = names
            sheet.others.remove(at: own)
        }
        return sheet
    }
}
