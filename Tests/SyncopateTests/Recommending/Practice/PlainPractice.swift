import Foundation

@testable import Syncopate

/// Learning from answers written out plainly: all skills are faded at every answer, every case is worked out by itself,
/// memory is held on every scale, and likelihoods are raised to powers where they stand.
struct PlainPractice {
    let catalogue: Catalogue
    let nominal: [NominalParameters]
    var known: [Double]
    var unknown: [[Double]]
    var attempts: [Double]
    var shares: [[Double]]
    var grown: [Double]
    var evidence = 0.0
    /// Stability by scale, difficulty and last practice; empty before the first.
    var stabilities: [[Double]]
    var difficulty: [Double]
    var practised: [Double]
    var scaleEvidence: [[Double]]
    var last = -Double.infinity
    let isRemembered: [Bool]
    let memory = MemoryModel.published

    static let paces = [0, 0.65, 1.3, 2.0]
    static let starts = (-5...5).map { 0.6 * Double($0) }
    static let rates = [0.2, 0.6, 1.2, 2.4]

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        let count = catalogue.skills.count
        nominal = catalogue.skills.map { $0.nominal ?? NominalParameters() }
        known = [Double](repeating: 0, count: count)
        unknown = [[Double]](repeating: [0, 0, 0, 0], count: count)
        attempts = known
        grown = known
        let weights = Self.starts.flatMap { start in [0.2, 0.3, 0.35, 0.15].map { $0 * exp(-start * start / 2) } }
        shares = [[Double]](repeating: weights.map { $0 / weights.reduce(0, +) }, count: count)
        stabilities = [[Double]](repeating: [], count: count)
        scaleEvidence = stabilities
        difficulty = known
        practised = known
        isRemembered = catalogue.skills.indices.map { skill in
            catalogue.goals.contains { $0.purpose == .remember && catalogue.skillPositions(of: $0).contains(skill) }
        }
        for skill in catalogue.graph.order {
            let prior = nominal[skill].initial * ready(skill, known)
            known[skill] = min(max(prior, 1e-6), 1 - 1e-6)
            unknown[skill] = [0.02, 0.39, 0.39, 0.2].map { $0 * (1 - known[skill]) }
        }
    }

    func ready(_ skill: Int, _ known: [Double]) -> Double {
        catalogue.graph.parents[skill].reduce(1) { $0 * (1 - $1.weight * (1 - known[$1.skill])) }
    }

    mutating func set(_ skill: Int, _ value: Double) {
        let held = min(max(value, 1e-6), 1 - 1e-6)
        let total = unknown[skill].reduce(0, +)
        unknown[skill] = unknown[skill].map { $0 * (1 - held) / total }
        known[skill] = held
    }

    func chance(_ skill: Int, _ place: Int, _ difficulty: Double) -> Double {
        let prior =
            nominal[skill].initial * (1 - nominal[skill].slip) + (1 - nominal[skill].initial) * nominal[skill].guess
        let level =
            log(prior / (1 - prior)) + Self.starts[place / 4] + nominal[skill].learn * Self.rates[place % 4]
            * grown[skill]
        return 1 / (1 + exp(difficulty - level))
    }

    mutating func fade(until now: Double) {
        guard now > last, last.isFinite else { return }
        for skill in known.indices where !stabilities[skill].isEmpty {
            let before = floor((last - practised[skill]) / 86_400)
            let after = floor((now - practised[skill]) / 86_400)
            guard after > before else { continue }
            let stability = stabilities[skill][2]
            let kept =
                memory.recall(stability: stability, after: after) / memory.recall(stability: stability, after: before)
            let lost = known[skill] * (1 - kept)
            known[skill] -= lost
            for pace in 0..<4 { unknown[skill][pace] += lost * [0.02, 0.39, 0.39, 0.2][pace] }
        }
    }

    mutating func observe(item: Int, score: Double, certainty: Double, at time: Double) {
        let now = max(time, last)
        fade(until: now)
        last = now
        guard catalogue.items[item].kind == .work else { return }
        let edges = catalogue.itemSkills[item]
        let hard = catalogue.items[item].difficulty ?? 0
        func logit(_ p: Double) -> Double { log(p / (1 - p)) }
        let with = edges.map { 1 / (1 + exp(hard - logit(1 - nominal[$0.skill].slip))) }
        let without = edges.map { 1 / (1 + exp(hard - logit(nominal[$0.skill].guess))) }
        func likelihood(_ p: Double) -> Double { score * p + (1 - score) * (1 - p) }
        let before = known
        let own = edges.indices.map { before[edges[$0].skill] * with[$0] + (1 - before[edges[$0].skill]) * without[$0] }
        let expected = edges.indices.reduce(0) { $0 + edges[$1].weight * own[$1] }
        let cases = edges.map { edge in shares[edge.skill].indices.map { chance(edge.skill, $0, hard) } }
        let means = edges.indices.map { place in
            zip(shares[edges[place].skill], cases[place]).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let foreseen = edges.indices.reduce(0) { $0 + edges[$1].weight * means[$1] }
        evidence += certainty * log(max(likelihood(foreseen), 1e-9) / max(likelihood(expected), 1e-9))
        evidence = min(max(evidence, -30), 30)
        for (place, edge) in edges.enumerated() {
            let others = foreseen - edge.weight * means[place]
            let weighed = shares[edge.skill].indices.map {
                shares[edge.skill][$0]
                    * pow(likelihood(min(max(others + edge.weight * cases[place][$0], 1e-6), 1 - 1e-6)), certainty)
            }
            shares[edge.skill] = weighed.map { $0 / weighed.reduce(0, +) }
            grown[edge.skill] += edge.weight
        }
        for (place, edge) in edges.enumerated() {
            let others = expected - edge.weight * own[place]
            let right = pow(likelihood(others + edge.weight * with[place]), certainty)
            let wrong = pow(likelihood(others + edge.weight * without[place]), certainty)
            blame(edge.skill, before, right, wrong)
            let mine = before[edge.skill]
            set(edge.skill, mine * right / (mine * right + (1 - mine) * wrong))
        }
        for edge in edges {
            let all = ready(edge.skill, known)
            let rate = nominal[edge.skill].learn * (all + 0.1 * (1 - all)) * edge.weight
            for pace in 0..<4 {
                let learnt = unknown[edge.skill][pace] * min(rate * Self.paces[pace], 1)
                unknown[edge.skill][pace] -= learnt
                known[edge.skill] += learnt
            }
            attempts[edge.skill] += edge.weight
        }
        for edge in edges {
            if isRemembered[edge.skill] {
                remember(edge.skill, score, certainty, before[edge.skill], now, isNew: false)
            } else {
                remember(edge.skill, known[edge.skill], 1, 0, now, isNew: before[edge.skill] < 0.5)
            }
        }
    }

    private mutating func blame(_ skill: Int, _ before: [Double], _ right: Double, _ wrong: Double) {
        let all = ready(skill, before)
        guard !catalogue.graph.parents[skill].isEmpty, all < 1 - 1e-6, all > 0 else { return }
        let without = before[skill] * 0.4
        let with = min((before[skill] - (1 - all) * without) / all, 1)
        let ifReady = with * right + (1 - with) * wrong
        let ifNot = without * right + (1 - without) * wrong
        let now = all * ifReady / (all * ifReady + (1 - all) * ifNot)
        for edge in catalogue.graph.parents[skill] {
            let parent = before[edge.skill]
            let givenReady = parent / (1 - edge.weight * (1 - parent))
            let givenNot = (parent - all * givenReady) / (1 - all)
            set(edge.skill, known[edge.skill] + now * givenReady + (1 - now) * givenNot - parent)
        }
    }

    private mutating func remember(
        _ skill: Int, _ score: Double, _ certainty: Double, _ expected: Double, _ now: Double, isNew: Bool
    ) {
        guard !isNew, !stabilities[skill].isEmpty else {
            let trace = memory.begin(score: expected + certainty * (score - expected), at: now)
            stabilities[skill] = MemoryBelief.scales.map { _ in trace.stability }
            scaleEvidence[skill] = MemoryBelief.scales.map { _ in 0 }
            (difficulty[skill], practised[skill]) = (trace.difficulty, now)
            return
        }
        var harder = difficulty[skill]
        for (place, scale) in MemoryBelief.scales.enumerated() {
            let trace = MemoryTrace(
                stability: stabilities[skill][place], difficulty: difficulty[skill], last: practised[skill])
            let recall = memory.recall(trace, at: now, scale: scale)
            let chance = 0.02 + 0.96 * recall
            scaleEvidence[skill][place] += certainty * log(score * chance + (1 - score) * (1 - chance))
            let after = memory.practised(trace, score: recall + certainty * (score - recall), at: now, scale: scale)
            stabilities[skill][place] = after.stability
            if scale == 1 { harder = after.difficulty }
        }
        (difficulty[skill], practised[skill]) = (harder, now)
    }
}
