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
        var sum = record.pointee.state.knowledge.touch(skill)
        sum &+= record.pointee.state.growth[skill].touch()
        sum &+= record.pointee.state.memory.touch(skill)
        for place in knowledge.parents.places(skill) {
            let parent = knowledge.parents[place].skill
            sum &+= record.pointee.state.knowledge.touch(parent)
            sum &+= record.pointee.state.memory.touch(parent)
        }
        return sum
    }
}

// A list has its count, and whether it is shared, where it begins: that is looked at as well as the place in it.

extension RecordWindow {
    /// Looks at both ends of the tags and at the last answer.
    func touch() -> UInt64 {
        let ends = UInt64(tags.last ?? 0) &+ UInt64(tags.first ?? 0) &+ (answers.last?.id ?? 0)
        return ends &+ UInt64(truncatingIfNeeded: answers.count)
    }
}

extension KnowledgeBelief {
    /// Looks at a skill.
    func touch(_ skill: Int) -> UInt64 {
        let sum = known[skill] + unknown[skill * KnowledgeModel.paces.count] + attempts[skill]
        return sum.bitPattern &+ UInt64(truncatingIfNeeded: known.count &+ unknown.count &+ attempts.count)
    }
}

extension GrowthBelief {
    /// Looks at every line of memory of the cases.
    func touch() -> UInt64 {
        var sum = attempts
        for place in stride(from: 0, to: shares.count, by: 8) { sum += shares[place] }
        return sum.bitPattern
    }
}

extension MemoryBelief {
    /// Looks at a skill's trace.
    func touch(_ skill: Int) -> UInt64 {
        (traces[skill].stability + fadedDays[skill]).bitPattern
            &+ UInt64(truncatingIfNeeded: traces.count &+ fadedDays.count)
    }
}
