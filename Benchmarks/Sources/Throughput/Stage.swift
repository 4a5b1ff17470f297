/// One step from file to advice, with what it took.
struct Stage {
    /// What people read.
    let name: String
    /// Wall-clock seconds, one per repeat.
    var seconds: [Double] = []
    /// The process's peak when the work was first done, megabytes.
    var peak = 0.0

    init(_ name: String) { self.name = name }

    /// Does the work and notes what it took.
    mutating func measure<Value>(_ work: () throws -> Value) rethrows -> Value {
        let clock = ContinuousClock()
        let start = clock.now
        let value = try work()
        seconds.append((clock.now - start) / .seconds(1))
        if seconds.count == 1 { peak = PeakMemory.megabytes }
        return value
    }

    /// The middle of the repeats, the upper one of two; NaN without any.
    var median: Double {
        seconds.isEmpty ? .nan : seconds.sorted()[seconds.count / 2]
    }
}
