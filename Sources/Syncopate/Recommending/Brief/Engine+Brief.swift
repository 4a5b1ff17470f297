extension Engine {
    /// Most recommendations per learner from which the lines for the board are chosen.
    static let briefLimit = 8

    /// What a teacher needs at the start of a week, one brief per section.
    ///
    /// - Parameters:
    ///   - gradebook: everything known, scored or not. Empty is fine.
    ///   - settings: as for ``recommend(_:settings:modes:progress:)``; the limit of items per learner is not looked at.
    ///   - modes: what there is to go by about together and apart; `nil`: studies only.
    ///   - since: an earlier plan, whose forecasts are checked and from which is learnt.
    ///   - progress: called now and then with the share done.
    public func brief(
        _ gradebook: Gradebook, settings: RecommendSettings, modes: ModeEvidence? = nil, since plan: AdvicePlan? = nil,
        progress: (Double) -> Void = { _ in }
    ) -> ClassBrief {
        let fitted = fit(gradebook, settings: settings, progress: progress)
        let brief = brief(fitted, modes: modes, since: plan, settings: settings)
        progress(1)
        return brief
    }

    /// The same for several courses, each by itself. An earlier plan counts where there is one course.
    public func brief(
        _ courses: [(name: String, gradebook: Gradebook)], settings: RecommendSettings, modes: ModeEvidence? = nil,
        since plan: AdvicePlan? = nil, progress: (Double) -> Void = { _ in }
    ) -> [ClassBrief] {
        let (fits, others) = fit(courses.map(\.gradebook), settings: settings, progress: progress)
        let briefs = courses.indices.map { place in
            var brief = brief(
                fits[place], modes: modes, since: courses.count == 1 ? plan : nil,
                settings: settings)
            if courses.count > 1 { brief.advice.course = courses[place].name }
            brief.advice.otherCourses = others[place]
            return brief
        }
        progress(1)
        return briefs
    }

    private func brief(
        _ fitted: Fitted, modes: ModeEvidence?, since plan: AdvicePlan?,
        settings: RecommendSettings
    ) -> ClassBrief {
        var settings = settings
        settings.limit = Self.briefLimit
        let gradebook = fitted.gradebook
        var modes = modes ?? ModeEvidence(prior: priors.modes)
        let since = plan.map { learn(from: $0, gradebook, fitted, modes: &modes) }
        var advice = advise(fitted, modes: modes, settings: settings)
        advice.since = since
        let sections = advice.cohorts.map { cohort in
            SectionBriefing(
                gradebook: gradebook,
                profiles: ItemProfile.profiles(
                    of: gradebook, at: settings.at, section: cohort.learners, file: fitted.profiles),
                estimate: fitted.estimate, settings: settings, advice: advice, cohort: cohort
            ).brief()
        }
        return ClassBrief(advice: advice, sections: sections, settings: settings)
    }
}
