/// Turns a file into text that formats are read from: unpacks archives, and makes spreadsheets into CSV.
enum ContainerOpener {
    /// - Parameter isTable: whether a sheet of a workbook, as CSV, is what is looked for; without it the first is taken.
    /// - Throws: ``ReadError`` where it is a file of which nothing can be read.
    static func open(
        _ file: SourceFile, encoding: TextEncoding? = nil, isTable: ([UInt8]) -> Bool = { _ in true }
    ) throws(ReadError) -> FileContent {
        if !file.members.isEmpty { return FileContent(name: file.name, text: [], members: file.members) }
        let unpacked: FileContent?
        do throws(ContainerFault) {
            if let refusal = SQLiteFile.refusal(file) { throw refusal }
            unpacked = ZipArchive.begins(file.bytes) ? try unpack(file, isTable) : nil
        } catch {
            throw error.refusal(file: file.name)
        }
        guard let unpacked else {
            return FileContent(name: file.name, text: try TextDecoder.decode(file, encoding: encoding, takesXML: true))
        }
        guard let only = unpacked.members.first, unpacked.members.count == 1, !isSet(unpacked) else { return unpacked }
        // The table alone, as Google packs the answers to a form. Its own name is the one that says what it is.
        let table = SourceFile(name: "\(file.name)/\(only.name)", bytes: only.bytes)
        return FileContent(
            name: table.name, text: try TextDecoder.decode(table, encoding: encoding, takesXML: true),
            notes: unpacked.notes)
    }

    /// Whether the files of an archive are, by their names, those of a format that has several.
    private static func isSet(_ content: FileContent) -> Bool {
        var preview = FilePreview(text: [], table: nil)
        preview.members = Set(content.members.map { $0.name.lowercased() })
        return FormatDetector.readFormats.contains { $0.confidence(preview) > 0 }
    }

    private static func unpack(
        _ file: SourceFile, _ isTable: ([UInt8]) -> Bool
    ) throws(ContainerFault) -> FileContent {
        var archive = try ZipArchive(file.bytes)
        let paths = Set(archive.entries.map(\.path))
        if paths.contains("[Content_Types].xml") {
            if paths.contains(where: { $0.hasPrefix("word/") || $0.hasPrefix("ppt/") }) {
                throw wrongKind("a Word document or a presentation", remedy: "export the gradebook as CSV or xlsx")
            }
            return try content(of: try XLSXWorkbook.read(&archive, isTable: isTable), file)
        }
        if paths.contains("mimetype"), paths.contains("content.xml") {
            let type = String(decoding: try archive.read("mimetype") ?? [], as: UTF8.self)
            guard type.contains("opendocument.spreadsheet") else {
                throw wrongKind(
                    "an OpenDocument file that is no spreadsheet", remedy: "export the gradebook as CSV or ods")
            }
            return try content(of: try ODSWorkbook.read(&archive, isTable: isTable), file)
        }
        if let collection = SQLiteFile.collections.first(where: paths.contains) {
            throw SQLiteFile.refusal(package: file.name, collection: collection)
        }
        if paths.contains(where: { $0.hasPrefix("Index/") && $0.hasSuffix(".iwa") }) {
            throw wrongKind("a Numbers document", remedy: "export it as CSV")
        }
        var members: [ArchiveMember] = []
        for entry in archive.entries
        where entry.name.lowercased().hasSuffix(".csv") && !entry.isAside && !entry.isFolder {
            members.append(ArchiveMember(name: entry.name, bytes: try archive.read(entry)))
        }
        guard !members.isEmpty else {
            throw wrongKind("a zip archive without a CSV in it", remedy: "unpack it and give the export inside")
        }
        guard Set(members.map { $0.name.lowercased() }).count == members.count else {
            throw .unsafe("the archive has two files of one name in different folders")
        }
        let others = archive.entries.count { !$0.isFolder && !$0.isAside } - members.count
        return FileContent(
            name: file.name, text: [], members: members, notes: others > 0 ? note(others: others, file) : nil)
    }

    /// Says that an archive has something in it besides its tables.
    private static func note(others: Int, _ file: SourceFile) -> FindingCollector {
        var notes = FindingCollector(file: file.name)
        notes.add(
            .otherFiles, .note,
            others == 1
                ? "another file in the archive is no CSV and is not read"
                : "\(others) other files in the archive are no CSV and are not read",
            remedy: "take out of the archive what should be read")
        return notes
    }

    private static func content(of sheet: Spreadsheet, _ file: SourceFile) throws(ContainerFault) -> FileContent {
        if let fault = UTF8Check.firstFault(in: sheet.csv) {
            throw ContainerFault(
                rule: fault.isNul ? .nulByte : .notUTF8, message: "the workbook has text in it that is not UTF-8",
                remedy: ContainerFault.exportAgain,
                line: PhysicalLines.line(of: fault.offset, in: sheet.csv))
        }
        var notes = FindingCollector(file: file.name)
        if !sheet.others.isEmpty {
            let others =
                sheet.others.count == 1
                ? "another sheet has something on it and is not read"
                : "\(sheet.others.count) other sheets have something on them and are not read"
            notes.add(
                .otherSheets, .note,
                sheet.isPreferred
                    ? "\(others): the one that is read is the only table of a known format"
                    : "\(others): only the first is",
                remedy: "to read another, move it to the front or save it as CSV")
        }
        if sheet.leadingColumns > 0 {
            notes.add(
                .preambleSkipped, .note,
                sheet.leadingColumns == 1
                    ? "the first column is empty, and columns are counted from the one after it"
                    : "the first \(sheet.leadingColumns) columns are empty, and columns are counted from the one after them",
                remedy: "nothing to do")
        }
        if sheet.unknownResults > 0 {
            notes.add(
                .badValue, .warning,
                sheet.unknownResults == 1
                    ? "a cell is a formula without a result in the file, and read as blank"
                    : "\(sheet.unknownResults) cells are formulas without results in the file, and read as blank",
                remedy: "open the workbook in a spreadsheet program and save it again")
        }
        return FileContent(
            name: file.name, text: sheet.csv, notes: notes,
            sheets: sheet.others.isEmpty ? [] : [sheet.name] + sheet.others)
    }

    private static func wrongKind(_ name: String, remedy: String) -> ContainerFault {
        ContainerFault(rule: .binaryFile, message: "this is \(name), whatever its name says", remedy: remedy)
    }
}

extension ZipEntry {
    /// Whether a Macintosh put it there for itself.
    fileprivate var isAside: Bool { path.hasPrefix("__MACOSX/") || name.hasPrefix(".") }
}
