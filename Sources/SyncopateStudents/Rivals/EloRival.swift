import RealModule
public import Syncopate

/// Elo ratings (Pelanek 2016): every response is a match between a learner and an item, and moves both by the surprise.
///
/// The log-odds are the learner's ability, plus the mean of what it differs by on the skills of the response, minus the
/// difficulty: of everything, of the skills (their mean), and the item's own. Difficulties are learnt in one pass over
/// the learners it is fitted on and stay as they are from then on; an item nobody has met is as difficult as its skills.
public struct EloRival: Rival {
    public static let name = "Elo"

    /// How fast ratings move.
    public let settings: EloSettings

    private let items: Vocabulary
    private let skills: Vocabulary
    private let ratings: EloRatings

    /// Fits the difficulties with the settings that predict a fifth of the learners best from the rest.
    public init(fitting log: ResponseLog) { self.init(fitting: log, settings: Self.tuned(log)) }

    /// Fits the difficulties with given settings.
    public init(fitting log: ResponseLog, settings: EloSettings) {
        var ratings = EloRatings(settings: settings, skills: log.skills.count, items: log.items.count)
        ratings.run(log, learners: log.learners.indices, isFitting: true) { _, _ in }
        self.settings = settings
        self.ratings = ratings
        items = Vocabulary(log.items)
        skills = Vocabulary(log.skills)
    }

    public func predictions(_ log: ResponseLog) -> [Double] {
        var ratings = ratings.at(skills: skills.positions(of: log.skills), items: items.positions(of: log.items))
        var predictions = [Double](repeating: 0.5, count: log.count)
        ratings.run(log, learners: log.learners.indices, isFitting: false) { response, success in
            predictions[response] = Probability.held(success)
        }
        return predictions
    }

    /// Most responses that settings are compared on; with more, learners are taken evenly.
    static let tuningBudget = 150_000

    /// The best settings of a grid, one pace after the other, twice round. Every fifth learner is predicted.
    static func tuned(_ log: ResponseLog) -> EloSettings {
        let stride = max(1, (log.count + tuningBudget - 1) / tuningBudget)
        let learners = log.learners.indices.filter { $0 % stride == 0 }
        let held = learners.indices.filter { $0 % 5 == 4 }.map { learners[$0] }
        let fitted = learners.indices.filter { $0 % 5 != 4 }.map { learners[$0] }
        var best = EloSettings()
        guard !held.isEmpty else { return best }
        var losses: [EloSettings: Double] = [:]
        func loss(_ settings: EloSettings) -> Double {
            if let known = losses[settings] { return known }
            var ratings = EloRatings(settings: settings, skills: log.skills.count, items: log.items.count)
            ratings.run(log, learners: fitted, isFitting: true) { _, _ in }
            var loss = 0.0
            ratings.run(log, learners: held, isFitting: false) { response, success in
                let p = Probability.held(success)
                loss -= log.score[response] * Double.log(p) + (1 - log.score[response]) * Double.log(1 - p)
            }
            losses[settings] = loss
            return loss
        }
        for _ in 0..<2 {
            for pace in [\EloSettings.item, \.learner, \.skill] {
                for candidate in EloSettings.grid {
                    var settings = best
                    settings[keyPath: pace] = candidate
                    if loss(settings) < loss(best) { best = settings }
                }
            }
        }
        return best
    }
}
