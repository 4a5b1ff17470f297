/// How firmly one learner remembers each skill, on several scales of time at once.
///
/// The equations of memory were fitted on cards seen days apart. How fast this learner forgets this skill is not known, so
/// the same history is held on every scale: on the scale `s` a day counts as `s` days. Answers then say which scales are
/// likely, for a skill by its own and for a new one by those of the others. Where no goal of the catalogue asks for
/// anything to be remembered, the usual scale alone is held.
public struct MemoryBelief: Sendable, Hashable {
    /// What a day counts as, J: from a quarter of a day to most of a second's worth.
    public static let scales: [Double] = (-2...16).map { Double(sign: .plus, exponent: $0, significand: 1) }
    /// Where days are days.
    static let usual = 2

    /// Number of skills, K.
    public let count: Int
    /// Whether all scales are held, or the usual one alone.
    let holdsScales: Bool
    /// Per skill what there is of it, K.
    private var skills: [Held]
    /// Stabilities on every scale in days of that scale, K x J; empty before the first practice. How hard a skill is and
    /// when it was practised is the same on all.
    private var stabilities: [[Double]]
    /// Log-likelihood of a skill's answers on every scale, K x J; empty where ``stabilities`` is.
    private(set) var evidence: [[Double]]

    /// What is held of a skill.
    private struct Held: Sendable, Hashable {
        /// The trace where days are days; of stability 0 before the first practice.
        var trace = MemoryTrace(stability: 0, difficulty: 0, last: -.infinity)
        /// Whole days since the last practice up to which what was forgotten is off the belief in the skill already.
        var fadedDays = 0.0
    }

    /// - Parameter holdsScales: whether something is to be remembered, and answers are to say on which scale.
    init(count: Int, holdsScales: Bool = true) {
        self.count = count
        self.holdsScales = holdsScales
        skills = [Held](repeating: Held(), count: count)
        stabilities = holdsScales ? skills.map { _ in [] } : []
        evidence = stabilities
    }

    /// Whether a skill was not practised yet.
    func isEmpty(_ skill: Int) -> Bool { skills[skill].trace.stability == 0 }

    /// The trace where days are days; `nil` before the first practice.
    public func trace(ofSkill skill: Int) -> MemoryTrace? { isEmpty(skill) ? nil : skills[skill].trace }

    /// The trace on one scale, in days of that scale; only where the skill was practised.
    func trace(ofSkill skill: Int, onScale place: Int) -> MemoryTrace {
        var trace = skills[skill].trace
        if holdsScales, !stabilities[skill].isEmpty { trace.stability = stabilities[skill][place] }
        return trace
    }

    /// Whole days that have gone by since the last practice and are not yet off the belief in the skill, from and to;
    /// `nil` where there are none.
    func unfaded(_ skill: Int, at now: Double) -> (from: Double, to: Double)? {
        guard !isEmpty(skill) else { return nil }
        let days = ((now - skills[skill].trace.last) / MemoryModel.day).rounded(.down)
        return days > skills[skill].fadedDays ? (skills[skill].fadedDays, days) : nil
    }

    /// Whole days since the last practice up to which what was forgotten is off the belief in the skill already.
    func fadedDays(_ skill: Int) -> Double { skills[skill].fadedDays }

    /// Notes up to which day what was forgotten is off the belief.
    mutating func note(fadedDays days: Double, _ skill: Int) { skills[skill].fadedDays = days }

    /// Takes up one score.
    ///
    /// A trace takes no likelihood but a score: one that cannot be relied on counts for less than it is away from what was
    /// expected.
    ///
    /// - Parameters:
    ///   - expected: probability of success the first time.
    ///   - isNew: whether there was nothing yet to remember: what was tried before is forgotten.
    mutating func observe(
        _ skill: Int, score: Double, certainty: Certainty = .full, expected: Double = 0.5, at time: Double,
        model: MemoryModel, isNew: Bool = false
    ) {
        skills[skill].fadedDays = 0
        guard !isNew, !isEmpty(skill) else {
            skills[skill].trace = model.begin(score: certainty.shrunk(score, to: expected), at: time)
            guard holdsScales else { return }
            stabilities[skill] = [Double](repeating: skills[skill].trace.stability, count: Self.scales.count)
            evidence[skill] = [Double](repeating: 0, count: Self.scales.count)
            return
        }
        let before = skills[skill].trace
        let days = max(time - before.last, 0) / MemoryModel.day
        guard holdsScales else {
            let score =
                certainty == .full
                ? score : certainty.shrunk(score, to: model.recall(stability: before.stability, after: days))
            skills[skill].trace = model.practised(before, score: score, at: time)
            return
        }
        for place in Self.scales.indices {
            var trace = before
            trace.stability = stabilities[skill][place]
            let past = days * Self.scales[place]
            let recall = model.recall(stability: trace.stability, after: past)
            let chance = MemoryScales.chance(recall)
            evidence[skill][place] +=
                certainty.share * MemoryScales.log(score * chance + (1 - score) * (1 - chance))
            let counted = certainty.shrunk(score, to: recall)
            stabilities[skill][place] = model.stability(trace, days: past, recall: recall, score: counted)
            if place == Self.usual { skills[skill].trace = model.practised(before, score: counted, at: time) }
        }
    }

    /// A belief read from elsewhere, skill by skill.
    mutating func restore(
        _ skill: Int, _ trace: MemoryTrace, fadedDays: Double, scales: (stabilities: [Double], evidence: [Double])?
    ) {
        skills[skill].trace = trace
        skills[skill].fadedDays = fadedDays
        guard holdsScales, let scales else { return }
        stabilities[skill] = scales.stabilities
        evidence[skill] = scales.evidence
    }

    /// Holds the scales of a skill in single precision, as they are written.
    mutating func settle(_ skill: Int) {
        guard holdsScales else { return }
        for place in stabilities[skill].indices {
            stabilities[skill][place] = PracticeStateCode.single(stabilities[skill][place])
            evidence[skill][place] = PracticeStateCode.single(evidence[skill][place])
        }
    }

    /// Stabilities on every scale; empty where the usual one alone is held, and before the first practice.
    func stabilities(ofSkill skill: Int) -> [Double] { holdsScales ? stabilities[skill] : [] }
}
