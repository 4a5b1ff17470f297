import TestSupport
import Testing

/// What the program does with a bad row, whatever the format: codes, rejects, messages.
struct BadInputTests {
    @Test(arguments: FaultyFile.all) func codes(_ file: FaultyFile) throws {
        let place = try Workplace()
        try place.write(file.name, file.text)
        #expect(try place.run("check", file.name).status == 3)
        #expect(try place.run("convert", file.name).status == 3)
        #expect(try place.run("recommend", file.name).status == 3)
        for command in ["convert", "recommend"] {
            let strict = try place.run(command, file.name, "--strict")
            #expect(strict.status == 65 && strict.bytes.isEmpty)
            #expect(strict.messages.contains("\(file.name):\(file.line)"), "\(strict.messages)")
        }
        try place.write(file.name, file.mended)
        #expect(try place.run("check", file.name, "--fail-on", "error").status == 0)
        #expect(try place.run("convert", file.name, "--strict").status == 0)
    }

    /// Rejects are what stood in the file, and mended they are a file that can be read.
    @Test(arguments: FaultyFile.all) func rejects(_ file: FaultyFile) throws {
        let place = try Workplace()
        try place.write(file.name, file.text)
        let outcome = try place.run("convert", file.name, "--rejects", "rejects.csv")
        #expect(outcome.status == 3)
        let kept = CSV.rows(outcome.text).dropFirst().map { $0[0] }
        #expect(kept.count == 2 && !kept.contains(FaultyFile.id))
        let rejects = try #require(place.text("rejects.csv"))
        #expect(rejects.hasSuffix(file.row + "\n"), "\(rejects)")
        // Nothing of the other learners.
        #expect(rejects.split(separator: "\n").allSatisfy { !$0.contains("1001") && !$0.contains("1003") })
        try place.write(
            "rejects.csv",
            rejects.replacing("\"\(FaultyFile.bad)\"", with: file.good)
                .replacing(FaultyFile.bad, with: file.good))
        let again = try place.run("convert", "rejects.csv")
        #expect(again.status == 0, "\(again.messages)")
        #expect(CSV.rows(again.text).dropFirst().map { $0[0] } == [FaultyFile.id])
    }

    @Test(arguments: FaultyFile.all) func findings(_ file: FaultyFile) throws {
        let place = try Workplace()
        try place.write(file.name, file.text)
        let outcome = try place.run("check", file.name, "--output", "json", "--all")
        let report = try #require(try outcome.objects().first?.list("files").first)
        #expect(report.string("name") == file.name && report.string("format") == file.format)
        #expect(report.number("rows_left_out") == 1 && report.number("errors") == 1)
        let finding = try #require(report.list("findings").first { $0.string("severity") == "error" })
        #expect(finding.number("line") == Double(file.line) && finding.string("header") == file.header)
        #expect(finding.number("column") == file.column.map(Double.init))
        #expect(["not-a-number", "bad-value"].contains(finding.string("rule") ?? ""))
        #expect(finding.string("found") == FaultyFile.bad)
        #expect(finding.string("message")?.isEmpty == false && finding.string("remedy")?.isEmpty == false)
    }

    /// Neither name nor id of a learner is in any message, whatever is wrong with the row.
    @Test(arguments: FaultyFile.all, ["score", "long", "short", "quote", "twice", "cut"])
    func nobodyIsNamed(_ file: FaultyFile, _ fault: String) throws {
        let place = try Workplace()
        let row = file.row
        let broken: String
        switch fault {
        case "long": broken = row + ",more,more"
        case "short": broken = String(row.prefix { $0 != "!" }.dropLast(5))
        case "quote": broken = "\"" + row
        case "twice":
            broken = row.replacing(FaultyFile.bad, with: file.good) + "\n" + row.replacing(FaultyFile.bad, with: "1")
        case "cut": broken = String(row.prefix(row.count / 2))
        default: broken = row
        }
        try place.write(file.name, file.text.replacing(row, with: broken))
        for arguments in [
            ["check", file.name, "--all"], ["check", file.name, "--output", "json", "--all"],
            ["recommend", file.name, "--rejects", "r.csv", "--out", "o.csv"],
            ["convert", file.name, "--strict", "--out", "o.csv"],
        ] {
            let outcome = try place.run(arguments)
            #expect([0, 3, 65].contains(outcome.status), "\(fault): \(outcome.status)")
            for text in [outcome.text, outcome.messages] {
                #expect(!text.contains(FaultyFile.learner) && !text.contains(FaultyFile.id), "\(fault): \(text)")
            }
        }
    }
}
