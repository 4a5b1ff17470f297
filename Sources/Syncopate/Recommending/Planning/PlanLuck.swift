import RealModule

/// The luck of one learner in one future: every question has one answer, in whatever order questions are asked.
///
/// So two policies, or two amounts of time, meet the same learner with the same luck (common random numbers), and their
/// difference is not buried in chance.
struct PlanLuck {
    /// What is left to chance.
    enum Question: UInt64 {
        case known = 1
        case pace, scale, ability, recall, answer, lesson, loss, account, growing
    }

    /// Of everything in this future.
    let seed: UInt64

    init(seed: UInt64, learner: String, future: Int) {
        self.seed = Self.mixed(seed ^ LearnerLot.hash(learner, future))
    }

    /// A uniform number in 0..<1.
    ///
    /// - Parameters:
    ///   - subject: position of the skill or item.
    ///   - count: which time it is asked.
    func uniform(_ question: Question, _ subject: Int, _ count: Int = 0) -> Double {
        var key = Self.mixed(seed ^ question.rawValue)
        key = Self.mixed(key ^ UInt64(bitPattern: Int64(subject)))
        key = Self.mixed(key ^ UInt64(bitPattern: Int64(count)))
        return Double(key >> 11) * 0x1p-53
    }

    /// A standard normal number (Box & Muller 1958).
    func normal(_ question: Question, _ subject: Int) -> Double {
        let radius = (-2 * Double.log(1 - uniform(question, subject, 0))).squareRoot()
        return radius * Double.cos(2 * .pi * uniform(question, subject, 1))
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var generator = SeededGenerator(seed: value)
        return generator.next()
    }
}
