/// Why nothing could be measured.
package struct BenchmarkError: Error, CustomStringConvertible {
    /// One sentence for people.
    package let description: String

    package init(_ description: String) { self.description = description }
}
