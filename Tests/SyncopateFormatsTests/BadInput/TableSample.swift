import Syncopate
import SyncopateFormats
import Testing

/// A small sound file of a format that comes as a table, to be damaged: three learners, known by 1001 to 1003.
struct TableSample: Sendable, CustomTestStringConvertible {
    let format: FileFormat
    var delimiter = ","
    /// Rows above the header that belong to the format.
    var preamble: [[String]] = []
    let header: [String]
    /// Rows below the header that are no learner's.
    var special: [[String]] = []
    let learners: [[String]]
    /// Position of the column learners are known by.
    let id: Int
    /// Position of a column of scores.
    let score: Int
    /// Shares of the points possible, by hand, the lowest first.
    let scores: [Double]

    var testDescription: String { format.rawValue }

    /// Physical line of the header.
    var headerLine: Int { preamble.count + 1 }
    /// Physical line of the second learner.
    var line: Int { headerLine + special.count + 2 }
    /// The column of the scores as messages count and show it.
    var column: Int { score + 1 }
    var columnHeader: String { Self.shown(header[score]) }
    /// Scores without those of the second learner.
    var otherScores: Int { scores.count / 3 * 2 }

    /// The file, with changed rows: those of the learners.
    func text(_ change: (inout [[String]]) -> Void = { _ in }) -> String {
        var learners = learners
        change(&learners)
        return text(header: header, learners: learners)
    }

    /// The file with another header and other rows.
    func text(header: [String], learners: [[String]], special: [[String]]? = nil) -> String {
        (preamble + [header] + (special ?? self.special) + learners).map(line(of:)).joined()
    }

    /// The file with the second learner's score changed.
    func text(score: String) -> String { text { $0[1][self.score] = score } }

    /// The file with a column more, all of whose cells are given.
    func text(column: String, cells: [String]) -> String {
        var rows = learners
        for place in rows.indices { rows[place].append(cells[place]) }
        // What is said below the header of a column is said of the new one as of the first.
        let special = special.map { $0 + [$0[self.score]] }
        return text(header: header + [column], learners: rows, special: special)
    }

    /// A row as the file has it.
    func line(of row: [String]) -> String {
        row.map { cell in
            let isPlain = !cell.contains(delimiter) && !cell.contains("\"") && !cell.contains("\n")
            return isPlain || delimiter == "\t" ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: delimiter) + "\n"
    }

    /// A text as messages show it.
    static func shown(_ text: String) -> String { text.count < 40 ? text : text.prefix(39) + "…" }

    func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> ImportedEvidence {
        let read = try EvidenceReader.read(SourceFile(name: "file.csv", bytes: Array(text.utf8)), options: options)
        try #require(read.format == format)
        return read
    }
}

extension ImportedEvidence {
    /// Scores, the lowest first.
    var sortedScores: [Double] { log.events.filter { $0.status == .scored }.map(\.score).sorted() }

    /// Checks that a rule was broken once, and where.
    func expect(
        _ rule: FindingRule, line: Int, column: Int?, header: String = "", cell: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = findings.filter { $0.rule == rule && ($0.line, $0.column) == (line, column) }
        #expect(found.count == 1, "\(findings)", sourceLocation: sourceLocation)
        guard let finding = found.first else { return }
        #expect(finding.file == "file.csv", sourceLocation: sourceLocation)
        #expect(finding.columnHeader == header, sourceLocation: sourceLocation)
        #expect(finding.excerpt == cell, sourceLocation: sourceLocation)
        #expect(!finding.message.isEmpty && !finding.remedy.isEmpty, sourceLocation: sourceLocation)
    }

    /// Checks that only one row was left out, which stands in the rejects as it stood in the file.
    func expectRejected(_ row: String, line: Int, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(rejects.map(\.line) == [line], sourceLocation: sourceLocation)
        #expect(
            rejects.map { String(decoding: $0.bytes, as: UTF8.self) + "\n" } == [row], sourceLocation: sourceLocation)
    }
}
