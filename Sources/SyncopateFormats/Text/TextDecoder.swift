/// Turns the bytes of a file into UTF-8 without a byte order mark, or says why they are no text.
enum TextDecoder {
    /// Largest file read, so that positions fit in 32 bits.
    static let sizeLimit = Int(UInt32.max)

    /// - Throws: `empty-file`, `file-too-large`, `binary-file`, `not-utf8` or `nul-byte`.
    ///
    /// - Parameters:
    ///   - encoding: how bytes stand for characters; `nil`: UTF-8, or UTF-16 where it can be told.
    ///   - takesXML: whether XML is text, or a file of the wrong kind.
    static func decode(
        _ source: SourceFile, encoding: TextEncoding? = nil, takesXML: Bool = false
    ) throws(ReadError) -> [UInt8] {
        let findings = FindingCollector(file: source.name)
        guard source.members.isEmpty else {
            throw findings.refusal(
                .wrongKindOfFile, "this is a folder, and a file is needed", remedy: "give a file in it")
        }
        let bytes = source.bytes
        guard bytes.count < sizeLimit else {
            throw findings.refusal(
                .fileTooLarge, "the file has \(bytes.count) bytes and at most \(sizeLimit) are read",
                remedy: "split it")
        }
        if let kind = BinarySignature.name(of: bytes, takesXML: takesXML) {
            throw findings.refusal(
                .binaryFile, "this is \(kind.name), whatever its name says", remedy: kind.remedy)
        }
        var text = encoding.map { $0.decode(bytes) } ?? UTF16Layout(of: bytes)?.decode(bytes) ?? bytes
        // A mark at the front says nothing; some tools put a second one before the first.
        var start = 0
        while text.count - start >= 3, text[start] == 0xEF, text[start + 1] == 0xBB, text[start + 2] == 0xBF {
            start += 3
        }
        if start > 0 { text.removeFirst(start) }
        guard text.contains(where: { !$0.isBlankByte }) else {
            throw findings.refusal(
                .emptyFile, "there is nothing in the file", remedy: "export it again, and check that it was saved")
        }
        if let fault = UTF8Check.firstFault(in: text) {
            throw refusal(of: fault, in: text, skipped: start, findings)
        }
        return text
    }

    private static func refusal(
        of fault: UTF8Check.Fault, in text: [UInt8], skipped: Int, _ findings: FindingCollector
    ) -> ReadError {
        let line = PhysicalLines.line(of: fault.offset, in: text)
        let offset = fault.offset + skipped
        if fault.isNul {
            return findings.refusal(
                .nulByte, line: line, "byte \(offset) is NUL, which no text contains",
                remedy: "export the file again; this copy is damaged or is not text")
        }
        // Which of the encodings of one byte a character it is, its bytes do not tell.
        return findings.refusal(
            .notUTF8, line: line,
            "byte \(offset) is not UTF-8: the file is in another encoding, such as Windows-1252 or Mac Roman",
            remedy:
                "save the file as UTF-8, in a spreadsheet \"CSV UTF-8\", and read it again, or say what it is with "
                + "--encoding, and look at the names that come out"
        )
    }
}

extension UInt8 {
    /// Space, tab, CR or LF.
    var isBlankByte: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
    /// 0 to 9.
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
