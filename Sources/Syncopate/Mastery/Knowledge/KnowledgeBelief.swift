/// What is believed of one learner's skills: whether each is known, and how fast it is being learnt where it is not.
///
/// Skills by position in the catalogue. Per skill the mass is split between "known" and "unknown, learning at rate r" for
/// each of the model's paces, and adds up to one.
public struct KnowledgeBelief: Sendable, Hashable {
    /// All figures, K x (R + 2) by rows: known, unknown at every pace, attempts. What is known of a skill is looked at
    /// together, and stands together: of thousands of learners hardly any are in a processor's cache.
    private var figures: [Double]
    /// Number of paces, R.
    public let paces: Int

    /// Nothing known, nothing unknown.
    init(count: Int, paces: Int) {
        figures = [Double](repeating: 0, count: count * (paces + 2))
        self.paces = paces
    }

    /// Number of skills, K.
    public var count: Int { figures.count / width }
    /// Figures of a skill.
    private var width: Int { paces + 2 }

    /// Probability that each skill is known, K. This list and the next two are made anew at each use; within loops ask skill
    /// by skill.
    public var known: [Double] { (0..<count).map { known($0) } }
    /// Mass of "unknown, learning at this pace", K x R by rows; the first pace is "not learning at all".
    public var unknown: [Double] { (0..<count).flatMap { skill in (0..<paces).map { unknown(skill, pace: $0) } } }
    /// How often each skill was practised, K; fractions where an item exercises several.
    public var attempts: [Double] { (0..<count).map { attempts($0) } }

    /// Probability that a skill is known.
    public func known(_ skill: Int) -> Double { figures[skill * width] }
    /// Mass of "unknown, learning at this pace".
    public func unknown(_ skill: Int, pace: Int) -> Double { figures[skill * width + 1 + pace] }
    /// How often a skill was practised; fractions where an item exercises several.
    public func attempts(_ skill: Int) -> Double { figures[skill * width + 1 + paces] }
    /// Probability that the learner does not have the skill and practice on it as it is teaches nothing.
    public func stuck(_ skill: Int) -> Double { unknown(skill, pace: 0) }

    /// Whether of a skill the same is believed as by another belief of as many skills and paces.
    func isEqual(_ skill: Int, _ other: KnowledgeBelief) -> Bool {
        (skill * width..<(skill + 1) * width).allSatisfy { figures[$0] == other.figures[$0] }
    }

    /// Sets all there is of a skill.
    mutating func set(_ skill: Int, known: Double, unknown: [Double], attempts: Double) {
        withRows { rows in
            rows[skill].known = known
            for (pace, mass) in unknown.prefix(rows.paces).enumerated() { rows[skill].unknown[pace] = mass }
            rows[skill].attempts = attempts
        }
    }

    /// Sets the probability of "known", keeping the proportions of the paces.
    mutating func setKnown(_ skill: Int, _ probability: Double) {
        withRows { $0[skill].setKnown(probability) }
    }

    /// Opens the belief for changes in place. Without skills nothing happens.
    mutating func withRows(_ body: (KnowledgeRows) -> Void) {
        let paces = paces
        figures.withUnsafeMutableBufferPointer { figures in
            guard let base = figures.baseAddress else { return }
            body(KnowledgeRows(base: base, paces: paces))
        }
    }
}
