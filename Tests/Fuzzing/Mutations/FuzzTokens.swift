/// What files are damaged with: what is known to have been read wrongly by somebody.
enum FuzzTokens {
    static let numbers = [
        "0", "-1", "-0", "1e400", "-1e400", "1e-400", "NaN", "inf", "-inf", "9223372036854775807",
        "9223372036854775808", "99999999999999999999999", "1,234", "1.234,5", "1'000", "87,5", "0x10", "1e5", "+5",
        ".5", "5.", "1_000", "12%", "1/2", "4 / 5", "１２", "٣", "007", "1.2E+11", "\"=\"\"0123\"\"\"", "--3", "1 000",
        "2147483648", "32768", "1e308", "4.9e-324",
    ]

    static let times = [
        "2026-02-30", "2026-13-01T00:00:00Z", "0000-00-00", "9999-12-31T23:59:59Z", "2026-02-03T24:00:00Z",
        "1/2/2026", "31/12/2026 8:00 PM", "2026-02-03T10:00:00+99:99", "-1", "1e18", "1788244200000",
        "2 June 2021 8:28 AM", "29 February 2023", "10:00", "2026-02-03T10:00:60Z", "292277026596-12-04", "now",
        "1 day 2 hours", "96:00:00", "PT1M2.5S", "P999999999999Y", "-9223372036854775808",
    ]

    static let words = [
        "", " ", "EX", "N/A", "-", "null", "true", "false", "excused", "missing", "A+", "Needs Grading", "In Progress",
        "(read only)", "Points Possible", "Student, Test", "fully graded", "CORRECT", "HINT", "=SUM(A1:A9)", "@a", "#",
        "é", "\u{3000}", "\u{FEFF}", "\u{200B}", "😀", "a;b;c", "s:0.5;t", "~~", "../x", "\u{0}", "\u{1B}[2J",
        "[10.0]", "(9 pts)", "(1001)", "<Numeric MaxPoints:10>", "[Total Pts: 10] |1", "(Percentage)", "/10,00",
    ]

    static let marks = [
        "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "|", "'", "\\", "{", "}", "[", "]", ":", "<", ">", "&", "/",
    ]

    static let bytes: [[UInt8]] = [
        [0x00], [0xFF], [0xFE, 0xFF], [0xC3], [0xE3, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xEF, 0xBB, 0xBF],
        [0x80], [0x1A], [0x0B], [0xC2, 0xA0], [0xE2, 0x80, 0xA8], [0x50, 0x4B, 0x03, 0x04], [0xFF, 0xFF, 0xFF, 0xFF],
    ]

    static let json = [
        "null", "true", "\"\"", "[]", "{}", "-1", "1e400", "\"NaN\"", "\"\\ud83d\"", "\"\\u0000\"", "[[[]]]",
        "{\"a\":{}}",
        "\"False\"", "0.1e-7", "12345678901234567890", "-", "tru", "\"\\x\"", "\"id\"", "\"score\"", "\"result\"",
    ]

    static let xml = [
        "<a>", "</a>", "<a/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&lt;", "&#0;",
        "&#x110000;", "&b;", "<?x ?>", " a=\"1\"", "<value>", "</value>", "<row>", "<c r=\"ZZZ9999999\">",
        " r=\"A1048577\"", " table:number-columns-repeated=\"1000000000\"", " table:number-rows-repeated=\"99999999\"",
        " t=\"s\"", "<v>99999999</v>",
    ]

    /// Any of them.
    static func any(_ random: inout some RandomNumberGenerator) -> [UInt8] {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: Array((numbers.randomElement(using: &random) ?? "").utf8)
        case 2: Array((times.randomElement(using: &random) ?? "").utf8)
        case 3: Array((words.randomElement(using: &random) ?? "").utf8)
        case 4: Array((marks.randomElement(using: &random) ?? "").utf8)
        case 5: Array((json.randomElement(using: &random) ?? "").utf8)
        case 6: Array((xml.randomElement(using: &random) ?? "").utf8)
        default: bytes.randomElement(using: &random) ?? []
        }
    }
}
