/// What topics that were read off the titles do in the engine: masteries are about them, and predictions rest on them where
/// that predicts late scores of this very file no worse than columns that stand for themselves.
struct TopicUse {
    /// What was read; `nil` where a skill map was given, or topics are not to be read.
    let map: TopicMap?
    /// The gradebook with topics as its skills.
    let gradebook: Gradebook

    init(_ gradebook: Gradebook, profiles: [ItemProfile], settings: RecommendSettings) {
        let isMapped = zip(gradebook.items, profiles).contains { $0.1.role == .evidence && !$0.0.skills.isEmpty }
        guard settings.readsTopics, !isMapped else {
            (map, self.gradebook) = (nil, gradebook.moving(settings.movedTopics))
            return
        }
        let found = TopicFinder(asksScoresAlone: false).map(of: gradebook, profiles: profiles)
        map = found
        self.gradebook = (found.topics.isEmpty ? gradebook : found.applied(to: gradebook)).moving(settings.movedTopics)
    }

    /// Lets predicted scores come from columns that stand for themselves where late scores of the file are predicted better
    /// so; the test becomes that of what is used.
    ///
    /// - Parameters:
    ///   - apart: the gradebook with each column for itself, as it is believed.
    ///   - entered: the same as the file has it.
    func settle(
        _ estimate: inout ClassEstimate, _ backTest: inout BackTest?, apart: Gradebook, entered: Gradebook,
        profiles: [ItemProfile], prior: ClassPrior, settings: RecommendSettings
    ) {
        guard let map, !map.topics.isEmpty, let plain = backTest,
            let mapped = BackTest.run(
                gradebook: gradebook, profiles: profiles, prior: prior, entered: entered.with(items: gradebook.items),
                zeros: settings.zeros, sure: settings.sureScores)
        else { return }
        if plain.model < mapped.model {
            estimate.predict(by: ClassEstimate(gradebook: apart, profiles: profiles, prior: prior))
        } else {
            backTest = mapped
        }
    }
}
