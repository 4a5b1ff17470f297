/// The texts that the cells of an Excel workbook share.
struct XLSXStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init() {}

    /// Reads `xl/sharedStrings.xml`.
    init(_ part: [UInt8]) throws(ContainerFault) {
        var xml = XMLReader(part)
        while true {
            switch try xml.next() {
            case .finish: return
            case .start where xml.isNamed("si"):
                bytes += try Self.text(&xml)
                ends.append(bytes.count)
            default: break
            }
        }
    }

    /// A text by its number; `nil` where there is none.
    func text(_ number: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(number) else { return nil }
        return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    /// The text of the element that has just begun: all runs of it, without how they are pronounced.
    static func text(_ xml: inout XMLReader) throws(ContainerFault) -> [UInt8] {
        let outside = xml.depth - 1
        var isText = false
        var text: [UInt8] = []
        while true {
            switch try xml.next() {
            case .finish: return text
            case .start:
                if xml.isNamed("rPh") { try xml.skipElement() } else if xml.isNamed("t") { isText = true }
            case .end:
                isText = false
                if xml.depth == outside { return unescaped(text) }
            case .text: if isText { text += xml.text }
            }
        }
    }

    /// Resolves `_x000D_`, which is how the format writes what XML cannot.
    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        guard text.count >= 7, text.contains(UInt8(ascii: "_")) else { return text }
        var result: [UInt8] = []
        var position = 0
        while position < text.count {
            if position + 7 <= text.count, text[position] == UInt8(ascii: "_"), text[position + 1] == UInt8(ascii: "x"),
                text[position + 6] == UInt8(ascii: "_"),
                let value = UInt32(String(decoding: text[(position + 2)..<(position + 6)], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result += Array(String(scalar).utf8)
                position += 7
            } else {
                result.append(text[position])
                position += 1
            }
        }
        return result
    }
}
