/// Damage to what a row or a record is made of: cells, names and values, numbers, elements.
enum CellMutation {
    private static let marks: Set<UInt8> = Set(",;\t:{}[]<>=".utf8)

    /// Damages a cell, a value or a number once.
    static func damage(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
        let parts = self.parts(bytes)
        guard let part = parts.randomElement(using: &random), let other = parts.randomElement(using: &random) else {
            bytes = FuzzTokens.any(&random)
            return
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes.removeSubrange(part)
        case 1: bytes.replaceSubrange(part, with: (FuzzTokens.numbers.randomElement(using: &random) ?? "").utf8)
        case 2: bytes.replaceSubrange(part, with: (FuzzTokens.times.randomElement(using: &random) ?? "").utf8)
        case 3: bytes.replaceSubrange(part, with: (FuzzTokens.words.randomElement(using: &random) ?? "").utf8)
        case 4: bytes.replaceSubrange(part, with: (FuzzTokens.json.randomElement(using: &random) ?? "").utf8)
        case 5: bytes.replaceSubrange(part, with: Array(bytes[other]))
        case 6: changeMark(&bytes, &random)
        default: nest(&bytes, part, &random)
        }
    }

    /// What stands between marks.
    private static func parts(_ bytes: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        for (place, byte) in bytes.enumerated() where marks.contains(byte) {
            parts.append(start..<place)
            start = place + 1
        }
        parts.append(start..<bytes.count)
        return parts
    }

    private static func changeMark(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
        let places = bytes.indices.filter { marks.contains(bytes[$0]) }
        guard let place = places.randomElement(using: &random) else { return }
        bytes.replaceSubrange(place...place, with: (FuzzTokens.marks.randomElement(using: &random) ?? "").utf8)
    }

    /// Puts a part into lists, objects, elements or quotes, now and then very deep.
    private static func nest(
        _ bytes: inout [UInt8], _ part: Range<Int>, _ random: inout some RandomNumberGenerator
    ) {
        let pairs = [("[", "]"), ("{\"a\":", "}"), ("<a>", "</a>"), ("\"", "\""), ("(", ")")]
        guard let (open, close) = pairs.randomElement(using: &random) else { return }
        let depth = Int.random(in: 0..<20, using: &random) == 0 ? 3000 : Int.random(in: 1...3, using: &random)
        let opened = Array(String(repeating: open, count: depth).utf8)
        let closed = Bool.random(using: &random) ? Array(String(repeating: close, count: depth).utf8) : []
        bytes.replaceSubrange(part, with: opened + Array(bytes[part]) + closed)
    }
}
