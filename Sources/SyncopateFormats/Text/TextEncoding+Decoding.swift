extension TextEncoding {
    /// The same text in UTF-8, faults of UTF-8 left in it.
    func decode(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .utf8: return bytes
        case .utf16LittleEndian: return UTF16Layout(isBigEndian: false, of: bytes).decode(bytes)
        case .utf16BigEndian: return UTF16Layout(isBigEndian: true, of: bytes).decode(bytes)
        case .windows1252, .latin1, .macRoman:
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count + bytes.count / 16)
            for byte in bytes {
                // All of these scalars have two bytes or three; those below 0x80 are most of any text.
                if byte < 0x80 {
                    text.append(byte)
                } else {
                    text += String(scalar(byte)).utf8
                }
            }
            return text
        }
    }

    /// What a byte from 0x80 on stands for: in ISO 8859-1 itself, in Windows-1252 with print characters for 0x80 to 0x9F.
    private func scalar(_ byte: UInt8) -> Unicode.Scalar {
        switch self {
        case .windows1252 where byte <= 0x9F: Self.printed[Int(byte) - 0x80]
        case .macRoman: Self.macintosh[Int(byte) - 0x80]
        default: Unicode.Scalar(byte)
        }
    }

    /// 0x80 to 0xFF of Mac Roman (Apple, ROMAN.TXT of the Unicode Consortium).
    private static let macintosh = Array(
        ("ÄÅÇÉÑÖÜáàâäãåçéè" + "êëíìîïñóòôöõúùûü" + "†°¢£§•¶ß®©™´¨≠ÆØ" + "∞±≤≥¥µ∂∑∏π∫ªºΩæø"
            + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ" + "–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ" + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ" + "\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
            .unicodeScalars)

    /// 0x80 to 0x9F of Windows-1252; the five bytes it leaves open are the control characters browsers make of them.
    private static let printed: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}",
        "\u{2030}",
        "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}",
        "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}",
        "\u{9D}",
        "\u{17E}", "\u{178}",
    ]
}
