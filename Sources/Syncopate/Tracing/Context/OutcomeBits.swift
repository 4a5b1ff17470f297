/// The last few right and wrong answers, the latest in the lowest bit, under a leading one that says how many there are.
struct OutcomeBits: Sendable, Hashable {
    /// 1 for none yet; at most `capacity` outcomes are kept.
    private(set) var bits: UInt8 = 1

    static let capacity = 6

    init() {}

    /// Restores what `bits` gave; anything that is no such value becomes "none yet".
    init(bits: UInt8) { self.bits = bits >= 1 && bits < 128 ? bits : 1 }

    mutating func append(_ isRight: Bool) {
        let longer = (bits << 1) | (isRight ? 1 : 0)
        bits = bits < 64 ? longer : (longer & 0x3F) | 0x40
    }

    /// The last `count` outcomes as a number below `2 << count`.
    func last(_ count: Int) -> Int {
        let all = Int(bits)
        return all >= 1 << count ? (1 << count) | (all & ((1 << count) - 1)) : all
    }

    /// 0 none, 1 wrong, 2 right.
    var latest: Int { bits == 1 ? 0 : 1 + Int(bits & 1) }
}
