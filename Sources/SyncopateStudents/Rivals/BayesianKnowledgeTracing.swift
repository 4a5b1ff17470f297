public import Syncopate

/// Bayesian knowledge tracing (Corbett & Anderson 1995): a skill is known or not, and tries reveal and teach it.
///
/// One model per skill, fitted by expectation and maximisation. A response with several skills is predicted by the
/// mean of the skills' predictions, by their weights, and counts as a try of each. Scores of .5 and above are right.
/// Responses without a skill are tries of one more. A skill nobody was fitted on gets the mean parameters of the
/// others, by their tries.
public struct BayesianKnowledgeTracing: Rival {
    public static let name = "BKT"

    private let skills: Vocabulary
    /// Per skill of the log it was fitted on; the last is that of responses without any.
    private let ofSkills: [KnowledgeTracingParameters]
    private let ofOthers: KnowledgeTracingParameters

    public init(fitting log: ResponseLog) { self.init(fitting: log, pseudocount: 1) }

    /// - Parameter pseudocount: observations at usual values added to every estimated share, so that a skill tried
    ///   a few times, always with success, is not taken for certain. Zero or more; zero is maximum likelihood.
    public init(fitting log: ResponseLog, pseudocount: Double) {
        let sequences = Self.sequences(log)
        var fitted: [KnowledgeTracingParameters] = []
        var total = KnowledgeTracingParameters(prior: 0, learn: 0, guess: 0, slip: 0)
        var tries = 0.0
        for sequence in sequences {
            var fitter = sequence
            fitter.pseudocount = pseudocount.isFinite ? max(pseudocount, 0) : 0
            let parameters = fitter.fit().parameters
            fitted.append(parameters)
            let weight = Double(fitter.right.count)
            tries += weight
            total.prior += weight * parameters.prior
            total.learn += weight * parameters.learn
            total.guess += weight * parameters.guess
            total.slip += weight * parameters.slip
        }
        let others =
            tries > 0
            ? KnowledgeTracingParameters(
                prior: total.prior / tries, learn: total.learn / tries, guess: total.guess / tries,
                slip: total.slip / tries)
            : KnowledgeTracingParameters.usual
        // A skill that is named and never tried is as good as new.
        ofSkills = fitted.indices.map { sequences[$0].right.isEmpty ? others : fitted[$0] }
        ofOthers = others
        skills = Vocabulary(log.skills)
    }

    /// Takes the parameters from elsewhere.
    ///
    /// - Parameters:
    ///   - parameters: per skill id.
    ///   - others: for any other skill, and for responses without one.
    public init(parameters: [String: KnowledgeTracingParameters], others: KnowledgeTracingParameters = .usual) {
        let ids = parameters.keys.sorted()
        skills = Vocabulary(ids)
        ofSkills = ids.map { parameters[$0] ?? others } + [others]
        ofOthers = others
    }

    /// The parameters of a skill, or those of skills it was not fitted on.
    public func parameters(ofSkill id: String) -> KnowledgeTracingParameters {
        let position = Int(skills.positions(of: [id])[0])
        return position >= 0 ? ofSkills[position] : ofOthers
    }

    public func predictions(_ log: ResponseLog) -> [Double] {
        var parameters = skills.positions(of: log.skills).map { $0 >= 0 ? ofSkills[Int($0)] : ofOthers }
        parameters.append(ofSkills.last ?? ofOthers)
        let (tried, weights) = Self.tries(log)
        var known = parameters.map(\.prior)
        var predictions = [Double](repeating: 0.5, count: log.count)
        for learner in log.learners.indices {
            log.forEachBundle(ofLearner: learner) { bundle, _ in
                for response in bundle {
                    let set = Int(log.skillSet[response])
                    var success = 0.0
                    for (skill, weight) in zip(tried[set], weights[set]) {
                        success += weight * parameters[skill].success(known: known[skill])
                    }
                    predictions[response] = Probability.held(success)
                }
                for response in bundle {
                    for skill in tried[Int(log.skillSet[response])] {
                        known[skill] = parameters[skill].next(known[skill], afterRight: log.score[response] >= 0.5)
                    }
                }
            }
            for response in log.responses(ofLearner: learner) {
                for skill in tried[Int(log.skillSet[response])] { known[skill] = parameters[skill].prior }
            }
        }
        return predictions
    }

    /// Per set of skills what it tries, with weights: its skills, or the one that stands for none.
    private static func tries(_ log: ResponseLog) -> (skills: [[Int]], weights: [[Double]]) {
        (
            log.skillSets.map { $0.skills.isEmpty ? [log.skills.count] : $0.skills.map(Int.init) },
            log.skillSets.map { $0.skills.isEmpty ? [1] : $0.weights }
        )
    }

    /// Everybody's tries of each skill, and of none.
    private static func sequences(_ log: ResponseLog) -> [KnowledgeTracingFitter] {
        let tried = tries(log).skills
        var fitters = [KnowledgeTracingFitter](repeating: KnowledgeTracingFitter(), count: log.skills.count + 1)
        var outcomes = [[Bool]](repeating: [], count: fitters.count)
        for learner in log.learners.indices {
            var met: [Int] = []
            for response in log.responses(ofLearner: learner) {
                for skill in tried[Int(log.skillSet[response])] {
                    if outcomes[skill].isEmpty { met.append(skill) }
                    outcomes[skill].append(log.score[response] >= 0.5)
                }
            }
            for skill in met {
                fitters[skill].append(outcomes[skill])
                outcomes[skill].removeAll(keepingCapacity: true)
            }
        }
        return fitters
    }
}
