import Syncopate

/// One cohort under one policy, from the first attempt to the last session.
struct CohortRun {
    /// What runs are judged by, the headline first.
    static let figures = [
        TutoringFigure("useful seats", higherIsBetter: true),
        TutoringFigure("skills known at the end", higherIsBetter: true),
        TutoringFigure("seats to the stuck", higherIsBetter: true),
    ]

    /// Of the seats there were, the share taken by somebody who lacked the skill and had all it builds on.
    private(set) var useful = 0.0
    /// Of the seats there were, the share taken by somebody of those who could never learn the skill alone.
    private(set) var stuck = 0.0
    /// Share of all pairs of learner and skill that are known at the end.
    private(set) var mastery = 0.0

    /// In the order of ``figures``.
    var values: [Double] { [useful, mastery, stuck] }

    /// Seconds from one attempt to the next; a session comes right after an attempt.
    private static let secondsBetween = 60.0

    /// - Parameter seed: of the cohort and its luck, and of the policy's lots.
    init(_ world: CohortWorld, _ family: any CohortPolicyFamily, seed: UInt64) {
        var (students, brief) = world.cohort(seed: seed)
        var policy = family.policy(for: brief, seed: ~seed)
        var ownTime = [OwnTimePractice](repeating: OwnTimePractice(brief.course), count: students.count)
        for attempt in 0..<max(world.attempts, 0) {
            let time = Self.secondsBetween * Double(attempt)
            for learner in students.indices {
                let skill = ownTime[learner].next
                let score = students[learner].attempt(skill, at: time)
                ownTime[learner].observe(skill, score: score)
                policy.observe(learner: learner, skill: skill, score: score, at: time)
            }
            guard world.every > 0, (attempt + 1) % world.every == 0 else { continue }
            if var oracle = policy as? any CohortOracle {
                oracle.look(at: students)
                policy = oracle
            }
            guard let asked = policy.seating(at: time), let seating = Self.held(asked, brief) else { continue }
            for learner in seating.learners {
                let student = students[learner]
                if !student.known[seating.skill], student.isReady(seating.skill) {
                    useful += 1
                    if student.learn[seating.skill] == 0 { stuck += 1 }
                }
                students[learner].beTaught(seating.skill, ready: world.ready, unready: world.unready)
                if world.triesAgain { ownTime[learner].takeUp(seating.skill) }
            }
            policy.taught(seating, at: time)
        }
        let seats = Double(max(world.sessions * brief.seats, 1))
        useful /= seats
        stuck /= seats
        mastery = students.reduce(0) { $0 + $1.share } / Double(students.count)
    }

    /// The seating without those who do not exist, come twice or find no seat; `nil` where there is no such skill.
    private static func held(_ asked: CohortSeating, _ brief: CohortBrief) -> CohortSeating? {
        guard (0..<brief.skills).contains(asked.skill) else { return nil }
        var seen: Set<Int> = []
        let learners = asked.learners.filter { (0..<brief.learners).contains($0) && seen.insert($0).inserted }
        return CohortSeating(skill: asked.skill, learners: Array(learners.prefix(brief.seats)))
    }
}
