import Foundation
import TestSupport
import Testing

/// `syncopate recommend --catalogue` from files to output.
struct PracticeAdviceTests {
    private func advice(_ arguments: String..., log: [String] = PracticeSample.files) throws -> Outcome {
        try Workplace().run(["recommend"] + log + arguments)
    }

    @Test func everybodyGetsAnObjectThatAddsUp() throws {
        let outcome = try advice("--limit", "100")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let objects = try outcome.objects()
        #expect(objects.map { $0.string("learner") } == (1...6).map { "p0\($0)" })
        let names = try Sample.text(PracticeSample.catalogue)
        var items = 0
        for object in objects {
            for item in object.list("items") {
                items += 1
                let terms = try #require(item.fields("terms")).values.values.compactMap { $0 as? Double }
                #expect(abs(terms.reduce(0, +) - (item.number("score") ?? .nan)) < 1e-9)
                #expect(names.contains("\"id\": \"\(item.string("item") ?? "")\""))
                #expect(!item.codes.isEmpty && (0...1).contains(item.number("success") ?? -1))
                #expect(item.number("propensity") == 1 && (item.number("minutes") ?? 0) >= 3)
            }
            let known = object.list("skills")
            #expect(known.count == 8)
            let ids = known.filter { ($0.number("known") ?? 0) >= 0.95 }.compactMap { $0.string("skill") }
            #expect(object.values["mastered"] as? [String] == ids)
            #expect((object.values["open"] as? [String])?.count == 8 - ids.count)
        }
        #expect(items > 60)
        // One learner has most of it, one gets nowhere, and the risk of stopping is what is missing to certainty.
        let first = try #require(objects.first)
        #expect((first.number("risk") ?? 1) > 0 && (first.number("risk") ?? 1) < 0.05)
        let stuck = objects.flatMap { $0.list("stuck") }
        #expect(stuck.map { $0.string("skill") } == ["parts"])
        #expect(outcome.messages.contains("6 learners, 128 answers; a catalogue of 8 skills and 20 items."))
    }

    @Test func csvHasARowForEveryItemAndTheSameFigures() throws {
        let rows = CSV.rows(try advice("--output", "csv", "--limit", "4").text)
        let objects = try advice("--limit", "4", "--quiet").objects()
        #expect(rows.count == 1 + objects.reduce(0) { $0 + $1.items.count })
        let header = try #require(rows.first)
        let score = try #require(header.firstIndex(of: "score"))
        let terms = header.indices.filter { header[$0].hasPrefix("term:") }
        #expect(terms.count == 7 && header.filter { $0.hasPrefix("known:") }.count == 8)
        for (row, item) in zip(rows.dropFirst(), objects.flatMap { $0.list("items") }) {
            #expect(row.count == header.count)
            #expect(row[5] == item.string("item") && Double(row[score]) == item.number("score"))
            let sum = terms.reduce(0) { $0 + (Double(row[$1]) ?? .nan) }
            #expect(abs(sum - (item.number("score") ?? .nan)) < 1e-9)
        }
    }

    @Test func onlyThoseAskedForInTheirOrder() throws {
        let outcome = try advice("--learner", "p05", "--learner", "p01", "--learner", "p05")
        #expect(try outcome.objects().map { $0.string("learner") } == ["p05", "p01"])
    }

