/// Together or apart for one learner of a cohort by themselves: what every mode on offer would add, without looking at who
/// else needs a seat.
///
/// Who gets a live seat is a matter among classmates (``PracticePacing``); this is for answering one learner at a time.
public struct ModeOutlook: Sendable, Hashable {
    /// The mode that is best with probability ``clear`` or more; else ``Mode/either``.
    public var mode: Mode
    /// P(gains most of all on offer), of the mode or, where that is ``Mode/either``, of the best.
    public var best: Double
    /// Every mode on offer, the one that is expected to gain most first.
    public var options: [ModeOption]

    /// Probability from which one mode is advised over the others.
    static let clear = ModeChooser.clearlyBest

    /// Nobody to be together with.
    public static let alone = ModeOutlook(mode: .asyncSolo, best: 1, options: [])

    private init(mode: Mode, best: Double, options: [ModeOption]) {
        self.mode = mode
        self.best = best
        self.options = options
    }

    /// - Parameters:
    ///   - known: probability of having the skill that would be met about, held to 0...1.
    ///   - nominal: how the skill is answered.
    ///   - allowed: modes that are possible; `nil`: all that the setting has.
    ///   - cohort: size of the cohort; below two there is nobody else.
    public init(
        known: Double, nominal: NominalParameters = NominalParameters(), setting: Setting, live: LiveTime, cohort: Int,
        allowed: Set<Mode>? = nil, evidence: ModeEvidence
    ) {
        let isCollective = cohort >= 2 && setting.hasCohort
        let live = isCollective ? setting.live(live, cohort: cohort) : .none
        var modes = isCollective ? setting.modes(live: live) : [.asyncSolo]
        if let allowed { modes = modes.filter { allowed.contains($0) } }
        // Where nothing on offer is possible, what everybody can do is.
        guard modes.count > 1 else {
            self.init(mode: modes.first ?? .asyncSolo, best: 1, options: [])
            return
        }
        let known = known.isFinite ? min(max(known, 0), 1) : 0
        let (with, without) = (Logistic.logit(1 - nominal.slip), Logistic.logit(nominal.guess))
        let independence = Independence.prior
        let odds = ModeSimulation(
            belief: evidence.belief, modes: modes,
            minutes: live.isNone ? LiveTime.usual.minutes : live.minutes, seats: max(live.seats, 1), cohort: cohort
        ).run(
            [
                SeatAllocation.Standing(
                    mean: known * with + (1 - known) * without,
                    variance: known * (1 - known) * (with - without) * (with - without),
                    independence: independence.mean, independenceDeviation: independence.deviation, learner: nil,
                    peerReach: nil, stuck: nil)
            ], sharedVariance: 0)
        let options = odds.first?.options(modes) ?? []
        let best = options.max { $0.best < $1.best }
        let isClear = best.map { $0.best >= Self.clear } ?? false
        self.init(mode: isClear ? best?.mode ?? .either : .either, best: best?.best ?? 1, options: options)
    }
}
