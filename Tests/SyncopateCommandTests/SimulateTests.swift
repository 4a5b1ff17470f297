import Foundation
import TestSupport
import Testing

/// `syncopate simulate`.
struct SimulateTests {
    /// Few students of few kinds: one that is taught, one that forgets, and one that shares a bank. Policies are named, so
    /// that another one in the registry changes nothing here.
    static let start = [
        "simulate", "--students", "knowledge-graph,exponential-forgetting,adaptive-test", "--policy",
        "random,round-robin,fixed-order,random-items,lowest-mastery,ready-set,leitner,maximum-information,"
            + "capped-information,oracle-state,oracle-look-ahead", "--runs", "4", "--seed", "3",
    ]

    @Test(arguments: ["table", "json", "csv"]) func workersDoNotMatter(_ form: String) throws {
        let workplace = try Workplace()
        let one = try workplace.run(Self.start + ["--format", form, "--svg", "one.svg"])
        let two = try workplace.run(Self.start + ["--format", form, "--svg", "two.svg", "--workers", "2"])
        #expect(one.status == 0 && !one.bytes.isEmpty && one.messages.isEmpty, "\(one.messages)")
        #expect(two.bytes == one.bytes && two.messages.isEmpty)
        #expect(workplace.text("one.svg") == workplace.text("two.svg"))
        let written = try workplace.run(Self.start + ["--format", form, "--output", "out", "--threads", "3"])
        #expect(written.status == 0 && written.bytes.isEmpty)
        #expect(workplace.text("out") == one.text)
        #expect(try workplace.names() == ["one.svg", "out", "two.svg"])
    }

    @Test func seedsMatter() throws {
        let workplace = try Workplace()
        let (one, other) = (
            try workplace.run(Self.start + ["--format", "csv"]),
            try workplace.run(Self.start + ["--format", "csv", "--seed", "4"])
        )
        let pair = zip(CSV.rows(one.text).dropFirst(), CSV.rows(other.text).dropFirst())
        #expect(pair.contains { $0[3] != $1[3] } && pair.allSatisfy { $0.prefix(3) == $1.prefix(3) })
    }

