/// Looks at what taking an event will look at, and does nothing with it.
///
/// Records of many learners do not fit into a processor's cache, and taking an event waits for memory again and again. Who
/// takes a batch of events of different learners looks at the records of all first: these looks do not depend on each
/// other, so that the processor waits for many at once. ``touchCases(_:_:)`` is the second round: where that has to look is
/// only known after the first. What the looks return means nothing, and is to be used so that they are not left out.
public struct RecordLooks {
    /// Of a keeper that is held meanwhile.
    let recommender: UnsafePointer<Recommender>

    public func touch(_ record: UnsafePointer<LearnerRecord>, _ event: PracticeEvent) -> UInt64 {
        var sum = record.pointee.window.touch()
        sum &+= record.pointee.state.last.bitPattern
        sum &+= record.pointee.state.recent.touch()
        guard let item = item(event) else { return sum }
        sum &+= record.pointee.state.items.touch(item)
        for place in recommender.pointee.answered.places(item) {
            let skill = recommender.pointee.answered.skill(place)
            sum &+= record.pointee.state.knowledge.touch(skill)
            sum &+= record.pointee.state.growth.touch(skill)
            sum &+= record.pointee.state.memory.touch(skill)
            for place in recommender.pointee.knowledge.parents.places(skill) {
                let parent = recommender.pointee.knowledge.parents[place].skill
                sum &+= record.pointee.state.knowledge.touch(parent)
                sum &+= record.pointee.state.memory.touch(parent)
            }
        }
        return sum
    }

    /// Looks at the cases of growth.
    public func touchCases(_ record: UnsafePointer<LearnerRecord>, _ event: PracticeEvent) -> UInt64 {
        guard let item = item(event) else { return 0 }
        var sum: UInt64 = 0
        for place in recommender.pointee.answered.places(item) {
            sum &+= record.pointee.state.growth.touchCases(recommender.pointee.answered.skill(place))
        }
        return sum
    }

    /// The item of the catalogue that an event is on, if it is.
    private func item(_ event: PracticeEvent) -> Int? {
        event.subject.item.flatMap { recommender.pointee.answered.measuresMastery.indices.contains($0) ? $0 : nil }
    }
}

extension RecordKeeper {
    /// Looks at records, for as long as the keeper is held.
    public var looks: RecordLooks { RecordLooks(recommender: shared.pointer) }
}

// A list has its count, and whether it is shared, where it begins: that is looked at as well as the place in it. Nothing
// here counts references: that would wait for each look.

extension RecordWindow {
    /// Looks at both ends of the tags and at the last answer.
    @inline(__always)
    func touch() -> UInt64 {
        guard !answers.isEmpty, !tags.isEmpty else { return 0 }
        return UInt64(tags[tags.count - 1]) &+ UInt64(tags[0]) &+ answers[answers.count - 1].id
    }
}

extension KnowledgeBelief {
    /// Looks at a skill.
    @inline(__always)
    func touch(_ skill: Int) -> UInt64 { (known(skill) + attempts(skill)).bitPattern }
}

extension MemoryBelief {
    /// Looks at a skill's trace.
    @inline(__always)
    func touch(_ skill: Int) -> UInt64 { fadedDays(skill).bitPattern }
}
