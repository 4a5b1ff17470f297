/// How a workbook shows numbers: by the code of a format, such as `0.0%;[Red]-0.0%` or `yyyy-mm-dd hh:mm`
/// (ECMA-376, part 1, 18.8.31).
struct SheetFormat {
    private var sections: [SheetFormatSection]

    private init(_ kind: SheetNumber.Kind) {
        sections = [SheetFormatSection(kind: kind, showsNumber: true)]
    }

    /// One of those that every workbook has (ECMA-376, part 1, 18.8.30), by its number.
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self.init(.percent)
        case 14...17, 27...31, 36, 50...54, 57, 58: self.init(.date)
        case 22: self.init(.moment)
        case 18...21, 32...35, 45, 47, 55, 56: self.init(.time)
        case 46: self.init(.duration)
        default: self.init(.plain)
        }
    }

    init(code: String) {
        // The fourth section is for texts.
        sections = SheetFormatSection.split(code).prefix(3).map { SheetFormatSection($0) }
    }

    /// What a number stands for.
    ///
    /// A section that shows nothing of the number, such as `"-"` for zero, leaves open what the number is: then it is
    /// what the others make of theirs.
    func kind(of value: Double) -> SheetNumber.Kind {
        let own = sections.indices.first { applies($0, to: value) }.map { sections[$0] }
        if let own, own.showsNumber { return own.kind }
        return sections.first(where: \.showsNumber)?.kind ?? .plain
    }

    /// The same of a number as the file has it.
    func kind(ofStored stored: [UInt8]) -> SheetNumber.Kind {
        if sections.count == 1 { return sections[0].kind }
        return Double(String(decoding: stored, as: UTF8.self)).map { kind(of: $0) } ?? .plain
    }

    /// Whether a section is for a value, if none before it is.
    private func applies(_ position: Int, to value: Double) -> Bool {
        if let condition = sections[position].condition { return condition.holds(value) }
        guard position + 1 < sections.count else { return true }
        if position == 0 { return sections.count == 2 ? value >= 0 : value > 0 }
        return value < 0
    }
}
