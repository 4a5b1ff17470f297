/// From evidence to advice: the page to read first.
///
/// A gradebook goes in; for every learner out come what to do first and next, how sure the engine is, and whether it is
/// best done together or apart. The engine is a value without hidden state: the same evidence and settings give the
/// same advice.
public struct Engine: Sendable {
    /// What is assumed before the class's own scores are seen.
    public struct Priors: Sendable {
        public var mastery: ClassPrior
        public var modes: ModePrior
        /// Logits of handing work in per standard deviation of independence.
        public var independenceLoading: Double

        public init(mastery: ClassPrior, modes: ModePrior, independenceLoading: Double) {
            self.mastery = mastery
            self.modes = modes
            self.independenceLoading = max(independenceLoading, 0.1)
        }
    }

    /// The priors advice starts from.
    public let priors: Priors

    public init(priors: Priors) { self.priors = priors }

    /// Advises every learner of a gradebook.
    ///
    /// Learners of one section are one cohort; those without a section are one together.
    ///
    /// - Parameters:
    ///   - gradebook: everything known, scored or not. Empty is fine.
    ///   - settings: what the teacher set.
    ///   - modes: what there is to go by about together and apart; `nil`: studies only.
    ///   - progress: called now and then with the share done.
    public func recommend(
        _ gradebook: Gradebook, settings: RecommendSettings, modes: ModeEvidence? = nil,
        progress: (Double) -> Void = { _ in }
    ) -> ClassAdvice {
        let fitted = fit(gradebook, settings: settings, progress: progress)
        let advice = advise(fitted, modes: modes ?? ModeEvidence(prior: priors.modes), settings: settings)
        progress(1)
        return advice
    }

    /// What is believed of a gradebook before anybody is advised.
    struct Fitted {
        /// The gradebook as it is believed, and which values in it look like missing work.
        var work: MissingWork
        var profiles: [ItemProfile]
        /// How the estimator does on this very file; `nil` where it is too small to tell.
        var backTest: BackTest?
        var estimate: ClassEstimate
    }

    /// Tells missing work from scores, estimates the class, tests that on the file, and falls back where a baseline wins.
    func fit(_ gradebook: Gradebook, settings: RecommendSettings, progress: (Double) -> Void) -> Fitted {
        let work = MissingWork(
            gradebook: gradebook, profiles: ItemProfile.profiles(of: gradebook, at: settings.at), prior: priors.mastery,
            policy: settings.zeros, sure: settings.sureScores, at: settings.at)
        let (entered, gradebook, profiles) = (gradebook, work.gradebook, work.profiles)
        let backTest = BackTest.run(
            gradebook: gradebook, profiles: profiles, prior: priors.mastery, entered: entered, zeros: settings.zeros,
            sure: settings.sureScores)
        progress(0.15)
        var estimate = ClassEstimate(gradebook: gradebook, profiles: profiles, prior: priors.mastery) {
            progress(0.15 + 0.7 * $0)
        }
        if let backTest, backTest.best != .model {
            estimate.fallBack(
                on: BaselineEstimate(
                    backTest.best, gradebook: gradebook, profiles: profiles,
                    deviation: backTest.error(of: backTest.best)))
        }
        progress(0.85)
        return Fitted(work: work, profiles: profiles, backTest: backTest, estimate: estimate)
    }

    /// Advises everybody, section by section.
    func advise(_ fitted: Fitted, modes: ModeEvidence, settings: RecommendSettings) -> ClassAdvice {
        let (gradebook, profiles, estimate) = (fitted.work.gradebook, fitted.profiles, fitted.estimate)
        var learners = [LearnerAdvice?](repeating: nil, count: gradebook.learners.count)
        var cohorts: [CohortAdvice] = []
        for cohort in Self.cohorts(of: gradebook) {
            cohorts.append(
                advise(
                    cohort, of: gradebook, profiles: profiles, estimate: estimate, modes: modes, settings: settings,
                    into: &learners))
        }
        return ClassAdvice(
            profiles: profiles, skills: estimate.skills, hasSkillMap: estimate.hasSkillMap, basis: estimate.basis,
            backTest: fitted.backTest, zeros: settings.zeros, doubtful: fitted.work.doubtful, modeGains: modes.count,
            cohorts: cohorts,
            learners: learners.compactMap { $0 })
    }

    /// Advises one section: together first, then each learner.
    private func advise(
        _ cohort: [Int], of gradebook: Gradebook, profiles: [ItemProfile], estimate: ClassEstimate,
        modes: ModeEvidence, settings: RecommendSettings, into learners: inout [LearnerAdvice?]
    ) -> CohortAdvice {
        // Sections of one course move at their own pace: what is past is asked of the section.
        let own = ItemProfile.profiles(of: gradebook, at: settings.at, section: cohort, file: profiles)
        let advisor = ModeAdvisor(
            gradebook: gradebook, profiles: own, estimate: estimate, settings: settings, evidence: modes,
            independenceLoading: priors.independenceLoading, cohort: cohort)
        var advice = advisor.advise()
        let policy = GradebookPolicy(gradebook: gradebook, profiles: own, estimate: estimate, settings: settings)
        let prescriber = Prescriber(
            gradebook: gradebook, profiles: own, estimate: estimate, settings: settings, cohort: cohort,
            belowGoal: estimate.belowGoal(cohort: cohort, goal: settings.goal), discussions: advice.discussions,
            hasLiveTime: !advisor.live.isNone)
        let work = cohort.indices.map { place in
            let mode = advice.modes[place]
            let found = policy.candidates(for: cohort[place], mode: mode, discussions: advice.discussions)
            return found.isEmpty ? [prescriber.prescribe(for: cohort[place], mode: mode)] : found
        }
        let week = CohortWeek(setting: settings.setting, live: advisor.live, size: cohort.count)
        week.settle(
            &advice.modes,
            work: work.map { $0.map { CohortWeek.Work($0, gradebook: gradebook, estimate: estimate) } })
        for (place, learner) in cohort.enumerated() {
            learners[learner] = LearnerAdvice(
                learner: learner, recommendations: work[place], mode: advice.modes[place],
                masteries: estimate.skills.indices.map { estimate.mastery(learner: learner, skill: $0) },
                scores: estimate.scoreCounts[learner])
        }
        return advice
    }

    /// Learners by section, sections in order of first appearance.
    static func cohorts(of gradebook: Gradebook) -> [[Int]] {
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for (position, learner) in gradebook.learners.enumerated() {
            if members[learner.section] == nil { order.append(learner.section) }
            members[learner.section, default: []].append(position)
        }
        return order.compactMap { members[$0] }
    }
}
