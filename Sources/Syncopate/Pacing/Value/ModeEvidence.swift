/// What there is to go by about the modes: studies, and the gains that were logged of known learners.
public struct ModeEvidence: Sendable {
    /// What is believed of the modes.
    public private(set) var belief: ModeBelief
    /// Identity of a learner to the number that the belief knows them by.
    private var numbers: [String: Int] = [:]
    /// Logged gains per number.
    private var counts: [Int] = []
    /// Logged gains of everybody.
    public private(set) var count = 0

    /// What studies say, and nothing else.
    public init(prior: ModePrior) { belief = ModeBelief(prior: prior) }

    /// Studies, and a log of gains.
    ///
    /// - Parameters:
    ///   - observations: of learners by their positions in `learners`; one without a learner, or with a position that is
    ///     none, counts as of somebody never met again.
    ///   - learners: identities, as the evidence on mastery has them.
    public init(prior: ModePrior, observations: [ModeObservation], learners: [String]) {
        self.init(prior: prior)
        counts = [Int](repeating: 0, count: learners.count)
        for (place, learner) in learners.enumerated() where numbers[learner] == nil { numbers[learner] = place }
        let known = observations.map { observation in
            var observation = observation
            observation.learner = observation.learner.flatMap {
                learners.indices.contains($0) ? numbers[learners[$0]] : nil
            }
            return observation
        }
        count = belief.observe(known)
        for observation in known where belief.tells(observation) {
            if let learner = observation.learner { counts[learner] += 1 }
        }
    }

    /// Learns from gains of learners by their identities; `nil`: of somebody never met again.
    public mutating func learn(_ gains: [(learner: String?, observation: ModeObservation)]) {
        let known = gains.map { gain in
            var observation = gain.observation
            observation.learner = gain.learner.map { number(making: $0) }
            return observation
        }
        count += belief.observe(known)
        for observation in known where belief.tells(observation) {
            if let learner = observation.learner { counts[learner] += 1 }
        }
    }

    private mutating func number(making learner: String) -> Int {
        if let number = numbers[learner] { return number }
        let number = counts.count
        numbers[learner] = number
        counts.append(0)
        return number
    }

    /// Identities of the learners of the log.
    public var learners: Set<String> { Set(numbers.keys) }

    /// The number that the belief knows a learner by; `nil`: like anybody.
    func number(of learner: String) -> Int? { numbers[learner] }

    /// How many gains of a learner were logged.
    public func count(of learner: String) -> Int { numbers[learner].map { counts[$0] } ?? 0 }
}
