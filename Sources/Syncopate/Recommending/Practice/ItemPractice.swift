/// What is remembered of one learner and one item.
public struct ItemPractice: Sendable, Hashable {
    /// How often it was attempted.
    public internal(set) var attempts = 0
    /// The best score, a share of the maximum.
    public internal(set) var best = 0.0
    /// The last score.
    public internal(set) var lastScore = 0.0
    /// Seconds since 1970 of the last attempt.
    public internal(set) var last = -Double.infinity
    /// Which of the learner's attempts it was, from 1.
    public internal(set) var lastAttempt = 0

    /// Notes another attempt.
    mutating func note(_ score: Double, at time: Double, attempt: Int) {
        attempts += 1
        best = max(best, score)
        lastScore = score
        last = time
        lastAttempt = attempt
    }
}
