/// A ``KnowledgeBelief`` open for changes: the same figures by address, for the time of one call.
struct KnowledgeRows {
    let known: UnsafeMutablePointer<Double>
    let unknown: UnsafeMutablePointer<Double>
    let attempts: UnsafeMutablePointer<Double>

    /// Sets the probability of "known", keeping the proportions of the paces.
    func setKnown(_ skill: Int, _ probability: Double) {
        let paces = KnowledgeModel.paces.count
        let held = min(max(probability, KnowledgeModel.margin), 1 - KnowledgeModel.margin)
        let row = unknown + skill * paces
        var total = 0.0
        for pace in 0..<paces { total += row[pace] }
        if total > 0 {
            let scale = (1 - held) / total
            for pace in 0..<paces { row[pace] *= scale }
        } else {
            for pace in 0..<paces { row[pace] = (1 - held) / Double(paces) }
        }
        known[skill] = held
    }
}

extension KnowledgeBelief {
    /// Opens the belief for changes in place.
    mutating func withRows<Result>(_ body: (KnowledgeRows) -> Result) -> Result? {
        known.withUnsafeMutableBufferPointer { known in
            unknown.withUnsafeMutableBufferPointer { unknown in
                attempts.withUnsafeMutableBufferPointer { attempts -> Result? in
                    guard let known = known.baseAddress, let unknown = unknown.baseAddress,
                        let attempts = attempts.baseAddress
                    else { return nil }
                    return body(KnowledgeRows(known: known, unknown: unknown, attempts: attempts))
                }
            }
        }
    }
}
