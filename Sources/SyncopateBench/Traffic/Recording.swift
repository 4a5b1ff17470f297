/// Requests that were recorded: when each came, and its line.
///
/// As text, a line each: microseconds since the first, a tab, and the line as it came. What is behind the tab can be given to a
/// server as it is.
public struct Recording: Sendable {
    /// Microseconds since the first.
    public private(set) var times: [UInt64] = []
    /// The lines, each with its end.
    public private(set) var lines: [[UInt8]] = []

    /// What is wrong with a recording.
    public struct Fault: Error, Hashable, CustomStringConvertible {
        /// From 1.
        public let line: Int
        public let description: String
    }

    private static let tab = UInt8(ascii: "\t")
    private static let newline = UInt8(ascii: "\n")

    /// - Throws: where a line does not begin with a number and a tab, or its number is less than the one before.
    public init(_ bytes: [UInt8]) throws(Fault) {
        let split = bytes.split(separator: Self.newline, omittingEmptySubsequences: false)
        for (number, line) in split.enumerated() where !line.isEmpty {
            guard let tab = line.firstIndex(of: Self.tab),
                let time = UInt64(String(decoding: line[..<tab], as: UTF8.self))
            else {
                throw Fault(
                    line: number + 1,
                    description: "a recorded line begins with microseconds and a tab; record with serve --record FILE")
            }
            if let last = times.last, time < last {
                throw Fault(
                    line: number + 1,
                    description: "it came before the line above it; of recordings that were put together each begins "
                        + "anew, so replay them one by one")
            }
            times.append(time)
            lines.append(Array(line[(tab + 1)...]) + [Self.newline])
        }
    }

    /// What stands before a line that came after so many microseconds.
    public static func head(_ microseconds: UInt64) -> [UInt8] { Array("\(microseconds)\t".utf8) }
}
