extension JSONTape {
    /// The text of a string written with escapes; they are known to be sound.
    @usableFromInline
    static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var content: [UInt8] = []
        content.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            guard byte == UInt8(ascii: "\\") else {
                content.append(byte)
                place += 1
                continue
            }
            let code = bytes[place + 1]
            place += 2
            guard code == UInt8(ascii: "u") else {
                content.append(control(code))
                continue
            }
            var scalar = hexadecimal(bytes, place)
            place += 4
            if (0xD800...0xDBFF).contains(scalar) {
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (hexadecimal(bytes, place + 2) - 0xDC00)
                place += 6
            }
            if let scalar = Unicode.Scalar(scalar) { content.append(contentsOf: Array(String(scalar).utf8)) }
        }
        return String(decoding: content, as: UTF8.self)
    }

    private static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | UInt32(digit(bytes[place + $1]) ?? 0) }
    }

    /// What a letter after a backslash stands for.
    private static func control(_ code: UInt8) -> UInt8 {
        switch code {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: code
        }
    }

    /// Value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
