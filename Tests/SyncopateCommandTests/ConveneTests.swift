import Foundation
import TestSupport
import Testing

/// `syncopate convene` from end to end.
struct ConveneTests {
    static func sample(_ name: String) -> String {
        SharedFolder.packageRoot.appendingPathComponent("Tests/Samples/\(name)").path
    }

    static let slots = ["--slots", sample("slots.csv")]
    /// The kept class, with all that a teacher may say.
    static let start =
        ["convene", Sample.gradebook, "--skills", Sample.skills] + slots
        + ["--availability", sample("availability.csv"), "--pairs", sample("pairs.csv")]
    static let practice = ["convene"] + PracticeSample.files

    /// Ids of who meets, by slot, as JSON lines have them.
    private func seated(_ outcome: Outcome) throws -> [String: [String]] {
        var seated: [String: [String]] = [:]
        for meeting in try outcome.objects() where meeting.string("type") == "meeting" {
            seated[meeting.string("slot") ?? ""] = meeting.list("groups").flatMap { $0.list("members") }
                .compactMap { $0.string("learner") }
        }
        return seated
    }

    private func learners(_ outcome: Outcome) throws -> [String: Fields] {
        let objects = try outcome.objects().filter { $0.string("type") == "learner" }
        return Dictionary(objects.map { ($0.string("learner") ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: What a plan keeps to

    @Test func everybodyIsSeatedOrToldWhyAndHasOwnTime() throws {
        let outcome = try Workplace().run(Self.start)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let learners = try learners(outcome)
        #expect(learners.count == 30)
        for learner in learners.values {
            #expect(learner.list("seats").isEmpty == (learner.fields("no_seat") != nil))
            #expect(!learner.list("own_time").isEmpty)
        }
        let seated = try seated(outcome)
        #expect(Set(seated.keys).isSubset(of: ["monday help", "tuesday help", "wednesday tables"]))
        for (slot, members) in seated {
            #expect(members.count <= (slot == "wednesday tables" ? 12 : 5) && Set(members).count == members.count)
        }
        // One session each, since nobody said more.
        #expect(Set(seated.values.flatMap { $0 }).count == seated.values.reduce(0) { $0 + $1.count })
    }

    @Test func whatTheTeacherSaysHolds() throws {
        let outcome = try Workplace().run(Self.start)
        let seated = try seated(outcome)
        let monday = seated["monday help"] ?? []
        #expect(!monday.contains("7001") && !monday.contains("7026") && !monday.contains("7008"))
        #expect(!seated.values.contains { $0.contains("7021") })
        #expect(try learners(outcome)["7021"]?.fields("no_seat")?.string("code") == "not_available")
        for members in seated.values {
            #expect(!Set(members).isSuperset(of: ["7009", "7029"]))
            #expect(Set(members).intersection(["7001", "7030", "7004"]).count <= 1)
            #expect(members.contains("7018") == members.contains("7019"))
        }
    }

    @Test func optionsSayTheSameAsFiles() throws {
        let workplace = try Workplace()
        let files = try workplace.run(Self.start)
        let arguments =
            Array(Self.start.dropLast(2)) + ["--together", "7018,7019", "--apart", "Ines Ito,7029"]
            + ["--apart", "Abara, Ada,Abara, Dara,7004"]
        #expect(try workplace.run(arguments).bytes == files.bytes)
    }

    @Test func twoRunsAreTheSameBytes() throws {
        let workplace = try Workplace()
        #expect(try workplace.run(Self.start).bytes == workplace.run(Self.start).bytes)
    }

    @Test func severalSessionsWithinTheMinutesAllowed() throws {
        let workplace = try Workplace()
        let outcome = try workplace.run(
            ["convene", Sample.gradebook, "--live", "4x30x6", "--most-live-minutes", "60", "--quiet"])
        #expect(outcome.messages.isEmpty)
        let counts = try learners(outcome).values.map { $0.list("seats").count }
        #expect(counts.allSatisfy { $0 <= 2 } && counts.contains(2))
        let short = try workplace.run(["convene", Sample.gradebook, "--live", "1x30x6", "--most-live-minutes", "20"])
        #expect(try learners(short).values.allSatisfy { $0.fields("no_seat")?.string("code") == "most_minutes" })
    }

    @Test func aSectionsSlotIsItsOwn() throws {
        let workplace = try Workplace()
        try workplace.write("roster.csv", "learner,section\n7001,A\n7002,A\n7003,B\n7004,B\n7005,B\n")
        try workplace.write("slots.csv", "slot,capacity,section\nfor a,5,A\nfor b,5,B\n")
        let outcome = try workplace.run(["convene", Sample.gradebook, "--roster", "roster.csv", "--slots", "slots.csv"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let seated = try seated(outcome)
        #expect(Set(seated["for a"] ?? []).isSubset(of: ["7001", "7002"]))
        #expect(Set(seated["for b"] ?? []).isSubset(of: ["7003", "7004", "7005"]) && seated["for b"] != nil)
        let table = try workplace.run(
            ["convene", Sample.gradebook, "--roster", "roster.csv", "--slots", "slots.csv", "--output", "table"])
        #expect(table.text.contains("In own time, first things first · A\n"))
    }

    // MARK: The roster

    @Test func theRosterSaysWhoTakesPart() throws {
        let workplace = try Workplace()
        try workplace.write(
            "roster.csv",
            "learner,name,most_minutes,status\n7001,,20,\nBen Brandt,Benny,,active\n7003,,,withdrawn\nnew one,Nu,,\n")
        let outcome = try workplace.run(["convene", Sample.gradebook, "--roster", "roster.csv"])
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("roster.csv:5:1: unknown-learner: "))
        #expect(outcome.messages.contains("warning: 27 of the 30 learners of the input are not on the roster"))
        let learners = try learners(outcome)
        #expect(Set(learners.keys) == ["7001", "7002", "new one"])
        #expect(learners["7002"]?.string("name") == "Benny" && learners["new one"]?.string("name") == "Nu")
        #expect(learners["7001"]?.fields("no_seat")?.string("code") == "most_minutes")
        #expect(!outcome.messages.contains("Benny") && !outcome.messages.contains("Brandt"))
    }

    // MARK: Planning again

    @Test func whoComesStaysWhereTheyAre() throws {
        let workplace = try Workplace()
        #expect(try workplace.run(Self.start + ["--out", "plan.jsonl"]).status == 0)
        let before = try seated(try workplace.run(Self.start))
        let gone = try #require(before["tuesday help"]?.first)
        let again = try workplace.run(Self.start + ["--plan", "plan.jsonl", "--absent", gone])
        #expect(again.status == 0, "\(again.messages)")
        let after = try seated(again)
        #expect(!after.values.contains { $0.contains(gone) })
        for (slot, members) in before {
            for member in members where member != gone { #expect(after[slot]?.contains(member) == true) }
        }
        #expect(try learners(again)[gone]?.fields("no_seat")?.string("code") == "absent")
        let members = try again.objects().flatMap { $0.list("groups") }.flatMap { $0.list("members") }
        for member in members {
            let id = try #require(member.string("learner"))
            #expect((member.flag("new") == true) == !before.values.contains { $0.contains(id) })
        }
        // Nobody is absent: the same plan, though nothing is new in it.
        let same = try workplace.run(Self.start + ["--plan", "plan.jsonl"])
        #expect(try seated(same).mapValues(Set.init) == before.mapValues(Set.init))
    }

    @Test func absentWithoutAPlanIsLeftOutOfANewOne() throws {
        let outcome = try Workplace().run(Self.start + ["--absent", "Hugo Haddad"])
        #expect(outcome.status == 0)
        #expect(try learners(outcome)["7008"]?.fields("no_seat")?.string("code") == "absent")
    }

    @Test func groupsOnTopicsThatAreGoneDoNotMeet() throws {
        let workplace = try Workplace()
        try workplace.write(
            "plan.jsonl",
            #"{"type":"meeting","slot":"live-1","groups":[{"topic":"Alchemy","value":1,"members":[{"learner":"7001","role":"learn"}]}]}"#
                + "\n")
        let outcome = try workplace.run(["convene", Sample.gradebook, "--plan", "plan.jsonl"])
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("they do not meet: \"Alchemy\""))
        #expect(try seated(outcome).isEmpty)
    }

    // MARK: From a catalogue

    @Test func aLogOfPracticeIsEnough() throws {
        let outcome = try Workplace().run(Self.practice + ["--live", "1x30x3"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let meeting = try #require(try outcome.objects().first { $0.string("type") == "meeting" })
        let group = try #require(meeting.list("groups").first)
        // The one who is stuck and ready comes first.
        #expect(group.list("members").first?.string("learner") == "p04")
        #expect(group.list("members").first?.codes.contains("stuck_and_ready") == true)
        for member in group.list("members") { #expect((member.number("known") ?? 1) < 0.5) }
        #expect(try learners(outcome).count == 6)
    }

    @Test func newLearnersOnly() throws {
        let outcome = try Workplace().run(
            ["convene", "--catalogue", PracticeSample.catalogue, "--at", PracticeSample.moment, "--learner", "x"]
                + ["--learner", "y", "--live", "1x30x2"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(Set(try learners(outcome).keys) == ["x", "y"])
    }

    // MARK: Forms

    @Test func formsAgree() throws {
        let workplace = try Workplace()
        let seated = try seated(try workplace.run(Self.start))
        let csv = CSV.rows(try workplace.run(Self.start + ["--output", "csv"]).text)
        var rows: [String: [String]] = [:]
        for row in csv.dropFirst() where !row[3].isEmpty { rows[row[3], default: []].append(row[0]) }
        #expect(rows.mapValues(Set.init) == seated.mapValues(Set.init))
        #expect(csv.allSatisfy { $0.count == csv[0].count })
        let groups = CSV.rows(try workplace.run(Self.start + ["--output", "canvas-groups"]).text)
        #expect(groups[0] == ["name", "canvas_user_id", "user_id", "login_id", "sections", "group_name"])
        #expect(Set(groups.dropFirst().map { $0[1] }) == Set(seated.values.flatMap { $0 }))
        #expect(
            groups.contains(
                ["Haddad, Hugo", "7008", "", "learner8", "Mathematics 7B"] + [
                    groups.first { $0[1] == "7008" }?[5] ?? ""
                ]))
        let table = try workplace.run(Self.start + ["--output", "table"], environment: ["COLUMNS": "200"]).text
        for member in seated.values.flatMap({ $0 }) {
            let name = csv.first { $0[0] == member }?[1] ?? "?"
            #expect(table.contains("\n  \(name)"))
        }
    }

    @Test func groupsForCanvasHaveEachLearnerOnceAndTheNamesItKnows() throws {
        let workplace = try Workplace()
        let several = try workplace.run(
            ["convene", Sample.gradebook, "--live", "4x30x6", "--most-live-minutes", "60", "--output", "canvas-groups"])
        let rows = CSV.rows(several.text).dropFirst()
        #expect(Set(rows.map { $0[1] }).count == rows.count)
        #expect(several.messages.contains("meet more than once and stand in their first group only"))
        try workplace.write(
            "roster.csv", "learner,name,user_id,login_id\np04,=Dev,sis-4,\np05,,,elif@school\n")
        let practice = try workplace.run(
            Self.practice + ["--live", "1x30x3", "--roster", "roster.csv", "--output", "canvas-groups"])
        let named = CSV.rows(practice.text).dropFirst()
        #expect(named.contains { $0[0] == "'=Dev" && $0[1...3] == ["", "sis-4", ""] })
        #expect(named.contains { $0[1...3] == ["", "", "elif@school"] })
        let unknown = try workplace.run(Self.practice + ["--live", "1x30x3", "--output", "canvas-groups"])
        #expect(unknown.messages.contains("their ids stand as user_id"))
        #expect(CSV.rows(unknown.text).dropFirst().allSatisfy { $0[2].hasPrefix("p0") })
    }

    @Test(arguments: [60, 80, 100, 200]) func tablesKeepToTheirWidth(_ columns: Int) throws {
        let outcome = try Workplace().run(
            Self.start + ["--output", "table"], environment: ["COLUMNS": String(columns)])
        #expect(outcome.status == 0)
        for line in outcome.lines { #expect(line.count <= columns, "\(line)") }
    }

    @Test func wideNamesStandInTheirColumn() throws {
        let workplace = try Workplace()
        try workplace.write("roster.csv", "learner,name\n7001,山田太郎\n7002,Zoe\u{308} Li\n7003,Ann\n")
        let outcome = try workplace.run(
            ["convene", Sample.gradebook, "--roster", "roster.csv", "--live", "0", "--output", "table", "--quiet"])
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("\n  山田太郎      correct"))
        #expect(outcome.text.contains("\n  Zoe\u{308} Li        correct"))
        #expect(outcome.text.contains("there is no live time: 山田太郎; Zoe\u{308} Li; Ann"))
    }

    // MARK: Exits

    private static let small = "small.csv"

    /// Three learners, quick to estimate, since what is asked of them does not matter.
    private func smallClass() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.write(
            Self.small,
            "learner,learner_name,item,score\n7001,\"Abara, Ada\",x,0.2\n7002,Ben Brandt,x,0.9\n7003,Cleo Castro,x,0.5\n"
        )
        return workplace
    }

    @Test(arguments: [
        (["--live", "2x30"], "--live takes SESSIONSxMINUTESxSEATS"),
        (["--live", "1x30x5", "--slots", "s.csv"], "--live goes without --slots FILE"),
        (["--most-live-minutes", "0"], "--most-live-minutes takes a number above 0"),
        (["--group-sizes", "4-2"], "--group-sizes takes two whole numbers"),
        (["--group-sizes", "1-2"], "--group-sizes takes two whole numbers"),
        (["--together", ""], "--together is empty."),
        (["--together", "7001"], "--together takes two learners or more"),
        (["--apart", "7001,nobody"], "--apart: name 2 is no id or name of a learner of the input"),
        (["--absent", "Abara"], "--absent: name 1 is no id or name of a learner of the input"),
        (["--absent", ","], "--absent takes one learner or more with commas between them"),
        (["--limit", "0"], "--limit takes a whole number"),
        (["--ban", "x"], "--ban goes with --catalogue FILE."),
        (["--slots", "-", "--pairs", "-"], "Standard input (-) can be read only once."),
    ])
    func wrongOptionsAreRefused(_ options: [String], _ message: String) throws {
        let outcome = try smallClass().run(["convene", Self.small] + options)
        #expect(outcome.status == 64)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
        #expect(outcome.bytes.isEmpty)
    }

    @Test(arguments: [
        ("--slots", "slot,start\na,\n", "missing-column"),
        ("--slots", "slot,capacity\n", "no slot in it"),
        ("--roster", "name\nx\n", "missing-column"),
        ("--availability", "learner,when\n7001,x\n", "missing-column"),
        ("--pairs", "learner,learner\n7001,7002\n", "missing-column"),
        ("--plan", "{\"type\":\"other\"}\n", "wrong-kind-of-file"),
    ])
    func aFileThatIsNoneEndsIt(_ option: String, _ text: String, _ message: String) throws {
        let workplace = try smallClass()
        try workplace.write("f", text)
        let outcome = try workplace.run(["convene", Self.small, option, "f"])
        #expect(outcome.status == 65)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
        #expect(try workplace.run(["convene", Self.small, option, "no such file"]).status == 66)
    }

    @Test(arguments: [
        ("--availability", "learner,slot\nAda Abra,live-1\n", "f:2:1: unknown-learner: ", "its learner number 1)"),
        ("--availability", "learner,slot\n7001,live\n", "f:2:2: unknown-slot: ", "did you mean \"live-1\"?"),
        ("--availability", "learner,slot,available\n7001,live-1,maybe\n", "f:2:3: bad-value: ", "yes or no"),
        (
            "--availability", "learner,slot,available\n7001,live-1,no\n7001,live-1,yes\n", "f:3:2: duplicate-event: ",
            "says the opposite"
        ),
        ("--pairs", "rule,learner,learner\nnear,7001,7002\n", "f:2:1: bad-value: ", "write together or apart"),
        ("--pairs", "rule,learner,learner\napart,7001,\n", "f:2:2: short-row: ", "two learners or more"),
        ("--pairs", "rule,learner,learner\napart,7001,70x\n", "f:2:3: unknown-learner: ", "has this id or name"),
        ("--roster", "learner\n7001\n7001\n", "f:3:1: duplicate-learner: ", "further up already"),
        ("--roster", "learner,most_minutes\n7001,-5\n", "f:2:2: bad-value: ", "no number"),
        ("--plan", "{\"type\":\"learner\"}\n{\"type\":\n", "f:2:", "broken-json"),
    ])
    func rowsWithAFaultAreNamedAndLeftOut(_ option: String, _ text: String, _ place: String, _ words: String) throws {
        let workplace = try smallClass()
        try workplace.write("f", text)
        let outcome = try workplace.run(["convene", Self.small, option, "f"])
        #expect(outcome.status == 3, "\(outcome.messages)")
        #expect(outcome.messages.contains(place) && outcome.messages.contains(words), "\(outcome.messages)")
        #expect(!outcome.bytes.isEmpty)
        #expect(try workplace.run(["convene", Self.small, option, "f", "--strict"]).status == 65)
    }

    @Test(arguments: [
        ("a,x,30,5,teacher", "2:2: bad-time: "), ("a,2026-09-07,30,5,teacher", "2:2: bad-time: "),
        ("a,,0,5,teacher", "2:3: bad-value: "), ("a,,30,-1,teacher", "2:4: bad-value: "),
        ("a,,30,2.5,teacher", "2:4: bad-value: "), ("a,,30,,teacher", "2:4: bad-value: "),
        ("a,,30,5,tutor", "2:5: bad-value: "), (",,30,5,", "2:1: bad-value: "),
        ("good,,30,5,\ngood,,30,5,", "3:1: duplicate-slot: "),
        ("a,2026-09-07 10:00,30,5,\nb,2026-09-07T10:00Z,30,5,", "3:2: bad-time: "),
    ])
    func slotsWithAFaultAreLeftOut(_ row: String, _ place: String) throws {
        let workplace = try smallClass()
        try workplace.write("s.csv", "slot,start,minutes,capacity,lead\n\(row)\nlast,,30,5,\n")
        let outcome = try workplace.run(["convene", Self.small, "--slots", "s.csv"])
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains("s.csv:\(place)"), "\(outcome.messages)")
    }

    /// Columns may be shifted or swapped, so that names stand where something else is expected.
    @Test(arguments: [
        (
            "--availability",
            "learner,slot,available\n7001,Ben Brandt,yes\n7001,live-1,\"Abara, Ada\"\nBen Brant,live-1,yes\n"
                + "Ben Brandt,live-1,no\nBen Brandt,live-1,yes\nyes,7001,Cleo Castro\n"
        ),
        (
            "--pairs",
            "rule,learner,learner\n\"Abara, Ada\",7002,7003\napart,Cleo Castro\napart,Abbara,7001\n"
                + "together,7001,Ben Brandt\napart,Ben Brandt,\"Abara, Ada\"\n"
        ),
        (
            "--roster",
            "learner,name,section,most_minutes,status\n7001,,,Ada Abara,Ben Brandt\n7001,Ben Brandt\n"
                + "Cleo Castroo,,,1,active\n"
        ),
        (
            "--plan",
            "{\"type\":\"learner\"}\n\"Ben Brandt\"\n{\"type\":\"Cleo Castro\"}\n"
                + "{\"type\":\"meeting\",\"slot\":\"Abara, Ada\",\"groups\":[]}\n"
                + "{\"type\":\"meeting\",\"slot\":\"live-1\",\"groups\":[{\"topic\":\"x\",\"members\":[\"Ada\"]}]}\n"
        ),
        ("--traces", "learner,on_time,rank,at\n7001,Ben Brandt,Cleo Castro,\"Abara, Ada\"\nBen,1,,\n"),
        ("--traces", "learner,trace,value\n7001,Ben Brandt,1\n7001,on_time,\"Abara, Ada\"\n"),
        ("--mode-log", "learner,mode,gain\n7001,Ben Brandt,Cleo Castro\nAda,live_teacher,Ben\n"),
        ("--together", "Ben Brant,7001"), ("--apart", "7001,Castro"), ("--absent", "Abara"),
    ])
    func messagesNameNobody(_ option: String, _ text: String) throws {
        let workplace = try smallClass()
        let isFile = text.contains("\n")
        if isFile { try workplace.write("f", text) }
        let outcome = try workplace.run(["convene", Self.small, option, isFile ? "f" : text])
        #expect(outcome.status == (isFile ? 3 : 64), "\(outcome.messages)")
        #expect(outcome.messages.contains(isFile ? "f:" : "\(option): name "))
        for name in ["Abara", "Abbara", "Ada", "Ben", "Brandt", "Cleo", "Castro"] {
            #expect(!outcome.messages.contains(name), "\(outcome.messages)")
        }
    }

    @Test func allFindingsAreCounted() throws {
        let workplace = try smallClass()
        let rows = (0..<250).map { "nobody \($0),live-1\n" }.joined()
        try workplace.write("f", "learner,slot\n" + rows)
        let outcome = try workplace.run(["convene", Self.small, "--availability", "f"])
        #expect(outcome.messages.contains("... and 245 more of unknown-learner"), "\(outcome.messages)")
    }

    @Test(arguments: [
        (["--together", "7001,7002", "--pairs", "f"], "warning: f:2: two who are to be together are to be apart"),
        (
            ["--together", "7001,7003", "--together", "7003,7002", "--apart", "7002,7001"],
            "warning: --apart: two who are"
        ),
    ])
    func rulesThatExcludeEachOtherAreTold(_ options: [String], _ message: String) throws {
        let workplace = try smallClass()
        try workplace.write("f", "rule,learner,learner\napart,7001,7002\n")
        let outcome = try workplace.run(["convene", Self.small] + options)
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
        let learners = try learners(outcome)
        for id in ["7001", "7002"] { #expect(learners[id]?.fields("no_seat")?.string("code") == "rules_exclude") }
    }

    @Test func sectionsNobodyIsInAreTold() throws {
        let workplace = try smallClass()
        try workplace.write("roster.csv", "learner,section\n7001,Class 7B\n7002,Class 7B\n7003,\n")
        try workplace.write("s.csv", "slot,capacity,section\na,3,class  7b\nb,3,Class 7C\n")
        let outcome = try workplace.run(["convene", Self.small, "--roster", "roster.csv", "--slots", "s.csv"])
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("s.csv:3:3: unknown-section: "), "\(outcome.messages)")
        #expect(outcome.messages.contains("did you mean \"Class 7B\"?") && !outcome.messages.contains("s.csv:2"))
        #expect(try seated(outcome)["a"]?.contains("7001") == true)
        #expect(try learners(outcome)["7003"]?.fields("no_seat")?.string("code") == "not_available")
    }

    @Test func whatAPlanHasTooMuchIsTold() throws {
        let workplace = try smallClass()
        func meeting(_ groups: Int) -> String {
            let group = #"{"topic":"x","members":[{"learner":"7001","role":"learn"}]}"#
            let list = [String](repeating: group, count: groups).joined(separator: ",")
            return #"{"type":"meeting","slot":"live-1","groups":["# + list + "]}\n"
        }
        try workplace.write("plan.jsonl", meeting(2) + meeting(1) + "7\n")
        let outcome = try workplace.run(["convene", Self.small, "--plan", "plan.jsonl"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        for words in ["1: duplicate-slot: a teacher", "2: duplicate-slot: a meeting", "3: broken-json: "] {
            #expect(outcome.messages.contains("warning: plan.jsonl:" + words), "\(outcome.messages)")
        }
    }

    /// Whoever only the roster has is no stranger to traces and gains.
    @Test func strangersAreCountedAfterTheRoster() throws {
        let workplace = try smallClass()
        try workplace.write("roster.csv", "learner\n7001\nnew one\n")
        try workplace.write("t.csv", "learner,on_time\nnew one,1\n7001,0\nelse,1\n")
        try workplace.write(
            "m.csv", "learner,mode,gain\nnew one,live_teacher,0.5\nelse,async_solo,0.1\nother,async_solo,0\n")
        let outcome = try workplace.run(
            ["convene", Self.small, "--roster", "roster.csv", "--traces", "t.csv", "--mode-log", "m.csv"])
        #expect(outcome.status == 0)
        #expect(
            outcome.messages.contains("warning: 1 learner of the traces is not in the input"), "\(outcome.messages)")
        #expect(outcome.messages.contains("warning: 2 learners of the log of modes are not in the input"))
    }

    /// A log that speaks against meeting: nobody is seated, and nobody told that they have everything.
    @Test func ownTimeMayDoAsWell() throws {
        let workplace = try Workplace()
        let rows =
            String(repeating: "x,live_teacher,0.5,0.3\n", count: 40)
            + String(repeating: "x,async_solo,0.5,0.7\n", count: 40)
        try workplace.write("m.csv", "learner,mode,before,after\n" + rows)
        let outcome = try workplace.run(
            ["convene", Sample.gradebook, "--skills", Sample.skills, "--live", "1x30x6", "--mode-log", "m.csv"])
        #expect(outcome.status == 0)
        #expect(try seated(outcome).isEmpty)
        let codes = Set(try learners(outcome).values.compactMap { $0.fields("no_seat")?.string("code") })
        #expect(codes.contains("own_time_does_as_well"))
        #expect(codes.isSubset(of: ["own_time_does_as_well", "gains_nothing"]))
        #expect(outcome.messages.contains("on 80 logged gains of working together or apart here"))
    }

    /// Among classmates there is no gain over own time to tell.
    @Test func upliftIsOfSeatsWithATeacher() throws {
        let workplace = try Workplace()
        let outcome = try workplace.run(Self.start)
        for meeting in try outcome.objects() where meeting.string("type") == "meeting" {
            for member in meeting.list("groups").flatMap({ $0.list("members") }) {
                #expect((member.number("uplift") != nil) == (meeting.string("lead") == "teacher"))
            }
        }
        let rows = CSV.rows(try workplace.run(Self.start + ["--output", "csv"]).text)
        let lead = try #require(rows[0].firstIndex(of: "lead"))
        let uplift = try #require(rows[0].firstIndex(of: "uplift"))
        let code = try #require(rows[0].firstIndex(of: "no_seat_code"))
        #expect(rows.contains { $0[lead] == "peers" })
        for row in rows.dropFirst() {
            #expect((row[lead] == "teacher") == !row[uplift].isEmpty)
            #expect(row[lead].isEmpty == !row[code].isEmpty)
        }
    }

    @Test func anOutputThatCannotBeWrittenIsSaid() throws {
        let outcome = try Workplace().run(["convene", Sample.gradebook, "--out", "none/such.csv"])
        #expect(outcome.status == 73)
    }
}
