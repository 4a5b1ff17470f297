internal import Syncopate

extension EngineHost {
    /// What is held of everybody in a cohort who has not left.
    func practice(of cohort: Cohort) throws(WireFault) -> [LearnerPractice] {
        guard let keeper else { throw Self.noCatalogue }
        return try cohort.present.map { (member) throws(WireFault) in
            keeper.practice(of: try record(of: member.learner, path: "/cohort"), section: cohort.id)
        }
    }

    /// Settles among classmates who meets and how the others go on.
    ///
    /// Who opted out of meeting is no candidate for a seat, and goes on by their own outlook.
    func settle(_ id: String, _ asked: Asked) throws(WireFault) -> [String: ModeAdvice] {
        let cohort = try cohort(id)
        let recommender = try practice()
        let optedOut = Set(cohort.present.filter(\.optsOut).map(\.learner))
        let everybody = try practice(of: cohort).filter { !optedOut.contains($0.learner.id) }
        let advice = recommender.advise(
            everybody.map { ($0.learner.id, $0.state) }, at: asked.at, limit: asked.limit, seed: UInt64(asked.seed))
        var setting = cohort.setting
        // Where nobody can be met now there are no live seats.
        if let modes = asked.modes, modes.isDisjoint(with: [.livePeer, .liveTeacher, .parallel, .blended]) {
            setting = Setting(.ownTime, place: setting.place)
        }
        let pacing = PracticePacing(recommender, setting: setting, live: cohort.live, evidence: settings.modes)
        let modes = pacing.advise(everybody, advice: advice, at: asked.at).modes
        return Dictionary(
            zip(everybody.map(\.learner.id), modes), uniquingKeysWith: { first, _ in first })
    }
}
