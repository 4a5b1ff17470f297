import Foundation
import TestSupport
import Testing

/// `syncopate simulate modes`.
struct SimulateModesTests {
    /// Few learners in few weeks.
    static let start = [
        "simulate", "modes", "--world", "S1,S5", "--policy",
        "syncopate,always-asynchronous,lowest-mastery,thompson,oracle", "--learners", "20", "--weeks", "3", "--runs",
        "3",
        "--seed", "2",
    ]

    @Test(arguments: [["--format", "table", "--fairness"], ["--format", "json", "--fairness"], ["--format", "csv"]])
    func workersDoNotMatter(_ form: [String]) throws {
        let workplace = try Workplace()
        let one = try workplace.run(Self.start + form)
        let two = try workplace.run(Self.start + form + ["--workers", "2"])
        #expect(one.status == 0 && !one.bytes.isEmpty && one.messages.isEmpty, "\(one.messages)")
        #expect(two.bytes == one.bytes)
    }

    @Test func formsAgree() throws {
        let workplace = try Workplace()
        let json = try Fields(json: try workplace.run(Self.start + ["--format", "json", "--fairness"]).text)
        #expect(json.string("seed") == "2" && json.number("runs") == 3)
        let families = json.list("families")
        #expect(families.compactMap { $0.string("family") } == ["S1", "S5"])
        let rows = CSV.rows(try workplace.run(Self.start + ["--format", "csv"]).text).dropFirst()
        for family in families {
            let policies = family.list("policies")
            // Only who advises has figures of advice.
            #expect(policies.map { $0.list("figures").count } == [4, 2, 2, 2, 2])
            for policy in policies {
                let share = try #require(policy.list("figures").first?.number("mean"))
                let row = try #require(
                    rows.first { $0[0] == family.string("family") && $0[1] == policy.string("policy") })
                #expect(abs(share - (Double(row[3]) ?? .nan)) < 1e-12)
            }
            #expect(policies.last?.list("figures").first?.number("mean") == 1)
        }
        let plain = try Fields(json: try workplace.run(Self.start + ["--format", "json"]).text)
        #expect(plain.list("families").count == 2)
    }

    @Test func theListNamesWhatCanBeAskedFor() throws {
        let workplace = try Workplace()
        let list = try workplace.run("simulate", "modes", "--list")
        let other = try workplace.run("simulate", "modes", "--world", "list")
        #expect(list.status == 0 && list.bytes == other.bytes)
        for name in ["S1", "S6", "equal", "syncopate", "wheel-spin-pairing", "oracle"] {
            #expect(list.lines.contains { $0.hasPrefix("  \(name) ") }, "\(name)")
        }
    }

    @Test(arguments: [
        (["--world", "S9"], "unknown world \"S9\""),
        (["--policy", "oracel"], "unknown policy \"oracel\"; did you mean oracle?"),
        (["--learners", "9"], "--learners takes a whole number from 10 to 10,000."),
        (["--weeks", "521"], "--weeks takes a whole number from 1 to 520."),
        (["--runs", "1"], "--runs takes a whole number from 2 to 10,000."),
        (["--workers", "0"], "--workers takes a whole number from 1 to 64."),
        (["--fairness", "--format", "csv"], "--fairness takes --format table or json."),
        (["--fairness", "--runs", "10000"], "--fairness takes no more than 20,000,000 learners x weeks x runs."),
        (["--output", "json"], "--output takes a file; for the form use --format json."),
    ])
    func wrongOption(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["simulate", "modes"] + arguments)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }
}
