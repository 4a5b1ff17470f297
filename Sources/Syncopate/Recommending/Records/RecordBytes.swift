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

    /// Eight bytes at a time, each multiplied in and its upper half folded on the lower, so that no change in one place is
    /// undone by one in another but by chance.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash = FNVHash()
            hash.add(bytes.count)
            var state = hash.value
            var place = 0
            while place + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
                state ^= state >> 32
                place += 8
            }
            while place < bytes.count {
                state = (state ^ UInt64(bytes[place])) &* 0x9E37_79B9_7F4A_7C15
                state ^= state >> 32
                place += 1
            }
            return state
        }
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
        let text = try run()
        guard text.count <= RecordBytes.longestIdentity else { throw Malformed() }
        guard let identity = String(validating: text, as: UTF8.self) else { throw Malformed() }
        return identity
    }
}
