import Foundation
import Syncopate

/// Answers as a file for Python: whole numbers, a row an answer, in the order of the log.
enum AnswerFile {
    /// Columns `user_id`, `skill_name`, `correct`, `order_id` and `item`; several skills with a point between them.
    ///
    /// - Parameters:
    ///   - items: numbers of items by id, and likewise `skills`: the same in all files of a job.
    static func write(
        _ log: ResponseLog, items: [String: Int], skills: [String: Int], to path: String
    ) throws {
        var text = "user_id,skill_name,correct,order_id,item\n"
        let sets = log.skillSets.map { set in
            set.skills.map { String(skills[log.skills[Int($0)]] ?? 0) }.joined(separator: ".")
        }
        for learner in log.learners.indices {
            for response in log.responses(ofLearner: learner) {
                let item = items[log.items[Int(log.item[response])]] ?? 0
                text +=
                    "\(learner),s\(sets[Int(log.skillSet[response])]),\(Int(log.score[response])),\(response),\(item)\n"
            }
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Numbers of ids, in order.
    static func numbers(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// One number a line.
    static func numbers(in path: String) throws -> [Double] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { Double($0) }
    }
}
