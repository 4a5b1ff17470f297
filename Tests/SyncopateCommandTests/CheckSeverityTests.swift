import TestSupport
import Testing

/// What `syncopate check` says of formats and blanks, and what it fails on.
struct CheckSeverityTests {
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write("note.csv", "learner,item,score,extra\na,x,1,\n")
        try place.write("warning.csv", "learner,item,score,max\na,x,5,4\n")
        try place.write("error.csv", "learner,item,score\na,x,abc\nb,x,1\n")
        try place.write("good.csv", "learner,item,score\na,x,1\n")
        try place.write("none.csv", "nothing,here\n1,2\n")
        return place
    }

    @Test func whatFails() throws {
        let place = try place()
        let expected: [String: [Int32]] = [
            "good.csv": [0, 0, 0], "note.csv": [3, 0, 0], "warning.csv": [3, 3, 0], "error.csv": [3, 3, 3],
            "none.csv": [65, 65, 65],
        ]
        for (file, statuses) in expected {
            for (severity, status) in zip(["note", "warning", "error"], statuses) {
                let outcome = try place.run("check", file, "--fail-on", severity)
                #expect(outcome.status == status, "\(file) \(severity)")
            }
            #expect(try place.run("check", file).status == statuses[2])
        }
        #expect(try place.run("check", "good.csv", "--fail-on", "never").status == 64)
    }

    @Test func howSureAFormatIs() throws {
        let place = try place()
        try place.write("blanks.csv", "learner,item,score,status\na,x,1,\nb,x,,missing\nc,x,,excused\nd,x,,\n")
        let text = try place.run("check", "blanks.csv", "good.csv")
        #expect(text.text.contains("blanks.csv: tidy-csv (100 % sure), nothing wrong."))
        #expect(text.text.contains("  1 score, 1 excused, 1 missing, 1 unexplained."))
        let json = try place.run("check", "blanks.csv", "--output", "json")
        let file = try #require(try json.objects().first?.list("files").first)
        #expect(file.number("confidence") == 1)
        #expect(file.list("events").map { $0.string("status") } == ["scored", "excused", "missing", "unknown_blank"])
        let gradebook = try place.run("check", Sample.gradebook)
        #expect(gradebook.text.contains("canvas-gradebook (95 % sure)"))
    }

    /// A log that is not held says what one that is held says: rows, findings, counts and exit codes.
    @Test func filesOnly() throws {
        let place = try Workplace()
        func log(padding: Int) -> String {
            let note = String(repeating: "n", count: padding)
            return "learner,item,score,max,note\n"
                + (0..<700).map { row in
                    let score = row % 100 == 99 ? "oops" : row % 150 == 149 ? "7" : row % 50 == 49 ? "" : "\(row % 3)"
                    return "learner \(row / 10),item \(row % 10),\(score),2,\(note)\n"
                }.joined()
        }
        try place.write("small.csv", log(padding: 1))
        try place.write("large.csv", log(padding: 100_000))
        var reports: [String] = []
        for (file, arguments) in [("small.csv", []), ("small.csv", ["--files-only"]), ("large.csv", ["--files-only"])] {
            let outcome = try place.run(["check", file, "--output", "json"] + arguments)
            #expect(outcome.status == 3)
            let report = try #require(try outcome.objects().first)
            #expect(report.list("courses").count == (arguments.isEmpty ? 1 : 0))
            // The files come first; the courses, and what to do about them, after them.
            reports.append(String(outcome.text.split(separator: #""courses":"#)[0]).replacing(file, with: "FILE"))
        }
        #expect(reports[0].contains("oops") && reports[0].contains("extra-credit"))
        #expect(reports[1] == reports[0])
        #expect(reports[2] == reports[0])
        let text = try place.run("check", "large.csv", "--files-only")
        #expect(text.text.contains("  70 learners, 10 items, 688 scores, 5 unexplained."))
        #expect(!text.text.contains("bits"))
    }
}
