import Foundation
import Testing

/// `syncopate plan` from end to end.
struct PlanTests {
    /// Two learners and a week of the kept course, few futures.
    static let start =
        ["plan", PracticeSample.log, "--catalogue", PracticeSample.catalogue, "--at", "2026-06-06T08:00:00Z"]
        + ["--minutes-a-day", "15", "--days-off", "sun,2026-06-10", "--rollouts", "10", "--seed", "3"]
        + ["--learner", "p02", "--learner", "p05"]

    /// A course without forgetting to speak of, quick to plan.
    static let small = """
        {"skills":[{"id":"a","title":"Adding"},{"id":"b","title":"=Borrowing","requires":["a"]}],
         "items":[{"id":"a1","title":"Add","skills":["a"],"minutes":2},{"id":"b1","skills":["b"],"minutes":3}],
         "goals":[{"id":"exam","by":"2026-09-04"},{"id":"some day","skills":["a"]}]}
        """
    private static let new = ["plan", "--catalogue", "c.json", "--at", "2026-09-01", "--rollouts", "10"]

    private func workplace() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.write("c.json", Self.small)
        return workplace
    }

    @Test func figuresOfAllFormsAgree() throws {
        let workplace = try workplace()
        let arguments = Self.new + ["--minutes-a-day", "8", "--learner", "x", "--learner", "y"]
        let lines = try workplace.run(arguments)
        #expect(lines.status == 0, "\(lines.messages)")
        #expect(lines.messages.hasPrefix("2026-09-01 to 2026-09-03, at most 8"))
        let objects = try lines.objects()
        #expect(objects.compactMap { $0.string("learner") } == ["x", "y"])
        var rows: [[String]] = []
        for object in objects {
            #expect(object.string("from") == "2026-09-01" && object.string("to") == "2026-09-03")
            let goals = object.list("goals")
            #expect(goals.compactMap { $0.string("goal") } == ["exam", "some day"])
            let chance = try #require(goals[0].number("chance"))
            #expect((chance * 10).rounded() == chance * 10)
            #expect(goals[0].flag("on_track") == (chance >= 0.8))
            #expect(goals[1].flag("on_track") == nil && goals[1].fields("days_until") != nil)
            for (number, day) in object.list("days").enumerated() {
                #expect((day.number("minutes") ?? 99) <= 8)
                #expect(day.string("date") == "2026-09-0\(number + 1)")
                for item in day.list("items") {
                    rows.append([
                        object.string("learner") ?? "", day.string("date") ?? "", item.string("item") ?? "",
                        String(Int(item.number("times") ?? 0)),
                    ])
                }
            }
        }
        let csv = try workplace.run(arguments + ["--output", "csv"])
        let table = csv.text.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }
            .map { $0.components(separatedBy: ",") }
        #expect(table.map { [$0[0], $0[3], $0[7], $0[9]] } == rows)
        let text = try workplace.run(arguments + ["--output", "table"], environment: ["COLUMNS": "200"]).text
        for object in objects {
            let percent = Int(((object.list("goals")[0].number("chance") ?? 0) * 100).rounded())
            let words = percent == 0 ? "0" : percent == 100 ? "100" : "\(percent)"
            #expect(text.contains("master \"exam\" by 2026-09-04: chance \(words)\u{A0}% ±"), "\(text)")
        }
    }

    @Test func theSameBytesForAnyNumberOfWorkers() throws {
        let workplace = try workplace()
        let arguments =
            Self.new + ["--minutes-a-day", "5"] + ["x", "y", "z", "v", "w"].flatMap { ["--learner", $0] }
        let one = try workplace.run(arguments)
        #expect(one.status == 0 && !one.bytes.isEmpty)
        for workers in ["2", "3", "7"] {
            #expect(try workplace.run(arguments + ["--workers", workers]).bytes == one.bytes)
        }
        // And alone as among others.
        let alone = try workplace.run(Self.new + ["--minutes-a-day", "5", "--learner", "z"])
        #expect(alone.lines == [one.lines[2]])
        #expect(try workplace.run(arguments + ["--seed", "1"]).bytes != one.bytes)
    }

    @Test func daysOffAndDaysAhead() throws {
        let workplace = try workplace()
        // The first of September 2026 is a Tuesday.
        let outcome = try workplace.run(
            Self.new + ["--minutes-a-day", "5", "--learner", "x", "--days", "4", "--days-off", "wednesday, 2026-09-03"])
        let days = try #require(try outcome.objects().first).list("days")
        #expect(days.map { $0.flag("off") } == [false, true, true, false])
        for day in days where day.flag("off") == true { #expect(day.list("items").isEmpty) }
        #expect(days[0].list("items").isEmpty == false)
        let table = try workplace.run(
            Self.new + ["--minutes-a-day", "5", "--learner", "x", "--days-off", "wed,2026-09-03", "--output", "table"])
        #expect(table.text.contains("none on Wed, 2026-09-03."))
        #expect(table.text.contains("Tue 2026-09-01") && !table.text.contains("Wed 2026-09-02"))
    }

    /// Formulas are made harmless, and a learner with nothing to do has a row.
    @Test func aSheetIsSafe() throws {
        let workplace = try workplace()
        let csv = try workplace.run(
            Self.new + ["--minutes-a-day", "9", "--learner", "=x", "--output", "csv", "--quiet"])
        #expect(csv.messages.isEmpty)
        #expect(csv.text.contains("\r\n'=x,"))
        let idle = try workplace.run(
            Self.new + ["--minutes-a-day", "1", "--learner", "x", "--output", "csv"])
        #expect(idle.text.hasSuffix("\r\nx,,,,,,,,,,,,,\r\n"))
    }

    @Test(arguments: [60, 80, 100, 200]) func tablesKeepToTheirWidth(_ columns: Int) throws {
        let workplace = try workplace()
        let outcome = try workplace.run(
            Self.new + ["--minutes-a-day", "20", "--learner", "x", "--output", "table"],
            environment: ["COLUMNS": String(columns)])
        #expect(outcome.status == 0 && outcome.lines.count > 6)
        for line in outcome.lines { #expect(line.count <= columns, "\(line)") }
    }

    @Test func aFileIsWritten() throws {
        let workplace = try workplace()
        let outcome = try workplace.run(Self.new + ["--minutes-a-day", "5", "--learner", "x", "--out", "plan.jsonl"])
        #expect(outcome.status == 0 && outcome.bytes.isEmpty)
        #expect(workplace.text("plan.jsonl")?.hasPrefix("{\"learner\":\"x\"") == true)
    }

    // MARK: Exits

    @Test(arguments: [
        ([], "Say how much time there is with --minutes-a-day N."),
        (["--minutes-a-day", "0"], "--minutes-a-day takes a number above 0 and up to 1440."),
        (["--minutes-a-day", "5", "--days", "0"], "--days takes a whole number from 1 to 366."),
        (["--minutes-a-day", "5", "--days", "367"], "--days takes a whole number from 1 to 366."),
        (["--minutes-a-day", "5", "--days-off", "su"], "--days-off takes days of the week and dates with commas"),
        (["--minutes-a-day", "5", "--days-off", "2026-02-30"], "--days-off takes days of the week and dates"),
        (["--minutes-a-day", "5", "--days-off", ""], "--days-off takes days of the week and dates"),
        (["--minutes-a-day", "5", "--at", "soon"], "--at takes RFC 3339 with a zone, a date, or Unix seconds"),
        (["--minutes-a-day", "5", "--chance", "1"], "--chance takes a share from 0.05 to 0.99."),
        (["--minutes-a-day", "5", "--rollouts", "0"], "--rollouts takes a whole number from 1 to 10,000."),
        (["--minutes-a-day", "5", "--rollouts", "10001"], "--rollouts takes a whole number from 1 to 10,000."),
        (["--minutes-a-day", "5", "--workers", "65"], "--workers takes a whole number from 1 to 64."),
        (["--minutes-a-day", "5", "--output", "xml"], "Please provide one of 'table', 'csv' or 'jsonl'."),
    ])
    func wrongOption(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["plan", "log.csv", "--catalogue", "c.json"] + arguments)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test(arguments: [
        (["--minutes-a-day", "5"], "Name the catalogue with --catalogue FILE."),
        (["--catalogue", "c", "--minutes-a-day", "5"], "Name at least one log (- is standard input), or new learners"),
        (["--catalogue", "c", "--minutes-a-day", "5", "--learner", "x"], "Without a log say when the plan begins"),
    ])
    func whatIsMissing(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["plan"] + arguments)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test func filesThatCannotBeUsed() throws {
        let workplace = try workplace()
        let some = ["--minutes-a-day", "5", "--learner", "x", "--at", "2026-09-01"]
        #expect(try workplace.run(["plan", "--catalogue", "none.json"] + some).status == 66)
        try workplace.write("bad.json", "{\"items\":[{\"id\":\"a\",\"skills\":[\"?\"]}],\"skills\":[{\"id\":\"s\"}]}")
        #expect(try workplace.run(["plan", "--catalogue", "bad.json"] + some).status == 65)
        let out = try workplace.run(["plan", "--catalogue", "c.json", "--out", "none/x"] + some)
        #expect(out.status == 73 && out.messages.contains("cannot write none/x"))
        try workplace.write("log.csv", "learner,item,score\nx,a1,1\n")
        let timeless = try workplace.run(["plan", "log.csv", "--catalogue", "c.json", "--minutes-a-day", "5"])
        #expect(timeless.status == 65)
        #expect(timeless.messages.contains("the log has no times, so a plan has no beginning"), "\(timeless.messages)")
    }

    @Test func aPlanMayBeginBeforeTheLogEnds() throws {
        let workplace = try workplace()
        try workplace.write("log.csv", "learner,item,score,max,at\nx,a1,1,1,2026-09-02T10:00:00Z\nbad row\n")
        let outcome = try workplace.run(
            "plan", "log.csv", "--catalogue", "c.json", "--minutes-a-day", "5", "--at", "2026-09-01", "--rollouts", "3")
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains("the log goes on after --at"), "\(outcome.messages)")
        #expect(try outcome.objects().first?.string("from") == "2026-09-02")
    }
}
