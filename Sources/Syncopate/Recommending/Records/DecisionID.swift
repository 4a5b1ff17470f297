/// Which piece of advice: a stable hash of who asked for what and when, so that the same request has the same.
public struct DecisionID: Sendable, Hashable, CustomStringConvertible {
    public let value: UInt64

    public init(value: UInt64) { self.value = value }

    /// - Parameters:
    ///   - learner: identity.
    ///   - revision: of the record that the advice came from.
    ///   - at: seconds since 1970 for which it was asked, as it was used.
    ///   - seed: of the lot.
    ///   - asked: whatever else the request said, in one fixed form.
    public init(learner: String, revision: UInt64, at: Double, seed: UInt64, asked: String) {
        var hash = FNVHash()
        hash.add(learner)
        hash.add(revision)
        hash.add((at + 0).bitPattern)
        hash.add(seed)
        hash.add(asked)
        value = hash.mixed
    }

    /// Reads 16 hexadecimal digits, as ``description`` writes them; `nil` for anything else.
    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 16 else { return nil }
        var value: UInt64 = 0
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt64(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        self.value = value
    }

    /// 16 hexadecimal digits in lower case.
    public var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
