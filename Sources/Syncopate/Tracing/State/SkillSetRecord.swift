/// What a learner's history keeps of one set of skills.
struct SkillSetRecord: Sendable, Hashable {
    /// Earlier responses, and how many of them were right.
    var attempts: Int32 = 0
    var successes: Int32 = 0
    var outcomes = OutcomeBits()
    /// Right answers in a row, or minus the wrong ones; held to -3...5.
    var streak: Int8 = 0
    /// Recency-weighted success, in 255ths: what is stored is what is computed with, so a restored state goes on alike.
    var recency: UInt8 = 128
    /// The learner's response count when these skills were last met.
    var lastPosition: Int32 = 0
    /// Whole seconds since 1970 when they were last met; `Int64.min` where unknown.
    var lastSecond = Int64.min
    /// Recency-weighted success as a share.
    var recentSuccess: Double { Double(recency) / 255 }

    mutating func append(score: Double, isRight: Bool, position: Int32, second: Int64) {
        attempts = attempts == .max ? .max : attempts + 1
        if isRight { successes = successes == .max ? .max : successes + 1 }
        outcomes.append(isRight)
        streak = isRight ? min(max(streak, 0) + 1, 5) : max(min(streak, 0) - 1, -3)
        recency = UInt8(min(max((0.7 * Double(recency) + 0.3 * 255 * score).rounded(), 0), 255))
        lastPosition = position
        lastSecond = second
    }
}
