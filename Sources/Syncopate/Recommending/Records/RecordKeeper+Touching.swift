extension RecordKeeper {
    /// Looks at what taking an event will look at, and does nothing with it.
    ///
    /// Records of many learners do not fit into a processor's cache, and taking an event waits for memory again and again.
    /// Who takes a batch of events of different learners touches the records of all first: these looks do not depend on
    /// each other, so that the processor waits for many at once.
    ///
    /// - Parameter record: stays where it is.
    /// - Returns: a number that means nothing, to be used so that the looks are not left out.
    public func touch(_ record: UnsafePointer<LearnerRecord>, _ event: PracticeEvent) -> UInt64 {
        var sum = record.pointee.window.touch()
        let state =
            record.pointee.state.last.bitPattern &+ UInt64(truncatingIfNeeded: record.pointee.state.recent.count)
        sum &+= state
        guard let item = event.subject.item, recommender.answered.measuresMastery.indices.contains(item) else {
            return sum
        }
        return recommender.answered.withSkills(of: item) { skills in
            for edge in skills { sum &+= recommender.touch(record, edge.skill) }
            return sum
        }
    }
}

extension Recommender {
    /// What learning from an answer on a skill reads of a learner.
    func touch(_ record: UnsafePointer<LearnerRecord>, _ skill: Int) -> UInt64 {
        var sum = record.pointee.state.knowledge.known[skill]
        sum += record.pointee.state.knowledge.unknown[skill * KnowledgeModel.paces.count]
        sum += record.pointee.state.knowledge.attempts[skill]
        sum += record.pointee.state.growth[skill].attempts
        for place in stride(from: 0, to: GrowthModel.cases, by: 8) {
            sum += record.pointee.state.growth[skill].shares[place]
        }
        sum += record.pointee.state.memory.touch(skill)
        for place in knowledge.parents.places(skill) {
            let parent = knowledge.parents[place].skill
            sum += record.pointee.state.knowledge.known[parent]
            sum += record.pointee.state.knowledge.unknown[parent * KnowledgeModel.paces.count]
            sum += record.pointee.state.memory.touch(parent)
        }
        return sum.bitPattern
    }
}

extension RecordWindow {
    /// Looks at both ends of the tags and at the last answer.
    func touch() -> UInt64 {
        UInt64(tags.last ?? 0) &+ UInt64(tags.first ?? 0) &+ (answers.last?.id ?? 0)
    }
}

extension MemoryBelief {
    /// Looks at a skill's trace.
    func touch(_ skill: Int) -> Double { traces[skill].stability + fadedDays[skill] }
}
