/// One skill of a ``KnowledgeBelief`` open for changes.
struct KnowledgeRow {
    let base: UnsafeMutablePointer<Double>
    let paces: Int

    var known: Double {
        @inline(__always) get { base[0] }
        @inline(__always) nonmutating set { base[0] = newValue }
    }

    /// Mass at every pace, R.
    var unknown: UnsafeMutablePointer<Double> {
        @inline(__always) get { base + 1 }
    }

    var attempts: Double {
        @inline(__always) get { base[1 + paces] }
        @inline(__always) nonmutating set { base[1 + paces] = newValue }
    }

    /// Sets the probability of "known", keeping the proportions of the paces.
    @inline(__always)
    func setKnown(_ probability: Double) {
        let held = min(max(probability, KnowledgeModel.margin), 1 - KnowledgeModel.margin)
        var total = 0.0
        for pace in 0..<paces { total += unknown[pace] }
        if total > 0 {
            let scale = (1 - held) / total
            for pace in 0..<paces { unknown[pace] *= scale }
        } else {
            for pace in 0..<paces { unknown[pace] = (1 - held) / Double(paces) }
        }
        known = held
    }
}
