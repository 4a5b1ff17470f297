import RealModule
import Syncopate

/// Somebody who takes a test: one ability, which does not change, and items of a two-parameter logistic model.
public struct TestTaker: Student {
    /// Logits.
    public let ability: Double
    private let difficulties: [Double]
    private let discriminations: [Double]
    private var generator: SeededGenerator

    init(seed: UInt64, difficulties: [Double], discriminations: [Double]) {
        var generator = SeededGenerator(seed: seed)
        ability = generator.normal()
        self.difficulties = difficulties
        self.discriminations = discriminations
        self.generator = generator
    }

    public mutating func attempt(_ item: Int, at time: Double) -> Double {
        let success = 1 / (1 + Double.exp(-discriminations[item] * (ability - difficulties[item])))
        return generator.uniform() < success ? 1 : 0
    }
}
