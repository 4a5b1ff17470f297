/// What is believed of one learner's skills: whether each is known, and how fast it is being learnt where it is not.
///
/// Skills by position in the catalogue. Per skill the mass is split between "known" and "unknown, learning at rate r" for
/// each of the model's paces, and adds up to one.
public struct KnowledgeBelief: Sendable, Hashable {
    /// Probability that each skill is known, K.
    public internal(set) var known: [Double]
    /// Mass of "unknown, learning at this pace", K x R by rows; the first pace is "not learning at all".
    public internal(set) var unknown: [Double]
    /// How often each skill was practised, K; fractions where an item exercises several.
    public internal(set) var attempts: [Double]

    /// Number of skills, K.
    public var count: Int { known.count }
    /// Number of paces, R.
    public var paces: Int { known.isEmpty ? 0 : unknown.count / known.count }

    /// Probability that the learner does not have the skill and practice on it as it is teaches nothing.
    public func stuck(_ skill: Int) -> Double { unknown[skill * paces] }

    /// Sets the probability of "known", keeping the proportions of the paces.
    mutating func setKnown(_ skill: Int, _ probability: Double) {
        let held = min(max(probability, KnowledgeModel.margin), 1 - KnowledgeModel.margin)
        let row = skill * paces..<(skill + 1) * paces
        let total = row.reduce(0) { $0 + unknown[$1] }
        let scale = total > 0 ? (1 - held) / total : 0
        for place in row { unknown[place] = total > 0 ? unknown[place] * scale : (1 - held) / Double(paces) }
        known[skill] = held
    }
}
