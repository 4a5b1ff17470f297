/// Looks up one learner after another in a ``TwinIndex``, with tables that are made once.
struct TwinSearch {
    private let index: TwinIndex
    private let rule: TwinRule
    /// Per rank how many tokens were seen in common so far; 0 for those who are no candidates.
    private var common: [Int32]
    /// Per key the outcome of the learner being looked up; -1 where there is none.
    private var outcomes: [Int8]
    private var candidates: [Int32] = []
    /// Where comparing everybody with everybody is cheaper.
    private let bits: TwinBits?

    init(_ index: TwinIndex, rule: TwinRule) {
        self.index = index
        self.rule = rule
        bits = TwinBits(index)
        common = [Int32](repeating: 0, count: index.members.count)
        outcomes = [Int8](repeating: -1, count: index.keys)
    }

    /// Adds all pairs in which the learner of this rank is the shorter one, or the later one of equals.
    mutating func find(_ rank: Int, into pairs: inout [TwinPair]) {
        let length = index.range(ofRank: rank).count
        let right = index.right[rank]
        let fewest = rule.fewestAgreeing(ofShared: rule.fewestShared(ofLength: length))
        guard fewest <= length, right >= rule.minimumBothRight, length - right >= rule.minimumBothWrong else { return }
        let log = index.members[rank].log
        let otherLog = index.postings.count == 1 ? 0 : 1 - log
        if let bits {
            bits.gather(rank, fewest: fewest, ofLog: otherLog, in: index, into: &candidates)
        } else {
            gather(rank, fewest: fewest, from: index.postings[otherLog])
        }
        guard !candidates.isEmpty else { return }
        let range = index.range(ofRank: rank)
        for token in index.tokens[range] { outcomes[Int(token >> 1)] = Int8(token & 1) }
        for candidate in candidates {
            common[Int(candidate)] = 0
            if let pair = compare(rank, Int(candidate), length: length) { pairs.append(pair) }
        }
        for token in index.tokens[range] { outcomes[Int(token >> 1)] = -1 }
        candidates.removeAll(keepingCapacity: true)
    }

    /// Fills `candidates` with all ranks below this one that may have `fewest` tokens in common with it.
    private mutating func gather(_ rank: Int, fewest: Int, from postings: TwinIndex.Postings) {
        let start = index.range(ofRank: rank).lowerBound
        let length = index.range(ofRank: rank).count
        var level = 1
        var scanned = 0
        while true {
            let end = length - fewest + level
            for token in index.tokens[(start + scanned)..<(start + end)] {
                let ranks = postings.ranks[postings.range(token)]
                count(ranks, below: Int32(truncatingIfNeeded: rank), isFirst: level == 1)
            }
            scanned = end
            let comparing = keepCandidates(with: level)
            guard level < fewest else { return }
            level = min(2 * level, fewest)
            var scanning = 0
            for token in index.tokens[(start + scanned)..<(start + length - fewest + level)] {
                scanning += postings.count(token)
            }
            if comparing <= scanning { return }
        }
    }

    /// Counts a token for those who have it and rank below; new candidates come up the first time only, since whoever
    /// comes up later cannot have enough in common any more.
    private mutating func count(_ ranks: ArraySlice<Int32>, below limit: Int32, isFirst: Bool) {
        guard isFirst else {
            common.withUnsafeMutableBufferPointer { common in
                for rank in ranks {
                    if rank >= limit { break }
                    // Without a branch: which of them are still candidates follows no pattern.
                    let seen = common[Int(rank)]
                    common[Int(rank)] = seen &+ (seen > 0 ? 1 : 0)
                }
            }
            return
        }
        for rank in ranks {
            if rank >= limit { break }
            if common[Int(rank)] == 0 { candidates.append(rank) }
            common[Int(rank)] += 1
        }
    }

    /// Forgets the candidates with less than this in common, and returns how many responses the others have.
    private mutating func keepCandidates(with level: Int) -> Int {
        var responses = 0
        var kept = 0
        for place in candidates.indices {
            let candidate = candidates[place]
            if common[Int(candidate)] >= Int32(truncatingIfNeeded: level) {
                responses += index.range(ofRank: Int(candidate)).count
                candidates[kept] = candidate
                kept += 1
            } else {
                common[Int(candidate)] = 0
            }
        }
        candidates.removeLast(candidates.count - kept)
        return responses
    }

    /// Compares the learner in `outcomes` with another in full.
    private func compare(_ rank: Int, _ other: Int, length: Int) -> TwinPair? {
        var (shared, bothRight, bothWrong) = (0, 0, 0)
        for token in index.tokens[index.range(ofRank: other)] {
            let outcome = outcomes[Int(token >> 1)]
            guard outcome >= 0 else { continue }
            shared += 1
            guard outcome == Int8(token & 1) else { continue }
            if outcome == 1 { bothRight += 1 } else { bothWrong += 1 }
        }
        guard rule.holds(shorter: length, shared: shared, bothRight: bothRight, bothWrong: bothWrong) else {
            return nil
        }
        let (one, two) = (index.members[rank], index.members[other])
        let isInOrder = (one.log, one.learner) < (two.log, two.learner)
        return TwinPair(
            first: isInOrder ? one.learner : two.learner, second: isInOrder ? two.learner : one.learner,
            shared: shared, agreeing: bothRight + bothWrong)
    }
}
