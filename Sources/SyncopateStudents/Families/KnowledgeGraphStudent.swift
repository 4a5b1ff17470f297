import RealModule
import Syncopate

/// Somebody who knows or does not know each of the skills of a graph (Corbett & Anderson 1995, with prerequisites).
///
/// The item of a skill has the skill's position. The answer comes from what was known before the attempt; then an
/// unknown skill is learnt with probability `learn`, a tenth of it while a parent is unknown.
public struct KnowledgeGraphStudent: MasteringStudent {
    /// Per skill, the skills it builds on.
    public let prerequisites: [[Int]]
    /// Probability that an attempt teaches the skill while its parents are known, per skill; 0 where it cannot be learnt.
    public let learn: [Double]
    /// Probability of being right without knowing, per skill.
    public let guess: [Double]
    /// Probability of being wrong in spite of knowing, per skill.
    public let slip: [Double]
    /// What is known now, per skill.
    public private(set) var known: [Bool]
    /// Chance per day that a known skill lapses, as a rate; 0 where nothing is forgotten.
    public let lapsesPerDay: Double
    /// Standard deviation of the change of guessing and slipping from one attempt to the next, in logits.
    public let drift: Double
    private var guessShift = 0.0
    private var slipShift = 0.0
    private var lastTime = 0.0
    private var generator: SeededGenerator

    /// Draws a graph, its parameters and a student.
    ///
    /// Thirty skills in five layers of six, 1 or 2 different parents (as likely) each from the layer before, so that
    /// positions are in topological order. Guess U(.1,.3); slip U(.05,.15); learn clip(U(.08,.3) v, .02, .6) with one
    /// v = exp(N(0,.4)) for the student, who is quick or slow at everything; known at the start with probability .25
    /// where all parents are.
    ///
    /// - Parameters:
    ///   - unlearnableShare: probability that a skill can never be learnt by this student, unless known at the start.
    ///   - lapsesPerDay: known skills lapse at this rate, each with probability 1 - exp(-rate days).
    ///   - drift: on the logit scale, guessing and slipping each are shifted by x with x' = .95 x + N(0, drift).
    init(seed: UInt64, unlearnableShare: Double = 0, lapsesPerDay: Double = 0, drift: Double = 0) {
        var generator = SeededGenerator(seed: seed)
        let prerequisites = Self.graph(&generator)
        let count = prerequisites.count
        var learn: [Double] = []
        var guess: [Double] = []
        var slip: [Double] = []
        var known: [Bool] = []
        let speed = Double.exp(0.4 * generator.normal())
        for skill in 0..<count {
            guess.append(0.1 + 0.2 * generator.uniform())
            slip.append(0.05 + 0.1 * generator.uniform())
            let rate = (0.08 + 0.22 * generator.uniform()) * speed
            let knows = generator.uniform() < 0.25 && prerequisites[skill].allSatisfy { known[$0] }
            known.append(knows)
            let unlearnable = generator.uniform() < unlearnableShare && !knows
            learn.append(unlearnable ? 0 : min(max(rate, 0.02), 0.6))
        }
        self.prerequisites = prerequisites
        self.learn = learn
        self.guess = guess
        self.slip = slip
        self.known = known
        self.lapsesPerDay = lapsesPerDay
        self.drift = drift
        self.generator = generator
    }

    /// Thirty skills in five layers of six, each with one or two parents, as likely, in the layer before.
    static func graph(_ generator: inout SeededGenerator) -> [[Int]] {
        let width = 6
        let count = 30
        var prerequisites: [[Int]] = []
        for skill in 0..<count {
            guard skill >= width else {
                prerequisites.append([])
                continue
            }
            let above = (skill / width - 1) * width
            let first = Int.random(in: 0..<width, using: &generator)
            // Another than the first, by its distance from it.
            let second = (first + Int.random(in: 1..<width, using: &generator)) % width
            let alone = generator.uniform() < 0.5
            prerequisites.append(alone ? [above + first] : [above + first, above + second].sorted())
        }
        return prerequisites
    }

