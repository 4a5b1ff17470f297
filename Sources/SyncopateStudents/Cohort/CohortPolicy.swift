/// Decides who meets on what. An instance serves one cohort.
public protocol CohortPolicy {
    /// One answer of own-time practice.
    ///
    /// - Parameter time: seconds since the start.
    mutating func observe(learner: Int, skill: Int, score: Double, at time: Double)

    /// The session there is time for now; `nil`: nobody meets.
    mutating func seating(at time: Double) -> CohortSeating?

    /// The session took place, as it was: what the learners learnt from it nobody sees.
    mutating func taught(_ seating: CohortSeating, at time: Double)
}

/// A policy that sees the learners as they are: a bound, never a rival.
protocol CohortOracle: CohortPolicy {
    /// Called before every `seating`.
    mutating func look(at students: [KnowledgeGraphStudent])
}

/// Makes a policy for every cohort: what is compared.
public protocol CohortPolicyFamily: Sendable {
    /// What tables call it.
    var name: String { get }

    /// A policy for one cohort. The same seed makes the same choices.
    func policy(for brief: CohortBrief, seed: UInt64) -> any CohortPolicy
}
