internal import Syncopate

/// What a mode for one learner by themselves depends on.
struct OutlookKey: Hashable {
    /// `nil`: nobody else.
    var cohort: String?
    var optsOut: Bool
    var modes: Set<Mode>?
    /// Probability of having the skill, in twentieths: finer than what is known of modes.
    var known: Int
}

extension EngineHost {
    private static let steps = 20.0
    /// Most outlooks that are kept.
    private static let outlookLimit = 4_096

    /// Together or apart for one learner by themselves.
    ///
    /// - Parameters:
    ///   - known: probability of having what would be met about.
    ///   - modes: those that are possible; `nil`: all.
    /// - Returns: the outlook, and whether there is anybody to be together with.
    func outlook(of learner: String, known: Double, modes: Set<Mode>?) -> (outlook: ModeOutlook, isCollective: Bool) {
        guard !cohorts.isEmpty, let (cohort, optsOut) = cohorts.membership(of: learner) else { return (.alone, false) }
        let size = cohort.present.count
        guard size >= 2, cohort.setting.hasCohort else { return (.alone, false) }
        let step = Int((known * Self.steps).rounded())
        let key = OutlookKey(cohort: cohort.id, optsOut: optsOut, modes: modes, known: step)
        if let outlook = outlooks[key] { return (outlook, true) }
        var allowed = modes
        if optsOut {
            let apart: Set<Mode> = [.asyncSolo, .asyncSocial, .parallel]
            allowed = modes.map { $0.intersection(apart) } ?? apart
        }
        let outlook = ModeOutlook(
            known: Double(step) / Self.steps, setting: cohort.setting, live: cohort.live, cohort: size,
            allowed: allowed, evidence: settings.modes)
        if outlooks.count >= Self.outlookLimit { outlooks = [:] }
        outlooks[key] = outlook
        return (outlook, true)
    }
}
