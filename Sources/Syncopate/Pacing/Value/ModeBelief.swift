/// What is believed of the value of every mode: what studies say, moved by every gain that was observed.
///
/// A value type: a copy is another belief. Updates are exact, so the order of observations does not matter but for the
/// last bits. Modes are independent of each other a priori; what they share cancels where they are compared.
public struct ModeBelief: Sendable {
    /// What it began with.
    public let prior: ModePrior
    /// In the order of ``ModePrior/modes``.
    private(set) var regressions: [ModeRegression]

    /// The belief before anything was seen.
    public init(prior: ModePrior) {
        self.prior = prior
        regressions = ModePrior.modes.map { mode in
            ModeRegression(mean: prior[mode], doubtful: prior.doubtful(mode), prior: prior)
        }
    }

    /// How many gains were observed in a mode.
    public func count(_ mode: Mode) -> Int { regression(mode)?.count ?? 0 }

    /// Probability that meeting in a live mode adds nothing to own time; 0 of other modes.
    public func doubt(_ mode: Mode) -> Double { regression(mode)?.doubt ?? 0 }

    /// Posterior mean weights and their standard deviations, one per ``ModePrior/Feature``; `nil` of a mode without weights.
    public func weights(_ mode: Mode) -> (means: [Double], deviations: [Double])? {
        guard let regression = regression(mode) else { return nil }
        let (first, second) = (regression.means[0], regression.means[1])
        let share = regression.doubt
        let places = 0..<8
        return (
            places.map { first[$0] + share * (second[$0] - first[$0]) },
            places.map { place in
                let apart = second[place] - first[place]
                return (regression.covariance[place][place] + share * (1 - share) * apart * apart).squareRoot()
            }
        )
    }

    /// Learns from one gain.
    ///
    /// - Returns: whether anything was learnt: not of a mode without weights, nor from figures that are not finite or
    ///   minutes that are not above zero.
    @discardableResult
    public mutating func observe(
        mode: Mode, situation: ModeSituation, learner: Int?, gain: Double, minutes: Double = 30
    ) -> Bool {
        observe([ModeObservation(mode: mode, situation: situation, learner: learner, gain: gain, minutes: minutes)])
            == 1
    }

    /// Learns from many gains at once: the same as one by one, and quicker.
    ///
    /// - Returns: from how many something was learnt.
    @discardableResult
    public mutating func observe(_ observations: [ModeObservation]) -> Int {
        var touched: Set<Int> = []
        var learnt = 0
        for observation in observations {
            guard tells(observation), let place = ModePrior.modes.firstIndex(of: observation.mode) else { continue }
            let unit = scale(minutes: observation.minutes)
            let (x, variance) = observation.situation.features
            let deviation = prior.noiseDeviation / unit
            let measured = max(observation.variance, 0) / (unit * unit)
            let noise = max(deviation * deviation, 1e-9) + measured + regressions[place].priorSpread(variance)
            regressions[place].add(x, gain: observation.gain / unit, noise: noise, learner: observation.learner)
            touched.insert(place)
            learnt += 1
        }
        for place in touched.sorted() { regressions[place].solve() }
        return learnt
    }

    /// Whether anything can be learnt from an observation: its mode has weights, its gain is finite, and its minutes are
    /// neither so few nor so many that figures overflow.
    func tells(_ observation: ModeObservation) -> Bool {
        let unit = scale(minutes: observation.minutes)
        let deviation = prior.noiseDeviation / unit
        return ModePrior.modes.contains(observation.mode) && unit > 0 && unit.isFinite
            && abs(observation.gain / unit) < 1e100 && deviation < 1e100
            && observation.variance / (unit * unit) < 1e100
    }

    /// Expected relative gain of a mode for a learner and its variance, without the noise of a single observation.
    ///
    /// - Parameter learner: the number it was observed under; `nil`, or one never seen: a learner like any.
    /// - Returns: mean 0 and variance 0 of a mode without weights.
    public func expected(mode: Mode, situation: ModeSituation, learner: Int?) -> (mean: Double, variance: Double) {
        guard let regression = regression(mode) else { return (0, 0) }
        let (x, variance) = situation.features
        let prediction = regression.predict(x, learner: learner)
        return (prediction.mean, prediction.total + regression.spread(variance))
    }

    /// Weights drawn from the belief, per mode of ``ModePrior/modes``, for simulation.
    package func draw(using generator: inout SeededGenerator) -> [SIMD8<Double>] {
        regressions.map { $0.draw(using: &generator) }
    }

    /// The same, and what the weights would be in the same world if live modes were as studies say.
    func drawn(using generator: inout SeededGenerator) -> [(weights: SIMD8<Double>, studied: SIMD8<Double>)] {
        regressions.map { $0.drawn(using: &generator) }
    }

    /// Expected relative gain of a mode if its weights are those that were drawn.
    package func expected(
        mode: Mode, situation: ModeSituation, learner: Int?, drawn: [SIMD8<Double>]
    ) -> Double {
        guard let place = ModePrior.modes.firstIndex(of: mode), drawn.indices.contains(place) else { return 0 }
        return regressions[place].own(learner).expected(situation.features.mean, weights: drawn[place])
    }

    /// Mean weights of a mode, both hypotheses together; of one without weights, those of learning alone.
    func meanWeights(_ mode: Mode) -> SIMD8<Double> {
        let regression = regression(mode) ?? regressions[0]
        return regression.means[0] + regression.doubt * (regression.means[1] - regression.means[0])
    }

    /// Mean weights of a mode if it is as studies say; of one without weights, those of learning alone.
    func studiedWeights(_ mode: Mode) -> SIMD8<Double> { (regression(mode) ?? regressions[0]).means[0] }

    /// What is believed of a learner's own effect of a mode; of one without weights, that of learning alone.
    func own(_ mode: Mode, learner: Int?) -> LearnerEffect { (regression(mode) ?? regressions[0]).own(learner) }

    /// Gain in the chance of success of one whose log-odds are `logit`, from so many units of relative gain.
    func gain(units: Double, logit: Double, minutes: Double) -> Double {
        Logistic.probability(logit + scale(minutes: minutes) * units) - Logistic.probability(logit)
    }

    /// Logits of one unit of relative gain in so many minutes.
    func scale(minutes: Double) -> Double { prior.gainPerHalfHour * minutes / 30 }

    func regression(_ mode: Mode) -> ModeRegression? {
        ModePrior.modes.firstIndex(of: mode).map { regressions[$0] }
    }
}
