/// Expected counts over all learners of a skill, from which the parameters of knowledge tracing are shares.
struct KnowledgeTracingSums: Sendable {
    /// Learners, and those of them who knew from the first.
    var learners = 0.0
    var knownFirst = 0.0
    /// Tries from which something could be learnt before the next, and those from which it was.
    var chances = 0.0
    var learnt = 0.0
    /// Tries without knowing, and those of them that were right.
    private var unknown = 0.0
    private var guessed = 0.0
    /// Tries with knowing, and those of them that were wrong.
    private var known = 0.0
    private var slipped = 0.0

    mutating func addTry(known probability: Double, right: Bool) {
        known += probability
        unknown += 1 - probability
        if right { guessed += 1 - probability } else { slipped += probability }
    }

    /// The M step: every share with `pseudocount` observations at the usual value added.
    ///
    /// - Parameter otherwise: what stays where nothing was counted.
    func parameters(
        pseudocount: Double, otherwise: KnowledgeTracingParameters
    ) -> KnowledgeTracingParameters {
        let usual = KnowledgeTracingParameters.usual
        func share(_ part: Double, of whole: Double, _ usual: Double, _ otherwise: Double) -> Double {
            let total = whole + pseudocount
            // Rounding can leave a count of nothing a little to either side of it.
            guard total > 1e-12 else { return otherwise }
            return min(max((part + pseudocount * usual) / total, 0), 1)
        }
        return KnowledgeTracingParameters(
            prior: share(knownFirst, of: learners, usual.prior, otherwise.prior),
            learn: share(learnt, of: chances, usual.learn, otherwise.learn),
            guess: share(guessed, of: unknown, usual.guess, otherwise.guess),
            slip: share(slipped, of: known, usual.slip, otherwise.slip))
    }
}
