/// How firmly one learner remembers each skill, on several scales of time at once.
///
/// The equations of memory were fitted on cards seen days apart. How fast this learner forgets this skill is not known, so
/// the same history is held on every scale: on the scale `s` a day counts as `s` days. Answers then say which scales are
/// likely, for a skill by its own and for a new one by those of the others.
public struct MemoryBelief: Sendable, Hashable {
    /// What a day counts as, J: from a quarter of a day to most of a second's worth.
    public static let scales: [Double] = (-2...16).map { Double(sign: .plus, exponent: $0, significand: 1) }
    /// Where days are days.
    static let usual = 2

    /// Number of skills, K.
    public let count: Int
    /// Traces on every scale in days of that scale, K x J; empty before the first practice.
    private(set) var traces: [[MemoryTrace]]
    /// Log-likelihood of a skill's answers on every scale, K x J; empty where ``traces`` is.
    private(set) var evidence: [[Double]]

    init(count: Int) {
        self.count = count
        traces = [[MemoryTrace]](repeating: [], count: count)
        evidence = traces.map { _ in [] }
    }

    /// The trace where days are days; `nil` before the first practice.
    public func trace(ofSkill skill: Int) -> MemoryTrace? {
        traces[skill].isEmpty ? nil : traces[skill][Self.usual]
    }

    /// Takes up one score.
    ///
    /// - Parameter isNew: whether there was nothing yet to remember: what was tried before is forgotten.
    mutating func observe(
        _ skill: Int, score: Double, at time: Double, model: MemoryModel, isNew: Bool = false
    ) {
        guard !isNew, !traces[skill].isEmpty else {
            traces[skill] = Self.scales.map { _ in model.begin(score: score, at: time) }
            evidence[skill] = Self.scales.map { _ in 0 }
            return
        }
        for (place, scale) in Self.scales.enumerated() {
            let trace = traces[skill][place]
            let recall = MemoryScales.chance(model.recall(trace, at: time, scale: scale))
            evidence[skill][place] += MemoryScales.log(score * recall + (1 - score) * (1 - recall))
            traces[skill][place] = model.practised(trace, score: score, at: time, scale: scale)
        }
    }
}
