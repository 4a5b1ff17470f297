public import Syncopate

extension InventedCourse {
    /// The answers of some learners as a log.
    ///
    /// - Parameter most: answers a learner has at most.
    public func log(learners: Int, most: Int = 200) -> EvidenceLog {
        var log = EvidenceLog()
        for learner in 0..<learners {
            let position = log.intern(Learner(id: "\(learner)"))
            for (number, answer) in answers(learner: learner, most: most).enumerated() {
                let item = log.intern(catalogue.items[answer.item])
                log.append(
                    Event(
                        learner: position, item: item, status: .scored, score: answer.score, at: answer.at,
                        row: Int32(number + 1)))
            }
        }
        return log
    }
}
