/// Says what a teacher's plan means for one class, wherever what is known of it comes from.
struct TeacherPlanReading {
    let plan: TeacherPlan
    let names: TopicNames
    let belief: ModeBelief
    let setting: Setting
    /// Live time there is.
    let live: LiveTime
    let isCollective: Bool

    /// What is known of a class on a topic.
    struct Standing {
        var title: String
        var learners: [SeatAllocation.Standing]
        /// P(has it), per learner.
        var known: [Double]
        var sharedVariance: Double
        /// Scores, or answers, of the class on it.
        var scores: Int
    }

    /// Reads the entries of a section.
    ///
    /// - Parameters:
    ///   - topicOfItem: position of the topic of an item; `nil` where it has none.
    ///   - standing: what is known of the class on a topic.
    /// - Returns: the class's entries, and per learner what each means; entries on nothing known are left out.
    func read(
        section: String, count: Int, topicOfItem: (Int) -> Int?, standing: (Int) -> Standing
    ) -> (topics: [PlannedTopic], learners: [[PlannedTime]]) {
        var topics: [PlannedTopic] = []
        var learners = [[PlannedTime]](repeating: [], count: count)
        for (position, entry) in plan.entries(of: section) where count > 0 {
            let topic: Int? =
                switch names.find(entry.topic) {
                case .topic(let topic): topic
                case .item(let item): topicOfItem(item)
                case .none, .several: nil
                }
            guard let topic else { continue }
            let minutes = entry.minutes ?? Double(live.isNone ? LiveTime.usual.minutes : live.minutes)
            let others = TeacherPlanWay.offered(in: setting, live: live, collective: isCollective)
                .filter { $0 != entry.way }
            let known = standing(topic)
            let has = known.known.map { $0 >= 0.5 }
            let found = TeacherPlanSimulation(
                belief: belief, ways: [entry.way] + others, minutes: minutes, seats: max(live.seats, 1)
            ).run(known.learners, has: has, sharedVariance: known.sharedVariance)
            topics.append(
                PlannedTopic(
                    entry: position, topic: known.title, day: entry.day, way: entry.way, minutes: minutes,
                    have: has.count { $0 },
                    size: count, scores: known.scores,
                    seats: live.isNone ? 0 : live.seats, lacking: found.lacking, having: found.having))
            for place in 0..<count {
                learners[place].append(
                    PlannedTime(
                        topic: known.title, day: entry.day, way: entry.way, minutes: minutes,
                        known: known.known[place], outlook: found.learners[place]))
            }
        }
        return (topics, learners)
    }
}
