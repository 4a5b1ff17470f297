/// What came of one input.
package struct FuzzOutcome: Sendable {
    /// Whether it was refused as a whole.
    package var isRefused = false
    /// Events, rows or cells that were read.
    package var events = 0
    /// Whether the planted score was there to be read, and was read.
    package var isPlantedRead = false
    /// What was read wrongly, a sentence each.
    package var misreadings: [String] = []
}
