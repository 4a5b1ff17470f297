extension PredictionTable {
    /// The rows at these indices, in their order; indices outside the table are left out.
    public func keeping(_ rows: [Int]) throws(PredictionFault) -> PredictionTable {
        var kept = PredictionTable(learners: learners, items: items)
        kept.reserveCapacity(rows.count)
        for index in rows where index >= 0 && index < count { try kept.append(self[index]) }
        return kept
    }
}
