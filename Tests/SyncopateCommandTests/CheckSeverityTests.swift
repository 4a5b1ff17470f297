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
}
