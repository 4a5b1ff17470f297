extension Engine {
    /// Says who of a gradebook should meet when, about what, and what everybody does in their own time.
    ///
    /// All learners are one cohort, whatever their sections: who can come to which slot says who meets whom.
    ///
    /// - Parameters:
    ///   - gradebook: everything known of those who are to be convened.
    ///   - request: what the teacher says about meeting.
    ///   - settings: as for ``recommend(_:settings:modes:progress:)``; its live time is not looked at.
    ///   - modes: what there is to go by about together and apart; `nil`: studies only.
    ///   - progress: called now and then with the share done.
    public func convene(
        _ gradebook: Gradebook, request: ConveningRequest, settings: RecommendSettings, modes: ModeEvidence? = nil,
        progress: (Double) -> Void = { _ in }
    ) -> ConveningAdvice {
        var settings = settings
        settings.live = .none
        let modes = modes ?? ModeEvidence(prior: priors.modes)
        let fitted = fit(gradebook, settings: settings, progress: progress)
        let advice = advise(fitted, modes: modes, settings: settings)
        let convening = GradebookConvening(
            gradebook: fitted.gradebook, profiles: fitted.profiles, estimate: fitted.estimate, settings: settings,
            priors: priors, modes: modes, slots: request.slots)
        var result = convening.convening(advice.learners).advise(request)
        result.topicMap = fitted.topicMap
        result.doubtful = fitted.work.doubtful
        progress(1)
        return result
    }
}
