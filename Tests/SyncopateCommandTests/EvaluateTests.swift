import Foundation
import TestSupport
import Testing

/// `syncopate evaluate`.
struct EvaluateTests {
    /// Options that most tests share: few resamples, since intervals are not what they are about.
    static let start = ["evaluate", "others.csv", "--model", "log.model", "--resamples", "10"]

    @Test func fromAFitToATable() throws {
        let workplace = try InventedResponses.workplace()
        let outcome = try workplace.run(Self.start)
        #expect(outcome.status == 0 && outcome.messages.hasPrefix("600 responses predicted"), "\(outcome.messages)")
        #expect(outcome.text.hasPrefix("600 responses of 20 learners"))
        #expect(outcome.lines.contains { $0.hasPrefix("Syncopate ") })
        #expect(try workplace.run(Self.start + ["--threads", "2"]).bytes == outcome.bytes)
        #expect(try workplace.run(Self.start + ["--out", "table.txt"]).bytes.isEmpty)
        #expect(workplace.text("table.txt") == outcome.text)
    }

    /// Figures of the report worked out again from the probabilities that the same run wrote.
    @Test func theFiguresAreThoseOfThePredictions() throws {
        let workplace = try InventedResponses.workplace()
        let outcome = try workplace.run(Self.start + ["--output", "json", "--predictions", "p.csv"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let report = try Fields(json: outcome.text)
        #expect(report.number("responses") == 600 && report.number("learners") == 20)
        let models = report.list("models")
        #expect(models.compactMap { $0.string("name") } == ["Syncopate"])
        let metrics = try #require(models.first?.fields("metrics"))

        let rows = CSV.rows(try #require(workplace.text("p.csv"))).dropFirst()
        let pairs = try rows.map { (y: try #require(Double($0[3])), p: try #require(Double($0[4]))) }
        let loss = pairs.reduce(0) { $0 - log($1.y == 1 ? $1.p : 1 - $1.p) } / 600
        let error = (pairs.reduce(0) { $0 + ($1.y - $1.p) * ($1.y - $1.p) } / 600).squareRoot()
        var (wins, count) = (0.0, 0.0)
        for right in pairs where right.y == 1 {
            for wrong in pairs where wrong.y == 0 {
                wins += right.p > wrong.p ? 1 : right.p == wrong.p ? 0.5 : 0
                count += 1
            }
        }
        #expect(abs(try #require(metrics.number("log_loss")) - loss) < 2e-6)
        #expect(abs(try #require(metrics.number("rmse")) - error) < 2e-6)
        #expect(abs(try #require(metrics.number("auc")) - wins / count) < 2e-6)
        // Learners differ by far more than chance, and the model follows them.
        #expect(wins / count > 0.7)
    }

    @Test func predictionsAreOneLineARow() throws {
        let workplace = try InventedResponses.workplace()
        #expect(try workplace.run(Self.start + ["--predictions", "p.csv"]).status == 0)
        let lines = try #require(workplace.text("p.csv")).split(separator: "\n")
        let input = InventedResponses.others.split(separator: "\n").dropFirst()
        #expect(lines.first == "row,learner,item,score,probability")
        #expect(lines.count == 601)
        for ((number, line), row) in zip(lines.dropFirst().enumerated(), input) {
            let (found, given) = (line.split(separator: ","), row.split(separator: ","))
            #expect(found.prefix(4) == [Substring(String(number + 1))] + given.prefix(3))
            let probability = try #require(found.last.flatMap { Double($0) })
            #expect(probability > 0 && probability < 1)
        }

        // Nothing is known before its time: a log cut short, between any rows, has the same lines.
        for count in [1, 37, 90, 299, 450, 599] {
            let cut = ([Substring(InventedResponses.header)] + input.prefix(count)).joined(separator: "\n") + "\n"
            try workplace.write("cut.csv", cut)
            let outcome = try workplace.run(
                "evaluate", "cut.csv", "--model", "log.model", "--resamples", "10", "--predictions", "cut-p.csv")
            #expect(outcome.status == 0, "\(outcome.messages)")
            let text = try #require(workplace.text("cut-p.csv"))
            #expect(text.split(separator: "\n") == Array(lines.prefix(count + 1)), "\(count)")
        }
    }

    @Test func rivalsAreJudgedOnTheSameRows() throws {
        let workplace = try InventedResponses.workplace()
        let outcome = try workplace.run(
            Self.start + ["--baselines", "--train", "log.csv", "--output", "json", "--quiet"])
        #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
        let report = try Fields(json: outcome.text)
        let models = report.list("models")
        let names = models.compactMap { $0.string("name") }
        #expect(names == ["Syncopate", "item mean", "PFA", "BKT", "Elo", "Best-LR"])
        for model in models { #expect(model.fields("metrics")?.number("responses") == 600) }
        #expect(report.list("differences").compactMap { $0.string("rival") } == Array(names.dropFirst()))
    }

    @Test func aPlotIsDrawn() throws {
        let workplace = try InventedResponses.workplace()
        #expect(try workplace.run(Self.start + ["--plot", "p.svg"]).status == 0)
        let svg = try #require(workplace.text("p.svg"))
        #expect(svg.hasPrefix("<svg ") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(svg.hasSuffix("</svg>\n") || svg.hasSuffix("</svg>"))
        let depth = svg.components(separatedBy: "<text").count - svg.components(separatedBy: "</text>").count
        #expect(depth == 0)
    }

    @Test(arguments: [
        (["--baselines"], "--baselines needs --train LOG to fit them on."),
        (["--resamples", "9"], "--resamples takes a whole number from 10 to 10000."),
        (["--threads", "0"], "--threads takes a whole number from 1 to 64."),
        (["--output", "csv"], "Please provide one of 'table' and 'json'."),
        (["-", "--train", "-"], "Standard input (-) can be read only once."),
    ])
    func wrongOption(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(["evaluate", "others.csv"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    @Test func filesThatCannotBeUsed() throws {
        let workplace = try InventedResponses.workplace()
        try workplace.write("empty.csv", "")
        for (arguments, status, message) in [
            (["none.csv"], Int32(66), "none.csv: No such file"), (["empty.csv"], 65, "empty.csv: empty-file"),
            (["others.csv", "--train", "none.csv"], 66, "none.csv: No such file"),
            (["others.csv", "--train", "empty.csv"], 65, "empty.csv: empty-file"),
        ] {
            let outcome = try workplace.run(["evaluate", "--model", "log.model"] + arguments)
            #expect(outcome.status == status)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains(message), "\(outcome.messages)")
        }
        for option in ["--out", "--predictions", "--plot"] {
            let outcome = try workplace.run(Self.start + [option, "none/x"])
            #expect(outcome.status == 73)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains("cannot write none/x"))
        }
    }

    /// The kept damaged files, and what the person is told to do.
    @Test(arguments: [
        ("truncated", "(truncated); copy it again"), ("flipped", "(damaged); copy the file again, or fit again"),
        ("text-copy", "(text-copy); copy it again as binary"), ("older", "(older-version); fit again"),
        ("newer", "(newer-version); use a newer program, or fit again"),
    ])
    func damagedModels(_ name: String, _ message: String) throws {
        let workplace = try Workplace()
        try workplace.write("few.csv", InventedResponses.few)
        let model = SharedFolder.packageRoot
            .appendingPathComponent("Tests/SyncopateFormatsTests/ModelFiles/\(name).model").path
        for arguments in [["model", "show", model], ["evaluate", "few.csv", "--model", model]] {
            let outcome = try workplace.run(arguments)
            #expect(outcome.status == 65)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains("\(name).model: "), "\(outcome.messages)")
            #expect(outcome.messages.contains(message), "\(outcome.messages)")
        }
    }

    @Test func whatIsNoModelIsSaidToBeNone() throws {
        let workplace = try InventedResponses.workplace()
        let log = try workplace.run("model", "show", "log.csv")
        #expect(log.status == 65 && log.bytes.isEmpty)
        #expect(log.messages.contains("log.csv: this is no model file (not-a-model)"))
        let missing = try workplace.run("model", "show", "none.model")
        #expect(missing.status == 66 && missing.messages.contains("none.model: No such file"))
    }
}
