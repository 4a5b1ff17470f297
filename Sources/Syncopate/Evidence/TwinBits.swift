/// Outcomes as bits, for logs in which nearly everybody answers the same items: there no response is rare, every learner
/// comes up for every other, and comparing 64 responses at once is cheaper than counting them one by one.
struct TwinBits {
    /// Words for one outcome of one learner.
    private let words: Int
    /// Rank after rank, first which keys are wrong, then which are right.
    private var bits: [UInt64]

    /// `nil` where going by rare responses is cheaper. The bits then never take more room than the responses do.
    init?(_ index: TwinIndex) {
        words = (index.keys + 63) / 64
        // Both in steps: a word for each pair of learners, or a look for each pair who share a token.
        let members = Double(index.members.count)
        let pairsOfTokens = index.postings.reduce(0.0) { sum, postings in
            (0..<Int32(truncatingIfNeeded: 2 * index.keys)).reduce(sum) { sum, token in
                sum + Double(postings.count(token)) * Double(postings.count(token))
            }
        }
        guard members * members * Double(words) < pairsOfTokens / 2 else { return nil }
        bits = [UInt64](repeating: 0, count: 2 * words * index.members.count)
        for rank in index.members.indices {
            for token in index.tokens[index.range(ofRank: rank)] {
                let (key, outcome) = (Int(token >> 1), Int(token & 1))
                bits[(2 * rank + outcome) * words + key / 64] |= 1 << UInt64(key % 64)
            }
        }
    }

    /// Appends all ranks below one, of a log, that have at least `fewest` tokens in common with it.
    func gather(_ rank: Int, fewest: Int, ofLog log: Int, in index: TwinIndex, into candidates: inout [Int32]) {
        let size = 2 * words
        bits.withUnsafeBufferPointer { bits in
            for other in 0..<rank where index.members[other].log == log {
                var common = 0
                for word in 0..<size {
                    common &+= (bits[rank &* size &+ word] & bits[other &* size &+ word]).nonzeroBitCount
                }
                if common >= fewest { candidates.append(Int32(truncatingIfNeeded: other)) }
            }
        }
    }
}
