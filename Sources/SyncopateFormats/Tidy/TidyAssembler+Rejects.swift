internal import Syncopate

extension TidyAssembler {
    /// Says what is wrong with a row of a table, and puts the row to the rejects.
    ///
    /// - Parameters:
    ///   - cells: how many the row has.
    ///   - position: of the field's column; `nil` where there is none.
    ///   - text: that of its cell.
    mutating func reject(
        _ fault: TidyValues.Fault, line: Int, cells: Int, position: Int?, bytes: [UInt8], text: String
    ) {
        // A row of the wrong length goes wrong where it, or the header, ends.
        let isShape = fault.rule == .raggedRow
        let place = isShape ? min(cells, headers.count) : position
        // Who somebody is is not shown, unless it is no longer anybody.
        let isPrivate =
            isShape || fault.rule == .textAfterQuote || (fault.field == .learner && fault.rule != .damagedID)
        let header = place.flatMap { headers.indices.contains($0) ? headers[$0] : nil } ?? ""
        findings.add(
            fault.rule, .error, line: line, column: place.map { $0 + 1 }, header: header,
            excerpt: isPrivate ? "" : text, fault.message, remedy: fault.remedy)
        findings.reject(line: line, rule: fault.rule, bytes: bytes)
    }
}
