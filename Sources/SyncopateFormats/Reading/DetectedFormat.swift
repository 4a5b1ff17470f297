/// What a file turned out to be, and how sure that is.
public struct DetectedFormat: Sendable, Hashable {
    public let format: FileFormat
    /// From 0 to 1, where it can be nothing else; 1 where the format was stated.
    public let confidence: Double
}
