/// What R, Python and databases write into a cell where there is nothing.
///
/// As they write it: a login may be `nan`-like in other letters, and a topic may be called `none` in a sentence. What is
/// really called so stands behind a guard, `="NA"`.
enum MissingWord {
    /// `NA` of R, `NaN`, `nan`, `None`, `<NA>` and `NaT` of pandas, `NULL` and `\N` of databases, `#N/A` of spreadsheets.
    private static let words: Set<String> = [
        "NA", "N/A", "<NA>", "NaN", "nan", "NaT", "NULL", "null", "None", "\\N", "#N/A",
    ]

    /// Whether a text stands for nothing.
    static func isOne(_ text: String) -> Bool { text.utf8.count <= 4 && words.contains(text) }

    /// The same of the bytes of a cell.
    static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count <= 4 && words.contains(String(decoding: bytes, as: UTF8.self))
    }
}
