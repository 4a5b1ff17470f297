import Foundation
import Testing

@testable import Syncopate

struct BinsTests {
    /// The case of each number, by a table of where cases begin.
    private static func place(_ value: Double, _ beginnings: [Double]) -> Int {
        (beginnings.lastIndex { $0 <= value } ?? -1)
    }

    @Test func countsFallWhereTheTablesSay() {
        for n in 0..<1_000 {
            let value = Double(n)
            #expect(Bins.count(n) == Self.place(value, [0, 1, 2, 3, 4, 6, 9, 14, 25, 60]))
            #expect(Bins.position(n) == Self.place(value, [0, 5, 10, 20, 40, 80, 150, 300]))
            #expect(Bins.run(n) == Self.place(value, [0, 1, 2, 3, 5, 10]))
            #expect(Bins.lag(n) == 1 + Self.place(value, [0, 1, 2, 4, 8, 16, 32, 64, 128]))
            #expect(Bins.count(n) < Bins.counts && Bins.position(n) < Bins.positions && Bins.lag(n) < Bins.lags)
        }
        #expect(Bins.lag(-1) == 0 && Bins.lag(.max) == Bins.lags - 1)
        #expect(Bins.count(.max) == Bins.counts - 1 && Bins.position(.max) == Bins.positions - 1)
        #expect(
            (-10...10).map(Bins.streak)
                == (-10...10).map { [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8][min($0 + 10, 15)] })
        #expect(Bins.streak(5) == Bins.streaks - 1)
    }

    @Test func gapsFallWhereTheEdgesAre() {
        let edges = [0, 1, 5, 10, 20, 40, 90, 180, 600, 1800, 7200, 43_200, 129_600, 345_600, 864_000, 2_592_000.0]
        for (bin, edge) in edges.enumerated() {
            #expect(Bins.gap(edge) == bin + 1)
            if edge > 0 { #expect(Bins.gap(edge.nextDown) == bin) }
        }
        #expect(Bins.gap(.nan) == 0 && Bins.gap(-5) == 1 && Bins.gap(-.infinity) == 1)
        #expect(Bins.gap(.infinity) == Bins.gaps - 1)
    }

    @Test func logarithmicGapsRiseAndEnd() {
        for (step, bins) in [(0.2, Bins.fineGaps), (0.5, Bins.middleGaps)] {
            var last = 0
            for power in -10...400 {
                let seconds = exp(Double(power) / 10)
                let bin = Bins.logarithmicGap(Bins.logarithm(seconds), step: step, top: bins - 1)
                #expect(bin >= max(last, 1) && bin < bins)
                // Two in the same case are less than a step apart.
                if bin == last, bin < bins - 1, bin > 1 {
                    let wider = Bins.logarithmicGap(Bins.logarithm(seconds * exp(step)), step: step, top: bins - 1)
                    #expect(wider > bin)
                }
                last = bin
            }
            #expect(last == bins - 1)
            for seconds in [-Double.infinity, -1, 0, 0.5] {
                #expect(Bins.logarithmicGap(Bins.logarithm(seconds), step: step, top: bins - 1) == 1)
            }
            #expect(Bins.logarithmicGap(Bins.logarithm(.nan), step: step, top: bins - 1) == 0)
            #expect(Bins.logarithmicGap(Bins.logarithm(.infinity), step: step, top: bins - 1) == bins - 1)
        }
    }
}
