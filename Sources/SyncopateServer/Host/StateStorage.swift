/// Where the states of learners are kept between runs: whoever starts the server gives one.
public protocol StateStorage: AnyObject {
    /// Puts these in place of what is kept, all or nothing.
    ///
    /// - Parameter states: learner and state, one after the other.
    func replace(with states: [(learner: String, state: [UInt8])]) throws(StorageFault)
}

/// Why states could not be kept: in words, without paths.
public struct StorageFault: Error {
    public var message: String

    public init(_ message: String) { self.message = message }
}
