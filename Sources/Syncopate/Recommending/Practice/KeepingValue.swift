import RealModule

/// What one practice of a skill is worth to a learner who is to remember it.
///
/// With a date: what it adds to recall on that day, less what waiting for the best later day would add. Later days have
/// prices, found by demand and supply: on each day so many attempts are made, and where more skills would best be
/// practised the price rises until they fit (Lagrangian relaxation of the days' limits; Whittle 1988). Without a date:
/// what it adds to recall over about as long as it takes to come round to everything once.
struct KeepingValue {
    let model: MemoryModel
    let state: PracticeState
    let targets: PracticeTargets
    let now: Double
    let attemptsADay: Double
    private let scales: MemoryScales

    init(model: MemoryModel, state: PracticeState, targets: PracticeTargets, now: Double, attemptsADay: Double) {
        self.model = model
        self.state = state
        self.targets = targets
        self.now = now
        self.attemptsADay = attemptsADay
        scales = MemoryScales(state.memory)
    }

    /// Most days, or stretches of days, that are looked at apart.
    private static let mostStretches = 15
    private static let priceSteps = 60
    /// What recall on the days before counts beside that on the day.
    private static let meanwhile = 0.3
    /// Days ahead over which "meanwhile" reaches.
    private static let meanwhileDays = 20.0

    /// Puts the probability of recalling in place of that of having for the skills to be remembered.
    func recall(into known: inout [Double]) {
        for skill in known.indices where targets.remembering[skill] > 0 && !state.memory.isEmpty(skill) {
            known[skill] = scales.likely(skill).reduce(0) {
                $0 + $1.share
                    * model.recall(
                        state.memory.trace(ofSkill: skill, onScale: $1.place), at: now,
                        scale: MemoryBelief.scales[$1.place])
            }
        }
    }

    func add(to values: inout SkillValues) {
        let wanted = targets.remembering.indices.filter { targets.remembering[$0] > 0 }
        let dated = wanted.filter { targets.moment[$0].isFinite }
        let horizon = horizon(skills: wanted.count)
        for skill in wanted where !targets.moment[skill].isFinite {
            values[.keeping, skill] += targets.remembering[skill] * overdue(skill, round: horizon)
        }
        guard !dated.isEmpty else { return }
        for (skill, value) in zip(dated, timely(dated)) {
            let ahead = min(Self.meanwhileDays * MemoryModel.day, targets.moment[skill] - now)
            values[.keeping, skill] +=
                targets.remembering[skill] * (value + Self.meanwhile * meanGain(skill, over: ahead))
        }
    }

    /// As long as it takes to practise everything once, at the learner's rate; a day where nothing is known of it.
    private func horizon(skills: Int) -> Double {
        guard let first = state.first, state.attempts > 1, state.last > first else { return MemoryModel.day }
        return (state.last - first) / Double(state.attempts - 1) * Double(skills)
    }

    /// How long a skill has waited, from 0 to 1 and one half after a round; where nothing was practised, 1.
    ///
    /// Waiting alone decides: with nothing but right and wrong to go by, what is known of how fast each skill fades is worth
    /// less than what uneven practice costs while it is being found out.
    private func overdue(_ skill: Int, round: Double) -> Double {
        guard let trace = state.memory.trace(ofSkill: skill) else { return 1 }
        let waited = max(now - trace.last, 0)
        return waited / (waited + round)
    }

    /// Gain in recall from practising now, mean of three moments ahead.
    private func meanGain(_ skill: Int, over seconds: Double) -> Double {
        var total = 0.0
        for (place, share) in scales.likely(skill) {
            let mind = mind(skill, place)
            for third in [1.0 / 6, 0.5, 5.0 / 6] {
                let later = third * seconds / MemoryModel.day * mind.scale
                total += share * (mind.practised(model).recall(model, after: later) - mind.recall(model, after: later))
            }
        }
        return total / 3
    }

    /// What is held of a skill on one scale.
    private func mind(_ skill: Int, _ place: Int) -> SkillMind {
        let scale = MemoryBelief.scales[place]
        guard !state.memory.isEmpty(skill) else {
            return SkillMind(traces: [], scale: scale, first: state.knowledge.known(skill))
        }
        let trace = state.memory.trace(ofSkill: skill, onScale: place)
        return SkillMind(
            traces: [(1, trace.stability, trace.difficulty, (now - trace.last) / MemoryModel.day * scale)],
            scale: scale, first: 0)
    }

    /// Gains on the day from practising now over practising at the best later time, in the order of `skills`.
    private func timely(_ skills: [Int]) -> [Double] {
        let days = skills.map { (targets.moment[$0] - now) / MemoryModel.day }
        let last = days.max() ?? 0
        let whole = max(last.rounded(.up), 1)
        let stretches = min(Int(min(whole, 1e6)), Self.mostStretches)
        // Today is a stretch of its own; the others share what is left.
        let width = stretches > 1 ? max((whole - 1) / Double(stretches - 1), 1) : 1
        let starts: [Double] = (0..<stretches).map { stretch in
            stretch == 0 ? 0 : 0.5 + (Double(stretch) - 0.5) * width
        }
        let room: [Double] = (0..<stretches).map { stretch in stretch == 0 ? attemptsADay : width * attemptsADay }
        let minds = skills.map { skill in
            mind(skill, scales.likely(skill).max { $0.share < $1.share }?.place ?? MemoryBelief.usual)
        }
        var gains = [Double](repeating: 0, count: skills.count * stretches)
        for place in skills.indices {
            let mind = minds[place]
            let without = mind.recall(model, after: days[place] * mind.scale)
            for stretch in 0..<stretches where starts[stretch] < days[place] {
                let later = mind.later(starts[stretch] * mind.scale).practised(model)
                gains[place * stretches + stretch] =
                    later.recall(model, after: (days[place] - starts[stretch]) * mind.scale) - without
            }
        }
        let prices = prices(gains, stretches, room)
        return skills.indices.map { place in
            var best = 0.0
            var when = -1
            for stretch in 1..<max(stretches, 1) {
                let gain = gains[place * stretches + stretch] - prices[stretch]
                if gain > best {
                    best = gain
                    when = stretch
                }
            }
            var today = gains[place * stretches]
            if when > 0 {
                let mind = minds[place]
                let twice = mind.practised(model).later(starts[when] * mind.scale).practised(model)
                today = max(
                    today,
                    twice.recall(model, after: (days[place] - starts[when]) * mind.scale)
                        - mind.recall(model, after: days[place] * mind.scale) - prices[when])
            }
            return today - best
        }
    }

    /// What an attempt costs in each stretch, so that about as many are wanted as there is room for.
    private func prices(_ gains: [Double], _ stretches: Int, _ room: [Double]) -> [Double] {
        var prices = [Double](repeating: 0, count: stretches)
        var wanted = prices
        for step in 0..<Self.priceSteps {
            for stretch in 0..<stretches { wanted[stretch] = 0 }
            for start in stride(from: 0, to: gains.count, by: stretches) {
                var best = 0.0
                var when = -1
                for stretch in 0..<stretches where gains[start + stretch] - prices[stretch] > best {
                    best = gains[start + stretch] - prices[stretch]
                    when = stretch
                }
                if when >= 0 { wanted[when] += 1 }
            }
            let stride = 0.02 / (1 + Double(step) / 50)
            for stretch in 0..<stretches {
                prices[stretch] = max(0, prices[stretch] + stride * (wanted[stretch] - room[stretch]) / room[stretch])
            }
        }
        return prices
    }
}
