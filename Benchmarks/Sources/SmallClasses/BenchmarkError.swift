/// Why nothing could be measured.
struct BenchmarkError: Error, CustomStringConvertible {
    /// One sentence for people.
    let description: String

    init(_ description: String) { self.description = description }
}
