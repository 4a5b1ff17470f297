import RealModule
import Syncopate

/// Somebody whose skills grow bit by bit: an additive factors model with a rate of their own (Cen, Koedinger & Junker
/// 2006).
///
/// The chance of being right is the logistic function of the skill less the item's difficulty; every attempt, right or
/// wrong, adds the skill's rate. Nothing is forgotten, nothing is guessed, and no skill depends on another.
public struct GradualStudent: MasteringStudent {
    /// Logits, per skill.
    public private(set) var skills: [Double]
    /// Logits an attempt adds, per skill.
    public let rates: [Double]
    /// Logits, per item.
    public let difficulties: [Double]
    /// Position of its skill, per item.
    public let skillOfItem: [Int]
    private var generator: SeededGenerator

    /// Logits from which a skill counts as known: .82 right on an item of mean difficulty.
    public static let mastered = 1.5

    /// Twenty skills with three items each. Skills start at N(-.5,.7) for the student plus N(0,.7) each, rates are
    /// N(.2,.1), at least .02, difficulties N(0,.7).
    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let general = -0.5 + 0.7 * generator.normal()
        skills = (0..<20).map { _ in general + 0.7 * generator.normal() }
        rates = (0..<20).map { _ in max(0.2 + 0.1 * generator.normal(), 0.02) }
        difficulties = (0..<60).map { _ in 0.7 * generator.normal() }
        skillOfItem = (0..<60).map { $0 / 3 }
        self.generator = generator
    }

    /// By the usual threshold of .7, lower than what ends a run.
    public var mastered: [Bool] { skills.map { 1 / (1 + Double.exp(-$0)) >= Goal.everything.threshold } }
    public var unlearnable: [Bool] { skills.map { _ in false } }

    /// Share of the skills that count as known.
    public var share: Double { Double(skills.count { $0 >= Self.mastered }) / Double(skills.count) }

    public mutating func attempt(_ item: Int, at time: Double) -> Double {
        let skill = skillOfItem[item]
        let success = 1 / (1 + Double.exp(difficulties[item] - skills[skill]))
        skills[skill] += rates[skill]
        return generator.uniform() < success ? 1 : 0
    }
}
