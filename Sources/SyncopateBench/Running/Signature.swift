internal import JSONText
internal import SyncopateFormats

/// One hash of all decisions: which items or skills were advised, in which order, how and what for.
///
/// Figures are left out, which may differ in their last digits between processors. Any other change of what is decided
/// changes it.
public struct Signature: Sendable, Hashable {
    private var digest: [UInt8] = []
    /// Decisions that went in.
    public private(set) var decisions = 0
    private static let names: Set<String> = ["item", "skill", "mode", "action", "learner"]

    public init() {}

    /// Eight bytes of SHA-256, as hexadecimal digits.
    public var text: String { digest.prefix(8).map { String($0, radix: 16).leftPadded }.joined() }

    /// Takes up an answer.
    ///
    /// - Parameter line: JSON; what is none is left out.
    public mutating func add(_ line: [UInt8]) {
        var words: [UInt8] = []
        line.withUnsafeBufferPointer { bytes in
            var tape = JSONTape()
            do throws(JSONFault) {
                try tape.read(bytes)
                collect(JSONTape.root, on: tape, into: &words)
            } catch {
                words = []
            }
        }
        guard !words.isEmpty else { return }
        digest = SHA256.digest(digest + words)
    }

    /// Takes up positions of items; -1 stands where somebody has no more.
    public mutating func add(items: [Int32]) {
        decisions += items.count { $0 >= 0 }
        digest = SHA256.digest(
            digest + items.flatMap { item in (0..<4).map { UInt8(truncatingIfNeeded: item >> ($0 * 8)) } })
    }

    private mutating func collect(_ value: Int, on tape: JSONTape, into words: inout [UInt8]) {
        switch tape.kind(value) {
        case .object:
            var place = tape.first(value)
            while place < tape.after(value) {
                let name = tape.string(place)
                if Self.names.contains(name), tape.kind(place + 1) == .string {
                    words += Array(name.utf8) + [0] + Array(tape.string(place + 1).utf8) + [0]
                    if name == "item" || name == "skill" { decisions += 1 }
                } else {
                    collect(place + 1, on: tape, into: &words)
                }
                place = tape.after(place + 1)
            }
        case .list:
            var place = tape.first(value)
            while place < tape.after(value) {
                collect(place, on: tape, into: &words)
                place = tape.after(place)
            }
        default: break
        }
    }
}

extension String {
    fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
