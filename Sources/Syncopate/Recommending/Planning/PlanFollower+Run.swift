extension PlanFollower {
    /// One future on its way.
    struct Run {
        let follower: PlanFollower
        let luck: PlanLuck
        var truth: LearnerTruth
        var state: PracticeState
        var future: PlanFuture
        var now: Double
        let isTold: Bool
        private var isJudged: [Bool]
        private var success = 0.0
        private var action = PracticeAction.learn
        /// What remembering each skill is worth today, K; `nil` before it is worked out, or where nothing is to be.
        private var kept: [Double]?
        /// Skills that have had their turn since.
        private var turns: Set<Int> = []
        /// What the goals come to on the day.
        private var targets: PracticeTargets

        init(
            follower: PlanFollower, luck: PlanLuck, truth: LearnerTruth, state: PracticeState, future: PlanFuture,
            now: Double, isTold: Bool
        ) {
            self.follower = follower
            self.luck = luck
            self.truth = truth
            self.state = state
            self.future = future
            self.now = now
            self.isTold = isTold
            isJudged = follower.goals.map { _ in false }
            targets = follower.recommender.targets.targets(learner: follower.learner, now: now)
        }

        var isSettled: Bool { follower.watched.map { isJudged[$0] } ?? isJudged.allSatisfy { $0 } }

        /// Judges the goals whose moment has come.
        mutating func settle(until time: Double) {
            for (place, goal) in follower.goals.enumerated() where !isJudged[place] && goal.by <= time {
                isJudged[place] = true
                if goal.purpose == .measure {
                    future.results[place].deviation = goal.deviation(state)
                } else {
                    let share = goal.share(truth, at: goal.by, state)
                    future.results[place].share = share
                    future.results[place].isReached = goal.isReached(share)
                }
            }
        }

        mutating func practise(_ place: Int, _ day: PlanCalendar.Day) {
            now = max(day.begin, now)
            kept = nil
            future.isShort = false
            if remembers {
                targets = follower.recommender.targets.targets(learner: follower.learner, now: now)
            }
            var pinned: Set<Int> = []
            for _ in 0..<follower.settings.itemsADay {
                settle(until: now)
                guard let item = next(pinned) else {
                    note(place)
                    return
                }
                guard now + follower.recommender.minutes[item] * 60 < day.end else { break }
                if follower.recommender.constraints.isPinned[item] { pinned.insert(item) }
                answer(item, place)
            }
            future.isShort = true
            note(place)
        }

        private mutating func answer(_ item: Int, _ day: Int) {
            let minutes = follower.recommender.minutes[item]
            let step = PlanFuture.Step(day: day, item: item, action: action, minutes: minutes, success: success)
            future.steps.append(step)
            now += minutes * 60
            settle(until: now)
            let score = truth.score(item, isTest: isTest(item), at: now, state)
            truth.practise(item, at: now, state)
            follower.recommender.observe(item: item, score: score, at: now, &state)
        }

        /// Notes goals without a date that are reached for the first time.
        private mutating func note(_ day: Int) {
            for (place, goal) in follower.goals.enumerated()
            where goal.date == nil && goal.purpose != .measure && future.results[place].day == nil {
                if goal.isReached(goal.share(truth, at: now, state)) { future.results[place].day = day + 1 }
            }
        }

        /// What is practised next; `nil`: nothing more today.
        private mutating func next(_ pinned: Set<Int>) -> Int? {
            // A pinned item comes once a day: first, but not all day long.
            let answer = follower.recommender.ranking(
                state, learner: follower.learner, at: now, limit: 1, exposures: follower.exposures, seed: luck.seed,
                leavingOut: pinned, kept: kept, isTold: isTold)
            future.cost += follower.cost(isDear: remembers && kept == nil)
            let first = answer.items.first
            if let first, isDone(first, answer) { return nil }
            if answer.isShort { future.isShort = true }
            guard let first else { return nil }
            (success, action) = (answer.success, answer.action)
            if remembers { take(first, answer) }
            return first
        }

        private var remembers: Bool { follower.remembers }

        /// Keeps what remembering is worth, and puts the skills of an item behind all others that are to be remembered.
        private mutating func take(_ item: Int, _ answer: Recommender.Ranking) {
            let remembering = answer.remembering
            guard remembering.contains(where: { $0 > 0 }) else { return }
            var values = answer.kept
            if kept == nil { turns = [] }
            for edge in follower.recommender.catalogue.itemSkills[item] where remembering[edge.skill] > 0 {
                turns.insert(edge.skill)
                values[edge.skill] = min(values.min() ?? 0, 0) - 1e-6
            }
            // When all have had their turn it is worked out anew.
            kept = turns.count < remembering.count(where: { $0 > 0 }) ? values : nil
        }

        /// Whether a day ends before its minutes do: all is taken for mastered, nothing is to be remembered or measured, and
        /// by the belief every goal is reached with the chance wanted. Until then mastery is confirmed.
        private func isDone(_ first: Int, _ answer: Recommender.Ranking) -> Bool {
            guard answer.isAllMastered, !answer.isEndless, !follower.recommender.constraints.isPinned[first] else {
                return false
            }
            let known = answer.known
            return follower.goals.allSatisfy {
                $0.purpose != .master || $0.belief(known) >= follower.settings.chance
            }
        }

        /// Whether an item only measures.
        private func isTest(_ item: Int) -> Bool {
            let skills = follower.recommender.catalogue.itemSkills[item]
            return skills.contains { targets.measuring[$0.skill] > 0 }
                && !skills.contains { targets.mastering[$0.skill] > 0 || targets.remembering[$0.skill] > 0 }
        }
    }
}
