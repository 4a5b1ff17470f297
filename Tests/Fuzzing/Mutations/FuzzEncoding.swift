internal import Syncopate
internal import SyncopateFormats

/// Writes a text in other bytes that mean the same.
enum FuzzEncoding {
    /// Mostly leaves it alone.
    static func change(_ input: inout FuzzInput, _ random: inout SeededGenerator) {
        switch Int.random(in: 0..<16, using: &random) {
        case 0: input.bytes = [0xEF, 0xBB, 0xBF] + input.bytes
        case 1: changeToUTF16(&input, isBigEndian: false, &random)
        case 2: changeToUTF16(&input, isBigEndian: true, &random)
        // Whatever the bytes, they are characters of these.
        case 3 where input.bytes.allSatisfy({ $0 < 0x80 }): input.options.encoding = .windows1252
        case 4 where input.bytes.allSatisfy({ $0 < 0x80 }): input.options.encoding = .latin1
        default: break
        }
    }

    private static func changeToUTF16(
        _ input: inout FuzzInput, isBigEndian: Bool, _ random: inout SeededGenerator
    ) {
        guard !input.bytes.starts(with: [0x50, 0x4B]), let text = String(validating: input.bytes, as: UTF8.self) else {
            return
        }
        let hasMark = Bool.random(using: &random)
        if !hasMark { input.options.encoding = isBigEndian ? .utf16BigEndian : .utf16LittleEndian }
        input.bytes = ((hasMark ? [0xFEFF] : []) + text.utf16).flatMap { unit in
            let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
            return isBigEndian ? [high, low] : [low, high]
        }
    }
}
