extension Engine {
    /// Says who of a gradebook should meet when, about what, and what everybody does in their own time.
    ///
    /// All learners are one cohort, whatever their sections: who can come to which slot says who meets whom.
    ///
    /// - Parameters:
    ///   - gradebook: everything known of those who are to be convened.
    ///   - request: what the teacher says about meeting.
    ///   - settings: as for ``recommend(_:settings:progress:)``; its live time is not looked at.
    ///   - progress: called now and then with the share done.
    public func convene(
        _ gradebook: Gradebook, request: ConveningRequest, settings: RecommendSettings,
        progress: (Double) -> Void = { _ in }
    ) -> ConveningAdvice {
        var settings = settings
        settings.live = .none
        let fitted = fit(gradebook, settings: settings, progress: progress)
        let advice = advise(gradebook, fitted, settings: settings)
        let convening = GradebookConvening(
            gradebook: gradebook, profiles: fitted.profiles, estimate: fitted.estimate, settings: settings,
            priors: priors, slots: request.slots)
        let result = convening.convening(advice.learners).advise(request)
        progress(1)
        return result
    }
}
