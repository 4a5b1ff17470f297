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
    /// What each skill builds on, in one piece.
    let parents: EdgeRows
    /// Log-odds of success on a typical item with each skill and without, K.
    private let logits: [(with: Double, without: Double)]

    public init(catalogue: Catalogue) {
        graph = catalogue.graph
        parents = EdgeRows(graph.parents)
        nominal = catalogue.skills.map { $0.nominal ?? NominalParameters() }
        logits = nominal.map { (Logistic.logit(1 - $0.slip), Logistic.logit($0.guess)) }
    }

    /// What is believed before any evidence: a skill may be known where all it builds on is.
    public var prior: KnowledgeBelief {
        var belief = KnowledgeBelief(count: graph.count, paces: Self.paces.count)
        for skill in graph.order {
            belief.set(skill, known: 0, unknown: Self.paceWeights, attempts: 0)
            belief.setKnown(skill, nominal[skill].initial * readiness(of: skill, belief))
        }
        return belief
    }

    /// Probability that nothing the skill builds on is in the way; a prerequisite of weight w, missing, is with
    /// probability w.
    public func readiness(of skill: Int, _ belief: KnowledgeBelief) -> Double {
        var ready = 1.0
        for place in parents.places(skill) {
            let parent = parents[place]
            ready *= 1 - parent.weight * (1 - belief.known(parent.skill))
        }
        return ready
    }

    /// The same of a belief that is open.
    private func readiness(of skill: Int, _ rows: KnowledgeRows) -> Double {
        var ready = 1.0
        for place in parents.places(skill) {
            let parent = parents[place]
            ready *= 1 - parent.weight * (1 - rows[parent.skill].known)
        }
        return ready
    }

    /// Probability of success on an item of these skills: the weighted mean of each skill's.
    ///
    /// - Parameter difficulty: logits by which the item is harder than a typical one.
    public func success(
        _ skills: [PrerequisiteGraph.Edge], difficulty: Double = 0, _ belief: KnowledgeBelief
    ) -> Double {
        skills.reduce(0) {
            let (with, without) = chances(ofSkill: $1.skill, difficulty: difficulty)
            let known = belief.known($1.skill)
            return $0 + $1.weight * (known * with + (1 - known) * without)
        }
    }

    /// Probability of success on an item of one skill with the skill and without it.
    ///
    /// A difficulty moves both by as many logits; 0 leaves the nominal figures as they are, and so does what is no number.
    public func chances(ofSkill skill: Int, difficulty: Double = 0) -> (with: Double, without: Double) {
        guard difficulty != 0, difficulty.isFinite else { return (1 - nominal[skill].slip, nominal[skill].guess) }
        return (
            Logistic.probability(logits[skill].with - difficulty),
            Logistic.probability(logits[skill].without - difficulty)
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
        let answered = skills.map { edge in
            let (with, without) = chances(ofSkill: edge.skill, difficulty: difficulty)
            return AnsweredSkill(skill: edge.skill, weight: edge.weight, with: with, without: without)
        }
        answered.withUnsafeBufferPointer { observe($0, score: score, certainty: certainty, &belief) }
    }

    /// The same with all chances worked out; the score is one.
    func observe(
        _ skills: UnsafeBufferPointer<AnsweredSkill>, score: Double, certainty: Certainty = .full,
        _ belief: inout KnowledgeBelief
    ) {
        // All from the belief before the score, so that the order of an item's skills decides nothing: of each skill what
        // is known and how ready it is, and then what is known of all that it builds on.
        let needed = skills.reduce(0) { $0 + 2 + parents.places($1.skill).count }
        belief.withRows { rows in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: needed) { before in
                var place = 0
                var expected = 0.0
                for edge in skills {
                    let known = rows[edge.skill].known
                    expected += edge.weight * (known * edge.with + (1 - known) * edge.without)
                    before[place] = known
                    before[place + 1] = readiness(of: edge.skill, rows)
                    place += 2
                    for parent in parents.places(edge.skill) {
                        before[place] = rows[parents[parent].skill].known
                        place += 1
                    }
                }
                place = 0
                for edge in skills {
                    let known = before[place]
                    let others = expected - edge.weight * (known * edge.with + (1 - known) * edge.without)
                    let likelihood = (
                        known: certainty.flattened(Self.chance(others + edge.weight * edge.with, score)),
                        unknown: certainty.flattened(Self.chance(others + edge.weight * edge.without, score))
                    )
                    let own = parents.places(edge.skill)
                    blame(
                        own, known: known, ready: before[place + 1],
                        UnsafeMutableBufferPointer(rebasing: before[place + 2..<place + 2 + own.count]), likelihood,
                        rows)
                    let total = known * likelihood.known + (1 - known) * likelihood.unknown
                    if total > 0 { rows[edge.skill].setKnown(known * likelihood.known / total) }
                    place += 2 + own.count
                }
                for edge in skills { teach(edge.skill, edge.weight, rows) }
            }
        }
    }

    /// Bernoulli likelihood of a score, shares of a success counting as such.
    private static func chance(_ success: Double, _ score: Double) -> Double {
        score * success + (1 - score) * (1 - success)
    }

    /// Bayes' rule for what the skill builds on, through the joint of "ready" and "known": the skill is known without its
    /// prerequisites only a share as often, and the rest of its probability is with them.
    private func blame(
        _ own: Range<Int>, known: Double, ready: Double, _ before: UnsafeMutableBufferPointer<Double>,
        _ likelihood: (known: Double, unknown: Double), _ rows: KnowledgeRows
    ) {
        guard !own.isEmpty, ready < 1 - Self.margin, ready > 0 else { return }
        let without = known * Self.withoutPrerequisites
        let with = min((known - (1 - ready) * without) / ready, 1)
        let ifReady = with * likelihood.known + (1 - with) * likelihood.unknown
        let ifNot = without * likelihood.known + (1 - without) * likelihood.unknown
        let total = ready * ifReady + (1 - ready) * ifNot
        guard total > 0 else { return }
        let now = ready * ifReady / total
        for (place, own) in own.enumerated() {
            let edge = parents[own]
            let parent = before[place]
            let givenReady = parent / (1 - edge.weight * (1 - parent))
            let givenNot = (parent - ready * givenReady) / (1 - ready)
            let shift = now * givenReady + (1 - now) * givenNot - parent
            rows[edge.skill].setKnown(rows[edge.skill].known + shift)
        }
    }

    /// Probability that one more attempt teaches the skill to a learner who lacks it.
    public func learningRate(of skill: Int, _ belief: KnowledgeBelief) -> Double {
        learningRate(of: skill, belief, readiness: readiness(of: skill, belief))
    }

    /// The same with the readiness worked out.
    func learningRate(of skill: Int, _ belief: KnowledgeBelief, readiness: Double) -> Double {
        var mass = 0.0
        var learnt = 0.0
        for pace in Self.paces.indices {
            let share = belief.unknown(skill, pace: pace)
            mass += share
            learnt += share * Self.paces[pace]
        }
        guard mass > 0 else { return 0 }
        return min(nominal[skill].learn * learnt / mass, 1) * (readiness + Self.unready * (1 - readiness))
    }

    /// Lets a skill be lost: of what was known, only this share is still.
    ///
    /// What is lost is to be learnt again, at a pace as unknown as that of a new learner.
    func fade(_ skill: Int, keeping share: Double, _ belief: inout KnowledgeBelief) {
        let lost = belief.known(skill) * (1 - min(max(share, 0), 1))
        guard lost > 0 else { return }
        belief.withRows { rows in
            let row = rows[skill]
            row.known -= lost
            for pace in Self.paces.indices { row.unknown[pace] += lost * Self.paceWeights[pace] }
        }
    }

    /// A lesson teaches: this share of those who lack the skill has it now, whatever their pace at practice.
    func teachLive(_ skill: Int, chance: Double, _ belief: inout KnowledgeBelief) {
        let share = min(max(chance, 0), 1)
        belief.setKnown(skill, belief.known(skill) + (1 - belief.known(skill)) * share)
    }

    /// Practice teaches: each pace moves its share over, slower while something is missing.
    private func teach(_ skill: Int, _ weight: Double, _ rows: KnowledgeRows) {
        let ready = readiness(of: skill, rows)
        let rate = nominal[skill].learn * (ready + Self.unready * (1 - ready)) * weight
        var moved = 0.0
        let row = rows[skill]
        for pace in Self.paces.indices {
            let learnt = row.unknown[pace] * min(rate * Self.paces[pace], 1)
            row.unknown[pace] -= learnt
            moved += learnt
        }
        row.known += moved
        row.attempts += weight
    }
}
