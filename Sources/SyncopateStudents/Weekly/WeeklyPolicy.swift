public import Syncopate

/// Gives every learner a mode, week by week. An instance serves one run.
public protocol WeeklyPolicy {
    /// One of ``WeeklyWorld/modes`` per learner; who is given a seat that is not there works alone.
    mutating func modes(_ situations: [ModeSituation]) -> [Mode]

    /// What came of the week, one per learner: somebody who did not use a seat is seen to have worked alone.
    mutating func observe(_ week: [ModeObservation])

    /// What was advised last, one per learner, with all that is known of it; empty of a policy that advises nothing.
    var advice: [ModeChoice] { get }
}

extension WeeklyPolicy {
    public mutating func observe(_ week: [ModeObservation]) {}
    public var advice: [ModeChoice] { [] }
}

/// A policy that sees the true gains: a bound, never a rival.
protocol WeeklyOracle: WeeklyPolicy {
    /// Called before every week.
    ///
    /// - Parameter gains: expected gains of being given each of ``WeeklyWorld/modes``, learner after learner.
    mutating func look(at gains: [Double])
}

/// Makes a policy for every run: what is compared.
public protocol WeeklyPolicyFamily: Sendable {
    /// What tables call it.
    var name: String { get }

    /// A policy for one run. The same seed makes the same choices.
    func policy(for brief: WeeklyBrief, seed: UInt64) -> any WeeklyPolicy
}
