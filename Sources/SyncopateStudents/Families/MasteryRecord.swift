/// Adds up what families that are judged by mastery measure.
struct MasteryRecord {
    static let figures = [
        TutoringFigure("attempts to mastery", higherIsBetter: false),
        TutoringFigure("known after 60", higherIsBetter: true),
        TutoringFigure("known after 120", higherIsBetter: true),
        TutoringFigure("known after 240", higherIsBetter: true),
        TutoringFigure("over-practice in 120", higherIsBetter: false),
        TutoringFigure("over-practice", higherIsBetter: false),
    ]

    private var attempts = 0
    private var overPracticed = 0
    private var overPracticedEarly = 0
    private var shares: [Double] = []

    /// - Parameters:
    ///   - wasKnown: whether the skill was known before the attempt.
    ///   - share: share of the skills known after it.
    mutating func add(wasKnown: Bool, share: Double) {
        attempts += 1
        if wasKnown {
            overPracticed += 1
            if attempts <= 120 { overPracticedEarly += 1 }
        }
        if attempts == 60 || attempts == 120 || attempts == 240 { shares.append(share) }
    }

    /// The figures. Where a run ended early, `share` stands for what would have been known later, and over-practice is
    /// that of the attempts there were. Over-practice is the share of attempts on what was known already.
    func values(share: Double) -> [Double] {
        let known = (0..<3).map { $0 < shares.count ? shares[$0] : share }
        let early = Double(overPracticedEarly) / Double(max(min(attempts, 120), 1))
        return [Double(attempts)] + known + [early, Double(overPracticed) / Double(max(attempts, 1))]
    }
}
