/// A learner's record as bytes.
///
/// Numbers of varying length are LEB128, others have their lowest byte first. In order: the letters `SYNL` and the version;
/// the catalogue's fingerprint, the learner, the revision; the names of the skills that the window is about, and its
/// subjects, each with the identities of its item and skills, so that they can be found in another catalogue; the answers;
/// the corrections; fingerprints of what was folded; what was believed before the window; the decisions; a checksum. The
/// state is not among them: it is what the rest comes to.
enum RecordBytes {
    static let magic = Array("SYNL".utf8)
    static let version: UInt8 = 1
    /// Bytes of the checksum at the end.
    static let checksumLength = 8
    /// Longest identity in bytes, and most skills in one subject: those of a catalogue may be larger than an answer's.
    static let longestIdentity = 65_536

    /// How a share is written: 0 and 1 as nothing, what fits in four bytes in four.
    enum ShareForm: UInt8 {
        case zero = 0
        case one = 1
        case float = 2
        case double = 3

        init(_ share: Double) {
            if share == 0 {
                self = .zero
            } else if share == 1 {
                self = .one
            } else {
                self = Double(Float(share)) == share ? .float : .double
            }
        }
    }

    /// Bits of an answer's first byte, beside two each for the forms of its score and its certainty.
    enum AnswerFlag {
        static let named: UInt8 = 1
        static let wholeSeconds: UInt8 = 2
        static let scoreShift: UInt8 = 2
        static let certaintyShift: UInt8 = 4
    }

    /// Bits of a correction's first byte.
    enum CorrectionFlag {
        static let succeeded: UInt8 = 1
        static let told: UInt8 = 2
        static let lendsTime: UInt8 = 4
    }

    /// Whole seconds that can be told apart, and differences between them too.
    static func isWhole(_ time: Double) -> Bool { time == time.rounded(.towardZero) && abs(time) < 0x1p53 }

    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = StableHash()
        bytes.withUnsafeBufferPointer { hash.add(bytes: $0) }
        return hash.value
    }
}

extension StateBytes {
    /// Eight bytes, the lowest first.
    mutating func put(fixed value: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift))) }
    }

    mutating func fixed() throws -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 8) { value |= UInt64(try byte()) << UInt64(shift) }
        return value
    }

    /// A text that is one, of bounded length.
    mutating func identity() throws -> String {
        let count = try count()
        guard count <= RecordBytes.longestIdentity else { throw Malformed() }
        var text: [UInt8] = []
        text.reserveCapacity(count)
        for _ in 0..<count { text.append(try byte()) }
        guard let identity = String(validating: text, as: UTF8.self) else { throw Malformed() }
        return identity
    }
}