    /// What each form says of a policy is the same.
    @Test func theFormsAgree() throws {
        let workplace = try Workplace()
        let json = try Fields(json: try workplace.run(Self.start + ["--format", "json"]).text)
        #expect(json.string("seed") == "3" && json.number("students") == 4)
        let rows = CSV.rows(try workplace.run(Self.start + ["--format", "csv"]).text)
        #expect(rows.first == ["family", "policy", "figure", "mean", "standard_error", "p90", "students", "seed"])
        var next = 1
        for family in json.list("families") {
            for policy in family.list("policies") {
                for figure in policy.list("figures") {
                    let row = try #require(next < rows.count ? rows[next] : nil)
                    let names = [family.string("family"), policy.string("policy"), figure.string("figure")]
                    #expect(row.prefix(3).map(Optional.some) == names)
                    for (cell, key) in zip(row[3...], ["mean", "standard_error", "p90"]) {
                        let (old, new) = (try #require(Double(cell)), try #require(figure.number(key)))
                        // Foundation's reader of JSON is off in the last digit.
                        #expect(abs(old - new) <= 1e-14 * abs(new), "\(cell) \(key)")
                    }
                    #expect(row.suffix(2) == ["4", "3"])
                    next += 1
                }
                if policy.number("highest_exposure") != nil { next += 1 }
            }
        }
        #expect(next == rows.count)
        let families = json.list("families")
        #expect(families.compactMap { $0.string("family") }.count == 3)
        // One best or more in every figure, never an oracle.
        for family in families {
            for place in 0..<(family.list("policies").first?.list("figures").count ?? 0) {
                let best = family.list("policies").filter { $0.list("figures")[place].flag("best") == true }
                #expect(!best.isEmpty && best.allSatisfy { $0.string("role") != "oracle" })
            }
        }
    }

    @Test func byDefaultTheEngineAndTheBaselinesMeetEverybody() throws {
        let outcome = try Workplace().run("simulate", "--runs", "2", "--format", "json")
        #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
        let families = try Fields(json: outcome.text).list("families")
        #expect(families.count >= 11)
        for family in families {
            let roles = Set(family.list("policies").compactMap { $0.string("role") })
            #expect(roles.contains("baseline") && roles.isSubset(of: ["engine", "baseline"]))
        }
    }

    @Test func theListNamesWhatCanBeAskedFor() throws {
        let workplace = try Workplace()
        let list = try workplace.run("simulate", "--list", environment: ["COLUMNS": "60"])
        #expect(list.status == 0 && list.messages.isEmpty)
        for line in list.lines { #expect(line.count <= 60, "\(line)") }
        let names = list.lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(names.count > 25)
        for name in names {
            // A family or a policy: as the other it is unknown.
            let tries = try ["--students", "--policy"].map { option in
                try workplace.run("simulate", option, name, "--list").status
            }
            #expect(Set(tries).isSuperset(of: [0]), "\(name)")
        }
    }

    @Test func namesMayHaveBlanksAndComeTwice() throws {
        let workplace = try Workplace()
        let plain = try workplace.run(
            "simulate", "--students", "dash", "--policy", "random,round-robin", "--runs", "2", "--format", "csv")
        let odd = try workplace.run(
            "simulate", "--students", "dash, dash", "--policy", "random, round-robin,,random", "--runs", "2",
            "--format",
            "csv")
        #expect(plain.status == 0 && plain.bytes == odd.bytes)
    }

    @Test func aChartIsDrawn() throws {
        let workplace = try Workplace()
        #expect(try workplace.run(Self.start + ["--svg", "c.svg"]).status == 0)
        let svg = try #require(workplace.text("c.svg"))
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
        #expect(svg.contains("xmlns=\"http://www.w3.org/2000/svg\"") && svg.contains("prefers-color-scheme:dark"))
        for name in ["knowledge-graph", "leitner", "oracle-look-ahead", "maximum-information"] {
            #expect(svg.contains(name), "\(name)")
        }
        for name in ["text", "svg", "g", "style", "title", "desc"] {
            let opened = svg.components(separatedBy: "<\(name) ").count + svg.components(separatedBy: "<\(name)>").count
            #expect(opened - 1 == svg.components(separatedBy: "</\(name)>").count, "\(name)")
        }
    }

    // MARK: Exits

    @Test(arguments: [
        (["--students", "knowlege-graph"], "unknown students \"knowlege-graph\"; did you mean knowledge-graph?"),
        (
            ["--students", "dash,exam-7"],
            "unknown students \"exam-7\"; did you mean exam-6 or exam-10? --list names all."
        ),
        (["--policy", "random,lietner"], "unknown policy \"lietner\"; did you mean leitner?"),
        (["--policy", "zzz"], "unknown policy \"zzz\"; --list names all."),
        (["--policy", ", "], "--policy takes at least one name; --list names all."),
        (["--students", ""], "--students takes at least one name; --list names all."),
        (["--students", "adaptive-test", "--policy", "leitner"], "None of the policies suits any of the students"),
        (["--runs", "1"], "--runs takes a whole number from 2 to 100,000."),
        (["--runs", "100001"], "--runs takes a whole number from 2 to 100,000."),
        (["--runs", "many"], "The value 'many' is invalid for '--runs <runs>'"),
        (["--workers", "0"], "--workers takes a whole number from 1 to 64."),
        (["--workers", "65"], "--workers takes a whole number from 1 to 64."),
        (["--seed=-1"], "The value '-1' is invalid for '--seed <seed>'"),
        (["--format", "xml"], "Please provide one of 'table', 'json' or 'csv'."),
        (["--output", "json"], "--output takes a file; for the form use --format json."),
        (["--output", "a", "--svg", "a"], "--svg takes a file of its own."),
        (["--svg", "-"], "--svg takes a file of its own."),
        (["extra"], "Unexpected argument 'extra'"),
    ])
    func wrongOption(_ arguments: [String], _ message: String) throws {
        let workplace = try Workplace()
        let outcome = try workplace.run(["simulate"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
        #expect(try workplace.names().isEmpty)
    }

    /// Before anybody is simulated, so that nothing is lost.
    @Test func outputThatCannotBeWritten() throws {
        let workplace = try Workplace()
        for option in ["--output", "--svg"] {
            let outcome = try workplace.run(["simulate", "--runs", "100000", option, "none/x"])
            #expect(outcome.status == 73)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains("cannot write none/x"), "\(outcome.messages)")
        }
        #expect(try workplace.names().isEmpty)
    }

    @Test func aFamilyThatNobodySuitsIsNamed() throws {
        let workplace = try Workplace()
        let arguments = ["simulate", "--students", "dash,adaptive-test", "--policy", "leitner", "--runs", "2"]
        let outcome = try workplace.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.messages == "warning: none of the policies suits adaptive-test\n")
        #expect(outcome.lines.contains("  none of the policies suits these students"))
        let quiet = try workplace.run(arguments + ["--quiet"])
        #expect(quiet.messages.isEmpty && quiet.bytes == outcome.bytes)
    }
}
