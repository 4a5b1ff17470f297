import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Files of decisions, and what is said of those with faults.
struct DecisionsReaderTests {
    static let header = InventedDecisions.header
    static let sound = "d0,ada,x,0.5,1,0.25"

    static func read(_ text: String, strict: Bool = false) throws -> ImportedDecisions {
        try DecisionsReader.read(SourceFile(name: "d.csv", bytes: Array(text.utf8)), strict: strict)
    }

    static func refusal(_ text: String, strict: Bool = false) -> String? {
        do throws(ReadError) {
            _ = try DecisionsReader.read(SourceFile(name: "d.csv", bytes: Array(text.utf8)), strict: strict)
            return nil
        } catch {
            return error.finding.description
        }
    }

    @Test func columnsStandInAnyOrder() throws {
        let log = try Self.read("target,reward,propensity,action,learner,decision\n0.25,1.125,0.5,x,ada,d0\n").log
        #expect(log.decision == ["d0"] && log.learners == ["ada"] && log.actions == ["x"])
        #expect(log.propensity == [0.5] && log.reward == [1.125] && log.target == [0.25])
        #expect(log.predicted.count(where: { $0.isNaN }) == 1)
    }

    @Test func rowsWithoutARewardAreCandidates() throws {
        let log = try Self.read(
            Self.header + ",predicted\nd0,ada,x,0.5,1,0.25,2\nd0,ada,y,0.5,,0.75,4\nd1,bo,x,,,0,2\nd1,bo,y,1,0,1,3\n"
        ).log
        #expect(log.decision == ["d0", "d1"] && log.action == [0, 1] && log.candidateTarget == [0.25, 0.75, 0, 1])
        #expect(log.predicted == [2, 3] && log.predictedTarget == [3.5, 3])
    }

    @Test func aPredictionUnderTheTargetCanBeStated() throws {
        let header = Self.header + ",predicted,predicted_target\n"
        let log = try Self.read(header + "d0,ada,x,0.5,1,0.25,2,7\nd0,ada,y,0.5,,0.75,,\n").log
        #expect(log.predicted == [2] && log.predictedTarget == [7])
    }

    // MARK: Files that are refused

