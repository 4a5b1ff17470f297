import TestSupport
import Testing

/// Exit codes, messages and rejected rows.
struct ExitTests {
    static let wrongOptions: [([String], String)] = [
        ([], "Missing expected argument '<files> ...'"),
        (["-", "-"], "Standard input (-) can be read only once."),
        (["-", "--skills", "-"], "Standard input (-) can be read only once."),
        (["a.csv", "--limit", "0"], "--limit takes a whole number from 1 to 100."),
        (["a.csv", "--limit", "101"], "--limit takes a whole number from 1 to 100."),
        (["a.csv", "--live", "x"], "--live takes SESSIONSxMINUTESxSEATS such as 1x30x6, or 0 for none."),
        (["a.csv", "--live", "1x30"], "--live takes SESSIONSxMINUTESxSEATS"),
        (["a.csv", "--live", "1x0x6"], "--live takes SESSIONSxMINUTESxSEATS"),
        (["a.csv", "--goal", "2"], "--goal takes a share from 0.05 to 0.99."),
        (["a.csv", "--goal", "nan"], "--goal takes a share from 0.05 to 0.99."),
        (["a.csv", "--max", "0"], "--max takes a number above 0."),
        (["a.csv", "--max", "inf"], "--max takes a number above 0."),
        (["a.csv", "--at", "yesterday"], "--at takes RFC 3339 with a zone, a date, or Unix seconds"),
        (["a.csv", "--at", "2026-09-01T08:00:00"], "--at takes RFC 3339 with a zone, a date, or Unix seconds"),
        (["a.csv", "--format", "nope"], "--format takes one of canvas-gradebook, moodle-gradebook, "),
        (["a.csv", "--output", "nope"], "Please provide one of the following:"),
        (["a.csv", "--nope"], "Unknown option '--nope'"),
        (["a.csv", "b.csv", "--rejects", "r.csv"], "--rejects goes with a single file."),
    ]

