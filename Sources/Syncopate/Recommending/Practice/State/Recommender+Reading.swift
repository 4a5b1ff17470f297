import Matrices

extension Recommender {
    /// A learner's state from its bytes, as ``bytes(of:)`` writes them.
    ///
    /// - Throws: what is wrong with the bytes and where. Whatever they are, nothing else happens.
    public func state(from bytes: ArraySlice<UInt8>) throws(PracticeStateFault) -> PracticeState {
        guard let version = bytes.first else { throw .version(found: 0) }
        guard version == UInt8(PracticeStateCode.version) else { throw .version(found: Int(version)) }
        var reader = StateReader(bytes.dropFirst(), at: 1)
        try check("skills", catalogue.skills.count, &reader)
        try check("items", catalogue.items.count, &reader)
        var state = blankState
        let start = reader.offset
        let flags = PracticeStateCode.Flags(rawValue: try reader.byte())
        guard flags.rawValue < 16, flags.contains(.ability) == (state.ability != nil),
            flags.contains(.scales) == state.memory.holdsScales, flags.contains(.begun) || !flags.contains(.attempted)
        else { throw .value(name: "kind", at: start) }
        state.attempts = try reader.count("number of attempts", most: Int(UInt32.max))
        if flags.contains(.begun) { state.last = try reader.number("last moment", in: PracticeStateCode.moments) }
        if flags.contains(.attempted) { state.first = try reader.number("first moment", in: PracticeStateCode.moments) }
        state.minutes = try reader.number("number of minutes", in: PracticeStateCode.counts)
        let most = GrowthModel.mostEvidence
        state.growthEvidence = try reader.number("evidence", in: -most...most)
        try readSkills(&reader, &state)
        try readItems(&reader, &state)
        if let ability = state.ability { state.ability = try readAbility(&reader, ability.count) }
        guard reader.isAtEnd else { throw .long(at: reader.offset) }
        return state
    }

    private func check(_ part: String, _ expected: Int, _ reader: inout StateReader) throws(PracticeStateFault) {
        let found = try reader.count("number of \(part)", most: Int(UInt32.max))
        guard found == expected else { throw .shape(part: part, found: found, expected: expected) }
    }

    private func readSkills(_ reader: inout StateReader, _ state: inout PracticeState) throws(PracticeStateFault) {
        let count = try reader.count("number of skills", most: catalogue.skills.count)
        var skill = -1
        for _ in 0..<count {
            skill = try reader.position("skill", after: skill, below: catalogue.skills.count)
            let start = reader.offset
            let parts = PracticeStateCode.Parts(rawValue: try reader.byte())
            guard PracticeStateCode.Parts.all.isSuperset(of: parts), !parts.isEmpty else {
                throw .value(name: "part", at: start)
            }
            if parts.contains(.knowledge) { try readKnowledge(skill, &reader, &state) }
            if parts.contains(.growth) { try readGrowth(skill, &reader, &state) }
            if parts.contains(.memory) { try readMemory(skill, &reader, &state) }
            if parts.contains(.lessons) {
                state.lessons[skill] = try reader.count("number of lessons", most: Int(UInt32.max))
            }
        }
    }

    private func readKnowledge(
        _ skill: Int, _ reader: inout StateReader, _ state: inout PracticeState
    ) throws(PracticeStateFault) {
        let start = reader.offset
        let known = try reader.number("probability", in: 0...1)
        var unknown: [Double] = []
        for _ in 0..<state.knowledge.paces { unknown.append(try reader.number("probability", in: 0...1)) }
        guard abs(unknown.reduce(known, +) - 1) < 1e-6 else { throw .value(name: "probability", at: start) }
        let attempts = try reader.number("number of attempts", in: PracticeStateCode.counts)
        state.knowledge.set(skill, known: known, unknown: unknown, attempts: attempts)
    }

    private func readGrowth(
        _ skill: Int, _ reader: inout StateReader, _ state: inout PracticeState
    ) throws(PracticeStateFault) {
        let attempts = try reader.number("number of attempts", in: PracticeStateCode.counts)
        let start = reader.offset
        let shares = try reader.singles("probability", GrowthModel.cases, in: 0...1)
        guard abs(shares.reduce(0, +) - 1) < 1e-4 else { throw .value(name: "probability", at: start) }
        growth.restore(skill, &state.growth, shares: shares, attempts: attempts)
    }

    private func readMemory(
        _ skill: Int, _ reader: inout StateReader, _ state: inout PracticeState
    ) throws(PracticeStateFault) {
        let stabilities = MemoryModel.shortestStability...MemoryModel.longestStability
        let trace = MemoryTrace(
            stability: try reader.number("stability", in: stabilities),
            difficulty: try reader.number("difficulty", in: 1...10),
            last: try reader.number("moment", in: PracticeStateCode.moments))
        let faded = try reader.number("number of days", in: 0...1e300)
        guard state.memory.holdsScales else {
            state.memory.restore(skill, trace, fadedDays: faded, scales: nil)
            return
        }
        // Single precision may lie a little outside of what it was rounded from.
        let held = PracticeStateCode.single(stabilities.lowerBound)...PracticeStateCode.single(stabilities.upperBound)
        let count = MemoryBelief.scales.count
        let scales = (
            stabilities: try reader.singles("stability", count, in: held),
            evidence: try reader.singles("evidence", count, in: -1e30...1e-6)
        )
        state.memory.restore(skill, trace, fadedDays: faded, scales: scales)
    }

    private func readItems(_ reader: inout StateReader, _ state: inout PracticeState) throws(PracticeStateFault) {
        let count = try reader.count("number of items", most: catalogue.items.count)
        var item = -1
        for _ in 0..<count {
            item = try reader.position("item", after: item, below: catalogue.items.count)
            var practice = ItemPractice()
            practice.attempts = try reader.count("number of attempts", most: Int(UInt32.max))
            practice.best = try reader.number("score", in: 0...1)
            practice.lastScore = try reader.number("score", in: 0...1)
            practice.last = try reader.number("moment", in: PracticeStateCode.moments)
            practice.lastAttempt = try reader.count("number of attempts", most: Int(UInt32.max))
            state.items.set(item, practice)
        }
        for _ in 0..<(try reader.count("number of items", most: RecentItems.limit)) {
            state.recent.append(try reader.position("item", after: -1, below: catalogue.items.count))
        }
    }

    private func readAbility(_ reader: inout StateReader, _ count: Int) throws(PracticeStateFault) -> Belief<Double> {
        var mean = [Double](repeating: 0, count: count)
        for place in mean.indices { mean[place] = try reader.number("ability", in: -1e6...1e6) }
        var covariance = Matrix<Double>(rows: count, columns: count)
        for row in 0..<count {
            for column in 0...row {
                let value = try reader.single("variance", in: row == column ? 0...1e6 : -1e6...1e6)
                covariance[row, column] = value
                covariance[column, row] = value
            }
            // No covariance is larger than the two variances allow.
            for column in 0..<row {
                let value = covariance[row, column]
                guard value * value <= covariance[row, row] * covariance[column, column] * 1.001 + 1e-9 else {
                    throw .value(name: "variance", at: reader.offset)
                }
            }
        }
        return Belief(mean: mean, covariance: covariance)
    }
}
