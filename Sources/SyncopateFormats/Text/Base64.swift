/// Bytes as text and back: base 64 with the plain alphabet and padding (RFC 4648, section 4).
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    /// What no letter stands for.
    private static let none: UInt8 = 0xff

    /// Value of every letter; ``none`` of what is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: none, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// The text, four letters for every three bytes begun.
    public static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        append(bytes, to: &text)
        return text
    }

    /// Adds the text to a buffer.
    public static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
        text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
        bytes.withUnsafeBufferPointer { bytes in
            alphabet.withUnsafeBufferPointer { alphabet in
                for start in stride(from: 0, to: bytes.count, by: 3) {
                    let count = min(bytes.count - start, 3)
                    var group = UInt32(bytes[start]) << 16
                    if count > 1 { group |= UInt32(bytes[start + 1]) << 8 }
                    if count > 2 { group |= UInt32(bytes[start + 2]) }
                    text.append(alphabet[Int(group >> 18)])
                    text.append(alphabet[Int(group >> 12 & 63)])
                    text.append(count > 1 ? alphabet[Int(group >> 6 & 63)] : padding)
                    text.append(count > 2 ? alphabet[Int(group & 63)] : padding)
                }
            }
        }
    }

    /// The bytes; `nil` for what ``encode(_:)`` never writes: other letters, white space, padding that is missing or too
    /// much, bits set beyond the last byte.
    public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let text = Array(text)
        guard text.count.isMultiple(of: 4) else { return nil }
        guard let last = text.last else { return [] }
        let padded = last == padding ? text[text.count - 2] == padding ? 2 : 1 : 0
        let letters = text.count - padded
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        return values.withUnsafeBufferPointer { values in
            var bits: UInt32 = 0
            for place in 0..<letters {
                let value = values[Int(text[place])]
                guard value != none else { return nil }
                bits = bits << 6 | UInt32(value)
                if place & 3 == 3 {
                    bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                    bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                    bytes.append(UInt8(truncatingIfNeeded: bits))
                    bits = 0
                }
            }
            switch padded {
            case 1:
                guard bits & 3 == 0 else { return nil }
                bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
                bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
            case 2:
                guard bits & 15 == 0 else { return nil }
                bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
            default: break
            }
            return bytes
        }
    }
}