    /// Somebody new gets what somebody without a row gets, and a name that is nearly one of the log's is questioned.
    @Test func somebodyNew() throws {
        let outcome = try advice("--learner", "p11")
        #expect(outcome.status == 0)
        #expect(
            outcome.messages.contains(
                "warning: learner \"p11\" is not in the log and taken for new"),
            "\(outcome.messages)")
        let alone = try advice(
            "--learner", "p11", log: ["--catalogue", PracticeSample.catalogue, "--at", PracticeSample.moment])
        #expect(alone.status == 0 && alone.bytes == outcome.bytes && !alone.messages.contains("warning"))
        #expect(try alone.objects().first?.number("answers") == 0)
    }

    /// A goal for one learner is theirs by id, also where the log does not have them.
    @Test func goalsOfTheirOwn() throws {
        let workplace = try Workplace()
        let goal = "goal,purpose,skills,learners\nextra,master,divide,p99;p02\n"
        try workplace.write("goals.csv", goal)
        let skills = try PracticeSample.catalogue(("\"goals\": [", "\"goals\": [], \"other\": ["))
        try workplace.write("catalogue.json", skills)
        let files = [PracticeSample.log, "--catalogue", "catalogue.json", "--catalogue", "goals.csv"]
        let outcome = try workplace.run(["recommend"] + files + ["--learner", "p99", "--learner", "p01"])
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("note: catalogue.json: ignored-column: /other"))
        let objects = try outcome.objects()
        #expect(objects[0].values["open"] as? [String] == ["divide"] && !objects[0].items.isEmpty)
        #expect(objects[1].items.isEmpty && objects[1].fields("withheld")?.number("no_goal") == 20)
        let all = try workplace.run(["recommend"] + files)
        #expect(
            all.messages.contains("warning: goal \"extra\" is for learner \"p99\", who is not in the log"),
            "\(all.messages)")
        let table = try workplace.run(["recommend"] + files + ["--learner", "p01", "--output", "table"])
        #expect(table.text.contains("Nothing may be given now.") && table.text.contains("20 that no goal needs"))
        let csv = CSV.rows(try workplace.run(["recommend"] + files + ["--learner", "p01", "--output", "csv"]).text)
        #expect(csv.count == 2 && csv[1].count == csv[0].count && csv[1][0] == "p01" && csv[1][3].isEmpty)
    }

    @Test func whatATeacherSays() throws {
        let outcome = try advice(
            "--pin", "divide", "--ban", "parts-1", "--ban", "sums", "--pin", "devide", "--limit", "100")
        #expect(outcome.status == 0)
        #expect(
            outcome.messages.contains(
                "warning: --pin \"devide\" names no item or skill of the catalogue; did you mean \"divide\""))
        #expect(outcome.messages.contains("warning: --ban \"sums\" names no item or skill of the catalogue\n"))
        for object in try outcome.objects() {
            #expect(Set(object.items.prefix(2)) == ["divide-1", "divide-2"])
            #expect(!object.items.contains("parts-1") && object.fields("withheld")?.number("banned") == 1)
        }
        let quiet = try advice("--pin", "devide", "--quiet")
        #expect(quiet.status == 0 && quiet.messages.isEmpty)
    }

    /// Names that items and skills had before are understood.
    @Test func pinsByNamesOfBefore() throws {
        let workplace = try Workplace()
        try workplace.write(
            "c.json",
            try PracticeSample.catalogue(("\"id\": \"divide-1\",", "\"id\": \"divide-1\", \"formerly\": [\"old\"],")))
        let outcome = try workplace.run(
            "recommend", PracticeSample.log, "--catalogue", "c.json", "--pin", "old", "--quiet")
        #expect(outcome.messages.isEmpty)
        for object in try outcome.objects() { #expect(object.items.first == "divide-1") }
    }

    @Test func limitsAreKept() throws {
        for object in try advice("--minutes-a-day", "3", "--limit", "100").objects() {
            for item in object.list("items") { #expect(item.number("minutes") == 3) }
            #expect((object.fields("withheld")?.number("minutes") ?? 0) > 10)
        }
        let certain = try advice("--certainty", "0.5", "--quiet").objects()
        let usual = try advice("--quiet").objects()
        for (easy, hard) in zip(certain, usual) {
            let (easy, hard) = (easy.values["mastered"] as? [String], hard.values["mastered"] as? [String])
            #expect(Set(try #require(hard)).isSubset(of: Set(try #require(easy))))
        }
        #expect(certain.contains { ($0.values["mastered"] as? [String] ?? []).contains("compare") })
    }

    @Test func theLotIsTheSeeds() throws {
        let arguments = ["--choices", "4", "--nearness", "0.9", "--quiet"]
        func firsts(_ seed: Int) throws -> [String?] {
            let outcome = try Workplace().run(
                ["recommend"] + PracticeSample.files + arguments + ["--seed", String(seed)])
            for object in try outcome.objects() { #expect((object.list("items")[0].number("propensity") ?? 1) < 1) }
            return try outcome.objects().map { $0.items.first }
        }
        #expect(try firsts(1) == firsts(1))
        #expect(Set(try (0..<6).map { try firsts($0) }).count > 1)
    }

    /// An item in the log that the catalogue does not know is named; where there is nothing else the command ends.
    @Test func unmatchedItems() throws {
        let workplace = try Workplace()
        let rows = (1...7).map { "p01,old-\($0),1,1,2026-05-01T08:00:00Z\n" }.joined()
        try workplace.write("log.csv", try Sample.text(PracticeSample.log).replacing("learner_name,", with: "x,"))
        try workplace.write("more.csv", "learner,item,score,max,at\n" + rows)
        let both = try workplace.run(
            "recommend", PracticeSample.log, "more.csv", "--catalogue", PracticeSample.catalogue)
        #expect(both.status == 0)
        #expect(
            both.messages.contains(
                "warning: 7 answers on 7 items that the catalogue does not know left aside: \"old-1\", \"old-2\", \"old-3\", "
                    + "\"old-4\", \"old-5\", ... (name an item's old ids in its \"formerly\")"), "\(both.messages)")
        let alone = try workplace.run("recommend", "more.csv", "--catalogue", PracticeSample.catalogue)
        #expect(alone.status == 65 && alone.bytes.isEmpty)
        #expect(alone.messages.contains("error: none of the log's 7 items is in the catalogue: \"old-1\""))
    }

    @Test func badRowsAreLeftOutOrRefused() throws {
        let workplace = try Workplace()
        try workplace.write(
            "log.csv", try Sample.text(PracticeSample.log) + "p01,,parts-1,abc,1,2026-05-04T00:00:00Z\n")
        let start = ["recommend", "log.csv", "--catalogue", PracticeSample.catalogue]
        let outcome = try workplace.run(start)
        #expect(outcome.status == 3 && outcome.lines.count == 6)
        #expect(outcome.messages.contains("1 row was left out and written to log.rejects.csv"))
        let strict = try workplace.run(start + ["--strict"])
        #expect(strict.status == 65 && strict.bytes.isEmpty)
    }

    @Test func aCatalogueWithFaultsIsRefusedWithAllOfThem() throws {
        let workplace = try Workplace()
        try workplace.write(
            "c.json",
            #"{"skills":[{"id":"a","requires":["b"]},{"id":"a"}],"items":[{"id":"x","skills":["aa"],"minutes":-1}]}"#)
        let outcome = try workplace.run("recommend", PracticeSample.log, "--catalogue", "c.json")
        #expect(outcome.status == 65 && outcome.bytes.isEmpty)
        #expect(
            outcome.messages == """
                error: c.json: duplicate-id: skill "a": stands in the catalogue twice (keep one of them)
                error: c.json: unknown-skill: skill "a": requires "b", which is no skill of the catalogue (add that skill, \
                or correct the name)
                error: c.json: value-out-of-range: item "x": minutes is -1.0 (give a number of minutes, from 0.001 \
                to 100000)
                error: c.json: unknown-skill: item "x": exercises "aa", which is no skill of the catalogue (add that \
                skill, or correct the name)

                """)
    }

    /// A value that cannot be read is named and left out, as rows of a log are.
    @Test func valuesWithFaults() throws {
        let workplace = try Workplace()
        try workplace.write("c.json", try PracticeSample.catalogue(("\"initial\": 0.5", "\"initial\": \"half\"")))
        let start = ["recommend", PracticeSample.log, "--catalogue", "c.json"]
        let outcome = try workplace.run(start)
        #expect(outcome.status == 3 && outcome.lines.count == 6)
        #expect(outcome.messages.contains("error: c.json: bad-value: /skills/0/initial should be a number"))
        #expect(try workplace.run(start + ["--strict"]).status == 65)
    }

    @Test(arguments: [
        ("{\"skills\": [\n{\"id\": }]}", "error: c:2: broken-json", 65), ("", "error: c: empty-file", 65),
        ("learner,score\na,1\n", "error: c:1: wrong-kind-of-file", 65),
        ("skill\na\n", "error: c: the catalogue has no items", 65),
    ])
    func cataloguesThatAreNone(_ text: String, _ message: String, _ status: Int32) throws {
        let workplace = try Workplace()
        try workplace.write("c", text)
        for command in [["recommend"], ["explain", "--learner", "p01"]] {
            let outcome = try workplace.run(command + [PracticeSample.log, "--catalogue", "c"])
            #expect(outcome.status == status && outcome.bytes.isEmpty)
            #expect(outcome.messages.contains(message), "\(outcome.messages)")
        }
    }

    @Test func filesThatAreNotThere() throws {
        let workplace = try Workplace()
        #expect(try workplace.run("recommend", PracticeSample.log, "--catalogue", "none").status == 66)
        #expect(try workplace.run("recommend", "none", "--catalogue", PracticeSample.catalogue).status == 66)
        let out = try workplace.run(["recommend"] + PracticeSample.files + ["--out", "none/x"])
        #expect(out.status == 73 && out.bytes.isEmpty)
    }

    /// The three tables say what the JSON does.
    @Test func tablesOrJSON() throws {
        let workplace = try Workplace()
        try workplace.write("skills.csv", "skill,title,requires\na,Adding,\nb,Borrowing,a:0.5\n")
        try workplace.write("items.csv", "item,title,skills,minutes\nx,Sums,a,3\ny,Loans,b,5\n")
        try workplace.write("goals.csv", "goal,purpose,skills\ng,master,b\n")
        try workplace.write(
            "c.json",
            """
            {"skills": [{"id": "a", "title": "Adding"}, {"id": "b", "title": "Borrowing",
             "requires": [{"skill": "a", "weight": 0.5}]}],
             "items": [{"id": "x", "title": "Sums", "skills": ["a"], "minutes": 3},
             {"id": "y", "title": "Loans", "skills": ["b"], "minutes": 5}],
             "goals": [{"id": "g", "skills": ["b"]}]}
            """)
        try workplace.write("log.jsonl", #"{"learner":"ada","item":"x","score":1,"max":1}"# + "\n")
        let tables = ["skills.csv", "items.csv", "goals.csv"].flatMap { ["--catalogue", $0] }
        let one = try workplace.run(["recommend", "log.jsonl"] + tables)
        let other = try workplace.run("recommend", "log.jsonl", "--catalogue", "c.json")
        #expect(one.status == 0 && one.bytes == other.bytes && !one.bytes.isEmpty)
        let piped = try workplace.run(
            "recommend", "log.jsonl", "--catalogue", "-", input: try #require(workplace.text("c.json")))
        #expect(piped.bytes == one.bytes)
    }

    /// A date is told as it was written wherever the learners live, and one that is past says so.
    @Test func datesOfGoals() throws {
        let west = try advice("--utc-offset", "-08:00", "--learner", "p06")
        #expect(west.messages.contains("To be reached: master everything by 2026-06-12; remember"), "\(west.messages)")
        #expect(west.messages.contains("For 2026-05-04 00:00.\n"))
        let later = try advice(
            "--learner", "p06",
            log: [PracticeSample.log, "--catalogue", PracticeSample.catalogue, "--at", "2026-06-12"])
        #expect(later.messages.contains("master everything by 2026-06-12 (which is past); "), "\(later.messages)")
        #expect(later.messages.contains("For 2026-06-12 00:00 UTC.\n"))
    }

    /// Where a log has no times, nothing is forgotten before the moment that is stated.
    @Test func logsWithoutTimes() throws {
        let workplace = try Workplace()
        let text = try Sample.text(PracticeSample.log).split(separator: "\n")
        let bare = text.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).dropLast().joined(separator: ",")
        }
        try workplace.write("log.csv", bare.joined(separator: "\n") + "\n")
        let start = ["recommend", "log.csv", "--catalogue", PracticeSample.catalogue, "--learner", "p01"]
        let outcome = try workplace.run(start)
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("warning: the input has no times, so the dates of goals say nothing"))
        let stated = try workplace.run(start + ["--at", PracticeSample.moment])
        #expect(!stated.messages.contains("warning"))
        #expect(
            try stated.objects().first?.values["mastered"] as? [String] == outcome.objects().first?.values["mastered"]
                as? [String])
        #expect((try stated.objects().first?.values["mastered"] as? [String] ?? []).count >= 5)
    }

    @Test(arguments: [60, 80, 100, 200]) func tablesKeepToTheirWidth(_ columns: Int) throws {
        for command in [["recommend", "--output", "table"], ["explain", "--learner", "p03", "--item", "project"]] {
            let outcome = try Workplace().run(
                command + PracticeSample.files, environment: ["COLUMNS": String(columns)])
            #expect(outcome.status == 0, "\(outcome.messages)")
            for line in outcome.lines { #expect(line.count <= columns, "\(line)") }
        }
    }

    @Test func learnersAreNamedInTheOutputOnly() throws {
        for form in ["table", "csv", "jsonl"] {
            let outcome = try advice("--output", form)
            #expect(outcome.text.contains("Aminata Diallo") && !outcome.messages.contains("Aminata"))
        }
    }

    /// A name must not be a formula in a spreadsheet nor move a terminal's cursor.
    @Test func hostileText() throws {
        let workplace = try Workplace()
        try workplace.write(
            "c.json", #"{"items":[{"id":"=1+1","title":"\u001b[2Jx, \"y\"","skills":["@s"]}]}"#)
        try workplace.write(
            "log.jsonl", #"{"learner":"=cmd()","learner_name":"-x","item":"=1+1","score":1,"max":1}"# + "\n")
        let start = ["recommend", "log.jsonl", "--catalogue", "c.json"]
        let csv = try workplace.run(start + ["--output", "csv"])
        let rows = CSV.rows(csv.text)
        try #require(rows.count == 2)
        #expect(rows[1][0] == "'=cmd()" && rows[1][1] == "'-x" && rows[1][5] == "'=1+1", "\(csv.text)")
        for command in [start + ["--output", "table"], ["explain"] + start.dropFirst() + ["--learner", "=cmd()"]] {
            let outcome = try workplace.run(command)
            #expect(outcome.status == 0 && !outcome.bytes.contains(0x1B), "\(outcome.messages)")
        }
        #expect(try workplace.run(start).objects().first?.items == ["=1+1"])
    }
}
