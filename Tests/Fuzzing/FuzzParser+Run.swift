extension FuzzParser {
    /// When to stop.
    package enum Bound: Sendable {
        case inputs(Int)
        /// Of the processor.
        case seconds(Double)
    }

    /// Inputs after which memory is taken to be what it is without a leak.
    private static let warmUp = 2000

    /// Tries inputs one after the other, from the first on.
    ///
    /// - Parameter willTry: is told the number of each before it is tried.
    package func run(seed: UInt64, _ bound: Bound, willTry: (Int) -> Void = { _ in }) -> FuzzTally {
        var tally = FuzzTally(name)
        let start = ProcessState.processorSeconds
        var memory = ProcessState.peakMemory
        var now = start
        while true {
            switch bound {
            case .inputs(let count): guard tally.inputs < count else { return tally }
            case .seconds(let seconds):
                guard now - start < seconds else {
                    tally.memoryGrowth = ProcessState.peakMemory - memory
                    return tally
                }
            }
            let number = tally.inputs
            willTry(number)
            var size = 0
            let outcome = tryInput(number, seed: seed) { input in
                size = input.bytes.count
                now = ProcessState.processorSeconds
            }
            let end = ProcessState.processorSeconds
            tally.add(outcome, number: number, bytes: size, seconds: end - now)
            now = end
            if tally.inputs == Self.warmUp { memory = ProcessState.peakMemory }
        }
    }
}
