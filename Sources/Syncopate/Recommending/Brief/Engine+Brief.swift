extension Engine {
    /// Most recommendations per learner from which the lines for the board are chosen.
    static let briefLimit = 8

    /// What a teacher needs at the start of a week, one brief per section.
    ///
    /// - Parameters:
    ///   - gradebook: everything known, scored or not. Empty is fine.
    ///   - settings: as for ``recommend(_:settings:modes:progress:)``; the limit of items per learner is not looked at.
    ///   - modes: what there is to go by about together and apart; `nil`: studies only.
    ///   - progress: called now and then with the share done.
    public func brief(
        _ gradebook: Gradebook, settings: RecommendSettings, modes: ModeEvidence? = nil,
        progress: (Double) -> Void = { _ in }
    ) -> ClassBrief {
        var settings = settings
        settings.limit = Self.briefLimit
        let fitted = fit(gradebook, settings: settings, progress: progress)
        let advice = advise(
            gradebook, fitted, modes: modes ?? ModeEvidence(prior: priors.modes), settings: settings)
        let sections = advice.cohorts.map { cohort in
            SectionBriefing(
                gradebook: gradebook,
                profiles: ItemProfile.profiles(
                    of: gradebook, at: settings.at, section: cohort.learners, file: fitted.profiles),
                estimate: fitted.estimate, settings: settings, advice: advice, cohort: cohort
            ).brief()
        }
        progress(1)
        return ClassBrief(advice: advice, sections: sections, settings: settings)
    }
}
