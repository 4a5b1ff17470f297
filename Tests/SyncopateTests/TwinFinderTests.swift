import TestSupport
import Testing

@testable import Syncopate

struct TwinFinderTests {
    /// A response as the tests write it: item and whether it is right.
    typealias Response = (item: Int, isRight: Bool)

    /// A log of learners `prefix0`, `prefix1` and so on with these responses. Every item is named, used or not.
    static func log(_ learners: [[Response]], items: Int, prefix: String = "l", reversed: Bool = false) -> ResponseLog {
        var log = EvidenceLog()
        // Two logs seldom name items in the same order.
        for item in reversed ? Array((0..<items).reversed()) : Array(0..<items) {
            log.intern(Item(id: "i\(item)", title: ""))
        }
        for (position, responses) in learners.enumerated() {
            let learner = log.intern(Learner(id: "\(prefix)\(position)"))
            for response in responses {
                guard let item = log.position(ofItem: "i\(response.item)") else { continue }
                log.append(Event(learner: learner, item: item, status: .scored, score: response.isRight ? 1 : 0.25))
            }
        }
        return ResponseLog(log)
    }

    /// Outcomes by item id and occurrence: another way to the same thing, in whole numbers.
    static func table(_ log: ResponseLog, _ learner: Int) -> [String: Bool] {
        var counts: [String: Int] = [:]
        var table: [String: Bool] = [:]
        for place in log.responses(ofLearner: learner) {
            let item = log.items[Int(log.item[place])]
            counts[item, default: 0] += 1
            table["\(item)#\(counts[item, default: 0])"] = log.score[place] >= 0.5
        }
        return table
    }

    /// All pairs, one by one, by the rule as it is written down, shares in per cent.
    static func oracle(
        _ log: ResponseLog, _ reference: ResponseLog? = nil, shared fewest: Int = 30, overlap: Int = 80,
        agreement: Int = 98, right: Int = 5, wrong: Int = 5
    ) -> [TwinPair: [Int]] {
        let ours = log.learners.indices.map { table(log, $0) }
        let others = reference.map { log in log.learners.indices.map { table(log, $0) } } ?? ours
        var found: [TwinPair: [Int]] = [:]
        for a in ours.indices {
            for b in others.indices where reference != nil || b > a {
                var (shared, bothRight, bothWrong) = (0, 0, 0)
                for (key, outcome) in ours[a] {
                    guard let other = others[b][key] else { continue }
                    shared += 1
                    if outcome, other { bothRight += 1 }
                    if !outcome, !other { bothWrong += 1 }
                }
                let agreeing = bothRight + bothWrong
                guard shared >= fewest, shared * 100 >= overlap * min(ours[a].count, others[b].count),
                    agreeing * 100 >= agreement * shared, bothRight >= right, bothWrong >= wrong
                else { continue }
                found[TwinPair(first: a, second: b, shared: shared, agreeing: agreeing)] = [a, b]
            }
        }
        return found
    }

    /// Random learners, some of them copies of others with a few responses changed, left out, repeated or added.
    static func learners(_ random: inout SeededGenerator, count: Int, items: Int, mean: Int) -> [[Response]] {
        var learners: [[Response]] = []
        for _ in 0..<count {
            if let original = learners.randomElement(using: &random), random.uniform() < 0.4 {
                var copy = original
                // Around the edges of the rule: a flip in fifty, a fifth left out.
                let (flips, leftOut) = (random.uniform() * 0.04, random.uniform() * 0.35)
                copy.removeAll { _ in random.uniform() < leftOut }
                for place in copy.indices where random.uniform() < flips { copy[place].isRight.toggle() }
                for _ in 0..<Int.random(in: 0...(mean / 3), using: &random) {
                    copy.append((Int.random(in: 0..<items, using: &random), Bool.random(using: &random)))
                }
                learners.append(copy)
            } else {
                let ability = random.uniform()
                let length = Int.random(in: 0...(2 * mean), using: &random)
                learners.append(
                    (0..<length).map { _ in
                        (Int.random(in: 0..<items, using: &random), random.uniform() < ability)
                    })
            }
        }
        return learners.shuffled(using: &random)
    }

