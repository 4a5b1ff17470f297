/// What came of all the inputs of a parser.
package struct FuzzTally: Sendable, CustomStringConvertible {
    /// Something that must not be, and the number of the input it came of.
    package struct Fault: Sendable {
        package let number: Int
        package let message: String
    }

    /// Seconds after which an input counts as one that hangs; without optimisation everything takes many times as long.
    #if DEBUG
        package static let slowLimit = 20.0
    #else
        package static let slowLimit = 1.0
    #endif
    /// Memory that a parser may take beyond what the first inputs took.
    package static let memoryLimit = 1 << 30
    /// Faults that are kept.
    private static let faultLimit = 20

    package let parser: String
    package private(set) var inputs = 0
    package private(set) var bytes = 0
    package private(set) var refused = 0
    package private(set) var events = 0
    /// Inputs whose planted score was read as it stands.
    package private(set) var planted = 0
    package private(set) var slowest = 0.0
    package private(set) var misread = 0
    package private(set) var faults: [Fault] = []
    package var memoryGrowth = 0

    package init(_ parser: String) { self.parser = parser }

    mutating func add(_ outcome: FuzzOutcome, number: Int, bytes: Int, seconds: Double) {
        inputs += 1
        self.bytes += bytes
        if outcome.isRefused { refused += 1 }
        events += outcome.events
        if outcome.isPlantedRead { planted += 1 }
        slowest = max(slowest, seconds)
        if !outcome.misreadings.isEmpty { misread += 1 }
        var messages = outcome.misreadings
        if seconds > Self.slowLimit { messages.append("took \(seconds) seconds for \(bytes) bytes") }
        for message in messages where faults.count < Self.faultLimit {
            faults.append(Fault(number: number, message: message))
        }
    }

    /// Whether there is nothing to mend.
    package var isSound: Bool { faults.isEmpty && memoryGrowth <= Self.memoryLimit }

    package var description: String {
        let megabytes = Double(bytes / 100_000) / 10
        let milliseconds = Double(Int(slowest * 10_000)) / 10
        return "\(parser): \(inputs) inputs, \(megabytes) MB, \(refused) refused, \(inputs - refused) read, "
            + "\(events) events, \(planted) planted scores, slowest \(milliseconds) ms, "
            + "memory +\(memoryGrowth >> 20) MB, \(misread) misread"
    }
}
