import RealModule

/// What classmates who work on one topic among themselves gain.
///
/// A group is worth, with `p` the chance to have the topic,
///
///     sum over i of  lesson (1 - p_i) (1 - product over j ≠ i of (1 - h_ij))  +  rehearsal p_i (1 - mean p)
///
/// less `crowding` for every member beyond two. The chance that `j` can explain it to `i` is
///
///     h_ij = p_j exp(-(max(0, logit p_j - logit p_i - reach) / fading)²)
///
/// The first term is the finding of Crouch & Mazur (2001) that discussion works where some have it and some do not,
/// carried from a class to single pairs; that somebody far ahead explains less well, and that who explains gains too, are
/// assumptions. The figures are nominal: nobody measured them on the class at hand.
public struct PeerLesson: Sendable, Hashable {
    /// Gain of a learner who lacks the topic when a classmate explains it, in the unit of the standings; 0 or more.
    public var lesson: Double
    /// Gain of explaining it to a group of which nobody else has it, 0 or more.
    public var rehearsal: Double
    /// What every member beyond two costs the group, 0 or more.
    public var crowding: Double
    /// How far ahead, in logits, somebody can be without explaining less well; 0 or more.
    public var reach: Double
    /// How fast it goes less well beyond that, in logits; above 0.
    public var fading: Double

    /// Figures out of range are held to it; what is no number becomes the usual one.
    public init(
        lesson: Double = 0.6, rehearsal: Double = 0.1, crowding: Double = 0.01, reach: Double = 2, fading: Double = 1.5
    ) {
        func held(_ value: Double, _ usual: Double, from least: Double = 0) -> Double {
            value.isFinite ? min(max(value, least), 1_000) : usual
        }
        self.lesson = held(lesson, 0.6)
        self.rehearsal = held(rehearsal, 0.1)
        self.crowding = held(crowding, 0.01)
        self.reach = held(reach, 2)
        self.fading = held(fading, 1.5, from: 1e-3)
    }

    /// A chance held away from 0 and 1, where a logit has no value; what is no number is as likely as not.
    public static func held(_ known: Double) -> Double { known.isNaN ? 0.5 : min(max(known, 1e-3), 1 - 1e-3) }

    /// The chance that one learner can explain the topic to another.
    ///
    /// - Parameters:
    ///   - known: P(the one who explains has it).
    ///   - learner: P(the one who listens has it).
    public func help(from known: Double, to learner: Double) -> Double {
        let (known, learner) = (Self.held(known), Self.held(learner))
        return help(known: known, ahead: Logistic.logit(known) - Logistic.logit(learner))
    }

    /// The same, of chances that are held already.
    ///
    /// - Parameter ahead: by how many logits the one who explains is ahead.
    func help(known: Double, ahead: Double) -> Double {
        let beyond = max(0, ahead - reach) / fading
        return known * Double.exp(-beyond * beyond)
    }

    /// What each member gains, in the order of the input; the cost of a large group is not in it.
    ///
    /// - Parameter known: P(the member has the topic), per member. Alone nobody gains.
    public func gains(known: [Double]) -> [Double] {
        guard known.count > 1 else { return known.map { _ in 0 } }
        let held = known.map(Self.held)
        let mean = held.reduce(0, +) / Double(held.count)
        return held.indices.map { i in
            var alone = 1.0
            for j in held.indices where j != i { alone *= 1 - help(from: held[j], to: held[i]) }
            return lesson * (1 - held[i]) * (1 - alone) + rehearsal * held[i] * (1 - mean)
        }
    }

    /// What a group is worth to all its members together; 0 for fewer than two.
    public func value(known: [Double]) -> Double {
        guard known.count > 1 else { return 0 }
        return gains(known: known).reduce(0, +) - crowding * Double(known.count - 2)
    }
}
