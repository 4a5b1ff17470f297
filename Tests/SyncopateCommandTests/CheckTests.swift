import Foundation
import TestSupport
import Testing

/// `syncopate check` from outside.
struct CheckTests {
    static let start = ["check", Sample.gradebook]

    @Test func theSampleIsReadAndItsAttendanceSetAside() throws {
        let outcome = try Workplace().run(Self.start + ["--output", "json"])
        #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
        let columns = try #require(try outcome.objects().first?.list("courses").first?.list("columns").map(\.values))
        #expect(columns.count == 20)
        let aside = columns.filter { $0["set_aside"] as? Bool == true }
        #expect(aside.map { $0["title"] as? String } == ["Attendance"])
        #expect(aside.first?["is"] as? String == "attendance" && aside.first?["basis"] as? String == "title")
    }

    @Test func everyFindingHasItsPlaceAndNothingIsWritten() throws {
        let place = try Workplace()
        let text = "learner,item,score,max\na,q1,3,4\nb,q1,x,4\nc,q1,2,4\nd,q1,5x,4\n"
        try place.write("g.csv", text)
        let outcome = try place.run("check", "g.csv")
        #expect(outcome.status == 3 && outcome.messages.isEmpty)
        #expect(outcome.text.contains("error: g.csv:3:3: not-a-number") && outcome.text.contains("g.csv:5:3"))
        #expect(outcome.text.contains("Mend 2 errors named above: 2 rows are left out."))
        #expect(try place.names() == ["g.csv"])
    }

    @Test func whatTwoFilesSayOfTheSameIsSaid() throws {
        let place = try Workplace()
        let header = "learner,item,score,max,at\n"
        let rows = (1...6).map { "l\($0),q\($0 % 3),1,4,2026-09-0\($0)T08:00:00Z\n" }
        try place.write("a.csv", header + rows.joined())
        try place.write(
            "b.csv", header + rows[3...].joined().replacingOccurrences(of: ",1,4,", with: ",1,5,") + rows[0] + rows[1])
        let outcome = try place.run("check", "a.csv", "b.csv", "--courses", "one")
        #expect(outcome.status == 0 && outcome.messages.isEmpty)
        #expect(outcome.text.contains("2 events stand in several files and are read once"))
        #expect(outcome.text.contains("out of 5 here and of 4 in a.csv"))
        let said = try place.run("convert", "a.csv", "b.csv", "--to", "tidy")
        #expect(said.messages.contains("2 events stand in several files and are read once"))
    }

    @Test func aFileThatCannotBeUsedIsNamedWithTheRest() throws {
        let place = try Workplace()
        try place.write("bad.csv", "nothing,here\n1,2\n")
        let outcome = try place.run("check", "bad.csv", Sample.gradebook)
        #expect(outcome.status == 65)
        #expect(outcome.text.contains("bad.csv cannot be used, 1 error.") && outcome.text.contains("canvas-gradebook"))
        #expect(outcome.text.contains("Mend or leave out bad.csv"))
        #expect(outcome.text.contains("30 learners, 20 columns"))
        #expect(try place.run("check", "absent.csv").status == 66)
        #expect(try place.run("check").status == 64)
        #expect(try place.run("check", "-", "-").status == 64)
        #expect(try place.run("check", Sample.gradebook, "--at", "soon").status == 64)
    }

    @Test func anItemFileSaysOtherwise() throws {
        let place = try Workplace()
        try place.write("items.csv", "item,kind\nAttendance,work\n")
        let outcome = try place.run(Self.start + ["--items", "items.csv", "--output", "json"])
        #expect(outcome.status == 0)
        let columns = try #require(try outcome.objects().first?.list("courses").first?.list("columns").map(\.values))
        #expect(columns.allSatisfy { $0["set_aside"] as? Bool == false })
    }

