import RealModule
import Syncopate

/// Somebody who remembers as FSRS-6 says (``FSRSModel``), with weights of their own and items of their own difficulty.
///
/// Against the default weights: w0...w3 times one exp(N(0,.5)), w8 + N(0,.25), w11 times exp(N(0,.25)), w20 times
/// exp(N(0,.3)). Per item, initial difficulty + N(0,1.2), initial stability times exp(N(0,.5)), and right at the first
/// meeting with probability U(.2,.6). What was never seen is not recalled.
public struct ExamStudent: Student {
    /// The student's own weights.
    public let model: FSRSModel
    /// Memory of each item; `nil` where it was never seen.
    public private(set) var memories: [FSRSModel.Memory?]
    /// Probability of being right at the first meeting, per item.
    public let firstPass: [Double]
    private let difficultyShifts: [Double]
    private let stabilityFactors: [Double]
    private var generator: SeededGenerator

    init(seed: UInt64, itemCount: Int) {
        var generator = SeededGenerator(seed: seed)
        var weights = FSRSModel.standardWeights
        let first = Double.exp(0.5 * generator.normal())
        for place in 0..<4 { weights[place] *= first }
        weights[8] += 0.25 * generator.normal()
        weights[11] *= Double.exp(0.25 * generator.normal())
        weights[20] *= Double.exp(0.3 * generator.normal())
        model = FSRSModel(weights: weights)
        memories = [FSRSModel.Memory?](repeating: nil, count: itemCount)
        firstPass = (0..<itemCount).map { _ in 0.2 + 0.4 * generator.uniform() }
        difficultyShifts = (0..<itemCount).map { _ in 1.2 * generator.normal() }
        stabilityFactors = (0..<itemCount).map { _ in Double.exp(0.5 * generator.normal()) }
        self.generator = generator
    }

    /// Mean probability of recall over the items on a day, counted from 0.
    public func recall(onDay day: Int) -> Double {
        memories.reduce(0) { total, memory in total + (memory.map { model.recall($0, onDay: day) } ?? 0) }
            / Double(max(memories.count, 1))
    }

    public mutating func attempt(_ item: Int, at time: Double) -> Double {
        let day = Day.of(time)
        let luck = generator.uniform()
        if let memory = memories[item] {
            let right = luck < model.recall(memory, onDay: day)
            memories[item] = model.next(memory, right: right, onDay: day)
            return right ? 1 : 0
        }
        let right = luck < firstPass[item]
        memories[item] = model.first(
            right: right, onDay: day, stabilityFactor: stabilityFactors[item], difficultyShift: difficultyShifts[item])
        return right ? 1 : 0
    }
}
