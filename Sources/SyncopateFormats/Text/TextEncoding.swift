/// How a file's bytes stand for characters, where it is not UTF-8.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    case latin1 = "iso-8859-1"
    /// Mac Roman, as Excel for Macintosh saves CSV.
    case macRoman = "macintosh"
}
