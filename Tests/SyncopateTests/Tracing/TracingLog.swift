import Foundation
import TestSupport

@testable import Syncopate

/// Small logs of responses for the tests of the tracing model.
enum TracingLog {
    struct Row {
        var learner: String
        var item: String
        var skills: [SkillWeight]
        var score: Double
        var at: Double

        init(_ learner: String, _ item: String, _ skills: [SkillWeight] = [], score: Double, at: Double = .nan) {
            self.learner = learner
            self.item = item
            self.skills = skills
            self.score = score
            self.at = at
        }
    }

    static func log(_ rows: [Row]) -> ResponseLog {
        var log = EvidenceLog()
        for (number, row) in rows.enumerated() {
            let learner = log.intern(Learner(id: row.learner))
            let item = log.intern(Item(id: row.item, title: row.item, skills: row.skills))
            log.append(
                Event(
                    learner: learner, item: item, status: .scored, score: row.score, at: row.at, row: Int32(number + 1))
            )
        }
        return ResponseLog(log)
    }

    /// Learners who differ in ability answer items that differ in easiness: item `i` of 24 has ``easiness(_:)`` of `i`.
    ///
    /// Every third item needs two of the five skills, unequally. Responses come in pairs of the same moment now and
    /// then, and after a while without a time.
    static func simulated(
        learners: Int, length: Int, seed: UInt64, prefix: String = "u", graded: Bool = false, deviation: Double = 1.2
    ) -> [Row] {
        var generator = TestSupport.SeededGenerator(seed: seed)
        var rows: [Row] = []
        for learner in 0..<learners {
            let ability = deviation * generator.normal()
            var at = 1.6e9 + 1e6 * generator.uniform()
            for number in 0..<length {
                let item = Int(generator.next() % 24)
                let p = 1 / (1 + exp(-(ability + easiness(item))))
                let trials = graded ? 4 : 1
                let right = generator.successes(of: trials, probability: p)
                if generator.uniform() < 0.8 { at += exp(2 + 3 * generator.normal()).rounded() }
                rows.append(
                    Row(
                        "\(prefix)\(learner)", "i\(item)", skills(item), score: Double(right) / Double(trials),
                        at: number > length * 3 / 4 && learner % 4 == 0 ? .nan : at))
            }
        }
        return rows
    }

    static func easiness(_ item: Int) -> Double { Double(item * 7 % 24) / 6 - 1.9 }

    static func skills(_ item: Int) -> [SkillWeight] {
        let first = SkillWeight(skill: "s\(item % 5)", weight: 2)
        return item % 3 == 0 ? [first, SkillWeight(skill: "s\((item + 2) % 5)", weight: 1)] : [first]
    }

    /// Mean log loss.
    static func logLoss(_ predictions: [Double], _ log: ResponseLog) -> Double {
        var loss = 0.0
        for (p, y) in zip(predictions, log.score) { loss -= y * logarithm(p) + (1 - y) * logarithm(1 - p) }
        return loss / Double(max(log.count, 1))
    }

    /// Predictions by learner and number of the learner's response, so that logs in another order can be compared.
    static func byLearner(_ predictions: [Double], _ log: ResponseLog) -> [String: [Double]] {
        var result: [String: [Double]] = [:]
        for learner in log.learners.indices {
            result[log.learners[learner]] = log.responses(ofLearner: learner).map { predictions[$0] }
        }
        return result
    }
}

/// The function, where `TracingLog.log` would hide it.
private func logarithm(_ x: Double) -> Double { log(x) }
