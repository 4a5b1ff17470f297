import TestSupport
import Testing

/// `syncopate convert` from outside.
struct ConvertTests {
    static let start = ["convert", Sample.gradebook]

    @Test func aGradebookBecomesEvents() throws {
        let outcome = try Workplace().run(Self.start)
        #expect(outcome.status == 0)
        let rows = CSV.rows(outcome.text)
        #expect(rows.count == 1 + 30 * 20)
        #expect(rows[1].prefix(5) == ["7001", "Abara, Ada", "Mathematics 7B", "40001", "Attendance"])
    }

    /// What went out comes in again, whatever it was written as.
    @Test(arguments: ["tidy", "csv", "jsonl"]) func andBack(_ form: String) throws {
        let place = try Workplace()
        let direct = try place.run(Self.start)
        try place.write("out", try place.run(Self.start + ["--to", form]).bytes)
        let again = try place.run("convert", "out")
        #expect(again.status == 0 && again.messages.isEmpty, "\(again.messages)")
        #expect(again.text == direct.text)
    }

    @Test func severalFilesBecomeOne() throws {
        let place = try Workplace()
        try place.write("a.csv", "learner,item,score\n1,x,1\n")
        try place.write("b.jsonl", "{\"learner\":\"2\",\"item\":\"x\",\"score\":0.5}\n")
        let outcome = try place.run("convert", "a.csv", "b.jsonl", "--out", "c.csv")
        #expect(outcome.status == 0 && outcome.bytes.isEmpty)
        #expect(CSV.rows(place.text("c.csv") ?? "").map { $0[0] } == ["learner", "1", "2"])
    }

    @Test func aSkillMapGoesIn() throws {
        let outcome = try Workplace().run(Self.start + ["--skills", Sample.skills])
        #expect(CSV.rows(outcome.text)[2][6] == "Fractions")
    }

    @Test func aFormulaIsTextAndAnIDStays() throws {
        let place = try Workplace()
        try place.write("a.csv", "learner,learner_name,item,score\n0123,=HYPERLINK(1),x,1\n")
        let outcome = try place.run("convert", "a.csv", "--to", "csv", "--bom", "--delimiter", "semicolon")
        #expect(outcome.text.hasPrefix("\u{FEFF}learner;learner_name;"))
        #expect(outcome.text.contains("\"=\"\"0123\"\"\";'=HYPERLINK(1);;x;;;;1;"))
        // Tidy stays verbatim.
        #expect(try place.run("convert", "a.csv").text.contains("\n0123,=HYPERLINK(1),,x,"))
    }

    @Test func whatIsLeftOutIsSaid() throws {
        let place = try Workplace()
        try place.write("a.csv", "learner,item,score\n1,x,1\n2,x,abc\n")
        let outcome = try place.run("convert", "a.csv")
        #expect(outcome.status == 3 && CSV.rows(outcome.text).count == 2)
        #expect(place.text("a.rejects.csv") == "learner,item,score\n2,x,abc\n")
        #expect(try place.run("convert", "a.csv", "--strict").status == 65)
        #expect(try place.run("convert", "absent.csv").status == 66)
        #expect(try place.run("convert", "a.csv", "--out", "none/a.csv").status == 73)
    }

    @Test func aSemicolonInASkillIsWarnedOf() throws {
        let place = try Workplace()
        try place.write("a.jsonl", "{\"learner\":\"1\",\"item\":\"x\",\"score\":1,\"skills\":[\"a;b\"]}\n")
        #expect(try place.run("convert", "a.jsonl").messages.contains("warning: a skill's name has a semicolon"))
        #expect(try place.run("convert", "a.jsonl", "--to", "jsonl").messages.isEmpty)
    }

    @Test(arguments: [
        ([], "Missing expected argument '<files> ...'"), (["a", "--to", "xls"], "Please provide one of 'tidy'"),
        (["a", "--bom"], "--bom goes with --to csv."),
        (["a", "--delimiter", "tab", "--to", "jsonl"], "--delimiter goes with --to csv."),
        (["a", "--to", "csv", "--delimiter", "|"], "Please provide one of 'comma', 'semicolon' or 'tab'."),
        (["-", "-"], "Standard input (-) can be read only once."),
        (
            ["a", "--timezone", "25"],
            "--timezone takes an offset from UTC such as +02:00, or the name of a zone such as"
        ),
        (["a", "--timezone", "../Berlin"], "--timezone takes an offset from UTC"),
        (["a", "--timezone", "/etc/passwd"], "--timezone takes an offset from UTC"),
        (["a", "--encoding", "ebcdic"], "--encoding takes one of utf-8, utf-16le, "),
        (["a", "--mapping", "m"], "--mapping goes with --pseudonymise SALT-FILE."),
    ])
    func wrongOption(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["convert"] + arguments)
        #expect(outcome.status == 64 && outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test func aScaleAndAnEncoding() throws {
        let place = try Workplace()
        try place.write("a.csv", Array("learner,item,score,max\nJ".utf8) + [0xFC] + Array(",x,B,4\n".utf8))
        try place.write("scale.csv", "grade,percent\nB,75\n")
        let outcome = try place.run(
            "convert", "a.csv", "--scale", "scale.csv", "--encoding", "windows-1252", "--timezone", "-03:00")
        #expect(outcome.status == 0 && outcome.text.contains("\nJü,,,x,,,,3,4,"), "\(outcome.messages)")
        try place.write("scale.csv", "grade,percent\nB,175\n")
        let refused = try place.run("convert", "a.csv", "--scale", "scale.csv")
        #expect(refused.status == 65 && refused.messages.contains("error: scale.csv:2:2: bad-value"))
        #expect(try place.run("convert", "a.csv", "--scale", "none.csv").status == 66)
    }
}
