/// How well two ways of sorting the same things into groups agree.
public enum PartitionAgreement {
    /// The adjusted Rand index (Hubert & Arabie 1985): 1 for the same groups, about 0 for groups drawn by chance.
    ///
    /// - Parameters:
    ///   - first: group of each thing; any whole numbers.
    ///   - second: as long as `first`, else the shorter length counts.
    /// - Returns: 1 where both have nothing to tell apart in the same way (all together, or each alone).
    public static func adjustedRand(_ first: [Int], _ second: [Int]) -> Double {
        var (both, inFirst, inSecond, pairs) = (0.0, 0.0, 0.0, 0.0)
        let count = min(first.count, second.count)
        for a in 0..<count {
            for b in 0..<a {
                let (x, y) = (first[a] == first[b], second[a] == second[b])
                if x, y { both += 1 }
                if x { inFirst += 1 }
                if y { inSecond += 1 }
                pairs += 1
            }
        }
        return index(both, inFirst, inSecond, pairs)
    }

    /// The index expected of a partition when only the probabilities of pairs are known (Fritsch & Ickstadt 2009).
    ///
    /// - Parameter together: probability of each pair to be in one group, count x count row by row.
    static func expectedAdjustedRand(_ partition: [Int], together: [Double]) -> Double {
        var (both, inFirst, inSecond, pairs) = (0.0, 0.0, 0.0, 0.0)
        let count = partition.count
        for a in 0..<count {
            for b in 0..<a {
                let probability = together[a * count + b]
                if partition[a] == partition[b] {
                    both += probability
                    inFirst += 1
                }
                inSecond += probability
                pairs += 1
            }
        }
        return index(both, inFirst, inSecond, pairs)
    }

    private static func index(_ both: Double, _ first: Double, _ second: Double, _ pairs: Double) -> Double {
        guard pairs > 0 else { return 1 }
        let chance = first * second / pairs
        let most = (first + second) / 2
        return most - chance > 1e-12 ? (both - chance) / (most - chance) : 1
    }
}
