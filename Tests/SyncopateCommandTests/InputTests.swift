import TestSupport
import Testing

/// Several files, skill maps and item files.
struct InputTests {
    @Test func halvesOfAClassAreTheClass() throws {
        let workplace = try Workplace()
        let lines = try Sample.gradebookLines()
        try workplace.write("a.csv", (lines[0..<2] + lines[2..<17]).joined(separator: "\n"))
        try workplace.write("b.csv", (lines[0..<2] + lines[17..<33]).joined(separator: "\n"))
        let whole = try workplace.run("recommend", Sample.gradebook, "--skills", Sample.skills, "--quiet")
        let halves = try workplace.run("recommend", "a.csv", "b.csv", "--skills", Sample.skills, "--quiet")
        #expect(halves.status == 0)
        #expect(halves.bytes == whole.bytes)
    }

    @Test func eventsBesideAGradebook() throws {
        let workplace = try Workplace()
        try workplace.write(
            "events.csv",
            "learner,item,score,max,at\n7001,40019,18,20,2026-09-01T08:00:00Z\n7002,extra,5,10,2026-09-02T08:00:00Z\n")
        let outcome = try workplace.run("recommend", Sample.gradebook, "events.csv", "--limit", "100")
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("30 learners, 20 columns of work, 473 scores"))
        // 90 % is above the goal, 50 % is not.
        #expect(try #require(try outcome.object("7001")).items.contains("40019") == false)
        #expect(try #require(try outcome.object("7002")).items.contains("extra"))
    }

    /// What an item is does not depend on which file is read first.
    @Test func eventsBeforeAGradebook() throws {
        let workplace = try Workplace()
        try workplace.write("events.csv", "learner,item,score\n7001,40001,1\n7001,40019,0.9\n")
        let outcome = try workplace.run("recommend", "events.csv", Sample.gradebook, "--limit", "100")
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("30 learners, 19 columns of work, 472 scores"), "\(outcome.messages)")
        #expect(outcome.messages.contains("Attendance (attendance)"))
        for learner in try outcome.objects() {
            #expect(!learner.items.contains("40001"))
            for item in learner.list("items") where item.string("item") == "40019" {
                #expect(item.string("title") == "Homework: Chance")
            }
        }
    }

    @Test func anItemFile() throws {
        let workplace = try Workplace()
        try workplace.write(
            "items.csv",
            "item,minutes,kind,assigned\n40018,12,,\n40003,,attendance,\n40019,,,false\nQuiz: Ratios,45,,yes\n")
        let outcome = try workplace.run("recommend", Sample.gradebook, "--items", "items.csv", "--limit", "100")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("18 columns of work"))
        #expect(outcome.messages.contains("Homework: Fractions (attendance)"))
        var seen: Set<String> = []
        for learner in try outcome.objects() {
            #expect(!learner.items.contains("40003"))
            for item in learner.list("items") {
                let id = try #require(item.string("item"))
                seen.insert(id)
                let minutes = ["40018": 12.0, "40008": 45.0][id]
                #expect(item.flag("minutes_assumed") == (minutes == nil))
                if let minutes { #expect(item.number("minutes") == minutes) }
                guard id == "40019" else { continue }
                #expect(item.string("action") == "prepare")
                #expect(item.codes.contains("stated_upcoming"))
                #expect(item.list("reasons").allSatisfy { $0.flag("guess") == nil })
            }
        }
        #expect(seen.isSuperset(of: ["40018", "40008", "40019"]))
    }

    @Test func dueDatesAndTheMoment() throws {
        let workplace = try Workplace()
        try workplace.write("items.csv", "item,due\n40019,2026-09-10T00:00:00Z\n")
        let arguments = ["recommend", Sample.gradebook, "--items", "items.csv", "--limit", "100", "--quiet", "--at"]
        let actions = try ["2026-09-01T08:00:00Z", "2026-09-01", "2026-09-11", "1789300800"].map { moment in
            let outcome = try workplace.run(arguments + [moment])
            #expect(outcome.status == 0)
            let item = try outcome.objects().flatMap { $0.list("items") }.first { $0.string("item") == "40019" }
            return item?.string("action")
        }
        #expect(actions == ["prepare", "prepare", "make_up", "make_up"])
    }

    @Test func anUnknownItemIsAWarning() throws {
        let workplace = try Workplace()
        try workplace.write("skills.csv", "item,skill\n40002,Fractions\nnowhere,Ratios\n")
        for option in ["--skills", "--strict"] {
            let arguments = ["recommend", Sample.gradebook, "--skills", "skills.csv"]
            let outcome = try workplace.run(arguments + (option == "--strict" ? [option] : []))
            #expect(outcome.status == 0)
            #expect(outcome.messages.contains("warning: skills.csv:3:1: unknown-item"))
            #expect(outcome.lines.count == 30)
        }
    }

    /// A row of a skill map or an item file that is left out is part of the input left out.
    @Test(arguments: [
        ("--skills", "item,skill\n40002,Fractions\n40003,\n", "file.csv:3:2: bad-value"),
        ("--skills", "item,skill,weight\n40002,Fractions,1\n40003,Fractions,-1\n", "file.csv:3:3: bad-weight"),
        ("--skills", "item,skill\n40002,Fractions\n40003,Fractions,1,2\n", "file.csv:3: ragged-row"),
        ("--items", "item,minutes\n40002,12\n40003,-5\n", "file.csv:3:2: bad-value"),
        ("--items", "item,due\n40002,tomorrow\n", "file.csv:2:2: bad-time"),
    ])
    func faultsBesideTheGradebook(_ option: String, _ text: String, _ message: String) throws {
        let workplace = try Workplace()
        try workplace.write("file.csv", text)
        let outcome = try workplace.run("recommend", Sample.gradebook, option, "file.csv")
        #expect(outcome.status == 3)
        #expect(outcome.lines.count == 30)
        #expect(outcome.messages.contains("error: \(message)"), "\(outcome.messages)")
        let strict = try workplace.run("recommend", Sample.gradebook, option, "file.csv", "--strict")
        #expect(strict.status == 65)
        #expect(strict.bytes.isEmpty)
    }

    @Test func filesInTheWrongPlace() throws {
        let workplace = try Workplace()
        let cases = [
            ([Sample.skills], "this looks like a skill map (pass it with --skills, beside the gradebook)"),
            ([Sample.gradebook, "--skills", Sample.gradebook], "this looks like a Canvas gradebook"),
            ([Sample.gradebook, "--items", Sample.gradebook], "this looks like a Canvas gradebook"),
        ]
        for (arguments, message) in cases {
            let outcome = try workplace.run(["recommend"] + arguments)
            #expect(outcome.status == 65)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains(message), "\(outcome.messages)")
        }
    }
}
