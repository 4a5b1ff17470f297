/// Why a model file is refused: a stable code, what is wrong, and what to do.
public struct ModelFileError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case notAModel = "not-a-model"
        case textCopy = "text-copy"
        case truncated
        case tooLong = "too-long"
        case damaged
        case newerVersion = "newer-version"
        case olderVersion = "older-version"
        case otherKind = "other-kind"
    }

    public let code: Code
    public let message: String
    public let remedy: String

    public init(_ code: Code, _ message: String, remedy: String) {
        self.code = code
        self.message = message
        self.remedy = remedy
    }

    public var description: String { "\(message) (\(code.rawValue)); \(remedy)" }
}
