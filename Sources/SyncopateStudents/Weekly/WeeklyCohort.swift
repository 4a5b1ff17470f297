import RealModule
import Syncopate

/// The learners of one run as they are, and what is seen of them, week by week.
///
/// Weights, learners, weeks and luck have a stream each, so that worlds differ only in what they are about;
/// where independence drifts, the weeks are others too.
struct WeeklyCohort {
    let world: WeeklyWorld
    /// True weights, a row per mode of ``WeeklyWorld/modes``.
    let weights: [[Double]]
    /// Learners' own effects, `[learner][mode]`.
    let effects: [[Double]]
    /// Groups that learners are in: no policy can see this.
    let isInGroup: [Bool]
    private(set) var independence: [Double]
    /// P(success), as it is.
    private(set) var success: [Double] = []
    /// P(a peer within reach knows it).
    private(set) var reach: [Double] = []
    /// Independence as it is known of, behind where it drifts.
    private var followed: [Double]
    /// What is seen that is not independence, the same every week.
    private let errors: [Double]
    private var logits: [Double]
    /// This week's noise of what would be observed.
    private var noise: [Double] = []
    /// Uniform numbers below which the probability of coming must not lie.
    private var hurdles: [Double] = []
    private var weekly: SeededGenerator
    private var luck: SeededGenerator

    init(_ world: WeeklyWorld, seed: UInt64) {
        self.world = world
        var seeds = SeededGenerator(seed: seed)
        var drawn = SeededGenerator(seed: seeds.next())
        weights = world.weights.draw(using: &drawn)
        var learners = SeededGenerator(seed: seeds.next())
        let count = max(world.learners, 1)
        independence = (0..<count).map { _ in learners.normal() }
        followed = independence
        errors = (0..<count).map { _ in WeeklyWorld.seen.deviation * learners.normal() }
        logits = (0..<count).map { _ in -0.3 + learners.normal() }
        let deviation = world.weights.hasOwnEffects ? WeeklyWorld.ownEffect : 0
        effects = (0..<count).map { _ in
            WeeklyWorld.modes.map { $0 == .asyncSolo ? 0 : deviation * learners.normal() }
        }
        weekly = SeededGenerator(seed: seeds.next())
        luck = SeededGenerator(seed: seeds.next())
        var groups = SeededGenerator(seed: seeds.next())
        isInGroup = independence.map { groups.uniform() < Logistic.probability(world.groupSlope * $0) }
        look()
    }

    /// The next week.
    mutating func advance() {
        for learner in logits.indices {
            logits[learner] = 0.7 * logits[learner] - 0.1 + 0.6 * weekly.normal()
            guard world.drift > 0 else { continue }
            independence[learner] =
                (1 - world.drift).squareRoot() * independence[learner]
                + world.drift.squareRoot() * weekly.normal()
            followed[learner] += WeeklyWorld.follow * (independence[learner] - followed[learner])
        }
        look()
    }

    /// What follows from log-odds of success and from luck.
    private mutating func look() {
        success = logits.map(Logistic.probability)
        let mean = success.reduce(0, +) / Double(success.count)
        let within = 1 - (1 - mean) * (1 - mean) * (1 - mean)
        reach = success.map { _ in min(max(within + WeeklyWorld.reachDeviation * weekly.normal(), 0), 1) }
        noise = success.map { _ in WeeklyWorld.noise * luck.normal() }
        hurdles = success.map { _ in luck.uniform() }
    }

    /// What a policy sees of a learner.
    func situation(_ learner: Int) -> ModeSituation {
        let believed =
            world.isMiscalibrated
            ? Logistic.probability(WeeklyWorld.distortion.shift + WeeklyWorld.distortion.slope * logits[learner])
            : success[learner]
        return ModeSituation(
            success: believed, independence: WeeklyWorld.seen.share * followed[learner] + errors[learner],
            independenceDeviation: WeeklyWorld.seenDeviation, peerReach: reach[learner])
    }

    /// P(a learner uses a seat).
    func attendance(_ learner: Int) -> Double {
        guard world.hasAbsence else { return 1 }
        return Logistic.probability(
            WeeklyWorld.attendance.constant + WeeklyWorld.attendance.slope * independence[learner])
    }

    /// What a learner's gains depend on now, in the order of the weights.
    func features(_ learner: Int) -> [Double] {
        let p = success[learner]
        return [1, 1 - 2 * p, 4 * p * (1 - p) - 0.5, independence[learner], reach[learner] - 0.5]
    }

    /// Expected gain in a mode of somebody who is there, logits.
    func gain(_ learner: Int, in mode: Mode) -> Double {
        guard let place = WeeklyWorld.modes.firstIndex(of: mode) else { return 0 }
        let units = zip(features(learner), weights[place]).reduce(effects[learner][place]) { $0 + $1.0 * $1.1 }
        return WeeklyWorld.unit * units
    }

    /// Expected gain of being given a mode, logits: of a seat that may be left empty, too.
    func expected(_ learner: Int, given mode: Mode) -> Double {
        guard mode.isLive else { return gain(learner, in: mode) }
        let comes = attendance(learner)
        return comes * gain(learner, in: mode) + (1 - comes) * gain(learner, in: .asyncSolo)
    }

    /// What is seen of a learner who was given a mode: the mode it came to, and the gain.
    func outcome(_ learner: Int, given mode: Mode) -> ModeObservation {
        let done = mode.isLive && hurdles[learner] >= attendance(learner) ? .asyncSolo : mode
        return ModeObservation(
            mode: done, situation: situation(learner), learner: learner,
            gain: gain(learner, in: done) + noise[learner])
    }
}
