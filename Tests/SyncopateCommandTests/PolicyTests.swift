import TestSupport
import Testing

/// `syncopate evaluate --policy`. Figures of the invented log are by Open Bandit Pipeline 0.4.1 and statsmodels 0.15, as the
/// tests of the reader tell.
struct PolicyTests {
    static func workplace(_ text: String = InventedDecisions.text(.predictions)) throws -> Workplace {
        let workplace = try Workplace()
        try workplace.write("d.csv", text)
        return workplace
    }

    @Test func fromAFileToATable() throws {
        let workplace = try Self.workplace()
        let outcome = try workplace.run("evaluate", "--policy", "d.csv")
        #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
        #expect(outcome.lines.contains { $0.hasPrefix("IPS ") && $0.contains(" 0.8028 ") })
        #expect(outcome.lines.contains { $0.hasPrefix("SNIPS ") && $0.contains(" 0.7816 ") })
        #expect(outcome.lines.contains { $0.hasPrefix("DR ") && $0.contains(" 0.7793 ") })
        let input = InventedDecisions.text(.predictions)
        #expect(try workplace.run("evaluate", "--policy", "-", input: input).bytes == outcome.bytes)
        #expect(try workplace.run("evaluate", "--policy", "d.csv", "--out", "table.txt").bytes.isEmpty)
        #expect(workplace.text("table.txt") == outcome.text)
        #expect(try workplace.names() == ["d.csv", "table.txt"])
    }

    @Test func theObject() throws {
        let outcome = try Self.workplace().run("evaluate", "--policy", "d.csv", "--output", "json")
        #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
        let report = try Fields(json: outcome.text)
        #expect(report.number("decisions") == 240 && report.number("effective_sample_size") == 181.583115)
        #expect(report.fields("done")?.number("value") == 0.713125)
        let estimates = report.list("estimates")
        let rewards = estimates.compactMap { $0.fields("reward") }
        let figures = rewards.map { [$0.number("value") ?? .nan, $0.number("standard_error") ?? .nan] }
        // The value of DR is half-way between two figures of six decimals.
        let expected = [[0.802771, 0.030616], [0.781602, 0.022251], [0.7793125, 0.022221]]
        #expect(figures.count == 3)
        for (a, b) in zip(figures.joined(), expected.joined()) { #expect(abs(a - b) < 6e-7, "\(figures)") }
    }

    /// 120 decisions are worth less than 100 of the target's own: nothing on standard output, in either form.
    @Test(arguments: ["table", "json"]) func tooLittleIsRefused(_ form: String) throws {
        let workplace = try Self.workplace(InventedDecisions.text(count: 120))
        let outcome = try workplace.run("evaluate", "--policy", "d.csv", "--output", form, "--out", "x", "--quiet")
        #expect(outcome.status == 65 && outcome.bytes.isEmpty)
        #expect(
            outcome.messages.hasPrefix(
                "syncopate: d.csv: the policy cannot be judged: 120 decisions say as much about the target policy as "))
        #expect(
            outcome.messages.hasSuffix(
                " of its own would, and at least 100 are needed; log more decisions, let the logging policy try the "
                    + "target's choices more often, or judge a policy nearer to it (effective-sample-size)\n"))
        #expect(try workplace.names() == ["d.csv"])
    }

    @Test(arguments: [
        (InventedDecisions.header + "\n", "there is no decision to judge the policy on (no-decisions)"),
        (InventedDecisions.text(learners: 1), "all decisions are of one learner, so nothing says how learners differ"),
        (
            InventedDecisions.header + "\na,l,x,0.5,1,0\nb,m,x,0.5,1,0\n",
            "the target policy would have made none of the 2 logged choices"
        ),
    ])
    func otherRefusals(_ text: String, _ message: String) throws {
        let outcome = try Workplace().run("evaluate", "--policy", "-", input: text)
        #expect(outcome.status == 65 && outcome.bytes.isEmpty)
        #expect(
            outcome.messages.contains("syncopate: standard input: the policy cannot be judged: \(message)"),
            "\(outcome.messages)")
    }

    @Test(arguments: [
        ("", "d.csv: empty-file: "),
        ("decision,learner\n", "d.csv:1: missing-column: a decisions file needs the column"),
        (
            "learner,item,score\na,b,1\n",
            "d.csv:1: wrong-kind-of-file: this looks like a tidy CSV, and a decisions file"
        ),
    ])
    func filesThatCannotBeUsed(_ text: String, _ message: String) throws {
        let outcome = try Self.workplace(text).run("evaluate", "--policy", "d.csv")
        #expect(outcome.status == 65 && outcome.bytes.isEmpty)
        #expect(outcome.messages.hasPrefix("error: \(message)"), "\(outcome.messages)")
    }

    @Test func filesThatAreNotThere() throws {
        let missing = try Workplace().run("evaluate", "--policy", "none.csv")
        #expect(missing.status == 66 && missing.messages.contains("none.csv: No such file"))
        let out = try Self.workplace().run("evaluate", "--policy", "d.csv", "--out", "none/x")
        #expect(out.status == 73 && out.bytes.isEmpty && out.messages.contains("cannot write none/x"))
    }

    /// A bad row is named and left out, and the answer is the one without it; `--strict` gives none.
    @Test func badRows() throws {
        let sound = InventedDecisions.text()
        let rest = sound.split(separator: "\n").filter { !$0.hasPrefix("d0,") }.joined(separator: "\n")
        let workplace = try Self.workplace(sound + "bad,l1,a0,0,1,0.5\nd0,l0,a0,0.5,1,0.25\n")
        try workplace.write("sound.csv", rest)
        let outcome = try workplace.run("evaluate", "--policy", "d.csv")
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains("error: d.csv:242:4: bad-value: a propensity is a probability above 0"))
        #expect(
            outcome.messages.contains("error: d.csv:243: duplicate-event: this decision has a reward on another row"))
        #expect(outcome.messages.contains("3 rows were left out: mend them in the file"), "\(outcome.messages)")
        #expect(outcome.bytes == (try workplace.run("evaluate", "--policy", "sound.csv").bytes))
        let strict = try workplace.run("evaluate", "--policy", "d.csv", "--strict")
        #expect(strict.status == 65 && strict.bytes.isEmpty)
    }

    @Test(arguments: [
        ["d.csv"], ["--model", "x"], ["--baselines"], ["--train", "x"], ["--predictions", "x"], ["--plot", "x"],
    ])
    func optionsOfLogs(_ arguments: [String]) throws {
        let outcome = try Workplace().run(["evaluate", "--policy", "d.csv"] + arguments)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty)
        #expect(
            outcome.messages.contains(
                "--policy goes without files, --model, --baselines, --train, --predictions and --plot."))
    }

    @Test func aDecisionsFileIsNoLog() throws {
        let outcome = try Self.workplace().run("evaluate", "d.csv")
        #expect(outcome.status == 65)
        #expect(outcome.messages.contains("this looks like a file of decisions (pass it to evaluate with --policy)"))
    }
}
