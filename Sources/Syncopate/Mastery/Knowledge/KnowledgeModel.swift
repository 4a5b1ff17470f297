/// How skills are learnt and answered: knowledge tracing (Corbett & Anderson 1995) on a graph of prerequisites, with a
/// learner's pace at each skill unknown.
///
/// Three things beside the plain model. The learning rate is one of several paces, "not at all" among them, weighed by
/// what happens: that is what tells practice that does not work from practice that needs longer. While a prerequisite is
/// missing learning is slower by a factor. And evidence on a skill speaks for or against what it builds on, which takes
/// the blame for failures that the skill itself does not explain (in Bayesian networks of student models since Conati,
/// Gertner & VanLehn 2002).
public struct KnowledgeModel: Sendable {
    /// Learning rate of each pace as a multiple of the skill's nominal one, R; the first is 0.
    public static let paces = [0, 0.65, 1.3, 2.0]
    /// Probability of each pace before any evidence, R.
    public static let paceWeights = [0.02, 0.39, 0.39, 0.2]
    /// What is left of the learning rate while a prerequisite of weight 1 is missing.
    public static let unready = 0.1
    /// Probability of having a skill without its prerequisites, as a share of that of having it at all.
    static let withoutPrerequisites = 0.4
    /// Beliefs stay this far from certainty, so that later evidence can always turn them.
    static let margin = 1e-6

    public let graph: PrerequisiteGraph
    /// Per skill, K.
    public let nominal: [NominalParameters]

    public init(catalogue: Catalogue) {
        graph = catalogue.graph
        nominal = catalogue.skills.map { $0.nominal ?? NominalParameters() }
    }

    /// What is believed before any evidence: a skill may be known where all it builds on is.
    public var prior: KnowledgeBelief {
        let count = graph.count
        var belief = KnowledgeBelief(
            known: [Double](repeating: 0, count: count),
            unknown: [Double](repeating: 0, count: count * Self.paces.count),
            attempts: [Double](repeating: 0, count: count))
        for skill in graph.order {
            for pace in Self.paces.indices {
                belief.unknown[skill * Self.paces.count + pace] = Self.paceWeights[pace]
            }
            belief.setKnown(skill, nominal[skill].initial * readiness(of: skill, belief))
        }
        return belief
    }

    /// Probability that nothing the skill builds on is in the way; a prerequisite of weight w, missing, is with
    /// probability w.
    public func readiness(of skill: Int, _ belief: KnowledgeBelief) -> Double {
        graph.parents[skill].reduce(1) { $0 * (1 - $1.weight * (1 - belief.known[$1.skill])) }
    }

    /// Probability of success on an item of these skills: the weighted mean of each skill's.
    ///
    /// - Parameter difficulty: logits by which the item is harder than a typical one.
    public func success(
        _ skills: [PrerequisiteGraph.Edge], difficulty: Double = 0, _ belief: KnowledgeBelief
    ) -> Double {
        skills.reduce(0) {
            let (with, without) = chances(ofSkill: $1.skill, difficulty: difficulty)
            let known = belief.known[$1.skill]
            return $0 + $1.weight * (known * with + (1 - known) * without)
        }
    }

    /// Probability of success on an item of one skill with the skill and without it.
    ///
    /// A difficulty moves both by as many logits; 0 leaves the nominal figures as they are, and so does what is no number.
    public func chances(ofSkill skill: Int, difficulty: Double = 0) -> (with: Double, without: Double) {
        let plain = (with: 1 - nominal[skill].slip, without: nominal[skill].guess)
        guard difficulty != 0, difficulty.isFinite else { return plain }
        return (
            Logistic.probability(Logistic.logit(plain.with) - difficulty),
            Logistic.probability(Logistic.logit(plain.without) - difficulty)
        )
    }

    /// Learns from one score on an item of these skills, and lets the attempt teach.
    ///
    /// Weights sum to one. A score between 0 and 1 counts as that share of a success and the rest of a failure. A score
    /// that is no number changes nothing; others are held to 0...1.
    ///
    /// - Parameter difficulty: logits by which the item is harder than a typical one.
    public func observe(
        _ skills: [PrerequisiteGraph.Edge], difficulty: Double = 0, score: Double, certainty: Certainty = .full,
        _ belief: inout KnowledgeBelief
    ) {
        guard score.isFinite else { return }
        let score = min(max(score, 0), 1)
        let expected = success(skills, difficulty: difficulty, belief)
        // All from the belief before the score, so that the order of an item's skills decides nothing.
        let before = belief
        for edge in skills {
            let chances = chances(ofSkill: edge.skill, difficulty: difficulty)
            let known = before.known[edge.skill]
            let others = expected - edge.weight * (known * chances.with + (1 - known) * chances.without)
            let withSkill = others + edge.weight * chances.with
            let without = others + edge.weight * chances.without
            let likelihood = (
                known: certainty.flattened(Self.chance(withSkill, score)),
                unknown: certainty.flattened(Self.chance(without, score))
            )
            blame(edge.skill, before, likelihood, &belief)
            weigh(edge.skill, known, likelihood, &belief)
        }
        for edge in skills { teach(edge, &belief) }
    }