    @Test func whatIsSetAsideHereIsSetAsideByAdvice() throws {
        // Twelve groups of three share a score on a project of a hundred points.
        let lines = try Sample.gradebookLines()
        let changed = lines.enumerated().map { line, text -> String in
            switch line {
            case 0: text.replacingOccurrences(of: ",Current Score", with: ",Poster (40077),Current Score")
            case 1: text.replacingOccurrences(of: ",(read only)", with: ",100.00,(read only)", count: 1)
            default: text
            }
        }
        let header = CSV.rows(changed[0])[0]
        let place = try #require(header.firstIndex(of: "Poster (40077)"))
        let scores = ["71", "64", "83", "90", "58", "77", "95", "68", "87", "79"]
        let rows = changed.dropFirst(2).enumerated().map { number, text -> String in
            var row = CSV.rows(text)[0]
            row.insert(row[0].contains("Student, Test") ? "" : scores[number % 10], at: place)
            return CSV.line(row)
        }
        let file = (changed.prefix(2) + rows).joined(separator: "\n") + "\n"
        let folder = try Workplace()
        try folder.write("g.csv", file)
        let check = try folder.run("check", "g.csv", "--all", environment: ["COLUMNS": "80"])
        #expect(check.status == 0 && check.text.contains("copied group scores"), "\(check.text)")
        let advice = try folder.run("recommend", "g.csv", "--output", "table")
        #expect(advice.text.contains("Poster (copied group scores)"), "\(advice.text.prefix(600))")
        // Neither a topic of a meeting nor a next item.
        let work = try folder.run("recommend", "g.csv", "--output", "jsonl")
        let plan = try folder.run("convene", "g.csv", "--live", "3x30x6", "--output", "jsonl")
        #expect(work.status == 0 && plan.status == 0, "\(plan.messages)")
        #expect(!work.text.contains("Poster") && !plan.text.contains("Poster"))
    }

    @Test(arguments: [60, 80, 120]) func tablesKeepToTheirWidthAndScreen(_ columns: Int) throws {
        let outcome = try Workplace().run(Self.start, environment: ["COLUMNS": String(columns)])
        #expect(outcome.status == 0)
        for line in outcome.lines { #expect(line.count <= columns, "\(line)") }
        if columns >= 80 { #expect(outcome.lines.count <= 50) }
    }

    @Test func coursesAreCheckedApart() throws {
        let place = try Workplace()
        try place.write("other.csv", "learner,item,score,max\nx,p1,3,4\ny,p1,2,4\nz,p1,4,4\n")
        let outcome = try place.run("check", Sample.gradebook, "other.csv", "--courses", "each", "--output", "json")
        #expect(outcome.status == 0)
        let courses = try #require(try outcome.objects().first?.list("courses"))
        #expect(courses.map { $0.string("name") } == ["gradebook", "other"])
        let one = try place.run("check", Sample.gradebook, "other.csv", "--courses", "one", "--output", "json")
        #expect(try one.objects().first?.list("courses").count == 1)
    }

    @Test func learnersWithoutScoresAreSaid() throws {
        let outcome = try Workplace().run("check", "-", input: "learner,item,score,max\na,q1,,4\nb,q1,,4\n")
        #expect(outcome.status == 0 && outcome.text.contains("2 learners (2 without any score)"), "\(outcome.text)")
        #expect(outcome.text.contains("Export the gradebook with scores"))
    }

    @Test func noLearnerIsNamed() throws {
        for form in ["table", "json"] {
            let outcome = try Workplace().run(Self.start + ["--output", form, "--all"])
            for line in try Sample.gradebookLines().dropFirst(2) {
                let name = CSV.rows(line)[0][0]
                #expect(!outcome.text.contains(name))
            }
        }
    }
}

extension String {
    /// The text with the first so many occurrences replaced.
    fileprivate func replacingOccurrences(of target: String, with text: String, count: Int) -> String {
        guard count > 0, let range = range(of: target) else { return self }
        return replacingCharacters(in: range, with: text)
    }
}