    @Test func nothingIsMissedAndNothingInvented() {
        var found = 0
        var byBits = 0
        for seed in 0..<60 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            // From one item for everybody, where all is decided by outcomes, to more than anybody sees.
            let items = [1, 8, 40, 100, 1_000][Int(seed % 5)]
            let log = Self.log(Self.learners(&random, count: 60, items: items, mean: 60), items: items)
            let expected = Self.oracle(log)
            let pairs = TwinFinder().twins(in: log)
            #expect(Set(pairs) == Set(expected.keys), "seed \(seed)")
            #expect(pairs == pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
            found += pairs.count
            if TwinBits(TwinIndex([log], minimum: 30)) != nil { byBits += pairs.count }
        }
        // Both ways to go about it have found some.
        #expect(byBits > 20 && found - byBits > 20, "\(byBits) of \(found)")
        #expect(found > 100, "too few twins were planted for the test to say anything")
    }

    @Test func otherRulesAreKeptToo() {
        for seed in 0..<40 as Range<UInt64> {
            var random = SeededGenerator(seed: 1_000 + seed)
            let items = [5, 50, 300][Int(seed % 3)]
            let log = Self.log(Self.learners(&random, count: 40, items: items, mean: 30), items: items)
            let (shared, overlap) = ([1, 10, 25][Int(seed % 3)], [0, 30, 50, 100][Int(seed % 4)])
            let (agreement, both) = ([0, 60, 90, 100][Int(seed / 4 % 4)], [1, 3][Int(seed % 2)])
            let rule = TwinRule(
                minimumShared: shared, minimumOverlap: Double(overlap) / 100,
                minimumAgreement: Double(agreement) / 100, minimumBothRight: both, minimumBothWrong: both)
            let expected = Self.oracle(
                log, shared: shared, overlap: overlap, agreement: agreement, right: both, wrong: both)
            #expect(Set(TwinFinder(rule: rule).twins(in: log)) == Set(expected.keys), "seed \(seed)")
        }
    }

    @Test func aReferenceLogIsSearchedAcrossOnly() {
        var found = 0
        for seed in 0..<30 as Range<UInt64> {
            var random = SeededGenerator(seed: 2_000 + seed)
            let items = [8, 60, 400][Int(seed % 3)]
            let all = Self.learners(&random, count: 80, items: items, mean: 50)
            let log = Self.log(Array(all.prefix(30)), items: items)
            let reference = Self.log(Array(all.dropFirst(30)), items: items + 7, prefix: "r", reversed: true)
            let pairs = TwinFinder().twins(of: log, among: reference)
            let expected = Self.oracle(log, reference)
            #expect(Set(pairs) == Set(expected.keys), "seed \(seed)")
            #expect(TwinFinder.known(in: pairs) == Set(expected.values.map { $0[0] }).sorted())
            found += pairs.count
        }
        #expect(found > 50)
    }

    /// A learner of `right` right and `wrong` wrong responses to items of their own, one to each.
    static func learner(right: Int, wrong: Int, from first: Int = 0) -> [Response] {
        (0..<(right + wrong)).map { (first + $0, $0 < right) }
    }

    @Test func theEdgesOfTheRule() {
        func count(_ a: [Response], _ b: [Response]) -> Int {
            TwinFinder().twins(in: Self.log([a, b], items: 500)).count
        }
        let base = Self.learner(right: 25, wrong: 25)
        #expect(count(base, base) == 1)
        #expect(count(Array(base.prefix(30)), Array(base.prefix(30))) == 1)
        #expect(count(Array(base.prefix(29)), Array(base.prefix(29))) == 0)
        // 49 of 50 are 98 %, 48 are not.
        var other = base
        other[0].isRight.toggle()
        #expect(count(base, other) == 1)
        other[1].isRight.toggle()
        #expect(count(base, other) == 0)
        // 40 of the shorter 50 are 80 %; how long the longer one is does not matter.
        let long = Array(base.suffix(40)) + Self.learner(right: 100, wrong: 100, from: 200)
        #expect(count(base, long) == 1)
        #expect(count(base, Array(long.dropFirst())) == 0)
        // Two who have everything right, or nearly, are no twins.
        #expect(count(Self.learner(right: 60, wrong: 4), Self.learner(right: 60, wrong: 4)) == 0)
        #expect(count(Self.learner(right: 60, wrong: 5), Self.learner(right: 60, wrong: 5)) == 1)
        #expect(count(Self.learner(right: 4, wrong: 60), Self.learner(right: 4, wrong: 60)) == 0)
    }

    @Test func occurrencesAreToldApart() {
        // The same item forty times over: the k-th try is compared with the k-th.
        let tries = (0..<40).map { Response(item: 0, isRight: $0 % 3 == 0) }
        #expect(TwinFinder().twins(in: Self.log([tries, tries], items: 1)).map(\.shared) == [40])
        let shifted = Array(tries.dropFirst()) + [tries[0]]
        #expect(TwinFinder().twins(in: Self.log([tries, shifted], items: 1)).isEmpty)
    }

    @Test func theFirstOfAChainStays() {
        let chain = [(2, 5), (5, 9), (0, 2)].map { TwinPair(first: $0.0, second: $0.1, shared: 30, agreeing: 30) }
        // 2 goes because of 0; 5 stays, since its twin 2 went; 9 goes because of 5.
        #expect(TwinFinder.repeated(in: chain) == [2, 9])
        #expect(TwinFinder.repeated(in: []).isEmpty && TwinFinder.known(in: []).isEmpty)
    }

    @Test func oddRulesAndEmptyLogsFindNothing() {
        let empty = ResponseLog(EvidenceLog())
        let log = Self.log([Self.learner(right: 20, wrong: 20), Self.learner(right: 20, wrong: 20)], items: 40)
        #expect(TwinFinder().twins(in: empty).isEmpty)
        #expect(TwinFinder().twins(of: log, among: empty).isEmpty && TwinFinder().twins(of: empty, among: log).isEmpty)
        for share in [Double.nan, .infinity, 1e300] {
            #expect(TwinFinder(rule: TwinRule(minimumOverlap: share)).twins(in: log).isEmpty)
            #expect(TwinFinder(rule: TwinRule(minimumAgreement: share)).twins(in: log).isEmpty)
        }
        #expect(TwinFinder(rule: TwinRule(minimumShared: .max)).twins(in: log).isEmpty)
        #expect(TwinFinder(rule: TwinRule(minimumBothRight: .max, minimumBothWrong: .max)).twins(in: log).isEmpty)
        #expect(TwinFinder(rule: TwinRule(minimumShared: .min, minimumOverlap: -1)).twins(in: log).count == 1)
    }
}
