/// What callgrind wrote of one run: instructions, and calls of the functions that ask for memory.
///
/// The format is that of the manual of Valgrind, "Callgrind Format Specification". Names stand once, with a number in
/// brackets, and afterwards the number alone; `calls=` follows the function that was called.
public struct CallgrindOutput: Sendable, Hashable {
    public let counts: Counts

    /// Where a program asks the C library for memory.
    private static let allocators: Set<String> = [
        "malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc", "memalign",
    ]
    /// What stands behind these in the C library, and calls them again.
    private static let inner = "_mid_memalign"

    /// - Parameter text: the whole file. `nil`: it has no sum of instructions, so that the run did not end well.
    public init?(_ text: [UInt8]) {
        var instructions: Double?
        var allocations = 0.0
        var names: [String: String] = [:]
        var isInside = false
        var isAllocator = false
        for line in text.split(separator: UInt8(ascii: "\n")) {
            // Most lines are costs.
            guard let first = line.first,
                first == UInt8(ascii: "c") || first == UInt8(ascii: "f")
                    || first == UInt8(ascii: "s") || first == UInt8(ascii: "t")
            else { continue }
            if let value = Self.value(of: "cfn=", line) {
                isAllocator = Self.allocators.contains(Self.name(value, &names))
            } else if let value = Self.value(of: "fn=", line) {
                let name = Self.name(value, &names)
                isInside = Self.allocators.contains(name) || name.hasPrefix(Self.inner)
            } else if let value = Self.value(of: "calls=", line) {
                if isAllocator, !isInside, let count = value.split(separator: " ").first {
                    allocations += Double(count) ?? 0
                }
            } else if let value = Self.value(of: "summary: ", line) ?? Self.value(of: "totals: ", line) {
                instructions = Double(value.prefix { $0 != " " }) ?? instructions
            }
        }
        guard let instructions else { return nil }
        counts = Counts(instructions: instructions, allocations: allocations)
    }

    /// The name of a function that is written as `(12) name`, or as `(12)` where it was named before.
    private static func name(_ value: String, _ names: inout [String: String]) -> String {
        guard value.hasPrefix("("), let end = value.firstIndex(of: ")") else { return value }
        let number = String(value[...end])
        let name = value[value.index(after: end)...].drop { $0 == " " }
        if !name.isEmpty { names[number] = String(name) }
        return names[number] ?? ""
    }

    /// What stands behind a key at the beginning of a line.
    private static func value(of key: StaticString, _ line: ArraySlice<UInt8>) -> String? {
        let key = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
        return line.starts(with: key) ? String(decoding: line.dropFirst(key.count), as: UTF8.self) : nil
    }
}
