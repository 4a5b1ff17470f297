import Foundation
import TestSupport
import Testing

/// `syncopate evaluate --fairness` from outside.
struct FairnessCommandTests {
    static let decisions =
        "learner,mode,uplift,gain,expected\n"
        + (0..<24).map { place in
            "l\(place),\(place % 3 == 0 ? "live_teacher" : "async_solo"),0.\(place),\(place % 2),0.5"
        }.joined(separator: "\n") + "\n"
    static let groups =
        "learner,sex,region\n"
        + (0..<24).map { "l\($0),\($0 % 2 == 0 ? "f" : "m"),\($0 < 12 ? "north" : "")" }
        .joined(separator: "\n") + "\n"

    private func run(_ decisions: String, _ groups: String, _ more: String...) throws -> Outcome {
        let place = try Workplace()
        _ = try place.write("d.csv", decisions)
        _ = try place.write("g.csv", groups)
        return try place.run(["evaluate", "--fairness", "d.csv", "--groups", "g.csv"] + more)
    }

    @Test func groupsAreReported() throws {
        let outcome = try run(Self.decisions, Self.groups)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.text.contains("24 decisions about 24 learners, 33 % of them live."))
        #expect(outcome.text.contains("sex") && outcome.text.contains("f · 12 learners"))
        // Of the region only one group is known, so there is nobody to compare it with.
        #expect(!outcome.text.contains("north"))
        let json = try run(Self.decisions, Self.groups, "--output", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
        #expect((object["groups"] as? [[String: Any]])?.count == 2)
    }

    @Test(arguments: [
        ("learner,mode\na,sometimes\n", "learner,sex\na,f\n", "d.csv:2:2: bad-value", 3 as Int32),
        ("learner,mode\n,either\n", "learner,sex\na,f\n", "d.csv:2:1: blank-id", 3),
        ("learner,mode,gain\na,either,much\n", "learner,sex\na,f\n", "d.csv:2:3: bad-value", 3),
        ("learner,gain\na,1\n", "learner,sex\na,f\n", "missing-column", 65),
        ("learner,mode\na,either\n", "learner\na\n", "missing-column", 65),
        ("learner,mode\na,either\n", "learner,sex\na,f\na,m\n", "g.csv:3", 3),
        ("learner,mode\na,either\n", "learner,sex\n,f\n", "g.csv:2:1: blank-id", 3),
    ]) func faultsAreNamed(_ decisions: String, _ groups: String, _ message: String, _ status: Int32) throws {
        let outcome = try run(decisions, groups)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
        #expect(outcome.status == status, "\(outcome.status) \(outcome.messages)")
    }

    @Test func optionsGoTogether() throws {
        for arguments in [["--fairness", "d.csv"], ["--groups", "g.csv"]] {
            let outcome = try Workplace().run(["evaluate"] + arguments)
            #expect(outcome.status == 64 && outcome.messages.contains("go together"))
        }
    }

    /// Attributes are read by the report alone: nowhere else in the program is there a place for them.
    @Test func nothingElseReadsAttributes() throws {
        let root = SharedFolder.packageRoot.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var users: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            if ["GroupFile", "GroupFairness", "FairnessReport", "gender", "disability", "deprivation"].contains(where: {
                text.contains($0)
            }) {
                users.insert(file.lastPathComponent)
            }
        }
        #expect(
            users == [
                "GroupFairness.swift", "FairnessReport.swift", "GroupFile.swift", "FairnessTable.swift",
                "FairnessJSON.swift", "FairnessEvaluation.swift", "InputReader.swift",
                // The same report on simulated cohorts, whose groups no policy is shown.
                "WeeklyFairness.swift", "SimulationReport.swift",
            ])
    }
}
