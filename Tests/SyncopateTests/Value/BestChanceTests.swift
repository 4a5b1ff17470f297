import RealModule
import TestSupport
import Testing

@testable import Syncopate

struct BestChanceTests {
    private func value(_ mean: Double, _ deviation: Double) -> BestChance.Value {
        BestChance.Value(first: mean, second: mean, share: 0, variance: deviation * deviation)
    }

    /// Of two normals the difference is normal.
    @Test(arguments: [(0.0, 1.0, 0.0, 1.0), (0.3, 0.2, 0.1, 0.05), (1, 0.5, 0, 2), (0, 0.01, 0.02, 0.3)])
    func twoNormalsAreAsTheirDifference(_ m: Double, _ s: Double, _ n: Double, _ t: Double) {
        let chance = BestChance.of([value(m, s), value(n, t)])
        let wanted = 0.5 * Double.erfc((n - m) / (2 * (s * s + t * t)).squareRoot())
        #expect(abs(chance[0] - wanted) < 1e-4, "\(chance[0]) \(wanted)")
        #expect(abs(chance[0] + chance[1] - 1) < 1e-12)
    }

    @Test func mixturesAgreeWithDraws() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<4 {
            let values = (0..<4).map { _ in
                BestChance.Value(
                    first: generator.normal(), second: generator.normal(), share: generator.uniform(),
                    variance: 0.01 + generator.uniform())
            }
            let chances = BestChance.of(values)
            var wins = [Double](repeating: 0, count: 4)
            let draws = 20_000
            for _ in 0..<draws {
                var best = (place: 0, value: -Double.infinity)
                for (place, value) in values.enumerated() {
                    let mean = generator.uniform() < value.share ? value.second : value.first
                    let drawn = mean + value.variance.squareRoot() * generator.normal()
                    if drawn > best.value { best = (place, drawn) }
                }
                wins[best.place] += 1 / Double(draws)
            }
            // Four standard errors at most.
            for (chance, share) in zip(chances, wins) { #expect(abs(chance - share) < 0.015, "\(chance) \(share)") }
            #expect(abs(chances.reduce(0, +) - 1) < 1e-12)
        }
    }

    @Test func certainValuesAndFewOfThem() {
        #expect(BestChance.of([]).isEmpty)
        #expect(BestChance.of([value(3, 0)]) == [1])
        #expect(BestChance.of([value(1, 0), value(1, 0)]) == [0.5, 0.5])
        let apart = BestChance.of([value(1, 0), value(2, 0), value(-4, 0)])
        #expect(apart[1] > 0.999)
        #expect(BestChance.of([value(.nan, 1), value(0, 1)]).reduce(0, +) == 1)
    }
}
