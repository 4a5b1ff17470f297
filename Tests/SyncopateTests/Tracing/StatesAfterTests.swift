import Syncopate
import TestSupport
import Testing

/// States of a whole log's learners: those that following each of them by themselves leaves.
struct StatesAfterTests {
    @Test(arguments: [UInt64(1), 2, 3]) func likeTheTracker(seed: UInt64) {
        var options = FitOptions()
        options.firstRounds = 2
        options.lastRounds = 1
        options.settings.drift = 0.01
        var fit = ModelFit(TracingLog.log(TracingLog.simulated(learners: 25, length: 40, seed: seed)), options: options)
        while !fit.isDone { fit.advance() }
        let model = fit.model
        var random = TestSupport.SeededGenerator(seed: seed)
        var log = EvidenceLog()
        var trackers: [MasteryTracker] = []
        for number in 0..<12 {
            let learner = log.intern(Learner(id: "l\(number)"))
            var tracker = MasteryTracker(model)
            var at = 1.7e9
            // More than a state holds of single items, and items and skills that the model never saw.
            for row in 0..<(number * 12) {
                let id = Int(random.next() % 40)
                let skills = id > 35 ? [SkillWeight(skill: "other")] : TracingLog.skills(id % 24)
                let item = Item(id: "i\(id)", title: "i\(id)", skills: skills)
                let score = random.uniform() < 0.6 ? 1.0 : 0
                at += 1 + random.uniform() * 90_000
                log.append(
                    Event(
                        learner: learner, item: log.intern(item), status: .scored, score: score, at: at,
                        row: Int32(row + 1)))
                tracker.observe(item: item.id, skills: skills, score: score, at: at)
            }
            trackers.append(tracker)
        }
        let responses = ResponseLog(log)
        #expect(model.states(after: responses) == trackers.dropFirst().map(\.state))
        let workers = Workers { pieces, body in for piece in (0..<pieces).reversed() { body(piece) } }
        #expect(model.states(after: responses, workers: workers) == model.states(after: responses))
    }
}
