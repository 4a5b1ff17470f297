import Matrices

extension Recommender {
    /// A learner's state as bytes, the version first; ``state(from:)`` reads them.
    ///
    /// What comes back is ``settled(_:)``: some figures are written in single precision.
    public func bytes(of state: PracticeState) -> [UInt8] {
        var writer = StateWriter()
        let blank = blankState
        writer.reserve(96 + 240 * state.growth.count + 40 * state.items.count)
        writer.add(UInt8(PracticeStateCode.version))
        writer.add(count: catalogue.skills.count)
        writer.add(count: catalogue.items.count)
        var flags: PracticeStateCode.Flags = []
        if state.ability != nil { flags.insert(.ability) }
        if state.memory.holdsScales { flags.insert(.scales) }
        if state.last.isFinite { flags.insert(.begun) }
        if state.first != nil { flags.insert(.attempted) }
        writer.add(flags.rawValue)
        writer.add(count: state.attempts)
        if state.last.isFinite { writer.add(state.last) }
        if let first = state.first { writer.add(first) }
        writer.add(state.minutes)
        writer.add(state.growthEvidence)
        writeSkills(state, blank, &writer)
        writeItems(state, &writer)
        if let ability = state.ability { write(ability, &writer) }
        return writer.bytes
    }

    private func writeSkills(_ state: PracticeState, _ blank: PracticeState, _ writer: inout StateWriter) {
        let place = writer.bytes.count
        writer.add(UInt32(0))
        var count: UInt32 = 0
        for skill in catalogue.skills.indices {
            let parts = touched(skill, state, blank)
            guard !parts.isEmpty else { continue }
            count += 1
            writer.add(count: skill)
            writer.add(parts.rawValue)
            if parts.contains(.knowledge) {
                writer.add(state.knowledge.known(skill))
                for pace in 0..<state.knowledge.paces { writer.add(state.knowledge.unknown(skill, pace: pace)) }
                writer.add(state.knowledge.attempts(skill))
            }
            if parts.contains(.growth) {
                writer.add(state.growth[skill].attempts)
                writer.add(singles: state.growth.shares(skill))
            }
            if let trace = state.memory.trace(ofSkill: skill) {
                writer.add(doubles: [
                    trace.stability, trace.difficulty, trace.last, state.memory.fadedDays(skill),
                ])
                if state.memory.holdsScales {
                    writer.add(singles: state.memory.stabilities(ofSkill: skill))
                    writer.add(singles: state.memory.evidence[skill])
                }
            }
            if let lessons = state.lessons[skill] { writer.add(count: lessons) }
        }
        writer.put(count, at: place)
    }

    /// What of a skill is another than with a new learner.
    private func touched(_ skill: Int, _ state: PracticeState, _ blank: PracticeState) -> PracticeStateCode.Parts {
        var parts: PracticeStateCode.Parts = []
        if !state.knowledge.isEqual(skill, blank.knowledge) { parts.insert(.knowledge) }
        if state.growth[skill].attempts != 0 { parts.insert(.growth) }
        if !state.memory.isEmpty(skill) { parts.insert(.memory) }
        if state.lessons[skill] != nil { parts.insert(.lessons) }
        return parts
    }

    private func writeItems(_ state: PracticeState, _ writer: inout StateWriter) {
        writer.add(count: state.items.count)
        for item in state.items.positions {
            guard let practice = state.items[item] else { continue }
            writer.add(count: item)
            writer.add(count: practice.attempts)
            writer.add(doubles: [practice.best, practice.lastScore, practice.last])
            writer.add(count: practice.lastAttempt)
        }
        writer.add(count: state.recent.count)
        for item in state.recent { writer.add(count: item) }
    }

    /// Means, and the covariance from the diagonal down.
    private func write(_ ability: Belief<Double>, _ writer: inout StateWriter) {
        writer.add(doubles: ability.mean)
        for row in 0..<ability.count { writer.add(singles: ability.covariance.row(row).prefix(row + 1)) }
    }
}
