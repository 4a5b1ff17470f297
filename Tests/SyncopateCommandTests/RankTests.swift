import Foundation
import Testing

/// `syncopate rank`: the best items of everybody in a log by a model.
struct RankTests {
    private static let log = """
        learner,item,correct,skills,timestamp
        ada,i1,1,add,1760000000
        ada,i2,1,add,1760000100
        ada,i3,1,multiply,1760000200
        bo,i1,0,add,1760000000
        bo,i3,0,multiply,1760000300
        "c,y",i2,0,add,1760000000

        """

    private static let catalogue = """
        {"skills": [{"id": "add"}, {"id": "multiply"}], "items": [
          {"id": "new-1", "title": "A new one", "skills": ["add"]}, {"id": "new-2", "skills": ["multiply"]},
          {"id": "i1", "skills": ["add"]}]}
        """

    @Test func theItemsOfTheLog() throws {
        let place = try Workplace()
        try place.write("log.csv", Self.log)
        let outcome = try place.run("rank", "log.csv", "--repeats", "--quiet")
        #expect(outcome.status == 0 && outcome.messages.isEmpty)
        let rows = outcome.text.split(separator: "\n").map(String.init)
        #expect(rows[0] == "learner,rank,item,success" && rows.count == 10)
        #expect(rows.filter { $0.hasPrefix("ada,") }.count == 3 && rows.filter { $0.hasPrefix("\"c,y\",") }.count == 3)
        // Nearest to what was asked for first.
        let distances = rows.filter { $0.hasPrefix("bo,") }.map {
            abs((Double($0.split(separator: ",")[3]) ?? 0) - 0.75)
        }
        #expect(distances == distances.sorted())
        // What was met is not offered again unless that is asked for.
        let fresh = try place.run("rank", "log.csv", "--quiet").text.split(separator: "\n").map(String.init)
        #expect(fresh.filter { $0.hasPrefix("bo,") }.map { $0.split(separator: ",")[2] } == ["i2"])
        #expect(fresh.count == 4)
    }

    @Test func aCatalogueOnAnyNumberOfThreads() throws {
        let place = try Workplace()
        try place.write("log.csv", Self.log)
        try place.write("course.json", Self.catalogue)
        let one = try place.run("rank", "log.csv", "--catalogue", "course.json", "--output", "jsonl", "--limit", "2")
        #expect(one.status == 0 && one.messages.contains("3 learners and 3 items"))
        let lines = try one.text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.compactMap { $0["learner"] as? String } == ["ada", "bo", "c,y"])
        let items = try #require(lines[0]["items"] as? [[String: Any]])
        #expect(Set(items.compactMap { $0["item"] as? String }) == ["new-1", "new-2"])
        #expect(items.contains { $0["title"] as? String == "A new one" })
        let two = try place.run(
            "rank", "log.csv", "--catalogue", "course.json", "--output", "jsonl", "--limit", "2", "--threads", "2",
            "--out",
            "ranked.jsonl")
        #expect(two.status == 0 && place.text("ranked.jsonl") == one.text)
    }

    @Test(arguments: [
        (["--limit", "0"], 64, "--limit"), (["--success", "2"], 64, "--success"), (["--at", "soon"], 64, "--at"),
        (["--model", "log.csv"], 65, "log.csv"), (["--catalogue", "none.json"], 66, "none.json"),
        (["--out", "none/here"], 73, "none/here"),
    ])
    func faults(_ options: [String], _ status: Int32, _ words: String) throws {
        let place = try Workplace()
        try place.write("log.csv", Self.log)
        let outcome = try place.run(["rank", "log.csv"] + options)
        #expect(outcome.status == status && outcome.messages.contains(words), "\(outcome.messages)")
    }

    @Test func withoutAScore() throws {
        let place = try Workplace()
        try place.write("log.csv", "learner,item,correct\nada,i1,\n")
        let outcome = try place.run("rank", "log.csv")
        #expect(outcome.status == 65 && outcome.messages.contains("no scored response"))
    }
}
