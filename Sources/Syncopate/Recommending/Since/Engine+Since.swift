extension Engine {
    /// Holds an earlier plan against a gradebook, and learns what ways of working did: from the gains it carries, and from
    /// what happened since.
    func learn(
        from plan: AdvicePlan, _ gradebook: Gradebook, _ fitted: Fitted, modes: inout ModeEvidence
    ) -> SinceReport {
        modes.learn(plan.gains.map { ($0.learner, $0.observation) })
        let report = SinceReading(
            plan: plan, gradebook: gradebook, profiles: fitted.profiles, estimate: fitted.estimate, belief: modes.belief
        ).report()
        modes.learn(report.gains.suffix(report.newGains).map { ($0.learner, $0.observation) })
        return report
    }

    /// What the next advice needs to know of this one.
    func plan(
        _ advice: ClassAdvice, _ gradebook: Gradebook, _ fitted: Fitted, settings: RecommendSettings
    ) -> AdvicePlan {
        PlanMaker(
            gradebook: gradebook, profiles: fitted.profiles, estimate: fitted.estimate, settings: settings
        ).plan(advice)
    }
}
