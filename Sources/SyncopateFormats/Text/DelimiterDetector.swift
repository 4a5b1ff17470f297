/// Decides what separates cells, from the header and the rows after it.
enum DelimiterDetector {
    /// The delimiter and where the table begins: after a `sep=` line, if there is one.
    struct Choice {
        var delimiter: UInt8
        var offset: Int
        var line: Int
    }

    /// Those considered, the commonest first.
    static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

    /// Rows looked at.
    private static let sample = 20

    /// Words that stand in headers of tables read here; two of them as whole cells settle the matter.
    private static let words: Set<String> = [
        "student", "id", "section", "sis login id", "sis user id", "lastname", "firstname", "learner", "item", "score",
        "correct", "skill", "skills", "weight", "max", "title", "minutes", "difficulty", "kind", "status",
    ]

    /// - Throws: `delimiter-undecidable` if two delimiters split the rows equally well.
    static func choose(_ text: [UInt8], file: String) throws(ReadError) -> Choice {
        if let stated = stated(text) { return stated }
        var best: [(delimiter: UInt8, score: Score)] = []
        for delimiter in candidates {
            // Where the rows cannot be split, as where a quote stands in a file that quotes nothing, the header can.
            guard
                let table = (try? CSVTable(text, delimiter: delimiter, rowLimit: sample))
                    ?? (try? CSVTable(text, delimiter: delimiter, rowLimit: 1)),
                let score = Score(table)
            else { continue }
            best.append((delimiter, score))
        }
        best.sort { $1.score < $0.score }
        guard let first = best.first else { return Choice(delimiter: candidates[0], offset: 0, line: 1) }
        if best.count > 1, !(best[1].score < first.score) {
            throw FindingCollector(file: file).refusal(
                .delimiterUndecidable, line: 1,
                "the rows can be split equally well at \(name(first.delimiter)) and at \(name(best[1].delimiter))",
                remedy: "quote the cells, or write \"sep=,\" on a line before the header")
        }
        return Choice(delimiter: first.delimiter, offset: 0, line: 1)
    }

    /// What a delimiter is called.
    static func name(_ delimiter: UInt8) -> String {
        switch delimiter {
        case UInt8(ascii: ";"): "semicolons"
        case UInt8(ascii: "\t"): "tabs"
        default: "commas"
        }
    }

    /// Spreadsheets may write `sep=;` as the first line.
    private static func stated(_ text: [UInt8]) -> Choice? {
        guard text.count > 5, String(decoding: text[0..<4], as: UTF8.self).lowercased() == "sep=",
            candidates.contains(text[4]), text[5] == 0x0A || text[5] == 0x0D
        else { return nil }
        let offset = text[5] == 0x0D && text.count > 6 && text[6] == 0x0A ? 7 : 6
        return Choice(delimiter: text[4], offset: offset, line: 2)
    }

    /// How well a delimiter splits the sample: known words, then even rows, then columns.
    private struct Score: Comparable {
        var words: Int
        var evenness: Int
        var columns: Int

        /// `nil` if it splits nothing.
        init?(_ table: CSVTable) {
            columns = 0
            words = 0
            for row in table.rows.prefix(5) {
                var known = 0
                for column in 0..<min(row.count, 64)
                where DelimiterDetector.words.contains(table.text(table.cell(row, column)).lowercased()) { known += 1 }
                words = max(words, min(known, 2))
            }
            guard let header = table.rows.first(where: { $0.count > 1 }) else { return nil }
            columns = header.count
            let even = table.rows.count { $0.count == header.count }
            evenness = even * 10 / max(table.rows.count, 1)
        }

        static func < (left: Score, right: Score) -> Bool {
            (left.words, left.evenness, left.columns) < (right.words, right.evenness, right.columns)
        }
    }
}
