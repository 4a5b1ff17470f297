internal import Syncopate

/// What was settled among a cohort, and for what.
struct SettledCohort {
    /// Everything it rests on.
    struct Key: Equatable {
        var cohort: String
        var form: String
        var at: UInt64
        var seed: Int
        var changes: Int
    }

    let key: Key
    let modes: [String: ModeAdvice]

    /// Most learners among whom seats are settled: all are compared with each other.
    static let limit = 1_000

    /// Refuses a cohort with more.
    static func check(_ cohort: Cohort) throws(WireFault) {
        guard cohort.present.count > limit else { return }
        throw WireFault(
            .invalidParams,
            "a cohort of \(cohort.present.count) learners, where seats are settled among \(limit) at most",
            path: "/cohort", hint: "divide it, or give learners instead of the cohort")
    }
}

extension EngineHost {
    /// What is held of everybody in a cohort who has not left.
    func practice(of cohort: Cohort) throws(WireFault) -> [LearnerPractice] {
        let course = try course()
        return try cohort.present.map { (member) throws(WireFault) in
            course.keeper.pointee.practice(of: try record(of: member.learner, path: "/cohort"), section: cohort.id)
        }
    }

    /// Settles among classmates who meets and how the others go on.
    ///
    /// Who opted out of meeting is no candidate for a seat, and goes on by their own outlook.
    func settle(_ id: String, _ asked: Asked) throws(WireFault) -> [String: ModeAdvice] {
        let key = SettledCohort.Key(
            cohort: id, form: asked.form, at: asked.at.bitPattern, seed: asked.seed, changes: changes)
        if let settled, settled.key == key { return settled.modes }
        let cohort = try cohort(id)
        try SettledCohort.check(cohort)
        let recommender = try course().recommender
        let optedOut = Set(cohort.present.filter(\.optsOut).map(\.learner))
        let everybody = try practice(of: cohort).filter { !optedOut.contains($0.learner.id) }
        let advice = recommender.advise(
            everybody.map { ($0.learner.id, $0.state) }, at: asked.at, limit: asked.limit, only: asked.only,
            seed: UInt64(asked.seed))
        var setting = cohort.setting
        // Where nobody can be met now there are no live seats.
        if let modes = asked.modes, modes.isDisjoint(with: [.livePeer, .liveTeacher, .parallel, .blended]) {
            setting = Setting(.ownTime, place: setting.place)
        }
        let pacing = PracticePacing(recommender, setting: setting, live: cohort.live, evidence: settings.modes)
        let modes = pacing.advise(everybody, advice: advice, at: asked.at).modes
        let all = Dictionary(
            zip(everybody.map(\.learner.id), modes), uniquingKeysWith: { first, _ in first })
        settled = SettledCohort(key: key, modes: all)
        return all
    }
}
