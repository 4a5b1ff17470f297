import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Exports of DataShop of other shapes than the usual, made up after its own and those of the KDD Cup of 2010.
struct DataShopShapeTests {
    private func table(_ header: [String], _ rows: [String]...) -> String {
        ([header] + rows).map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    }

    /// A problem's name holds within its unit; steps of one name in two units are two.
    @Test(arguments: [["Problem Hierarchy"], ["Level (Unit)", "Level (Section)"]]) func units(_ levels: [String]) throws
    {
        func row(_ unit: String, _ step: String, _ day: Int, _ outcome: String) -> [String] {
            let place = Array([unit, "S1"].prefix(levels.count))
            return ["a", "2026-02-0\(day) 10:00:00Z"] + place + ["P", step, outcome, unit]
        }
        let read = try read(
            table(
                ["Anon Student Id", "Time"] + levels + ["Problem Name", "Step Name", "Outcome", "KC (Default)"],
                row("U1", "s", 1, "CORRECT"), row("U2", "s", 2, "HINT"), row("U2", "s", 3, "INCORRECT"),
                row("U1", "s", 4, "CORRECT"), row("U1", "t", 5, "CORRECT")))
        let places = levels.count == 1 ? ["U1", "U2"] : ["U1, S1", "U2, S1"]
        #expect(read.itemIDs == ["\(places[0]): P: s", "\(places[1]): P: s", "P: t"])
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [["U1"], ["U2"], ["U1"]])
        // The hint is asked for in the second unit.
        #expect(read.log.events.map(\.score) == [1, 0, 1, 1] && read.log.events.map(\.hints) == [0, 1, 0, 0])
    }

    /// Student-steps of the KDD Cup: right is 1 and wrong is 0, and nothing is nothing.
    @Test func competition() throws {
        let read = try read(
            table(
                [
                    "Row", "Anon Student Id", "Problem Hierarchy", "Problem Name", "Problem View", "Step Name",
                    "First Transaction Time", "Correct First Attempt", "Incorrects", "Hints", "Corrects", "KC(Default)",
                    "Opportunity(Default)",
                ],
                [
                    "1", "a", "U", "P", "1", "x+2 = 5", "2026-02-03 10:00:00.0", "0", "2", "3", "1", "add; b~~carry",
                    "1~~1",
                ],
                ["2", "a", "U", "P", "1", "x = 3", "2026-02-03 10:01:00.0", "1", "0", "0", "1", "", ""],
                ["3", "a", "U", "P", "1", "done", "2026-02-03 10:02:00.0", "", "", "", "", "", ""]))
        #expect(read.format == .dataShop && read.itemIDs == ["P: x+2 = 5", "P: x = 3"])
        #expect(read.log.events.map(\.score) == [0, 1] && !read.hasErrors)
        #expect(read.log.items[0].skills.map(\.skill) == ["add; b", "carry"])
        #expect(read.findingTotals[.notAnAnswer] == 1)
    }

    /// Further hints are hints; what is neither right nor wrong is no answer, and no error.
    @Test func outcomes() throws {
        func row(_ second: Int, _ outcome: String) -> [String] {
            ["a", "2026-02-03 10:00:0\(second)Z", "P", "s", outcome]
        }
        let header = ["Anon Student Id", "Time", "Problem Name", "Step Name", "Outcome"]
        let read = try read(
            table(
                header, row(0, "INITIAL_HINT"), row(1, "NEXT_HINT"), row(2, "GLOSSARY_ITEM"), row(3, "UNKNOWN"),
                row(4, "UNTUTORED"), row(5, "OK"), row(6, "BUG")))
        #expect(read.log.events.map(\.score) == [1, 0] && read.log.events.map(\.hints) == [2, 0])
        #expect(read.rejects.isEmpty && read.findingTotals == [.notAnAnswer: 1])
        #expect(read.findings.first?.message.hasPrefix("5 rows") == true)
    }

    /// Milliseconds, slashes, a colon before the milliseconds: all of one moment.
    @Test(
        arguments: [
            ("1770112800", 0.0), ("1770112800000", 0), ("2026/02/03 10:00", 0), ("2026-02-03 10:00:00:250", 0.25),
            ("2026-02-03 05:00:00.5 -0500", 0.5), ("2/13/2026 10:00", 864_000),
        ])
    func times(_ time: String, _ later: Double) throws {
        let read = try read(
            table(["Anon Student Id", "Time", "Problem Name", "Outcome"], ["a", time, "P", "CORRECT"]))
        #expect(read.log.events.map(\.at) == [1_770_112_800 + later] && !read.hasErrors && read.rejects.isEmpty)
    }

    /// Which number is the month the column tells; where it does not, and where there is no time, the answer counts without.
    @Test func timesThatAreNotRead() throws {
        func text(_ times: String...) -> String {
            "Anon Student Id\tTime\tProblem Name\tStep Name\tOutcome\n"
                + times.enumerated().map { "a\t\($1)\tP\ts\($0)\tCORRECT\n" }.joined()
        }
        let told = try read(text("2/3/2026 10:00", "2/13/2026 10:00"))
        #expect(told.score("a", "P: s0") == 1 && told.event("a", "P: s0")?.at == 1_770_112_800)
        let open = try read(text("2/3/2026 10:00", "soon", "2026-02-03 10:00:00"))
        #expect(open.log.events.map(\.score) == [1, 1, 1] && open.log.events.prefix(2).allSatisfy { $0.at.isNaN })
        let findings = open.findings.filter { $0.rule == .badTime }
        #expect(findings.map(\.line) == [2, 3, 4] && findings.map(\.severity) == [.warning, .warning, .note])
        #expect(findings[0].message.contains("month") && findings[1].excerpt == "soon")
        #expect(findings.allSatisfy { $0.column == 2 && $0.columnHeader == "Time" })
    }

    /// That there is no zone is said once.
    @Test func noZone() throws {
        var text = "Anon Student Id\tTime\tProblem Name\tStep Name\tOutcome\n"
        for step in 0..<20 { text += "a\t2026-02-03 10:00:00\tP\t\(step)\tCORRECT\n" }
        #expect(try read(text).places(.badTime) == ["2:2"])
        #expect(try read(text, ReadOptions(zone: .utc)).findings.isEmpty)
    }

    /// Exports that are not read are called by what they are.
    @Test func otherExports() {
        let problems = refusal(
            "Row\tAnon Student Id\tProblem Name\tCorrect First Attempts\tAvg Assistance Score\n1\ta\tP\t2\t1\n")
        #expect(problems?.finding.rule == .wrongKindOfFile)
        #expect(problems?.finding.message.contains("student-problem") == true && problems?.finding.line == 1)
    }
}
