/// What counts depend on beside the program itself.
public struct Machine: Sendable, Hashable, Codable {
    /// The compiler, as it names itself.
    public var toolchain: String
    /// The BLAS library with the kernels that ran.
    public var library: String
    /// The operating system, whose C library counts along.
    public var system: String
    /// What counted.
    public var counter: String

    public init(toolchain: String, library: String, system: String, counter: String) {
        self.toolchain = toolchain
        self.library = library
        self.system = system
        self.counter = counter
    }

    /// What is not the same on another machine, in words, beside the compiler.
    public func differences(from other: Machine) -> [String] {
        [
            ("BLAS", library, other.library), ("system", system, other.system), ("counter", counter, other.counter),
        ].filter { $0.1 != $0.2 }.map { "\($0.0): \($0.1), baseline \($0.2)" }
    }
}