    @Test(arguments: InventedDecisions.header.split(separator: ",").map(String.init))
    func aMissingColumn(_ name: String) {
        let header = Self.header.split(separator: ",").filter { $0 != name }.joined(separator: ",")
        #expect(
            Self.refusal(header + "\n1,1,1,1,1\n")
                == "d.csv:1: missing-column: a decisions file needs the column \(name) (write the header "
                + "decision,learner,action,propensity,reward,target,predicted,predicted_target)")
    }

    @Test func anEmptyFile() {
        #expect(Self.refusal("")?.hasPrefix("d.csv: empty-file: ") == true)
        #expect(Self.refusal(" \n")?.hasPrefix("d.csv: empty-file: ") == true)
    }

    @Test func anotherFile() {
        #expect(
            Self.refusal("learner,item,score\na,b,1\n")?.hasPrefix(
                "d.csv:1: wrong-kind-of-file: this looks like a tidy CSV, and a decisions file is needed here (")
                == true)
        let decisions = Array((Self.header + "\n" + Self.sound + "\n").utf8)
        #expect(
            SyncopateFormatsTests.refusal(decisions)?.finding.description
                == "file.csv:1: wrong-kind-of-file: this looks like a file of decisions (pass it to evaluate with --policy)"
        )
    }

    @Test func aColumnTwice() {
        #expect(
            Self.refusal(Self.header + ",Reward\nd0,ada,x,0.5,1,0.25,1\n")
                == "d.csv:1:7: duplicate-column: this column stands here twice, column \"reward\" (keep one of them)")
    }

    @Test func strictRefusesForOneError() {
        let text = Self.header + "\n" + Self.sound + "\nd1,bo,x,0,1,0.25\n"
        #expect(Self.refusal(text) == nil)
        #expect(Self.refusal(text, strict: true)?.hasPrefix("d.csv:3:4: bad-value: ") == true)
    }

    // MARK: Rows that are left out

    /// A row below a sound one, and the whole of what is said about it.
    static let rows: [(String, String)] = [
        (
            "d1,bo,x,0,1,0.25",
            "d.csv:3:4: bad-value: a propensity is a probability above 0 and at most 1, column \"propensity\" "
                + "(log the probability with which the action was chosen at that moment; without it nothing can be said of "
                + "another policy)"
        ),
        (
            "d1,bo,x,1.5,1,0.25",
            "d.csv:3:4: bad-value: a propensity is a probability above 0 and at most 1, column \"propensity\" "
        ),
        (
            "d1,bo,x,,1,0.25",
            "d.csv:3:4: bad-value: a propensity is a probability above 0 and at most 1, column \"propensity\" ("
        ),
        (
            "d1,bo,x,half,1,0.25",
            "d.csv:3:4: bad-value: a propensity is a probability above 0 and at most 1, column \"propensity\" "
        ),
        (
            "d1,bo,x,0.5,good,0.25",
            "d.csv:3:5: bad-value: a reward is a finite number, column \"reward\" "
                + "(fill in what came of the decision)"
        ),
        (
            "d1,bo,x,0.5,nan,0.25",
            "d.csv:3:5: bad-value: a reward is a finite number, column \"reward\" "
        ),
        ("d1,bo,x,0.5,1e60,0.25", "d.csv:3: bad-value: a reward is a finite number (fill in "),
        (
            "d1,bo,x,0.5,1,1.25",
            "d.csv:3:6: bad-value: a probability of the target policy is a number from 0 to 1, column \"target\" "
                + "(correct it)"
        ),
        ("d1,bo,x,0.5,1,", "d.csv:3:6: bad-value: a probability of the target policy is a number from 0 to 1"),
        (
            "d1,bo,x,0.5,1,0.25,much,1",
            "d.csv:3:7: bad-value: a predicted reward is a finite number, column \"predicted\" (correct it)"
        ),
        (
            "d1,bo,x,0.5,1,0.25,1,",
            "d.csv:3: bad-value: a predicted reward is needed for the chosen action and for the target policy "
                + "(fill in both or neither)"
        ),
        (",bo,x,0.5,1,0.25", "d.csv:3:1: blank-id: there is no decision, column \"decision\" (fill it in)"),
        ("d1,,x,0.5,1,0.25", "d.csv:3:2: blank-id: there is no learner, column \"learner\" (fill it in)"),
        ("d1,bo,,0.5,1,0.25", "d.csv:3:3: blank-id: there is no action, column \"action\" (fill it in)"),
        (
            "d1,bo,x,0.5,,0.25",
            "d.csv:3: bad-value: no row of this decision has a reward (fill in what came of the chosen action)"
        ),
        (
            "d1,bo,x,0.5,1,0.25,1,1,extra",
            "d.csv:3: ragged-row: the row has 9 cells and the header 8 (check the quotes and delimiters of the row)"
        ),
    ]

    @Test(arguments: rows) func aRowWithAFault(_ row: String, _ message: String) throws {
        let file = try Self.read("\(Self.header),predicted,predicted_target\n\(Self.sound),,\n\(row)\n")
        #expect(file.findings.map(\.severity) == [.error])
        #expect(file.findings.first?.description.hasPrefix(message) == true, "\(file.findings)")
        #expect(file.log.decision == ["d0"] && file.leftOut == 1 && file.hasErrors)
    }

    /// Rows of one decision that do not go together: the line, the rule, and how many rows are left out.
    static let groups: [(String, String, Int)] = [
        (
            "d1,bo,x,0.5,1,0.25\nd1,bo,x,0.5,1,0.25",
            "d.csv:4: duplicate-event: this decision has a reward on another row already (keep one of them, or give each "
                + "decision an id of its own)", 2
        ),
        (
            "d1,bo,x,0.5,1,0.25\nd1,bo,x,0.5,,0.75",
            "d.csv:3: bad-value: an action is among the candidates twice (keep one of them)", 2
        ),
        (
            "d1,bo,x,0.5,1,0.25\nd1,bo,y,0.5,,0.5",
            "d.csv:3: bad-value: the target policy's probabilities of the candidates do not sum to 1 (list every action "
                + "that the target policy may choose)", 2
        ),
        (
            "d1,bo,x,0.5,1,0.25\nd1,cy,y,0.5,,0.75",
            "d.csv:3: bad-value: the rows of this decision name different learners (correct them)", 2
        ),
        (
            "d1,bo,x,0.5,1,0.25\nd1,bo,y,1.5,,0.75",
            "d.csv:4:4: bad-value: the propensity of an action that was not chosen is a number from 0 to 1, column "
                + "\"propensity\" (correct it)", 2
        ),
        (
            "d1,bo,x,0.5,1,0.25\nd1,bo,y,0.5,,0.75,2",
            "d.csv:4: bad-value: a predicted reward is there for some of the actions of this decision only (fill it in for "
                + "all of them or none, or give predicted_target)", 2
        ),
    ]

    @Test(arguments: groups) func rowsThatDoNotGoTogether(_ rows: String, _ message: String, _ count: Int) throws {
        let file = try Self.read("\(Self.header),predicted\n\(Self.sound),\n\(rows)\n")
        #expect(file.findings.map(\.description) == [message])
        #expect(file.findings.map(\.severity) == [.error])
        #expect(file.log.decision == ["d0"] && file.leftOut == count)
    }

    @Test func anUnknownHeaderIsNotedAndNotRead() throws {
        let file = try Self.read("\(Self.header),predictd\n\(Self.sound),3\n")
        #expect(
            file.findings.map(\.description) == [
                "d.csv:1:7: ignored-column: not a column of a decisions file, so not read, column \"predictd\" (nothing to "
                    + "do, unless it is misspelt)"
            ])
        #expect(file.findings.map(\.severity) == [.note] && !file.hasErrors && file.log.count == 1)
    }
}
