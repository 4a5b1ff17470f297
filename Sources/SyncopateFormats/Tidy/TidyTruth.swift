/// Right and wrong in place of a score, as words or as letters.
struct TidyTruth {
    /// Letters that are right and wrong and no grades, lower case.
    private var letters: Set<UInt8> = []

    /// No letter is right or wrong.
    init() {}

    /// T and F, or Y and N, where the first scores are nothing else. Beside a grade or a number they are none.
    ///
    /// - Parameters:
    ///   - table: the first rows of the file.
    ///   - column: position of the scores.
    ///   - header: what stands above them.
    init(_ table: CSVTable, column: Int, header: String) {
        var found: Set<UInt8> = []
        for row in table.rows.dropFirst() {
            let range = table.trimmed(table.cell(row, column))
            if NumericCell(table.bytes, range) != nil { return }
            guard range.count == 1, let letter = table.bytes[range].first.map({ $0 | 0x20 }),
                (0x61...0x7A).contains(letter)
            else { continue }
            found.insert(letter)
        }
        let pairs = ["tf", "yn"].map { Set($0.utf8) }
        guard let pair = pairs.first(where: { !found.isEmpty && found.isSubset(of: $0) }) else { return }
        // Nothing but F is a class that failed, unless the column says that it is right or wrong.
        if found.count == 2 || found != Set("f".utf8) || header.lowercased() == "correct" { letters = pair }
    }

    /// The score of a letter, where letters are right and wrong.
    func score(ofLetter text: String) -> ScoreCell? {
        guard text.utf8.count == 1, let letter = text.utf8.first.map({ $0 | 0x20 }), letters.contains(letter) else {
            return nil
        }
        return Self.score(letter == UInt8(ascii: "t") || letter == UInt8(ascii: "y"))
    }

    /// The score of a word; `nil` for one that is neither right nor wrong.
    static func score(ofWord word: String) -> ScoreCell? {
        switch word.lowercased() {
        case "true", "correct", "yes", "right": score(true)
        case "false", "incorrect", "no", "wrong": score(false)
        default: nil
        }
    }

    /// All or nothing.
    static func score(_ isRight: Bool) -> ScoreCell { ScoreCell(text: Array((isRight ? "100%" : "0%").utf8)) }
}
