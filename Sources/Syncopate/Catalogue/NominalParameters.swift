/// How a skill is learnt and answered, as far as that can be said before any evidence on a learner.
///
/// The four parameters of knowledge tracing (Corbett & Anderson 1995). They are nominal: the engine treats the truth as
/// scattered about them.
public struct NominalParameters: Sendable, Hashable {
    /// Probability of success without having the skill.
    public var guess: Double
    /// Probability of failing in spite of having it.
    public var slip: Double
    /// Probability that one attempt teaches it, once what it builds on is there.
    public var learn: Double
    /// Probability of having it before the first attempt, if what it builds on is there.
    public var initial: Double

    public init(guess: Double = 0.2, slip: Double = 0.1, learn: Double = 0.15, initial: Double = 0.2) {
        self.guess = guess
        self.slip = slip
        self.learn = learn
        self.initial = initial
    }

    /// What is wrong with them, or `nil`: each strictly between 0 and 1, and success likelier with the skill than without.
    var fault: String? {
        for (name, value) in [("guess", guess), ("slip", slip), ("learn", learn), ("initial", initial)]
        where !(value > 0 && value < 1) {
            return "\(name) is \(value), and should lie between 0 and 1"
        }
        return guess + slip < 1
            ? nil : "guess and slip add up to \(guess + slip): success would not speak for the skill"
    }
}
