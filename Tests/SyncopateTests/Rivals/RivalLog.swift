import Foundation
import Syncopate
import TestSupport

/// Small logs of responses for the tests of rivals.
enum RivalLog {
    struct Row {
        var learner: String
        var item: String
        var skills: [String] = []
        var score: Double
        var at = Double.nan
    }

    static func log(_ rows: [Row]) -> ResponseLog {
        var log = EvidenceLog()
        for (number, row) in rows.enumerated() {
            let learner = log.intern(Learner(id: row.learner))
            let item = log.intern(
                Item(id: row.item, title: row.item, skills: row.skills.map { SkillWeight(skill: $0) }))
            log.append(
                Event(
                    learner: learner, item: item, status: .scored, score: row.score, at: row.at, row: Int32(number + 1))
            )
        }
        return ResponseLog(log)
    }

    /// A linear congruential generator that other languages have in one line, so that they can make the same data:
    /// `x = (x * 1103515245 + 12345) & 0x7fffffff`, of which the bits above the lowest 16 are given.
    struct Draws {
        var x: UInt64

        mutating func next() -> Int {
            x = (x * 1_103_515_245 + 12_345) & 0x7fff_ffff
            return Int(x >> 16)
        }
    }

    /// 24 learners with 12 responses each to nine items of three skills, the last three items having two of them.
    /// 147 are right, and the numbers of the items sum to 1199.
    static func practice() -> [Row] {
        var draws = Draws(x: 7)
        var rows: [Row] = []
        for learner in 0..<24 {
            for time in 0..<12 {
                let item = draws.next() % 9
                let right = draws.next() % 100 < 35 + 5 * item + 2 * time - learner
                let skills = ["s\(item % 3)"] + (item >= 6 ? ["s\((item + 1) % 3)"] : [])
                rows.append(Row(learner: "u\(learner)", item: "i\(item)", skills: skills, score: right ? 1 : 0))
            }
        }
        return rows
    }

    /// Learners who differ, items that differ, and nothing else.
    static func simulated(learners: Int, length: Int, seed: UInt64, prefix: String) -> [Row] {
        var generator = SeededGenerator(seed: seed)
        var rows: [Row] = []
        for learner in 0..<learners {
            let ability = 1.5 * generator.normal()
            for _ in 0..<length {
                let item = Int(generator.next() % 30)
                let easiness = Double(item % 10) / 3 - 1.5
                rows.append(
                    Row(
                        learner: "\(prefix)\(learner)", item: "i\(item)", skills: ["s\(item % 4)"],
                        score: Double(generator.successes(of: 1, probability: success(ability + easiness)))))
            }
        }
        return rows
    }

    private static func success(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// Mean log loss.
    static func logLoss(_ predictions: [Double], _ responses: ResponseLog) -> Double {
        var loss = 0.0
        for (p, y) in zip(predictions, responses.score) { loss -= logarithm(y >= 0.5 ? p : 1 - p) }
        return loss / Double(max(responses.count, 1))
    }
}

/// The function, where `RivalLog.log` would hide it.
private func logarithm(_ x: Double) -> Double { log(x) }
