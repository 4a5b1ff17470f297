/// Draws small classes from a presentation, the same for the same seed.
struct ClassDrawing {
    /// Stands for the whole draw.
    let seed: UInt64

    /// One class: `size` different learners in drawn order; `nil` if the presentation has not so many.
    ///
    /// A smaller class of the same number is the beginning of the larger one.
    ///
    /// - Parameter number: which class of the presentation.
    func members(of presentation: Presentation, number: Int, size: Int) -> [Presentation.Learner]? {
        var pool = presentation.learners
        guard size <= pool.count else { return nil }
        var generator = SplitMix64(seed: Self.hash("\(seed)/\(presentation.name)/\(number)"))
        // Fisher and Yates, stopped as soon as the class is full.
        for place in 0..<size { pool.swapAt(place, place + generator.number(below: pool.count - place)) }
        return Array(pool[..<size])
    }

    /// FNV-1a: Swift's own hashes differ from run to run.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
