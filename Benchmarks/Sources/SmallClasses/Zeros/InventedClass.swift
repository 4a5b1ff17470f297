import Foundation
import Syncopate

/// An invented class of which it is known which zeros are scores and which are missing work entered as a value.
///
/// Learners have a general ability and one per topic; a score is a number of questions right out of the column's. Learners
/// who miss work miss more of it, and a little more where they are weak.
struct InventedClass {
    /// How many questions columns have.
    enum Questions: String, CaseIterable, Encodable {
        /// Three to five a column, half of the columns hard: many real zeros.
        case few
        /// From 3 to 25.
        case mixed
        /// Twenty to forty.
        case many

        fileprivate func draw(_ generator: inout SplitMix64) -> Int {
            switch self {
            case .few: 3 + generator.number(below: 3)
            case .mixed: [3, 5, 8, 10, 15, 25][generator.number(below: 6)]
            case .many: 20 + generator.number(below: 21)
            }
        }
    }

    let gradebook: Gradebook
    /// Per cell of the gradebook, whether a value stands for missing work there.
    let isMissing: [Bool]
    /// Per cell, how probably a zero is missing work to whoever knows every chance and every learner's rate.
    let doubt: [Double]
    /// Per learner and column, the chance of a question right.
    let chances: [[Double]]

    /// Draws a class of 30 with 16 columns on four topics.
    ///
    /// - Parameters:
    ///   - rate: share of the work that is missing, on average.
    ///   - value: what is entered for missing work, a share of the maximum.
    init(questions: Questions, rate: Double, value: Double, seed: UInt64) {
        var generator = SplitMix64(text: "class/\(questions.rawValue)/\(seed)")
        let (people, width, topics) = (30, 16, 4)
        let columns = (0..<width).map { j in
            let easiness = questions == .few && j % 2 == 0 ? -0.6 : 0.9
            return (questions: questions.draw(&generator), easiness: easiness + 0.6 * generator.normal())
        }
        var log = EvidenceLog()
        for j in 0..<width {
            log.intern(Item(id: "c\(j)", title: "Task \(j + 1)", maximum: Double(columns[j].questions)))
        }
        var missing: [Bool] = []
        var doubt: [Double] = []
        var chances: [[Double]] = []
        for i in 0..<people {
            let learner = log.intern(Learner(id: "l\(100 + i)"))
            let general = 0.9 * generator.normal()
            let abilities = (0..<topics).map { _ in general + 0.5 * generator.normal() }
            let neglect = exp(generator.normal() - 0.5 - 0.3 * general)
            var row: [Double] = []
            for j in 0..<width {
                let p = 1 / (1 + exp(-(columns[j].easiness + abilities[j * topics / width])))
                row.append(p)
                var right = 0
                for _ in 0..<columns[j].questions where generator.uniform() < p { right += 1 }
                let own = min(rate * neglect, 0.9)
                let isMissing = generator.uniform() < own
                doubt.append(own > 0 ? own / (own + (1 - own) * pow(1 - p, Double(columns[j].questions))) : 0)
                let score = isMissing ? value : Double(right) / Double(columns[j].questions)
                log.append(Event(learner: learner, item: Int32(j), status: .scored, score: score))
                missing.append(isMissing)
            }
            chances.append(row)
        }
        gradebook = Gradebook(log)
        isMissing = missing
        self.doubt = doubt
        self.chances = chances
    }
}
