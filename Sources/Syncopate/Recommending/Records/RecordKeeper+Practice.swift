extension RecordKeeper {
    /// A record as what a log would say of the learner: for explaining, and for who should meet.
    ///
    /// Answers are those of the window; what was before it is in the state alone.
    public func practice(of record: LearnerRecord, section: String = "") -> LearnerPractice {
        let catalogue = recommender.catalogue
        let answers = record.window.answers.map { answer in
            if let item = answer.subject.item, catalogue.items.indices.contains(item) {
                let skills = catalogue.items[item].kind.measuresMastery ? catalogue.itemSkills[item] : []
                return PracticeAnswer(
                    item: item, itemID: catalogue.items[item].id, skills: skills, score: answer.score, at: answer.at)
            }
            let edges = answer.subject.entry.map { subjects.edges.indices.contains($0) ? subjects.edges[$0] : [] }
            return PracticeAnswer(item: nil, itemID: "", skills: edges ?? [], score: answer.score, at: answer.at)
        }
        return LearnerPractice(
            learner: Learner(id: record.learner, section: section), state: record.state, answers: answers)
    }
}
