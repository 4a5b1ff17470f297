/// Damage to bytes, whatever they mean.
enum ByteMutation {
    /// Longer inputs teach nothing and take the time of many short ones.
    static let sizeLimit = 1 << 16

    /// Damages some bytes once.
    ///
    /// - Parameter others: what a part may be taken from.
    static func damage(
        _ bytes: inout [UInt8], others: [[UInt8]], _ random: inout some RandomNumberGenerator
    ) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + length(&random))
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: bytes.removeSubrange(place..<end)
        case 2, 3: bytes.insert(contentsOf: FuzzTokens.any(&random), at: place)
        case 4: bytes.replaceSubrange(place..<end, with: FuzzTokens.any(&random))
        case 5: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random) }
        case 6: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        case 7: bytes.removeSubrange(place...)
        case 8: bytes.removeSubrange(..<place)
        case 9:
            let part = Array(bytes[place..<end])
            let times = part.isEmpty ? 0 : min(Int.random(in: 1...20, using: &random), sizeLimit / part.count)
            for _ in 0..<times { bytes.insert(contentsOf: part, at: place) }
        case 10:
            guard let other = others.randomElement(using: &random), !other.isEmpty else { return }
            let start = Int.random(in: 0..<other.count, using: &random)
            bytes.insert(contentsOf: other[start..<min(other.count, start + 4 * length(&random))], at: place)
        default: swapParts(&bytes, place..<end, &random)
        }
        if bytes.count > sizeLimit { bytes.removeSubrange(sizeLimit...) }
    }

    /// Mostly short, now and then long.
    private static func length(_ random: inout some RandomNumberGenerator) -> Int {
        1 << Int.random(in: 0...7, using: &random) + Int.random(in: 0...3, using: &random)
    }

    private static func swapParts(
        _ bytes: inout [UInt8], _ part: Range<Int>, _ random: inout some RandomNumberGenerator
    ) {
        guard !part.isEmpty else { return }
        let moved = Array(bytes[part])
        bytes.removeSubrange(part)
        bytes.insert(contentsOf: moved, at: Int.random(in: 0...bytes.count, using: &random))
    }
}
