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

    /// The same cells, as the settings of advice take them.
    public var sureScores: Set<CellName> {
        Set(realZeros.map { CellName(learner: $0.learner, item: $0.item) })
    }

    /// Topics that the teacher moved items to, by the item's id.
    public var movedTopics: [String: String] {
        var moved: [String: String] = [:]
        for correction in corrections {
            if case .topicMoved(let item, let topic) = correction { moved[item] = topic }
        }
        return moved
    }

    /// A gradebook without the learners who are none of the teacher's, as if their rows were not in the export.
    public func leavingOut(of gradebook: Gradebook) -> Gradebook {
        let strangers = notMyStudents
        guard gradebook.learners.contains(where: { strangers.contains($0.id) }) else { return gradebook }
        return gradebook.selecting(gradebook.learners.indices.filter { !strangers.contains(gradebook.learners[$0].id) })
    }
}

extension Gradebook {
    /// The same with items about other topics, in place of those they were about. A topic that the gradebook knows is found
    /// without regard to case.
    ///
    /// - Parameter topics: by the item's id; ids that no item has are passed over.
    func moving(_ topics: [String: String]) -> Gradebook {
        guard items.contains(where: { topics[$0.id] != nil }) else { return self }
        var known: [String: String] = [:]
        for item in items { for skill in item.skills { known[skill.skill.lowercased()] = skill.skill } }
        let moved = items.map { item in
            guard let topic = topics[item.id] else { return item }
            var item = item
            item.skills = [SkillWeight(skill: known[topic.lowercased()] ?? topic)]
            return item
        }
        return with(items: moved)
    }
}
