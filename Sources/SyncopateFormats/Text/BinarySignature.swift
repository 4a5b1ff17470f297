/// Recognises by their first bytes files that are no text table, so that the message can say what they are.
enum BinarySignature {
    /// What a file is, with article, and what to do with it.
    struct Kind {
        var name: String
        var remedy: String
    }

    /// `nil` for anything that may be text.
    ///
    /// - Parameter takesXML: whether XML is text.
    static func name(of bytes: [UInt8], takesXML: Bool = false) -> Kind? {
        func starts(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
        if ZipArchive.begins(bytes) { return zip(bytes) }
        if starts([0xD0, 0xCF, 0x11, 0xE0]) {
            if isLocked(bytes) {
                return Kind(name: "an Excel workbook locked with a password", remedy: "save it without one")
            }
            return Kind(name: "an old Excel workbook (xls)", remedy: "open it and save it as \"CSV UTF-8\"")
        }
        if starts(Array("%PDF".utf8)) {
            return Kind(name: "a PDF", remedy: "export the gradebook as CSV instead of printing it")
        }
        if starts(Array("{\\rtf".utf8)) {
            return Kind(name: "a document (RTF)", remedy: "export the gradebook as CSV")
        }
        if starts([0x1F, 0x8B]) { return Kind(name: "a gzip archive", remedy: "unpack it first") }
        if starts([0x89, 0x50, 0x4E, 0x47]) || starts([0xFF, 0xD8, 0xFF]) || starts(Array("GIF8".utf8)) {
            return Kind(name: "a picture", remedy: "export the gradebook as CSV")
        }
        return markup(bytes, takesXML: takesXML)
    }

    /// Whether an old Office file is only the wrapping of an encrypted new one.
    private static func isLocked(_ bytes: [UInt8]) -> Bool {
        let name = Array("EncryptedPackage".utf8).flatMap { [$0, 0 as UInt8] }
        guard let first = name.first else { return false }
        var rest = bytes[...]
        while let place = rest.firstIndex(of: first) {
            rest = rest[place...]
            if rest.starts(with: name) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    private static func zip(_ bytes: [UInt8]) -> Kind {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        if head.contains("opendocument.spreadsheet") {
            return Kind(name: "an OpenDocument spreadsheet (ods)", remedy: "open it and save it as CSV")
        }
        if head.contains("xl/") || head.contains("[Content_Types].xml") {
            return Kind(name: "an Excel workbook (xlsx)", remedy: "open it and save it as \"CSV UTF-8\"")
        }
        // The central directory at the end names every file in the archive.
        let tail = String(decoding: bytes.suffix(8192), as: UTF8.self)
        if tail.contains("xl/workbook") {
            return Kind(name: "an Excel workbook (xlsx)", remedy: "open it and save it as \"CSV UTF-8\"")
        }
        return Kind(name: "a zip archive", remedy: "unpack it and give the CSV inside")
    }

    /// Workbooks that are one document of XML.
    private static func spreadsheet(_ head: ArraySlice<UInt8>) -> Kind? {
        let head = String(decoding: head, as: UTF8.self)
        if head.holds(bytesOf: "urn:schemas-microsoft-com:office:spreadsheet")
            || head.holds(bytesOf: "progid=\"Excel.Sheet\"")
        {
            return Kind(
                name: "an Excel workbook of 2003 (XML spreadsheet)",
                remedy: "open it and save it as xlsx or \"CSV UTF-8\"")
        }
        if head.holds(bytesOf: "office:document"), head.holds(bytesOf: "opendocument.spreadsheet") {
            return Kind(
                name: "a flat OpenDocument spreadsheet (fods)", remedy: "open it and save it as ods or CSV")
        }
        return nil
    }

    private static func markup(_ bytes: [UInt8], takesXML: Bool) -> Kind? {
        var start = bytes.prefix(512).drop { $0.isBlankByte || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard start.first == UInt8(ascii: "<") else { return nil }
        if let sheet = spreadsheet(bytes.prefix(4096)) { return sheet }
        start = start.prefix(256)
        let head = String(decoding: start, as: UTF8.self).lowercased()
        if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.contains("<table")
            || head.contains("<html")
        {
            return Kind(
                name: "a web page (HTML), often a log-in page saved in place of the export",
                remedy: "log in and export the gradebook as CSV again")
        }
        if !takesXML, head.hasPrefix("<?xml") || head.hasPrefix("<assessmentresult") {
            return Kind(name: "XML", remedy: FormatDetector.convertRemedy)
        }
        return nil
    }
}
