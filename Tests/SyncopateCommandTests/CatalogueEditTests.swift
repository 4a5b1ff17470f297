import TestSupport
import Testing

/// A catalogue is edited, the log stays as it is: the program says of everybody what it would say of a log with the new
/// names.
struct CatalogueEditTests {
    /// Advice on a catalogue and a log, both with parts replaced.
    private func advice(_ catalogue: [(String, String)], log: [(String, String)] = []) throws -> [Fields] {
        let workplace = try Workplace()
        var text = try Sample.text(PracticeSample.catalogue)
        for (old, new) in catalogue {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        try workplace.write("c.json", text)
        var rows = try Sample.text(PracticeSample.log)
        for (old, new) in log {
            try #require(rows.contains(old))
            rows = rows.replacing(old, with: new)
        }
        try workplace.write("log.csv", rows)
        let outcome = try workplace.run(
            "recommend", "log.csv", "--catalogue", "c.json", "--at", PracticeSample.moment, "--limit", "100")
        #expect(outcome.status == 0 && !outcome.messages.contains("warning"), "\(outcome.messages)")
        return try outcome.objects()
    }

    /// Per learner what is believed of the skills, by their ids.
    private func known(_ objects: [Fields]) -> [[String: Double]] {
        objects.map { object in
            Dictionary(
                uniqueKeysWithValues: object.list("skills").map { ($0.string("skill") ?? "", $0.number("known") ?? -1) }
            )
        }
    }

    private func same(_ one: [Fields], _ other: [Fields]) -> Bool {
        one.count == 6 && one.count == other.count
            && zip(one, other).allSatisfy { $0.string("learner") == $1.string("learner") && $0.items == $1.items }
            && known(one) == known(other)
    }

    @Test func itemsAreRenamedMergedAndRemoved() throws {
        let renamed = [("\"id\": \"add-2\",", "\"id\": \"unlike\", \"formerly\": [\"add-2\"],")]
        #expect(same(try advice(renamed), try advice(renamed, log: [(",add-2,", ",unlike,")])))
        let line =
            #"    {"id": "compare-1", "title": "Which is larger?", "skills": ["compare"], "minutes": 3, "group": "sheet 2"},"#
        // Gone into another item.
        let merged = [
            (line + "\n", ""), ("\"id\": \"compare-2\",", "\"id\": \"compare-2\", \"formerly\": [\"compare-1\"],"),
        ]
        #expect(same(try advice(merged), try advice(merged, log: [(",compare-1,", ",compare-2,")])))
        // Gone, with its evidence left to the skill: nothing that is believed changes.
        let removed = [
            (line + "\n", ""), ("{\"id\": \"compare\",", "{\"id\": \"compare\", \"formerly\": [\"compare-1\"],"),
        ]
        #expect(known(try advice(removed)) == known(try advice([])))
    }

    @Test func itemsAndSkillsAreAdded() throws {
        let added = try advice([
            ("\"skills\": [\n", "\"skills\": [{\"id\": \"ratio\"},\n"),
            ("\"items\": [\n", "\"items\": [{\"id\": \"ratio-1\", \"skills\": [\"ratio\"]},\n"),
        ])
        for (new, old) in zip(known(added), known(try advice([]))) {
            #expect(new.filter { $0.key != "ratio" } == old)
            // As likely as the nominal parameters say, nearly: by the other account of learning it may be there already.
            #expect(abs((new["ratio"] ?? 0) - 0.2) < 0.05)
        }
    }

    @Test func aSkillIsRenamed() throws {
        let renamed = try advice([
            ("\"id\": \"common\",", "\"id\": \"denominators\", \"formerly\": [\"common\"],"),
            ("[\"common\"]", "[\"denominators\"]"),
        ])
        for (new, old) in zip(known(renamed), known(try advice([]))) {
            #expect(new["denominators"] == old["common"])
            #expect(new.filter { $0.key != "denominators" } == old.filter { $0.key != "common" })
        }
    }

    /// A log that names skills and no item of the catalogue is read by them: renamed, split in two, and merged.
    @Test func skillsInTheLogFindTheirWay() throws {
        let workplace = try Workplace()
        let log = """
            learner,item,skills,score,max,at
            a,q1,add,1,1,2026-05-01T08:00:00Z
            a,q2,carry,0,1,2026-05-01T08:05:00Z
            a,q3,add;carry,1,1,2026-05-01T08:10:00Z
            b,q1,add,1,1,2026-05-01T08:00:00Z

            """
        func advice(_ skills: String, _ items: String, _ log: String) throws -> String {
            try workplace.write("skills.csv", "skill,formerly\n" + skills)
            try workplace.write("items.csv", "item,skills\n" + items)
            try workplace.write("log.csv", log)
            let outcome = try workplace.run(
                "recommend", "log.csv", "--catalogue", "skills.csv", "--catalogue", "items.csv", "--limit", "9")
            #expect(outcome.status == 0 && !outcome.messages.contains("warning"), "\(outcome.messages)")
            return outcome.text
        }
        let rename = ("sum,add\ncarry,\n", "x,sum\ny,carry\n")
        #expect(
            try advice(rename.0, rename.1, log)
                == advice(rename.0, rename.1, log.replacing("add", with: "sum")))
        let split = ("add1,add\nadd2,add\ncarry,\n", "x,add1\ny,add2\nz,carry\n")
        #expect(
            try advice(split.0, split.1, log.replacing("add;carry", with: "add"))
                == advice(split.0, split.1, log.replacing("add;carry", with: "add").replacing("add", with: "add1;add2"))
        )
        let merge = ("sum,add;carry\n", "x,sum\n")
        #expect(
            try advice(merge.0, merge.1, log)
                == advice(
                    merge.0, merge.1,
                    log.replacing("add;carry", with: "sum").replacing("add", with: "sum").replacing(
                        "carry", with: "sum")))
    }
}
