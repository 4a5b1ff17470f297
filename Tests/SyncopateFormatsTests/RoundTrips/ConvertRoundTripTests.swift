import Syncopate
import SyncopateStudents
import TestSupport
import Testing

@testable import SyncopateFormats

/// Outputs of `convert` read back: what the documentation's table says they carry is there again.
struct ConvertRoundTripTests {
    /// The name in the table and what writes it.
    private struct Output: Sendable, CustomTestStringConvertible {
        var name: String
        var testDescription: String
        var write: @Sendable (EvidenceLog) -> [UInt8]

        init(_ name: String, _ description: String, _ write: @escaping @Sendable (EvidenceLog) -> [UInt8]) {
            self.name = name
            testDescription = description
            self.write = write
        }
    }

    /// As `convert` writes a spreadsheet's CSV.
    private static func sheet(_ delimiter: SpreadsheetForm.Delimiter, _ log: EvidenceLog) -> [UInt8] {
        SpreadsheetForm(delimiter: delimiter, hasMark: delimiter == .semicolon)
            .write(
                TidyWriter.csv(log), ids: TidyWriter.spreadsheetIDs, texts: TidyWriter.spreadsheetTexts, times: ["at"])
    }

    private static let outputs = [
        Output("tidy", "tidy") { TidyWriter.csv($0) }, Output("jsonl", "jsonl") { TidyWriter.jsonLines($0) },
        Output("csv", "csv, comma") { sheet(.comma, $0) }, Output("csv", "csv, semicolon") { sheet(.semicolon, $0) },
        Output("csv", "csv, tab") { sheet(.tab, $0) },
    ]

    private func read(_ bytes: [UInt8]) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "file", bytes: bytes))
    }

    @Test(arguments: outputs) private func whatTheTableSaysComesBack(_ output: Output) throws {
        let table = try CarriedTable()
        #expect(table.rows.count == 16 && table.rows.allSatisfy { table.form(output.name, $0) != nil })
        let hasSemicolons = table.form(output.name, "semicolons in skills") == .yes
        for seed in 0..<60 as Range<UInt64> {
            var nasty = NastyEvidence(seed: seed)
            let log = nasty.log { skill in
                let whole = table.text(skill, "skills", output.name)
                return !whole.isEmpty && (hasSemicolons || !skill.unicodeScalars.contains(";"))
                    && (table.form(output.name, "skills") == .yes || whole == skill)
            }
            let read = try read(output.write(log))
            try #require(read.rejects.isEmpty, "\(seed): \(read.findings.map(\.description))")
            let back = read.log
            #expect(back.learners.map(\.id) == log.learners.map(\.id), "\(seed)")
            #expect(Self.bytes(back.learners.map(\.id)) == Self.bytes(log.learners.map(\.id)), "\(seed)")
            for (a, b) in zip(back.learners, log.learners) {
                #expect(a.name == table.text(b.name, "names of learners", output.name), "\(seed)")
                #expect(a.section == table.text(b.section, "sections", output.name), "\(seed)")
            }
            try #require(Self.bytes(back.items.map(\.id)) == Self.bytes(log.items.map(\.id)), "\(seed)")
            for (a, b) in zip(back.items, log.items) {
                let title = b.title == b.id ? b.id : table.text(b.title, "titles of items", output.name)
                #expect(a.title == (title.isEmpty ? b.id : title), "\(seed)")
                #expect(a.kindIsStated == b.kindIsStated && (!b.kindIsStated || a.kind == b.kind), "\(seed)")
                #expect(a.maximum == b.maximum && a.skills == b.skills, "\(seed): \(a.skills) \(b.skills)")
            }
            try #require(back.events.count == log.events.count, "\(seed): \(read.findings.map(\.description))")
            for (a, b) in zip(back.events, log.events) {
                #expect(a.learner == b.learner && a.item == b.item && a.status == b.status, "\(seed)")
                #expect((a.score - b.score).magnitude <= 1e-15 * b.score || a.score.isSame(b.score), "\(seed)")
                #expect(a.at == b.at && a.attempt == b.attempt && a.hints == b.hints, "\(seed): \(a.at) \(b.at)")
                #expect(a.seconds == b.seconds && a.mode == b.mode, "\(seed)")
            }
        }
    }

    /// Texts that are equal to Swift may be of other bytes.
    private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    /// From one format to the next and back, nothing changes after the first.
    @Test func chains() throws {
        let gradebook = try read(Array(SampleClass(upcoming: 1, seed: 3).canvasGradebook().utf8)).log
        var logs = [gradebook]
        for seed in 0..<20 as Range<UInt64> {
            var nasty = NastyEvidence(seed: seed) { text in
                !text.unicodeScalars.contains("\0") && CarriedTable.trimmed(text) == text
                    && !SpreadsheetForm.startsFormula(text)
            }
            logs.append(nasty.log { !$0.unicodeScalars.contains(";") })
        }
        for (number, log) in logs.enumerated() {
            let tidy = TidyWriter.csv(try read(TidyWriter.csv(log)).log)
            let lines = TidyWriter.jsonLines(try read(tidy).log)
            let again = TidyWriter.csv(try read(lines).log)
            #expect(again == tidy, "\(number)")
            let sheet = Self.sheet(.semicolon, try read(again).log)
            let last = TidyWriter.csv(try read(sheet).log)
            #expect(last == tidy, "\(number)")
        }
        #expect(try read(TidyWriter.csv(gradebook)).log.events.map(\.score).count == gradebook.events.count)
    }

    /// A NUL would make a table that nothing reads; its sign stands for it.
    @Test func aNUL() throws {
        var log = EvidenceLog()
        log.intern(Learner(id: "a\u{0}b"))
        log.intern(Item(id: "x", title: "x"))
        log.append(Event(learner: 0, item: 0, status: .scored, score: 1))
        #expect(try read(TidyWriter.jsonLines(log)).learnerIDs == ["a\u{0}b"])
        #expect(try read(TidyWriter.csv(log)).learnerIDs == ["a\u{2400}b"])
    }
}