    /// Bernoulli likelihood of a score, shares of a success counting as such.
    private static func chance(_ success: Double, _ score: Double) -> Double {
        score * success + (1 - score) * (1 - success)
    }

    /// Bayes' rule for the skill itself.
    private func weigh(
        _ skill: Int, _ known: Double, _ likelihood: (known: Double, unknown: Double), _ belief: inout KnowledgeBelief
    ) {
        let total = known * likelihood.known + (1 - known) * likelihood.unknown
        guard total > 0 else { return }
        belief.setKnown(skill, known * likelihood.known / total)
    }

    /// Bayes' rule for what the skill builds on, through the joint of "ready" and "known": the skill is known without its
    /// prerequisites only a share as often, and the rest of its probability is with them.
    private func blame(
        _ skill: Int, _ before: KnowledgeBelief, _ likelihood: (known: Double, unknown: Double),
        _ belief: inout KnowledgeBelief
    ) {
        let ready = readiness(of: skill, before)
        guard !graph.parents[skill].isEmpty, ready < 1 - Self.margin, ready > 0 else { return }
        let known = before.known[skill]
        let without = known * Self.withoutPrerequisites
        let with = min((known - (1 - ready) * without) / ready, 1)
        let ifReady = with * likelihood.known + (1 - with) * likelihood.unknown
        let ifNot = without * likelihood.known + (1 - without) * likelihood.unknown
        let total = ready * ifReady + (1 - ready) * ifNot
        guard total > 0 else { return }
        let now = ready * ifReady / total
        for edge in graph.parents[skill] {
            let parent = before.known[edge.skill]
            let givenReady = parent / (1 - edge.weight * (1 - parent))
            let givenNot = (parent - ready * givenReady) / (1 - ready)
            let shift = now * givenReady + (1 - now) * givenNot - parent
            belief.setKnown(edge.skill, belief.known[edge.skill] + shift)
        }
    }

    /// Probability that one more attempt teaches the skill to a learner who lacks it.
    public func learningRate(of skill: Int, _ belief: KnowledgeBelief) -> Double {
        var mass = 0.0
        var learnt = 0.0
        for pace in Self.paces.indices {
            let share = belief.unknown[skill * Self.paces.count + pace]
            mass += share
            learnt += share * Self.paces[pace]
        }
        guard mass > 0 else { return 0 }
        let ready = readiness(of: skill, belief)
        return min(nominal[skill].learn * learnt / mass, 1) * (ready + Self.unready * (1 - ready))
    }

    /// Lets a skill be lost: of what was known, only this share is still.
    ///
    /// What is lost is to be learnt again, at a pace as unknown as that of a new learner.
    func fade(_ skill: Int, keeping share: Double, _ belief: inout KnowledgeBelief) {
        let lost = belief.known[skill] * (1 - min(max(share, 0), 1))
        guard lost > 0 else { return }
        belief.known[skill] -= lost
        for pace in Self.paces.indices {
            belief.unknown[skill * Self.paces.count + pace] += lost * Self.paceWeights[pace]
        }
    }

    /// A lesson teaches: this share of those who lack the skill has it now, whatever their pace at practice.
    func teachLive(_ skill: Int, chance: Double, _ belief: inout KnowledgeBelief) {
        let share = min(max(chance, 0), 1)
        belief.setKnown(skill, belief.known[skill] + (1 - belief.known[skill]) * share)
    }

    /// Practice teaches: each pace moves its share over, slower while something is missing.
    private func teach(_ edge: PrerequisiteGraph.Edge, _ belief: inout KnowledgeBelief) {
        let skill = edge.skill
        let ready = readiness(of: skill, belief)
        let rate = nominal[skill].learn * (ready + Self.unready * (1 - ready)) * edge.weight
        var moved = 0.0
        for pace in Self.paces.indices {
            let place = skill * Self.paces.count + pace
            let learnt = belief.unknown[place] * min(rate * Self.paces[pace], 1)
            belief.unknown[place] -= learnt
            moved += learnt
        }
        belief.known[skill] += moved
        belief.attempts[skill] += edge.weight
    }
}
