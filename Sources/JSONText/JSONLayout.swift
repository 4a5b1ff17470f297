/// JSON set out over lines for people.
public enum JSONLayout {
    /// The same value with two blanks per level; empty objects and lists stay on their line.
    ///
    /// - Parameter json: one sound value without blanks between its parts.
    public static func indented(_ json: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var level = 0
        var isInString = false
        var isEscaped = false
        func newline(_ text: inout [UInt8]) {
            text.append(UInt8(ascii: "\n"))
            text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
        }
        for (place, byte) in json.enumerated() {
            if isInString {
                text.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isInString = true
                text.append(byte)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                text.append(byte)
                let next = place + 1 < json.count ? json[place + 1] : 0
                guard next != UInt8(ascii: "}"), next != UInt8(ascii: "]") else { continue }
                level += 1
                newline(&text)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                let last = place > 0 ? json[place - 1] : 0
                if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") {
                    level = max(level - 1, 0)
                    newline(&text)
                }
                text.append(byte)
            case UInt8(ascii: ","):
                text.append(byte)
                newline(&text)
            case UInt8(ascii: ":"):
                text.append(byte)
                text.append(UInt8(ascii: " "))
            default: text.append(byte)
            }
        }
        return text
    }
}
