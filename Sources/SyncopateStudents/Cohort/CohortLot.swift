import Syncopate

/// Chance that settles what a rule leaves open.
struct CohortLot {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// The positions in an order drawn by lot.
    mutating func order(_ count: Int) -> [Int] { Array(0..<count).shuffled(using: &generator) }

    /// The positions by falling merit, equals by lot.
    mutating func order(by merit: [Double]) -> [Int] {
        // Sorting keeps the order of equals only where places say so.
        let drawn = order(merit.count).enumerated()
        return drawn.sorted {
            merit[$0.element] != merit[$1.element]
                ? merit[$0.element] > merit[$1.element] : $0.offset < $1.offset
        }.map(\.element)
    }

    /// The position of the highest merit, of equals by lot; 0 where there is none.
    mutating func best(_ merit: [Double]) -> Int { order(by: merit).first ?? 0 }

    /// The skill on which as many seats as there are come to the highest sum, and who takes them.
    ///
    /// - Parameter merit: `[learner][skill]`.
    mutating func seating(_ merit: [[Double]], brief: CohortBrief) -> CohortSeating {
        let sums = (0..<brief.skills).map { skill in
            merit.map { $0[skill] }.sorted(by: >).prefix(brief.seats).reduce(0, +)
        }
        let skill = best(sums)
        return CohortSeating(skill: skill, learners: Array(order(by: merit.map { $0[skill] }).prefix(brief.seats)))
    }
}
