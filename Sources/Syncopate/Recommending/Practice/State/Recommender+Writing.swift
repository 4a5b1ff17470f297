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
                writer.add(state.knowledge.known[skill])
                for pace in 0..<state.knowledge.paces {
                    writer.add(state.knowledge.unknown[skill * state.knowledge.paces + pace])
                }
                writer.add(state.knowledge.attempts[skill])
            }
            if parts.contains(.growth) {
                writer.add(state.growth[skill].attempts)
                for share in state.growth[skill].shares { writer.add(single: share) }
            }
            if let trace = state.memory.trace(ofSkill: skill) {
                writer.add(trace.stability)
                writer.add(trace.difficulty)
                writer.add(trace.last)
                writer.add(state.memory.fadedDays[skill])
                if state.memory.holdsScales {
                    for stability in state.memory.stabilities(ofSkill: skill) { writer.add(single: stability) }
                    for evidence in state.memory.evidence[skill] { writer.add(single: evidence) }
                }
            }
            if let lessons = state.lessons[skill] { writer.add(count: lessons) }
        }
        writer.put(count, at: place)
    }

    /// What of a skill is another than with a new learner.
    private func touched(_ skill: Int, _ state: PracticeState, _ blank: PracticeState) -> PracticeStateCode.Parts {
        var parts: PracticeStateCode.Parts = []
        let row = skill * state.knowledge.paces..<(skill + 1) * state.knowledge.paces
        if state.knowledge.known[skill] != blank.knowledge.known[skill]
            || state.knowledge.attempts[skill] != 0
            || row.contains(where: { state.knowledge.unknown[$0] != blank.knowledge.unknown[$0] })
        {
            parts.insert(.knowledge)
        }
        if state.growth[skill].attempts != 0 { parts.insert(.growth) }
        if !state.memory.isEmpty(skill) { parts.insert(.memory) }
        if state.lessons[skill] != nil { parts.insert(.lessons) }
        return parts
    }

    private func writeItems(_ state: PracticeState, _ writer: inout StateWriter) {
        writer.add(count: state.items.count)
        for (item, practice) in state.items.sorted(by: { $0.key < $1.key }) {
            writer.add(count: item)
            writer.add(count: practice.attempts)
            writer.add(practice.best)
            writer.add(practice.lastScore)
            writer.add(practice.last)
            writer.add(count: practice.lastAttempt)
        }
        writer.add(count: state.recent.count)
        for item in state.recent { writer.add(count: item) }
    }

    /// Means, and the covariance from the diagonal down.
    private func write(_ ability: Belief<Double>, _ writer: inout StateWriter) {
        for mean in ability.mean { writer.add(mean) }
        for row in 0..<ability.count {
            for column in 0...row { writer.add(single: ability.covariance[row, column]) }
        }
    }
}
