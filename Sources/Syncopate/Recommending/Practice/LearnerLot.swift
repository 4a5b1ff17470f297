/// Luck of its own for every learner and attempt, the same in any order of learners and on any machine.
enum LearnerLot {
    /// FNV-1a (Fowler, Noll & Vo) of a learner's identity and the number of their attempts.
    static func hash(_ learner: String, _ attempts: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in learner.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var count = UInt64(bitPattern: Int64(attempts))
        for _ in 0..<8 {
            hash = (hash ^ (count & 0xff)) &* 0x100_0000_01b3
            count >>= 8
        }
        return hash
    }
}
