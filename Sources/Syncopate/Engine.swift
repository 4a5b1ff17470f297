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
    ///   - since: an earlier plan, to be held against this gradebook and learnt from. Its corrections are
    ///     the caller's to make (``AdvicePlan/leavingOut(of:)``, ``RecommendSettings/movedTopics``).
    ///   - makesPlan: whether the advice is to come with a plan for the next (``ClassAdvice/plan``).
    ///   - progress: called now and then with the share done.
    public func recommend(
        _ gradebook: Gradebook, settings: RecommendSettings, modes: ModeEvidence? = nil, since plan: AdvicePlan? = nil,
        makesPlan: Bool = false, progress: (Double) -> Void = { _ in }
    ) -> ClassAdvice {
        let fitted = fit(gradebook, settings: settings, progress: progress)
        var modes = modes ?? ModeEvidence(prior: priors.modes)
        let since = plan.map { learn(from: $0, fitted.gradebook, fitted, modes: &modes) }
        var advice = advise(fitted, modes: modes, settings: settings)
        advice.since = since
        // What stands in the file, and not what is believed of it, says next time what is new.
        if makesPlan { advice.plan = self.plan(advice, gradebook, fitted, settings: settings) }
        progress(1)
        return advice
    }

    /// What is believed of a gradebook before anybody is advised.
    struct Fitted {
        /// Which values look like missing work.
        var work: MissingWork
        var profiles: [ItemProfile]
        /// What the scores show columns to be.
        var screen: ColumnScreen
        /// How the estimator does on this very file; `nil` where it is too small to tell.
        var backTest: BackTest?
        var estimate: ClassEstimate
        /// Topics that were read off the titles, if they were.
        var topicMap: TopicMap?
        /// What was estimated: the gradebook as it is believed, with those topics as its skills.
        var gradebook: Gradebook
    }

    /// Tells missing work from scores, estimates the class, tests that on the file, and falls back where a baseline wins.
    func fit(_ gradebook: Gradebook, settings: RecommendSettings, progress: (Double) -> Void) -> Fitted {
        let stated = ItemProfile.profiles(of: gradebook, at: settings.at)
        let screen = ColumnScreen(gradebook, profiles: stated)
        let work = MissingWork(
            gradebook: gradebook, profiles: screen.applied(to: stated), prior: priors.mastery, policy: settings.zeros,
            sure: settings.sureScores, at: settings.at)
        let (entered, gradebook, profiles) = (gradebook, work.gradebook, work.profiles)
        var backTest = BackTest.run(
            gradebook: gradebook, profiles: profiles, prior: priors.mastery, entered: entered, zeros: settings.zeros,
            sure: settings.sureScores)
        progress(0.15)
        let topics = TopicUse(gradebook, profiles: profiles, settings: settings)
        var estimate = ClassEstimate(gradebook: topics.gradebook, profiles: profiles, prior: priors.mastery) {
            progress(0.15 + 0.7 * $0)
        }
        topics.settle(
            &estimate, &backTest, apart: gradebook, entered: entered, profiles: profiles, prior: priors.mastery,
            settings: settings)
        if let backTest, backTest.best != .model {
            estimate.fallBack(
                on: BaselineEstimate(
                    backTest.best, gradebook: gradebook, profiles: profiles,
                    deviation: backTest.error(of: backTest.best)))
        }
        progress(0.85)
        return Fitted(
            work: work, profiles: profiles, screen: screen, backTest: backTest, estimate: estimate,
            topicMap: topics.map, gradebook: topics.gradebook)
    }

    /// Advises everybody, section by section.
    func advise(_ fitted: Fitted, modes: ModeEvidence, settings: RecommendSettings) -> ClassAdvice {
        let (gradebook, profiles, estimate) = (fitted.gradebook, fitted.profiles, fitted.estimate)
        var learners = [LearnerAdvice?](repeating: nil, count: gradebook.learners.count)
        var cohorts: [CohortAdvice] = []
        for cohort in Self.cohorts(of: gradebook) {
            cohorts.append(
                advise(
                    cohort, of: gradebook, profiles: profiles, estimate: estimate, modes: modes, settings: settings,
                    into: &learners))
        }
        return ClassAdvice(
            profiles: profiles, skills: estimate.skills, hasSkillMap: estimate.hasSkillMap,
            topicMap: fitted.topicMap, predictsColumnsApart: estimate.predictsColumnsApart, basis: estimate.basis,
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
        let week = CohortWeek(
            setting: settings.setting, live: advisor.live, size: cohort.count,
            growsIndependence: settings.growsIndependence)
        let tasks = work.map { $0.map { CohortWeek.Work($0, gradebook: gradebook, estimate: estimate) } }
        week.settle(&advice.modes, work: tasks)
        advisor.meet(&advice, work: tasks)
        advisor.speakOfPlan(&advice)
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
