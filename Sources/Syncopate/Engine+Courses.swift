extension Engine {
    /// Advises the learners of several courses, each course by itself.
    ///
    /// Learners are joined by their ids. What they did elsewhere counts in a course where late scores of that course are
    /// foretold better with it; whether it does is tested on every file.
    ///
    /// - Parameters:
    ///   - courses: a gradebook for each, with its name.
    ///   - settings: what the teacher set.
    ///   - modes: what there is to go by about together and apart; `nil`: studies only.
    ///   - since: an earlier plan, where there is one course; plans of several do not say which course they are about.
    ///   - makesPlan: whether the advice is to come with plans for the next.
    ///   - progress: called now and then with the share done.
    /// - Returns: advice for each course, in the same order.
    public func recommend(
        _ courses: [(name: String, gradebook: Gradebook)], settings: RecommendSettings, modes: ModeEvidence? = nil,
        since plan: AdvicePlan? = nil, makesPlan: Bool = false, progress: (Double) -> Void = { _ in }
    ) -> [ClassAdvice] {
        let evidence = modes ?? ModeEvidence(prior: priors.modes)
        guard courses.count > 1 else {
            return courses.map { course in
                recommend(
                    course.gradebook, settings: settings, modes: evidence, since: plan, makesPlan: makesPlan,
                    progress: progress)
            }
        }
        let (fits, others) = fit(courses.map(\.gradebook), settings: settings, progress: progress)
        var advice: [ClassAdvice] = []
        for (place, course) in courses.enumerated() {
            var own = advise(fits[place], modes: evidence, settings: settings)
            own.course = course.name
            own.otherCourses = others[place]
            if makesPlan { own.plan = self.plan(own, course.gradebook, fits[place], settings: settings) }
            advice.append(own)
        }
        progress(1)
        return advice
    }

    /// Estimates every course, with what learners did in the others where that helps.
    func fit(
        _ courses: [Gradebook], settings: RecommendSettings, progress: (Double) -> Void
    ) -> (fits: [Fitted], others: [OtherCourses?]) {
        let share = 1 / Double(courses.count + 1)
        var fits: [Fitted] = []
        for (place, course) in courses.enumerated() {
            fits.append(fit(course, settings: settings) { progress(share * (Double(place) + $0)) })
        }
        let others = courses.count > 1 ? join(fits.map(\.gradebook), &fits) : courses.map { _ in nil }
        return (fits, others)
    }

    /// Fewest learners of a course who must be in another one for that to be evidence.
    static let leastShared = 5

    /// Share of the error that must at most be left for other courses to count: less than that is luck.
    static let leastImprovement = 0.99

    /// Lets what learners did in other courses count where that foretells late scores better.
    private func join(_ courses: [Gradebook], _ fits: inout [Fitted]) -> [OtherCourses?] {
        let joined = JoinedCourses(courses, namesTopics: fits.map { $0.topicMap != nil })
        func other(_ place: Int, error: Double?) -> OtherCourses? {
            guard joined.shared[place] > 0 else { return nil }
            let without = fits[place].backTest?.model
            let isBetter = error.flatMap { with in without.map { with < Self.leastImprovement * $0 } } ?? false
            return OtherCourses(
                learners: joined.shared[place], count: isBetter, errorWith: error, errorWithout: without)
        }
        // Each column is a skill of its own where no map is given: too many of them could not be told from noise.
        let isFeasible =
            fits.reduce(0) { $0 + $1.estimate.skills.count } <= ResponseDesign.ownSkillLimit
            && joined.shared.contains { $0 >= Self.leastShared }
        guard isFeasible else { return courses.indices.map { other($0, error: nil) } }
        let profiles = fits.flatMap(\.profiles)
        let tests = courses.indices.map { place in
            joined.shared[place] >= Self.leastShared
                ? BackTest.run(
                    gradebook: joined.gradebook, profiles: profiles, prior: priors.mastery, course: joined.items[place])
                : nil
        }
        let others = courses.indices.map { other($0, error: tests[$0]?.model) }
        guard others.contains(where: { $0?.count == true }) else { return others }
        let whole = ClassEstimate(gradebook: joined.gradebook, profiles: profiles, prior: priors.mastery)
        for (place, other) in others.enumerated() where other?.count == true {
            var estimate = whole.part(learners: joined.learners[place], items: Array(joined.items[place]))
            if let test = tests[place], test.best != .model {
                estimate.fallBack(
                    on: BaselineEstimate(
                        test.best, gradebook: courses[place], profiles: fits[place].profiles,
                        deviation: test.error(of: test.best)))
            }
            fits[place].estimate = estimate
            fits[place].backTest = tests[place]
        }
        return others
    }
}
