extension Engine {
    /// Audits a gradebook as an instrument: what its columns measure, what each tells, and how sure they make one.
    ///
    /// - Parameters:
    ///   - gradebook: everything known, scored or not. Empty is fine.
    ///   - settings: as for advice; the moment says which items are past.
    ///   - progress: called now and then with the share done.
    public func audit(
        _ gradebook: Gradebook, settings: RecommendSettings = RecommendSettings(),
        progress: (Double) -> Void = { _ in }
    ) -> GradebookAudit {
        let fitted = fit(gradebook, settings: settings, progress: progress)
        var audit = GradebookAudit(
            gradebook, profiles: fitted.profiles, screen: fitted.screen, estimate: fitted.estimate,
            backTest: fitted.backTest, topicMap: fitted.topicMap)
        audit.doubtful = fitted.work.doubtful
        progress(1)
        return audit
    }
}
