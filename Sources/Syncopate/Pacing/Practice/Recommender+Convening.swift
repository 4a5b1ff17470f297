extension Recommender {
    /// Says who of those who practise from the catalogue should meet when, about what, and what everybody does in their
    /// own time.
    ///
    /// A seat is worth what ``meetingValues(_:learner:at:lesson:)`` says; nobody who more likely than not has a skill is
    /// seated to be taught it.
    ///
    /// - Parameters:
    ///   - learners: what a log says of them.
    ///   - advice: what each should practise, in the same order.
    ///   - request: what the teacher says about meeting.
    ///   - time: seconds since 1970; no number: that of each learner's last answer.
    public func convene(
        _ learners: [LearnerPractice], advice: [PracticeAdvice], request: ConveningRequest, at time: Double
    ) -> ConveningAdvice {
        let values = meetingValues(learners.map { (id: $0.learner.id, state: $0.state) }, at: time)
        let places = Array(learners.indices.prefix(advice.count))
        // Only what a seat is worth something for: of a large catalogue most is not.
        var isWorth = [Bool](repeating: false, count: catalogue.skills.count)
        for place in places { for value in values[place] where value.known < 0.5 { isWorth[value.skill] = true } }
        let skills = catalogue.skills.indices.filter { isWorth[$0] }
        let gains = places.map { place in
            Dictionary(values[place].map { ($0.skill, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return ConveningCase(
            topics: skills.map { ConveningTopic(id: catalogue.skills[$0].id, title: catalogue.skills[$0].title) },
            standings: places.map { place in
                skills.enumerated().map { topic, skill in
                    let known = Rounding.tying(advice[place].known[skill])
                    let uplift = known < 0.5 ? max(gains[place][skill]?.value ?? 0, 0) : 0
                    return TopicStanding(topic: topic, known: known, uplift: Rounding.tying(uplift))
                }
            },
            ownTime: places.map { advice[$0].choices.map(task) },
            classFacts: { topic in
                guard skills.indices.contains(topic) else { return [] }
                return classFacts(skills[topic], places.map { advice[$0].known[skills[topic]] })
            },
            seatFacts: { learner, topic, _ in
                guard skills.indices.contains(topic), let value = gains[learner][skills[topic]] else { return [] }
                return facts(value)
            },
            peerFacts: { learner, topic in
                guard skills.indices.contains(topic), let value = gains[learner][skills[topic]] else { return [] }
                return facts(value).filter { ["stuck", "stuck_and_ready"].contains($0.code) }
            }
        ).advise(request)
    }

    private func facts(_ value: MeetingValue) -> [Reason] {
        (value.reasons.filter(\.isFor) + value.reasons.filter { !$0.isFor }).map {
            Reason.fact(code: $0.code, sentence: ($0.isFor ? "" : "against it: ") + $0.sentence(catalogue))
        }
    }

    private func classFacts(_ skill: Int, _ known: [Double]) -> [Reason] {
        guard let share = PracticeCohort.share(known) else { return [] }
        return [
            .classShare(topic: catalogue.skills[skill].title, share: share.mean, low: share.low, high: share.high)
        ]
    }

    private func task(_ choice: PracticeChoice) -> OwnTimeTask {
        let item = catalogue.items[choice.item]
        return OwnTimeTask(
            item: item.id, title: item.title, action: choice.action.rawValue, words: choice.action.words,
            minutes: choice.minutes, success: choice.success,
            reasons: choice.reasons.map {
                .fact(code: $0.code, sentence: ($0.isFor ? "" : "against it: ") + $0.sentence(catalogue))
            })
    }
}
