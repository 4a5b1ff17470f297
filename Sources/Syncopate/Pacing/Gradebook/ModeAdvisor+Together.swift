extension ModeAdvisor {
    /// Says where routes meet, once everybody's work is known.
    func meet(_ advice: inout CohortAdvice, work: [[CohortWeek.Work]]) {
        guard isCollective else { return }
        let points = RouteMeeting.points(work.map(RouteStop.route)) { learner, topic in
            estimate.chance(learner: cohort[learner], skill: topic, goal: settings.goal)
        }
        for place in advice.modes.indices where points.indices.contains(place) {
            guard var point = points[place] else { continue }
            for companion in point.companions.indices {
                point.companions[companion].learner = cohort[point.companions[companion].learner]
            }
            advice.modes[place].meetingPoint = point
        }
    }

    /// Says what the teacher's own plan means for the class and for everybody in it.
    func speakOfPlan(_ advice: inout CohortAdvice) {
        guard !settings.plan.entries.isEmpty else { return }
        let scored = estimate.scoresPerSkill(cohort: cohort)
        let reading = TeacherPlanReading(
            plan: settings.plan,
            names: TopicNames(
                topics: estimate.skills, items: gradebook.items),
            belief: evidence.belief, setting: settings.setting, live: live, isCollective: isCollective)
        let found = reading.read(
            section: advice.section, count: cohort.count, topicOfItem: { estimate.topic(ofItem: $0) },
            standing: { topic in
                let parts = cohort.map { estimate.parts(learner: $0, skill: topic) }
                let shared = parts.first?.shared ?? 0
                let known = cohort.map { estimate.chance(learner: $0, skill: topic, goal: settings.goal) }
                let share = known.reduce(0, +) / Double(max(known.count, 1))
                let reach = scored[topic] > 0 && isCollective ? StandingFeatures.peerReach(share: share) : nil
                return TeacherPlanReading.Standing(
                    title: estimate.skills[topic].title,
                    learners: cohort.indices.map { place in
                        SeatAllocation.Standing(
                            mean: parts[place].mean, variance: parts[place].own,
                            independence: advice.independence[place].mean,
                            independenceDeviation: advice.independence[place].deviation,
                            learner: evidence.number(of: gradebook.learners[cohort[place]].id),
                            peerReach: isCollective ? reach : 0)
                    }, known: known, sharedVariance: shared, scores: scored[topic])
            })
        advice.plan = found.topics
        for place in advice.modes.indices { advice.modes[place].plan = found.learners[place] }
    }
}
