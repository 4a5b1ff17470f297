public import Syncopate
public import SyncopateStudents

extension InventedCourse {
    /// The answers of some learners as evidence, learner by learner.
    ///
    /// - Parameter most: answers a learner gives, at most.
    public func log(learners: Range<Int>, most: Int) -> EvidenceLog {
        var log = EvidenceLog()
        for learner in learners {
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