    @Test(arguments: wrongOptions) func wrongOption(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["recommend"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test(arguments: [
        ("", "file.csv: empty-file"),
        ("item,skill\nq,a\n", "file.csv:1: wrong-kind-of-file: this looks like a skill map"),
        (
            "vendor_guid,object_type,title,description,display_name,calculation_method,workflow_state,parent_guids,ratings\n"
                + "a,group,A,,,,active,,\n", "learning outcomes"
        ),
        ("PK\u{3}\u{4}xl/workbook.xml", "damaged-archive: the archive is cut off"),
        ("%PDF-1.7", "binary-file: this is a PDF"), ("a,b\n1,\u{0}\n", "nul-byte"),
        ("one,two,three\n1,2,3\n", "not-a-known-format"),
    ])
    func refusedFile(_ text: String, _ message: String) throws {
        let workplace = try Workplace()
        try workplace.write("file.csv", text)
        let outcome = try workplace.run("recommend", "file.csv")
        #expect(outcome.status == 65)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
        #expect(try workplace.names() == ["file.csv"])
    }

    @Test func oneRefusedFileEndsTheCommand() throws {
        let workplace = try Workplace()
        try workplace.write("file.csv", "")
        let outcome = try workplace.run("recommend", Sample.gradebook, "file.csv")
        #expect(outcome.status == 65)
        #expect(outcome.bytes.isEmpty)
    }

    @Test func missingFilesAndFolders() throws {
        let workplace = try Workplace()
        let cases = [
            (["none.csv"], "none.csv: No such file"), (["."], "Is a directory"),
            ([Sample.gradebook, "--skills", "none.csv"], "none.csv: No such file"),
            ([Sample.gradebook, "--items", "none.csv"], "none.csv: No such file"),
        ]
        for (arguments, message) in cases {
            let outcome = try workplace.run(["recommend"] + arguments)
            #expect(outcome.status == 66)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains(message), "\(outcome.messages)")
        }
    }

    @Test func outputThatCannotBeWritten() throws {
        let workplace = try Workplace()
        for path in ["none/advice.csv", "."] {
            let outcome = try workplace.run("recommend", Sample.gradebook, "--out", path)
            #expect(outcome.status == 73)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains("cannot write \(path)"))
        }
        #expect(try workplace.run("sample", "--out", "none/class.csv").status == 73)
        #expect(try workplace.names().isEmpty)
    }

    // MARK: Rejected rows

    static let name = "Qwertzuiop, Xanthippe"

    /// The sample with a name found nowhere else and a score that is none.
    private func faulty() throws -> (text: String, row: String) {
        let text = try Sample.gradebook(learners: 8) { place, row in
            var row = row
            if place == 3 {
                row[0] = Self.name
                row[6] = "abc"
            }
            return row
        }
        let row = text.split(separator: "\n")[5]
        return (text, String(row))
    }

    @Test func aRejectedRow() throws {
        let workplace = try Workplace()
        let (text, row) = try faulty()
        try workplace.write("class.csv", text)
        let outcome = try workplace.run("recommend", "class.csv", "--output", "jsonl")
        #expect(outcome.status == 3)
        #expect(outcome.lines.count == 7)
        #expect(outcome.messages.contains("error: class.csv:6:7: not-a-number"))
        #expect(outcome.messages.contains("found \"abc\""))
        #expect(outcome.messages.contains("1 row was left out and written to class.rejects.csv: mend it there"))
        #expect(!outcome.messages.contains("Qwertzuiop") && !outcome.messages.contains("Xanthippe"))
        let headers = text.split(separator: "\n").prefix(2).joined(separator: "\n")
        #expect(workplace.text("class.rejects.csv") == headers + "\n" + row + "\n")

        // The same again: the file is there already with these rows.
        #expect(try workplace.run("recommend", "class.csv").status == 3)
        #expect(try workplace.names() == ["class.csv", "class.rejects.csv"])

        // Mended, and read beside the other: everybody is there.
        let mended = try #require(workplace.text("class.rejects.csv")).replacing("abc", with: "12.00")
        try workplace.write("class.rejects.csv", mended)
        #expect(try workplace.run("recommend", "class.rejects.csv").status == 0)
        let both = try workplace.run("recommend", "class.csv", "class.rejects.csv", "--quiet")
        #expect(both.status == 3)
        #expect(both.lines.count == 8)
        // What was mended was not written over.
        #expect(workplace.text("class.rejects.csv") == mended)
        #expect(workplace.text("class.rejects-2.csv")?.contains("abc") == true)
    }

    @Test func rejectedRowsAreInAFileOfTheirKind() throws {
        let workplace = try Workplace()
        let sound = #"{"learner":"a","item":"x","score":1}"#
        let row = #"{"learner":"b","item":"x","score":"much"}"#
        try workplace.write("log.jsonl", "\(sound)\n\(row)\n")
        #expect(try workplace.run("convert", "log.jsonl").messages.contains("written to log.rejects.jsonl: mend it"))
        #expect(workplace.text("log.rejects.jsonl") == row + "\n")
        _ = try workplace.run("convert", "-", input: "\(sound)\n\(row)\n")
        #expect(workplace.text("standard-input.rejects.jsonl") == row + "\n")
    }

    @Test func rejectsGoWhereTheyAreToldTo() throws {
        let workplace = try Workplace()
        try workplace.write("class.csv", try faulty().text)
        let outcome = try workplace.run("recommend", "class.csv", "--rejects", "mine.txt")
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains("written to mine.txt"))
        #expect(try workplace.names() == ["class.csv", "mine.txt"])
        let piped = try workplace.run("recommend", "-", input: faulty().text)
        #expect(piped.status == 3)
        #expect(try workplace.names() == ["class.csv", "mine.txt", "standard-input.rejects.csv"])
        let refused = try workplace.run("recommend", "class.csv", "--rejects", "none/mine.txt")
        #expect(refused.status == 73)
        #expect(refused.bytes.isEmpty)
    }

    @Test func strictRefusesAFileWithABadRow() throws {
        let workplace = try Workplace()
        try workplace.write("class.csv", try faulty().text)
        let outcome = try workplace.run("recommend", "class.csv", "--strict")
        #expect(outcome.status == 65)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains("class.csv:6:7: not-a-number"))
        #expect(try workplace.names() == ["class.csv"])
        #expect(try workplace.run("recommend", Sample.gradebook, "--strict").status == 0)
    }

    @Test func manyFaultsOfOneKindAreCounted() throws {
        let workplace = try Workplace()
        let text = try Sample.gradebook(learners: 30) { place, row in
            var row = row
            if place >= 10 { row[6] = "abc" }
            return row
        }
        try workplace.write("class.csv", text)
        let outcome = try workplace.run("recommend", "class.csv")
        #expect(outcome.status == 3)
        #expect(outcome.lines.count == 10)
        #expect(outcome.messages.contains("... and 15 more of not-a-number"))
        #expect(outcome.messages.contains("20 rows were left out and written to class.rejects.csv: mend them there"))
    }

    /// A name stands in these files wherever a fault might quote it.
    @Test(arguments: [
        (
            "a.csv",
            "learner,learner_name,item,score\n1,Qwertzuiop,q,abc\n2,Qwertzuiop,q,-1\n,Qwertzuiop,q,1\n3,b,q,1,2,3\n"
        ),
        (
            "b.jsonl",
            "{\"learner\":\"1\",\"item\":\"q\",\"score\":1}\n{\"learner\":\"2\",\"learner_name\":\"Qwertzuiop\" oops}\n"
        ),
        ("c.csv", "Student,ID,Section,Quiz (1)\nPoints Possible,,,10\nQwertzuiop,,s,5\nQwertzuiop,,s,6\nB,2,s,7\n"),
        (
            "d.csv",
            "Student,ID,Section,Quiz (1)\nPoints Possible,,,10\n\"Qwertzuiop\"x,1,s,5\nQwertzuiop,1E+11,s,6\nB,2,s,7\n"
        ),
        ("e.csv", "Student,ID,Section,Quiz (1)\nPoints Possible,,,10\nQwertzuiop,5,s,5\nQwertzuiop,5,s,6\nB,2,s,7\n"),
    ])
    func messagesNameNobody(_ file: String, _ text: String) throws {
        let workplace = try Workplace()
        try workplace.write(file, text)
        let outcome = try workplace.run("recommend", file)
        #expect(outcome.status == 3, "\(outcome.messages)")
        #expect(!outcome.messages.contains("Qwertzuiop"), "\(outcome.messages)")
        #expect(outcome.messages.contains("error: \(file):"))
    }
}
