import Foundation
import Syncopate
import TestSupport
import Testing

@testable import SyncopateFormats

/// The table and the object of an off-policy evaluation. Figures are those of `DecisionsFigureTests`.
struct PolicyExportTests {
    static func text(_ extra: InventedDecisions.Extra, _ width: Int) throws -> String {
        String(decoding: PolicyTable(try DecisionsFigureTests.report(extra), width: width).write(), as: UTF8.self)
    }

    @Test func theTable() throws {
        #expect(
            try Self.text(.predictedCandidates, 80) == """
                240 decisions of 24 learners, as good as 181.6 of the target policy's own.
                Weights: mean 1.027 (0.969 to 1.085), largest 2.00.
                DR expects what the file predicts.

                Policy      reward   error     95 % interval
                done        0.7131  0.0218  0.6680 to 0.7582
                IPS         0.8028  0.0306  0.7394 to 0.8661
                SNIPS       0.7816  0.0223  0.7356 to 0.8276
                DR          0.7793  0.0222  0.7333 to 0.8253

                Target policy less what was done (95 % interval)
                  IPS   +0.0896  (+0.0417 to +0.1376)  better
                  SNIPS +0.0685  (+0.0446 to +0.0923)  better
                  DR    +0.0662  (+0.0413 to +0.0911)  better

                """)
    }

    @Test(arguments: [0, 60, 61, 72, 80, 100, 200]) func noLineIsWiderThanTheTerminal(width: Int) throws {
        for extra in [InventedDecisions.Extra.none, .predictions, .candidates] {
            for line in try Self.text(extra, width).split(separator: "\n") {
                #expect(TextWidth.of(String(line)) <= max(width, 60), "\(line)")
            }
        }
    }

    /// What the target would choose and the log never tried, and weights that cannot be right, are said.
    @Test func warnings() throws {
        var log = DecisionLog(learners: ["l", "m", "n"], actions: ["a", "b"])
        for index in 0..<300 {
            try log.append(
                Decision(
                    id: "\(index)", learner: Int32(index % 3), action: 0, propensity: 0.5, reward: Double(index % 2),
                    candidates: [
                        CandidateAction(action: 0, target: 0.25),
                        CandidateAction(action: 1, target: 0.75, propensity: 0),
                    ]))
        }
        let text = String(decoding: PolicyTable(try OffPolicyReport(log), width: 200).write(), as: UTF8.self)
        #expect(text.contains("Warning: the mean weight should be 1. Either propensities are wrong, or the target "))
        #expect(text.contains("Warning: in 300 decisions (100 %) the target policy may choose what was never tried"))
    }

    @Test func theObject() throws {
        let bytes = PolicyJSON.write(try DecisionsFigureTests.report(.predictions))
        #expect(bytes.last == UInt8(ascii: "\n") && bytes.count(where: { $0 == UInt8(ascii: "\n") }) == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["decisions"] as? Int == 240 && object["learners"] as? Int == 24)
        #expect(object["effective_sample_size"] as? Double == 181.583115 && object["largest_weight"] as? Int == 2)
        #expect(object["weights_plausible"] as? Bool == true && object["unknown_support"] as? Int == 240)
        let estimates = try #require(object["estimates"] as? [[String: Any]])
        #expect(estimates.map { $0["estimator"] as? String } == ["ips", "snips", "dr"])
        let reward = try #require(estimates[0]["reward"] as? [String: Any])
        #expect(reward["value"] as? Double == 0.802771 && reward["standard_error"] as? Double == 0.030616)
        #expect(reward["interval"] as? [Double] == [0.739436, 0.866105])
        let gain = try #require(estimates[1]["gain"] as? [String: Any])
        #expect(gain["value"] as? Double == 0.068477 && gain["interval"] as? [Double] == [0.044607, 0.092348])
        #expect(
            String(decoding: bytes, as: UTF8.self).hasPrefix(
                #"{"decisions":240,"learners":24,"effective_sample_size":181.583115,"largest_weight":2,"mean_weight":"#
                    + #"{"value":1.027083,"standard_error":0.02823,"interval":[0.968686,1.085481]},"#
                    + #""weights_plausible":true,"without_support":0,"share_without_support":0,"unknown_support":240,"#
                    + #""model":{"given":240,"action_means":0,"overall_mean":0},"done":{"value":0.713125,"#))
    }
}
