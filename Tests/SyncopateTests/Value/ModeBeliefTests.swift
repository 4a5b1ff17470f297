import SyncopateModels
import TestSupport
import Testing

@testable import Syncopate

struct ModeBeliefTests {
    private static func situation(_ p: Double, _ independence: Double, _ reach: Double, _ size: Int) -> ModeSituation {
        ModeSituation(success: p, independence: independence, peerReach: reach, groupSize: size)
    }

    private static let prior = ModePrior(
        asyncSolo: [1, 0, 0.2, 0.3], asyncSocial: [1.05, 0, 0.3, 0.2, 0.3],
        liveTeacher: [1.25, 0.45, 0.2, -0.05], deviations: [0.3, 0.3, 0.3, 0.2, 0.3, 0.3, 0.25, 0.15],
        learnerDeviation: 0.25, noiseDeviation: 1, gainPerHalfHour: 0.5, doubt: 0.5)

    private static let observations: [ModeObservation] = [
        (0.2, 0.5, 0.6, 4, 0, 0.9, 30.0), (0.7, -1, 0.3, 2, 0, 0.1, 30), (0.5, 1.5, 0.8, 6, 1, 1.6, 60),
        (0.4, 0, 0.5, 3, 0, -0.4, 15), (0.9, -0.5, 0.9, 5, 2, 0.7, 30),
    ].map {
        ModeObservation(
            mode: .liveTeacher, situation: situation($0.0, $0.1, $0.2, $0.3), learner: $0.4, gain: $0.5, minutes: $0.6)
    }

