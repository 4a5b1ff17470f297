/// The parts of the mastery model that can be switched off, alone or together.
public enum TermGroup: String, Sendable, Hashable, CaseIterable {
    /// How easy items and skills are.
    case easiness
    /// Counts of successes and failures.
    case practice
    /// Recency-weighted success.
    case recency
    /// What happened to the same item before.
    case retries
    /// Counts, streaks and last outcomes on the same skills.
    case skillHistory = "skill-history"
    /// What was practised just before, and how long.
    case transitions
    /// The pattern of the last answers, position, and what was explored.
    case course
    /// Time, and responses, since something was last met.
    case gaps
    /// The belief: mastery as a latent quantity.
    case belief
    /// Form, the short-lived part of the belief.
    case form
}
