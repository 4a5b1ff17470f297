import Foundation
import Syncopate
import Testing

@testable import SyncopateFormats

struct EvaluationExportTests {
    /// Eight responses of two learners; the figures follow by hand.
    static func report(
        _ names: [String] = ["ours", "column means"], settings: EvaluationSettings = EvaluationSettings()
    ) throws -> EvaluationReport {
        var table = PredictionTable(learners: ["a", "b"], items: ["x"])
        let scores: [Double] = [0, 1, 0, 1, 0, 1, 0, 1]
        for (row, score) in scores.enumerated() {
            try table.append(
                Prediction(
                    learner: Int32(row / 4), item: 0, row: Int32(row), score: score,
                    probability: score == 1 ? 0.75 : 0.25, position: Int32(row % 4),
                    gap: row % 4 == 0 ? .nan : 30, repeats: Int32(row % 4)))
        }
        let even = try table.replacing(probabilities: scores.map { _ in 0.5 })
        return try #require(
            try EvaluationReport(
                ours: .init(name: names[0], table: table),
                rivals: names.dropFirst().map { .init(name: $0, table: even) }, settings: settings))
    }

    static func text(_ report: EvaluationReport, _ width: Int) -> String {
        String(decoding: EvaluationTable(report, width: width).write(), as: UTF8.self)
    }

    /// Both learners have the same scores, so every draw gives the figures themselves: -ln .75 = 0.2877, ln 2 = 0.6931.
    /// Ours is a quarter off everywhere; the rival is right on average, which is all a constant needs for an ECE of 0.
    @Test func theTable() throws {
        let report = try Self.report(settings: EvaluationSettings(resamples: 10, draws: 0))
        #expect(
            Self.text(report, 80) == """
                8 responses of 2 learners, mean score 0.500.
                ECE by chance is what the calibration error would be if the probabilities were
                exactly right.

                Model                        AUC log loss accuracy   RMSE    ECE by chance
                ours                      1.0000   0.2877   1.0000 0.2500 0.2500         -
                column means              0.5000   0.6931   0.5000 0.5000 0.0000         -

                95 % intervals, 10 draws of learners
                Model                                  AUC          log loss          accuracy
                ours                      1.0000 to 1.0000  0.2877 to 0.2877  1.0000 to 1.0000
                column means              0.5000 to 0.5000  0.6931 to 0.6931  0.5000 to 0.5000

                ours less column means (95 % interval)
                  AUC      +0.5000  (+0.5000 to +0.5000)  better
                  log loss -0.4055  (-0.4055 to -0.4055)  better

                By time since the learner's last response
                                                      ours      column means
                               responses     AUC  log loss     AUC  log loss
                no time                2       -    0.2877       -    0.6931
                under 1 min            6  1.0000    0.2877  0.5000    0.6931

                By meeting of learner and item
                                                      ours      column means
                               responses     AUC  log loss     AUC  log loss
                first                  2       -    0.2877       -    0.6931
                second                 2       -    0.2877       -    0.6931
                third                  2       -    0.2877       -    0.6931
                fourth+                2       -    0.2877       -    0.6931

                """)
    }

    @Test(arguments: [0, 60, 61, 72, 80, 100, 133, 200], [1, 2, 5])
    func noLineIsWiderThanTheTerminal(width: Int, models: Int) throws {
        let names = (0..<models).map {
            $0 == 1 ? String(repeating: "模型", count: 90) : "a model with quite a long name \($0)"
        }
        for line in Self.text(try Self.report(names), width).split(separator: "\n") {
            #expect(TextWidth.of(String(line)) <= max(width, 60), "\(line)")
        }
    }

    @Test func namesCannotMoveTheCursor() throws {
        let text = Self.text(try Self.report(["o\u{1B}[2J", "r\n\u{202E}x"]), 80)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }

    @Test func figuresHaveTheirDecimals() {
        #expect(DecimalFigure.text(0.5, 4) == "0.5000" && DecimalFigure.text(-0.00001, 4) == "0.0000")
        #expect(DecimalFigure.text(1.99996, 4) == "2.0000" && DecimalFigure.text(0.05, 0) == "0")
        #expect(DecimalFigure.text(0.0123, 3, signed: true) == "+0.012")
        #expect(
            DecimalFigure.text(-12.345, 1, signed: true) == "-12.3" && DecimalFigure.text(0, 2, signed: true) == "0.00")
        #expect(DecimalFigure.text(nil, 2) == "-" && DecimalFigure.text(.nan, 2) == "-")
        #expect(DecimalFigure.text(.infinity, 2) == "-")
    }

    @Test func theObject() throws {
        let bytes = EvaluationJSON.write(try Self.report(settings: EvaluationSettings(resamples: 10, draws: 0)))
        #expect(bytes.last == UInt8(ascii: "\n") && bytes.count(where: { $0 == UInt8(ascii: "\n") }) == 1)
        let parsed = try JSONSerialization.jsonObject(with: Data(bytes))
        let object = try #require(parsed as? [String: Any])
        #expect(object["responses"] as? Int == 8 && object["learners"] as? Int == 2)
        let models = try #require(object["models"] as? [[String: Any]])
        #expect(models.map { $0["name"] as? String } == ["ours", "column means"])
        let metrics = try #require(models[0]["metrics"] as? [String: Any])
        #expect(metrics["auc"] as? Double == 1 && metrics["log_loss"] as? Double == 0.287682)
        #expect(metrics["expected_ece"] is NSNull)
        #expect((models[0]["reliability"] as? [[String: Any]])?.map { $0["responses"] as? Int } == [4, 4])
        let slices = try #require(models[0]["slices"] as? [[String: Any]])
        #expect(
            slices.map { $0["slice"] as? String } == [
                "1-5", "no time", "under 1 min", "first", "second", "third", "fourth+", "known",
            ])
        let differences = try #require(object["differences"] as? [[String: Any]])
        let loss = try #require(differences.first?["log_loss"] as? [String: Any])
        // -ln .75 - ln 2 = -0.405465.
        #expect(loss["difference"] as? Double == -0.405465)
        #expect(
            String(decoding: bytes, as: UTF8.self).hasPrefix(
                #"{"responses":8,"learners":2,"resamples":10,"draws":0,"seed":"1","models":[{"name":"ours","metrics":"#
                    + #"{"responses":8,"mean_score":0.5,"mean_probability":0.5,"auc":1,"log_loss":0.287682,"accuracy":1,"#
                    + #""rmse":0.25,"ece":0.25,"expected_ece":null,"excess_ece":null},"intervals":{"auc":[1,1],"#))
    }
}
