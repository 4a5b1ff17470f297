import Matrices

extension AbilityScale {
    /// The open item that is expected to tell most about a learner's abilities, by ``ItemInformation``; of equals the
    /// first, and `nil` where none is open.
    ///
    /// `p (1 - p)` is a quarter at most. An item that would tell less than the best so far even then is passed over, so
    /// that few of a bank are worked out in full.
    ///
    /// - Parameters:
    ///   - belief: of K skills, those of the scale.
    ///   - asked: weight of each skill in the ability asked about, K.
    ///   - isOpen: whether the item may be given.
    public func mostTelling(
        _ belief: Belief<Double>, about asked: [Double], where isOpen: (Int) -> Bool
    ) -> Int? {
        precondition(
            belief.count == skillCount && asked.count == skillCount,
            "a belief of \(belief.count) and weights of \(asked.count) skills for a scale of \(skillCount)")
        var best: Int?
        var most = -1.0
        // A hair less than what the best comes to, so that rounding decides nothing.
        var least = -1.0
        forEachItem(belief, about: asked) { item, moments in
            let (square, stretch) = (moments.shared * moments.shared, moments.stretch)
            guard square >= least * stretch, isOpen(item) else { return }
            let p = Logistic.probability(moments.mean / stretch.squareRoot())
            let reduction = square * p * (1 - p) / stretch
            guard reduction > most else { return }
            (best, most, least) = (item, reduction, 4 * reduction * (1 - 1e-9))
        }
        return best
    }
}
