/// Goes over the bytes of a JSON text: what a value looks like, without what it means.
struct JSONScanner {
    let base: UnsafePointer<UInt8>
    let end: Int
    var place = 0

    init(base: UnsafePointer<UInt8>, end: Int) {
        self.base = base
        self.end = end
    }

    var isAtEnd: Bool { place >= end }
    var current: UInt8? { place < end ? base[place] : nil }

    func fault(_ message: String) -> JSONFault { JSONFault(offset: place, message: message) }

    mutating func skipBlanks() {
        while place < end, base[place] <= 0x20 {
            let byte = base[place]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            place += 1
        }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard place < end, base[place] == byte else { return false }
        place += 1
        return true
    }

    mutating func word(_ word: StaticString) throws(JSONFault) {
        let count = word.utf8CodeUnitCount
        guard end - place >= count else { throw fault("this is no JSON value") }
        for offset in 0..<count where base[place + offset] != word.utf8Start[offset] {
            throw fault("this is no JSON value")
        }
        place += count
    }

    mutating func number() throws(JSONFault) {
        let start = place
        _ = take(UInt8(ascii: "-"))
        let whole = place
        skipDigits()
        guard place > whole, !(base[whole] == UInt8(ascii: "0") && place > whole + 1) else {
            place = start
            throw fault("this is no JSON value")
        }
        if take(UInt8(ascii: ".")) { try digits() }
        if place < end, base[place] | 0x20 == UInt8(ascii: "e") {
            place += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
    }

    private mutating func skipDigits() {
        while place < end, base[place] &- UInt8(ascii: "0") < 10 { place += 1 }
    }

    private mutating func digits() throws(JSONFault) {
        let start = place
        skipDigits()
        guard place > start else { throw fault("a digit should stand here") }
    }

    /// Goes over a string, from its first quote to the byte after its last.
    ///
    /// - Returns: whether it has escapes.
    mutating func string() throws(JSONFault) -> Bool {
        place += 1
        var isEscaped = false
        while place < end {
            while place + 8 <= end,
                ByteWord.isPlainText(UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
            {
                place += 8
            }
            guard place < end else { break }
            let byte = base[place]
            if byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                place += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                return isEscaped
            case UInt8(ascii: "\\"):
                isEscaped = true
                try escape()
            case ..<0x20: throw fault("a control character stands in a string")
            default: try sequence()
            }
        }
        throw fault("the line ends inside a string")
    }

    private mutating func escape() throws(JSONFault) {
        let start = place
        place += 1
        guard place < end else { throw fault("the line ends inside a string") }
        let byte = base[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return
        case UInt8(ascii: "u"):
            let code = try hexadecimal()
            guard (0xD800...0xDFFF).contains(code) else { return }
            if code < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
                (0xDC00...0xDFFF).contains(try hexadecimal())
            {
                return
            }
            throw JSONFault(offset: start, message: "half a surrogate pair")
        default: throw JSONFault(offset: start, message: "no such escape in JSON")
        }
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard place < end, let digit = JSONTape.digit(base[place]) else {
                throw fault("four hexadecimal digits should stand here")
            }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }

    /// One character of more than one byte, by the table of well-formed UTF-8 (Unicode 15, table 3-7).
    private mutating func sequence() throws(JSONFault) {
        let lead = base[place]
        let count: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: count = 2
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: count = 3
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: count = 4
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        default: throw fault("this is no UTF-8")
        }
        guard end - place >= count, second.contains(base[place + 1]) else { throw fault("this is no UTF-8") }
        for offset in 2..<max(count, 2) where base[place + offset] & 0xC0 != 0x80 { throw fault("this is no UTF-8") }
        place += count
    }
}
