import Foundation
import TestSupport
import Testing

/// Folders in place of files.
struct FolderTests {
    private func workplace(_ files: [String: String]) throws -> Workplace {
        let workplace = try Workplace()
        try FileManager.default.createDirectory(
            at: workplace.folder.appendingPathComponent("set"), withIntermediateDirectories: true)
        for (name, text) in files { try workplace.write("set/" + name, text) }
        return workplace
    }

    @Test func aSet() throws {
        let workplace = try workplace([
            "lineItems.csv": "sourcedId,title,resultValueMax\nl1,Proofs,20\n",
            "results.csv": "sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score\nr1,l1,u1,fully graded,17\n",
            "notes.txt": "nothing",
        ])
        for path in ["set", "set/"] {
            let outcome = try workplace.run("check", path)
            #expect(outcome.status == 0, "\(outcome.messages)")
            #expect(outcome.text.contains("1 learner, 1 column, 1 score."))
        }
    }

    @Test func withoutTables() throws {
        let outcome = try workplace(["notes.txt": "nothing"]).run("recommend", "set")
        #expect(outcome.status == 66)
        #expect(outcome.messages.contains("no CSV file is in it"))
    }

    @Test func asAFileBeside() throws {
        let workplace = try workplace(["a.csv": "item,skill\n1,a\n"])
        let outcome = try workplace.run("recommend", Sample.gradebook, "--skills", "set")
        #expect(outcome.status == 65)
        #expect(outcome.messages.contains("this is a folder"))
    }
}
