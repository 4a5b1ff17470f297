import Foundation
import TestSupport
import Testing

/// `syncopate simulate year`.
struct SimulateYearTests {
    /// Few learners in few weeks.
    static let start = [
        "simulate", "year", "--world", "studies,equal", "--policy", "syncopate,nobody-meets,lowest-mastery,oracle",
        "--learners", "8", "--weeks", "4", "--topics", "2", "--runs", "3", "--seed", "2",
    ]

    @Test func workersDoNotMatter() throws {
        let workplace = try Workplace()
        let one = try workplace.run(Self.start + ["--format", "json"])
        let two = try workplace.run(Self.start + ["--format", "json", "--workers", "2"])
        #expect(one.status == 0 && !one.bytes.isEmpty && one.messages.isEmpty, "\(one.messages)")
        #expect(two.bytes == one.bytes)
    }

    @Test func formsAgree() throws {
        let workplace = try Workplace()
        let json = try Fields(json: try workplace.run(Self.start + ["--format", "json"]).text)
        #expect(json.string("seed") == "2" && json.number("runs") == 3)
        let families = json.list("families")
        #expect(families.compactMap { $0.string("family") } == ["studies", "equal"])
        let rows = CSV.rows(try workplace.run(Self.start + ["--format", "csv"]).text).dropFirst()
        for family in families {
            var means: [String: Double] = [:]
            for policy in family.list("policies") {
                let mean = try #require(policy.list("figures").first?.number("mean"))
                let name = try #require(policy.string("policy"))
                means[name] = mean
                let row = try #require(rows.first { $0[0] == family.string("family") && $0[1] == name })
                #expect(abs(mean - (Double(row[3]) ?? .nan)) < 1e-12)
            }
            // The engine against two baselines, three figures each.
            let contrasts = family.list("contrasts")
            #expect(contrasts.count == 6)
            for contrast in contrasts where contrast.string("figure") == "mean mastery" {
                let difference = try #require(contrast.number("difference"))
                let other = try #require(contrast.string("other").flatMap { means[$0] })
                #expect(abs(difference - ((means["syncopate"] ?? .nan) - other)) < 1e-9)
                #expect((contrast.number("low") ?? .nan) <= difference)
                #expect(difference <= (contrast.number("high") ?? .nan))
            }
        }
    }

    @Test func theListNamesWhatCanBeAskedFor() throws {
        let list = try Workplace().run("simulate", "year", "--list")
        for name in ["studies", "reversed", "equal", "syncopate", "lowest-mastery", "oracle"] {
            #expect(list.lines.contains { $0.hasPrefix("  \(name) ") }, "\(name)")
        }
    }

    @Test(arguments: [
        (["--world", "S9"], "unknown world \"S9\""),
        (["--policy", "oracel"], "unknown policy \"oracel\"; did you mean oracle?"),
        (["--learners", "5"], "--learners takes a whole number from 6 to 500."),
        (["--weeks", "61"], "--weeks takes a whole number from 1 to 60."),
        (["--topics", "9", "--weeks", "8"], "--topics takes no more than --weeks."),
        (["--runs", "1"], "--runs takes a whole number from 2 to 10,000."),
        (["--following", "1.5"], "--following takes a number from 0 to 1."),
        (["--forgetting", "nan"], "--forgetting takes a number from 0 to 1."),
        (["--output", "json"], "--output takes a file; for the form use --format json."),
    ])
    func wrongOption(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["simulate", "year"] + arguments)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }
}
