internal import Syncopate

extension TraceReading {
    /// What rows say of learners among others: of each kind where all of its columns speak.
    func exchanges() -> ExchangeLog {
        let groups = groupsBesideOwn()
        var log = ExchangeLog()
        for (index, row) in rows.enumerated() {
            func outcome(of result: String, where condition: String) -> Double? {
                row.values[condition] == 1 ? row.values[result] : nil
            }
            let found: [(ExchangeKind, Double?)] = [
                (.helpPaidOff, outcome(of: "solved_after", where: "help_received")),
                (.helpGiven, outcome(of: "help_given", where: "help_wanted")),
                (.explained, outcome(of: "peer_solved", where: "explained")), (.groupBesideOwn, groups[index]),
            ]
            for case (let kind, let value?) in found {
                log.append(learner: row.key.learner, group: row.type, kind: kind, value: value)
            }
        }
        return log
    }

    /// Fewest rows of one piece of work from which a line through them leaves something to compare.
    private static let leastRows = 4

    /// Places of the groups' scores, what a straight line expects from the learners' own scores taken off, among the rows of
    /// the same course, item and time.
    private func groupsBesideOwn() -> [Double?] {
        var sets: [Key: [(index: Int, own: Double, group: Double)]] = [:]
        for (index, row) in rows.enumerated() {
            guard let own = row.values["own_score"], let group = row.values["group_score"] else { continue }
            let key = Key(learner: "", course: row.key.course, item: row.key.item, time: row.key.time)
            sets[key, default: []].append((index, own, group))
        }
        var places = [Double?](repeating: nil, count: rows.count)
        for set in sets.values where set.count >= Self.leastRows {
            let count = Double(set.count)
            let middle = (
                own: set.reduce(0) { $0 + $1.own } / count, group: set.reduce(0) { $0 + $1.group } / count
            )
            let spread = set.reduce(0) { $0 + ($1.own - middle.own) * ($1.own - middle.own) }
            let joint = set.reduce(0) { $0 + ($1.own - middle.own) * ($1.group - middle.group) }
            let slope = spread > 1e-12 ? joint / spread : 0
            // Rounded, so that rounding errors of a perfect line are no places.
            let left = set.map {
                Rounding.decimals($0.group - middle.group - slope * ($0.own - middle.own), 9)
            }
            guard let quantiles = CohortPlaces.quantiles(left) else { continue }
            for (one, quantile) in zip(set, quantiles) { places[one.index] = quantile }
        }
        return places
    }
}
