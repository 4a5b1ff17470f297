import Foundation
import TestSupport

/// An invented log of responses as tidy CSV, and what comes of it, made once for all tests.
enum InventedResponses {
    static let header = "learner,item,score,skills,timestamp"

    /// Rows without a header, one round of all learners after the other: learner, item, score, skill, time.
    ///
    /// Learners and items differ. Responses are ten minutes apart, every fifth at the moment of the one before it, and no
    /// learner meets an item twice at one moment.
    static func rows(learners: Int = 60, length: Int = 30, seed: UInt64 = 1, prefix: String = "l") -> [String] {
        var generator = SeededGenerator(seed: seed)
        let abilities = (0..<learners).map { _ in 1.2 * generator.normal() }
        var rows: [String] = []
        for time in 0..<length {
            for learner in 0..<learners {
                let item = (Int(generator.next() % 6) * 2 + time) % 12
                let probability = 1 / (1 + exp(1.2 - abilities[learner] - Double(item) / 4))
                let score = generator.successes(of: 1, probability: probability)
                let at = 1_788_220_800 + 600 * (time - (time % 5 == 4 ? 1 : 0))
                rows.append("\(prefix)\(learner),q\(item),\(score),s\(item % 3),\(at)")
            }
        }
        return rows
    }

    static func text(_ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }

    /// 60 learners with 30 responses each.
    static let log = text(rows())
    /// Others, on the same items.
    static let others = text(rows(learners: 20, seed: 2, prefix: "m"))
    /// Few, for what is not about figures.
    static let few = text(rows(learners: 6, length: 8))

    /// What `syncopate fit` makes of ``log``, with no options.
    static let fitted = Result { () throws -> (model: [UInt8], outcome: Outcome) in
        let workplace = try Workplace()
        try workplace.write("log.csv", log)
        let outcome = try workplace.run("fit", "log.csv", "--out", "log.model")
        return (try workplace.bytes("log.model"), outcome)
    }

    /// A place with `log.csv`, `others.csv`, `few.csv` and the fitted `log.model`.
    static func workplace() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.write("log.csv", log)
        try workplace.write("others.csv", others)
        try workplace.write("few.csv", few)
        try workplace.write("log.model", try fitted.get().model)
        return workplace
    }
}

extension Workplace {
    /// The bytes of a file.
    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }
}
