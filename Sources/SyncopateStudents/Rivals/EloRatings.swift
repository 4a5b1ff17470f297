import RealModule
import Syncopate

/// The ratings of items and skills, and how they and a learner's move with every response.
struct EloRatings: Sendable {
    /// A rating and how often it was moved.
    struct Rating: Sendable {
        var value = 0.0
        var updates = 0.0

        mutating func move(by surprise: Double, at pace: EloSettings.Pace) {
            value += pace.length(after: updates) * surprise
            updates += 1
        }
    }

    /// One learner, rated by the positions of the log that is gone through.
    private struct Learner {
        var overall = Rating()
        var ofSkill: [Rating]
    }

    let settings: EloSettings
    /// Difficulty of everything, of skills and of items; an item's is what it adds to those of its skills.
    private(set) var overall = Rating()
    private(set) var ofSkill: [Rating]
    private(set) var ofItem: [Rating]

    /// - Parameters:
    ///   - skills: number of skills.
    ///   - items: number of items.
    init(settings: EloSettings, skills: Int, items: Int) {
        self.settings = settings
        ofSkill = Array(repeating: Rating(), count: skills)
        ofItem = Array(repeating: Rating(), count: items)
    }

    /// The same ratings at the positions of another log; where that has something new (-1), the rating is zero.
    func at(skills: [Int32], items: [Int32]) -> EloRatings {
        var ratings = EloRatings(settings: settings, skills: skills.count, items: items.count)
        ratings.overall = overall
        for (place, known) in skills.enumerated() where known >= 0 { ratings.ofSkill[place] = ofSkill[Int(known)] }
        for (place, known) in items.enumerated() where known >= 0 { ratings.ofItem[place] = ofItem[Int(known)] }
        return ratings
    }

    /// Goes through the learners at some positions of a log, each from nought.
    ///
    /// - Parameters:
    ///   - log: its positions must be those of the ratings.
    ///   - learners: positions of learners.
    ///   - isFitting: whether difficulties move too.
    ///   - body: gets the position of each response with its prediction.
    mutating func run(
        _ log: ResponseLog, learners: some Sequence<Int>, isFitting: Bool, _ body: (Int, Double) -> Void
    ) {
        var learner = Learner(ofSkill: Array(repeating: Rating(), count: ofSkill.count))
        var surprises: [Double] = []
        for position in learners {
            log.forEachBundle(ofLearner: position) { bundle, _ in
                surprises.removeAll(keepingCapacity: true)
                for response in bundle {
                    let set = log.skillSets[Int(log.skillSet[response])]
                    var logOdds = learner.overall.value - overall.value - ofItem[Int(log.item[response])].value
                    for (skill, weight) in zip(set.skills, set.weights) {
                        logOdds += weight * (learner.ofSkill[Int(skill)].value - ofSkill[Int(skill)].value)
                    }
                    let success = Logistic.probability(logOdds)
                    body(response, success)
                    surprises.append(log.score[response] - success)
                }
                for (response, surprise) in zip(bundle, surprises) {
                    let skills = log.skillSets[Int(log.skillSet[response])].skills
                    learner.overall.move(by: surprise, at: settings.learner)
                    for skill in skills { learner.ofSkill[Int(skill)].move(by: surprise, at: settings.skill) }
                    guard isFitting else { continue }
                    overall.move(by: -surprise, at: settings.item)
                    for skill in skills { ofSkill[Int(skill)].move(by: -surprise, at: settings.item) }
                    ofItem[Int(log.item[response])].move(by: -surprise, at: settings.item)
                }
            }
            learner.overall = Rating()
            for response in log.responses(ofLearner: position) {
                for skill in log.skillSets[Int(log.skillSet[response])].skills {
                    learner.ofSkill[Int(skill)] = Rating()
                }
            }
        }
    }
}
