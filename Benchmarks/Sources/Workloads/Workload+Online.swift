import Syncopate

extension Workload {
    /// What is done while a learner waits, with everything in memory.
    static let online = [
        Workload("online-event", "events taken into records of known learners", 500, "event", repeats: 10) { rounds in
            var setup = try PracticeSetup()
            var records = setup.records(answers: 60)
            let events = setup.events(each: 5 * rounds)
            let keeper = setup.keeper
            return { round in
                var accepted = 0
                for number in 0..<500 {
                    let event = events[round * 500 + number]
                    if keeper.take(event, into: &records[number % records.count]).isAccepted { accepted += 1 }
                }
                return accepted
            }
        },
        Workload("online-step", "one event, and the item that is best then", 100, "step", repeats: 10) { rounds in
            var setup = try PracticeSetup()
            var records = setup.records(answers: 60)
            let events = setup.events(each: rounds)
            let keeper = setup.keeper
            return { round in
                var sum = 0
                for number in records.indices {
                    keeper.apply(events[round * records.count + number], to: &records[number])
                    let advice = keeper.recommender.advise(
                        records[number].state, learner: records[number].learner, at: records[number].clock, limit: 1)
                    sum += advice.choices.first?.item ?? 0
                }
                return sum
            }
        },
    ]
}
