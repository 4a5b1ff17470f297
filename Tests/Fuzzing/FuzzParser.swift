internal import Syncopate

/// A parser of files, what it is fed, and how what it made of it is checked.
package struct FuzzParser: Sendable {
    /// The format's word, or what else is parsed.
    package let name: String
    /// Makes the input of a number, and tries it.
    private let trial: @Sendable (inout SeededGenerator, (FuzzInput) -> Void) -> FuzzOutcome

    /// One whose inputs are seeds that were damaged.
    init(_ name: String, _ seeds: [FuzzSeed], _ check: @escaping @Sendable (FuzzInput) -> FuzzOutcome) {
        self.name = name
        let mutator = FuzzMutator(seeds)
        trial = { random, show in
            guard let input = mutator.input(&random) else { return FuzzOutcome() }
            show(input)
            return check(input)
        }
    }

    /// One whose inputs are written for it, so that all that has to be read is known.
    init(
        _ name: String, _ trial: @escaping @Sendable (inout SeededGenerator, (FuzzInput) -> Void) -> FuzzOutcome
    ) {
        self.name = name
        self.trial = trial
    }

    /// Tries the input of a number.
    ///
    /// - Parameter show: is given the input before it is tried.
    package func tryInput(_ number: Int, seed: UInt64, show: (FuzzInput) -> Void) -> FuzzOutcome {
        // Neighbouring numbers and parsers must not see the same stream.
        var mixer = SeededGenerator(seed: seed)
        var state = mixer.next()
        for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        mixer = SeededGenerator(seed: state &+ UInt64(truncatingIfNeeded: number))
        var random = SeededGenerator(seed: mixer.next())
        return trial(&random, show)
    }
}
