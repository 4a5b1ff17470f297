/// A file as the readers of formats get it: text without a mark, checked to be UTF-8.
struct FileContent: Sendable {
    /// What messages call it.
    let name: String
    /// UTF-8 without a byte order mark; empty for a folder or an archive.
    let text: [UInt8]
    /// The files of a folder or an archive; empty for a plain file.
    var members: [ArchiveMember] = []
    /// What was noticed while the text was made; `nil` for nothing.
    var notes: FindingCollector?
    /// Names of a workbook's sheets where there are several, that of the one that was read first.
    var sheets: [String] = []
}
