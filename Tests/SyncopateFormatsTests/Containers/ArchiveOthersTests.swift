import Testing

@testable import SyncopateFormats

/// What is said of the rest of an archive of which one table is read.
struct ArchiveOthersTests {
    private func read(_ files: KeyValuePairs<String, String>) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "g.zip", bytes: MadeZip(files).bytes))
    }

    private let table = "learner,item,score\na,q,1\n"

    @Test func othersAreSaid() throws {
        let one = try read(["g.csv": table, "g.xlsx": "x"])
        #expect(one.learnerIDs == ["a"])
        let note = try #require(one.findings.first { $0.rule == .otherFiles })
        #expect(note.severity == .note && note.message == "another file in the archive is no CSV and is not read")
        let two = try read(["g.csv": table, "readme.txt": "x", "more/data.json": "{}"])
        #expect(two.findings.contains { $0.message.hasPrefix("2 other files in the archive") })
    }

    @Test func foldersAndWhatAMacintoshAddsAreNone() throws {
        let read = try read(["a/": "", "a/g.csv": table, "__MACOSX/a/._g.csv": "x", ".DS_Store": "x"])
        #expect(read.learnerIDs == ["a"] && read.findings.isEmpty)
    }
}