    /// Made with scipy 1.17.1 by dense conditioning:
    ///
    ///     a0 = np.array([1,0,.2,.3,0,0,0,0.]); a1 = np.array([1.05,0,.3,.2,.3,0,0,0]); off = (a0 + a1) / 2
    ///     live = np.array([1.25,.45,.2,-.05,0,0,0,0]); tau = np.array([.3,.3,.3,.2,.3,.3,.25,.15])
    ///     x = lambda p,i,r,n: np.array([1, 1-2*p, 4*p*(1-p)-.5, i, r-.5, 0, 0, np.log(n)])
    ///     X = rows of x; unit = .5 * minutes / 30; y = gain / unit; T = np.diag(tau**2)
    ///     S = X@T@X.T + .25**2 * (who[:,None] == who) + np.diag(1 / unit**2)
    ///     z = x(.3, .2, .4, 3); k = X@T@z + .25**2 * (who == learner)
    ///     e = [multivariate_normal.logpdf(y, X@m, S) for m in (live, off)]; q = exp(e) / sum(exp(e))
    ///     mean = q @ [z@m + k@solve(S, y - X@m)]; variance = z@T@z + .25**2 - k@solve(S, k) + q0 q1 (m0 - m1)**2
    ///     weights = q @ [m + T@X.T@solve(S, y - X@m)]
    @Test func agreesWithDenseConditioningElsewhere() throws {
        var belief = ModeBelief(prior: Self.prior)
        #expect(belief.doubt(.liveTeacher) == 0.5 && belief.doubt(.asyncSolo) == 0)
        let learnt = belief.observe(Self.observations)
        #expect(learnt == 5)
        #expect(abs(belief.doubt(.liveTeacher) - 0.532683726032324) < 1e-12)
        let asked = Self.situation(0.3, 0.2, 0.4, 3)
        let known = belief.expected(mode: .liveTeacher, situation: asked, learner: 0)
        #expect(abs(known.mean - 1.294191028234478) < 1e-12)
        #expect(abs(known.variance - 0.20131600399903765) < 1e-12)
        for stranger in [nil, 99] {
            let other = belief.expected(mode: .liveTeacher, situation: asked, learner: stranger)
            #expect(abs(other.mean - 1.3102757191846286) < 1e-12)
            #expect(abs(other.variance - 0.21238093686150777) < 1e-12)
        }
        let wanted = [
            1.12929710268, 0.211384562855, 0.219053172285, 0.124973888386, 0.092123906518, 0, 0, 0.005611011113,
        ]
        let weights = try #require(belief.weights(.liveTeacher))
        for (weight, value) in zip(weights.means, wanted) { #expect(abs(weight - value) < 1e-11) }
        // Other modes have learnt nothing.
        #expect(belief.count(.liveTeacher) == 5 && belief.count(.asyncSolo) == 0)
        let untouched = try #require(belief.weights(.asyncSolo)).means
        for (weight, value) in zip(untouched, Self.prior.asyncSolo) { #expect(abs(weight - value) < 1e-12) }
    }

    @Test func theOrderOfObservationsDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<10 {
            let rows = Self.random(40, &generator)
            var (once, shuffled) = (ModeBelief(prior: .shipped), ModeBelief(prior: .shipped))
            once.observe(rows)
            for row in rows.shuffled(using: &generator) {
                shuffled.observe(
                    mode: row.mode, situation: row.situation, learner: row.learner, gain: row.gain,
                    minutes: row.minutes)
            }
            for mode in ModePrior.modes {
                let asked = Self.random(1, &generator)[0].situation
                let one = once.expected(mode: mode, situation: asked, learner: 2)
                let other = shuffled.expected(mode: mode, situation: asked, learner: 2)
                #expect(abs(one.mean - other.mean) < 1e-10 && abs(one.variance - other.variance) < 1e-10)
                #expect(abs(once.doubt(mode) - shuffled.doubt(mode)) < 1e-10)
            }
        }
    }

    /// Learners' own effects, integrated out in three sums, against conditioning with all of them written out.
    @Test func ownEffectsAgreeWithConditioningWrittenOut() {
        var generator = SeededGenerator(seed: 8)
        var prior = Self.prior
        prior.doubt = 0
        for _ in 0..<5 {
            let rows = Self.random(25, &generator, mode: .liveTeacher)
            var belief = ModeBelief(prior: prior)
            belief.observe(rows)
            let asked = Self.situation(generator.uniform(), generator.normal(), generator.uniform(), 2)
            for learner in [0, 3, 50] {
                let wanted = Self.dense(rows, prior, asked, learner)
                let found = belief.expected(mode: .liveTeacher, situation: asked, learner: learner)
                #expect(abs(found.mean - wanted.mean) < 1e-9, "\(found.mean) \(wanted.mean)")
                #expect(abs(found.variance - wanted.variance) < 1e-9)
            }
        }
    }

    /// What is not known widens what is expected, and what is told by one who is not known well moves less.
    @Test func missingFeaturesWiden() {
        var belief = ModeBelief(prior: .shipped)
        belief.observe(Self.observations)
        let whole = Self.situation(0.3, 0.2, 0.4, 3)
        var changed: [ModeSituation] = []
        for place in 0..<6 {
            var situation = whole
            switch place {
            case 0: situation.success = nil
            case 1: situation.independenceDeviation = 0.8
            case 2: situation.peerReach = nil
            case 3: situation.wheelSpin = nil
            case 4: situation.complexity = .nan
            default: situation.groupSize = nil
            }
            changed.append(situation)
        }
        for mode in ModePrior.modes where mode != .parallel {
            let sure = belief.expected(mode: mode, situation: whole, learner: nil).variance
            for situation in changed {
                #expect(belief.expected(mode: mode, situation: situation, learner: nil).variance > sure)
            }
        }
        for situation in changed {
            func moved(_ situation: ModeSituation) -> Double {
                var belief = ModeBelief(prior: Self.prior)
                belief.observe(mode: .asyncSolo, situation: situation, learner: nil, gain: 3)
                return (belief.weights(.asyncSolo)?.deviations[0] ?? 0)
            }
            #expect(moved(situation) > moved(whole))
        }
    }

    @Test func whatCannotBeLearntFromIsRefused() {
        var belief = ModeBelief(prior: .shipped)
        let situation = Self.situation(0.5, 0, 0.5, 1)
        let learnt = [
            belief.observe(mode: .either, situation: situation, learner: 0, gain: 1),
            belief.observe(mode: .asyncSolo, situation: situation, learner: 0, gain: .nan),
            belief.observe(mode: .asyncSolo, situation: situation, learner: 0, gain: 1, minutes: 0),
            belief.observe(mode: .asyncSolo, situation: situation, learner: 0, gain: 1, minutes: .infinity),
        ]
        #expect(learnt == [false, false, false, false])
        #expect(ModePrior.modes.allSatisfy { belief.count($0) == 0 })
        let nothing = belief.expected(mode: .blended, situation: situation, learner: 0)
        #expect(nothing.mean == 0 && nothing.variance == 0)
    }

    private static func random(
        _ count: Int, _ generator: inout SeededGenerator, mode: Mode? = nil
    ) -> [ModeObservation] {
        (0..<count).map { _ in
            let place = Int(generator.uniform() * Double(ModePrior.modes.count))
            return ModeObservation(
                mode: mode ?? ModePrior.modes[place],
                situation: situation(
                    generator.uniform(), generator.normal(), generator.uniform(), 1 + Int(generator.uniform() * 6)),
                learner: Int(generator.uniform() * 6), gain: 0.5 + generator.normal(),
                minutes: 15 + 30 * generator.uniform())
        }
    }

    /// The mean and variance of what is expected, from the joint normal of all observations and the one asked for.
    private static func dense(
        _ rows: [ModeObservation], _ prior: ModePrior, _ asked: ModeSituation, _ learner: Int
    ) -> (mean: Double, variance: Double) {
        let x = rows.map { row in (0..<8).map { row.situation.features.mean[$0] } }
        let z = (0..<8).map { asked.features.mean[$0] }
        let w = prior[.liveTeacher]
        let effect = prior.learnerDeviation * prior.learnerDeviation
        func covariance(_ a: [Double], _ b: [Double]) -> Double {
            (0..<8).reduce(0) { $0 + a[$1] * b[$1] * prior.deviations[$1] * prior.deviations[$1] }
        }
        func product(_ a: [Double]) -> Double { zip(a, w).reduce(0) { $0 + $1.0 * $1.1 } }
        // The matrix of the observations, with what is asked and the residuals as two more columns.
        var table = rows.indices.map { i -> [Double] in
            let unit = prior.gainPerHalfHour * rows[i].minutes / 30
            let noise = (prior.noiseDeviation / unit) * (prior.noiseDeviation / unit)
            let row = rows.indices.map { j in
                covariance(x[i], x[j]) + (rows[i].learner == rows[j].learner ? effect : 0) + (i == j ? noise : 0)
            }
            let toAsked = covariance(x[i], z) + (rows[i].learner == learner ? effect : 0)
            return row + [toAsked, rows[i].gain / unit - product(x[i])]
        }
        let toAsked = table.map { $0[rows.count] }
        // Gauss and Jordan.
        for pivot in rows.indices {
            let top = table[pivot][pivot]
            table[pivot] = table[pivot].map { $0 / top }
            for row in rows.indices where row != pivot {
                let factor = table[row][pivot]
                table[row] = zip(table[row], table[pivot]).map { $0 - factor * $1 }
            }
        }
        return (
            product(z) + rows.indices.reduce(0) { $0 + toAsked[$1] * table[$1][rows.count + 1] },
            covariance(z, z) + effect - rows.indices.reduce(0) { $0 + toAsked[$1] * table[$1][rows.count] }
        )
    }
}
