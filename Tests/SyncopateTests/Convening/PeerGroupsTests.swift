import Foundation
import Syncopate
import TestSupport
import Testing

@Suite struct PeerGroupsTests {
    /// The worth of a group as the formula has it, in Foundation's functions.
    private func worth(_ known: [Double]) -> Double {
        let mean = known.reduce(0, +) / Double(known.count)
        func logit(_ p: Double) -> Double { log(p / (1 - p)) }
        var sum = -0.01 * Double(known.count - 2)
        for i in known.indices {
            var alone = 1.0
            for j in known.indices where j != i {
                let ahead = max(0, logit(known[j]) - logit(known[i]) - 2) / 1.5
                alone *= 1 - known[j] * exp(-ahead * ahead)
            }
            sum += 0.6 * (1 - known[i]) * (1 - alone) + 0.1 * known[i] * (1 - mean)
        }
        return sum
    }

    private func invented(_ count: Int, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in 1 / (1 + exp(0.3 - 1.2 * generator.normal())) }
    }

    /// The best partition into groups of one size, by dynamic programming over sets of learners.
    private func best(_ known: [Double], size: Int) -> Double {
        let full = 1 << known.count
        // Groups by their first member.
        var groups = [[(members: Int, worth: Double)]](repeating: [], count: known.count)
        for set in 1..<full where set.nonzeroBitCount == size {
            let members = known.indices.filter { set >> $0 & 1 == 1 }
            groups[set.trailingZeroBitCount].append((set, worth(members.map { known[$0] })))
        }
        var best = [Double](repeating: -.infinity, count: full)
        best[0] = 0
        for set in 1..<full where set.nonzeroBitCount % size == 0 {
            // The first of a set is in some group.
            for (members, worth) in groups[set.trailingZeroBitCount] where members & ~set == 0 {
                best[set] = max(best[set], best[set ^ members] + worth)
            }
        }
        return best[full - 1]
    }

    @Test(arguments: [2, 3, 4])
    func twelveLearnersAreSplitNearlyAsWellAsCanBe(size: Int) {
        var shares: [Double] = []
        for seed in 0..<20 as Range<UInt64> {
            let known = invented(12, seed: seed &* 7 &+ 1)
            let groups = PeerGroups().split(known: known, size: size)
            #expect(groups.flatMap { $0 }.sorted() == Array(0..<12))
            #expect(groups.allSatisfy { $0.count == size })
            let share = groups.reduce(0) { $0 + worth($1.map { known[$0] }) } / best(known, size: size)
            #expect(share <= 1 + 1e-9)
            shares.append(share)
        }
        #expect(shares.reduce(0, +) / Double(shares.count) >= 0.995)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func worthIsTheFormula(seed: UInt64) {
        let known = invented(2 + Int(seed % 5), seed: seed)
        #expect(abs(PeerLesson().value(known: known) - worth(known)) < 1e-9)
        let gains = PeerLesson().gains(known: known).reduce(0, +)
        #expect(abs(gains - 0.01 * Double(known.count - 2) - worth(known)) < 1e-9)
    }

    @Test func extremesAreHeld() {
        let lesson = PeerLesson(lesson: .nan, rehearsal: -1, crowding: .infinity, reach: .nan, fading: 0)
        #expect(lesson == PeerLesson(rehearsal: 0, fading: 1e-3))
        for known in [[0, 1], [0.0, 0], [1.0, 1], [.nan, 0.5], [-3, 7]] {
            #expect(PeerLesson().value(known: known).isFinite)
        }
        #expect(PeerLesson().value(known: [0.5]) == 0 && PeerLesson().gains(known: []) == [])
    }

    /// Everybody is in one group, sizes differ by one at most, and nobody is alone, whatever the numbers.
    @Test func sizesAreNearTheOneWanted() {
        for count in 2...30 {
            for size in [Int.min, 2, 3, 4, 7, Int.max] {
                let groups = PeerGroups().split(known: invented(count, seed: UInt64(count)), size: size)
                let sizes = groups.map(\.count)
                #expect(groups.flatMap { $0 }.sorted() == Array(0..<count))
                #expect((sizes.min() ?? 0) >= 2 && (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
            }
        }
        #expect(PeerGroups().split(known: [], size: 3) == [])
        #expect(PeerGroups().split(known: [0.5], size: 3) == [])
        #expect(PeerGroups().split(known: invented(300, seed: 1), size: 3).count == 100)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func togetherAndApartAreKept(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func some(_ count: Int) -> [Int] { (0..<count).map { _ in Int(generator.next() % 12) } }
        let (together, apart) = ([some(2), some(2)], [some(3), [4, 4, -1, 99]])
        let groups = PeerGroups().split(
            known: invented(12, seed: seed), size: 2 + Int(seed % 3), together: together, apart: apart)
        #expect(Set(groups.flatMap { $0 }).count == groups.flatMap { $0 }.count)
        for group in groups {
            for set in together { #expect(Set(set).isSubset(of: group) || Set(set).isDisjoint(with: group)) }
            for set in apart { #expect(Set(set).intersection(group).count < 2) }
        }
    }
}
