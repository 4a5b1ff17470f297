import RealModule

extension Interdependence {
    /// What is believed of everybody that anything was seen of among others.
    ///
    /// The rate of an outcome is that of the class in its kind of work, with one of each beside it; what happens to
    /// everybody says nothing of anyone. A logged gain with others speaks by the learner's own effect of the mode, less
    /// what the learner does in own time: where nothing of that was logged the whole spread of it is noise, and nothing
    /// stands in its stead.
    ///
    /// - Parameters:
    ///   - log: what was seen; empty is fine.
    ///   - evidence: logged gains of known learners.
    /// - Returns: by learner id; of others nothing is known (``prior``).
    public static func estimate(
        _ log: ExchangeLog, evidence: ModeEvidence, model: InterdependenceModel
    ) -> [String: Interdependence] {
        struct Key: Hashable {
            var kind: ExchangeKind
            var group: Int
        }
        var rates: [Key: (sum: Double, count: Double)] = [:]
        var seen = [[Int]](repeating: [], count: log.learners.count)
        for (place, exchange) in log.exchanges.enumerated() where model.terms[exchange.kind] != nil {
            guard log.learners.indices.contains(exchange.learner) else { continue }
            seen[exchange.learner].append(place)
            guard !exchange.kind.isRelative else { continue }
            let key = Key(kind: exchange.kind, group: exchange.group)
            let rate = rates[key] ?? (0, 0)
            rates[key] = (rate.sum + exchange.value, rate.count + 1)
        }
        let places = Dictionary(log.learners.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [String: Interdependence] = [:]
        for learner in Set(log.learners).union(evidence.learners).sorted() {
            var posterior = InterdependencePosterior(correlation: model.correlation)
            var counts: [ExchangeKind: Int] = [:]
            var own: [Key: (sum: Double, count: Double)] = [:]
            for exchange in (places[learner].map { seen[$0] } ?? []).map({ log.exchanges[$0] }) {
                counts[exchange.kind, default: 0] += 1
                if exchange.kind.isRelative, let term = model.terms[exchange.kind] {
                    let slope = term.loading / (2 + 2 * model.correlation).squareRoot()
                    posterior.add(.init(slopes: (slope, slope), value: exchange.value, noise: term.noise))
                } else {
                    let key = Key(kind: exchange.kind, group: exchange.group)
                    let sum = own[key] ?? (0, 0)
                    own[key] = (sum.sum + exchange.value, sum.count + 1)
                }
            }
            for (key, sum) in own.sorted(by: {
                ($0.key.kind.rawValue, $0.key.group) < ($1.key.kind.rawValue, $1.key.group)
            }) {
                guard let term = model.terms[key.kind], let facet = key.kind.facet, let rate = rates[key] else {
                    continue
                }
                // The rate is a mean over the trait, so the intercept at the trait's middle lies further out.
                let stretch = (1 + Double.pi * term.loading * term.loading / 8).squareRoot()
                posterior.add(
                    .init(
                        facet: facet, loading: term.loading,
                        intercept: stretch * Logistic.logit((rate.sum + 1) / (rate.count + 2)), sum: sum.sum,
                        count: sum.count))
            }
            var logged = 0
            if let term = evidence.gainsFromOthers(of: learner, share: model.modeShare) {
                posterior.add(.init(slopes: (term.slope, 0), value: term.value, noise: term.noise))
                logged = term.count
            }
            guard !counts.isEmpty || logged > 0 else { continue }
            let (means, deviations) = (posterior.means, posterior.deviations)
            result[learner] = Interdependence(
                gains: Side(mean: means.gains, deviation: deviations.gains),
                gives: Side(mean: means.gives, deviation: deviations.gives), counts: counts, logged: logged)
        }
        return result
    }
}