    /// Draws a student of a course that others take too: the skills are the same for all, and who takes them is not.
    ///
    /// - Parameter unlearnableShare: as above.
    init(of course: KnowledgeGraphCourse, seed: UInt64, unlearnableShare: Double) {
        var generator = SeededGenerator(seed: seed)
        let speed = Double.exp(0.4 * generator.normal())
        var learn: [Double] = []
        var known: [Bool] = []
        for (skill, parents) in course.prerequisites.enumerated() {
            let knows = generator.uniform() < 0.25 && parents.allSatisfy { known[$0] }
            known.append(knows)
            let unlearnable = generator.uniform() < unlearnableShare && !knows
            learn.append(unlearnable ? 0 : min(max(course.learn[skill] * speed, 0.02), 0.6))
        }
        prerequisites = course.prerequisites
        guess = course.guess
        slip = course.slip
        self.learn = learn
        self.known = known
        lapsesPerDay = 0
        drift = 0
        self.generator = generator
    }

    /// A student on such a graph who is as the engine's own model has it, with the nominal parameters of ``brief``.
    init(believedSeed seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let nominal = NominalParameters()
        prerequisites = Self.graph(&generator)
        guess = prerequisites.map { _ in nominal.guess }
        slip = prerequisites.map { _ in nominal.slip }
        var learn: [Double] = []
        var known: [Bool] = []
        for parents in prerequisites {
            let knows = generator.uniform() < nominal.initial && parents.allSatisfy { known[$0] }
            known.append(knows)
            var lot = generator.uniform()
            var pace = 0
            while pace + 1 < KnowledgeModel.paces.count, lot >= KnowledgeModel.paceWeights[pace] {
                lot -= KnowledgeModel.paceWeights[pace]
                pace += 1
            }
            learn.append(nominal.learn * KnowledgeModel.paces[pace])
        }
        self.learn = learn
        self.known = known
        lapsesPerDay = 0
        drift = 0
        self.generator = generator
    }

    /// What the student can never learn: the truth for judging who is called stuck.
    public var unlearnable: [Bool] { zip(learn, known).map { $0 == 0 && !$1 } }
    public var mastered: [Bool] { known }
    /// Whether all is known that can be learnt.
    public var hasMastered: Bool { zip(learn, known).allSatisfy { $1 || $0 == 0 } }
    /// Share of the skills known.
    public var share: Double { Double(known.count { $0 }) / Double(max(known.count, 1)) }
    /// Whether all that a skill builds on is known.
    public func isReady(_ skill: Int) -> Bool { prerequisites[skill].allSatisfy { known[$0] } }

    /// Lets time pass without an attempt.
    public mutating func wait(until time: Double) {
        let days = max(time - lastTime, 0) / Day.seconds
        lastTime = max(time, lastTime)
        guard lapsesPerDay > 0, days > 0 else { return }
        let lapse = 1 - Double.exp(-lapsesPerDay * days)
        for skill in known.indices where known[skill] && generator.uniform() < lapse { known[skill] = false }
    }

    public mutating func attempt(_ item: Int, at time: Double) -> Double {
        wait(until: time)
        if drift > 0 {
            guessShift = 0.95 * guessShift + drift * generator.normal()
            slipShift = 0.95 * slipShift + drift * generator.normal()
        }
        let success =
            known[item] ? 1 - Self.shifted(slip[item], by: slipShift) : Self.shifted(guess[item], by: guessShift)
        let score = generator.uniform() < success ? 1.0 : 0.0
        let luck = generator.uniform()
        if !known[item], luck < learn[item] * (isReady(item) ? 1 : 0.1) { known[item] = true }
        return score
    }

    /// Somebody explains the skill, live: what practice alone never teaches can be learnt so too.
    ///
    /// - Parameters:
    ///   - ready: probability of learning it while its parents are known.
    ///   - unready: the same while one is not.
    mutating func beTaught(_ skill: Int, ready: Double, unready: Double) {
        let luck = generator.uniform()
        if luck < (isReady(skill) ? ready : unready) { known[skill] = true }
    }

    private static func shifted(_ p: Double, by logits: Double) -> Double {
        logits == 0 ? p : 1 / (1 + (1 / p - 1) * Double.exp(-logits))
    }

    /// What a policy is told: the graph and nominal parameters, guess .2, slip .1, learn .15, initial .2.
    func brief(purpose: TutoringPurpose = .master, attemptsPerDay: Int? = nil, cap: Int = 900) -> TutoringBrief {
        TutoringBrief(
            purpose: purpose, skillOfItem: Array(prerequisites.indices), prerequisites: prerequisites,
            nominal: KnowledgeTracingParameters(prior: 0.2, learn: 0.15, guess: 0.2, slip: 0.1), secondsBetween: 60,
            attemptsPerDay: attemptsPerDay, cap: cap)
    }
}
