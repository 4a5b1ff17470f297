extension AdvicePlan {
    /// Ids of learners who are none of the teacher's.
    public var notMyStudents: Set<String> {
        Set(
            corrections.compactMap { correction in
                if case .notMyStudent(let learner) = correction { learner } else { nil }
            })
    }

    /// Cells whose nought is a score, by ids of learner and item.
    public var realZeros: [(learner: String, item: String)] {
        corrections.compactMap { correction in
            if case .zeroWasReal(let learner, let item) = correction { (learner, item) } else { nil }
        }
    }

    /// Gives items the topics that the teacher moved them to, in place of any they had. A topic that the evidence knows is
    /// found without regard to case.
    public func moveTopics(of log: inout EvidenceLog) {
        var known: [String: String] = [:]
        for item in log.items { for skill in item.skills { known[skill.skill.lowercased()] = skill.skill } }
        for correction in corrections {
            guard case .topicMoved(let item, let topic) = correction, let place = log.position(ofItem: item) else {
                continue
            }
            log.update(itemAt: place) { $0.skills = [SkillWeight(skill: known[topic.lowercased()] ?? topic)] }
        }
    }

    /// A gradebook without the learners who are none of the teacher's, as if their rows were not in the export.
    public func leavingOut(of gradebook: Gradebook) -> Gradebook {
        let strangers = notMyStudents
        guard gradebook.learners.contains(where: { strangers.contains($0.id) }) else { return gradebook }
        return gradebook.selecting(gradebook.learners.indices.filter { !strangers.contains(gradebook.learners[$0].id) })
    }
}
