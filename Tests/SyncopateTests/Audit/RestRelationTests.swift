import Foundation
import Testing

@testable import Syncopate

/// Correlations with the rest of a gradebook and what a score tells, beside hand-computed figures.
struct RestRelationTests {
    @Test func aCorrelationIsPearsonsOverTheRest() throws {
        // Four columns of ten learners; the last goes with the mean of the first three's standard scores.
        let base: [Double] = [0.2, 0.5, 0.3, 0.8, 0.6, 0.9, 0.4, 0.7, 0.1, 1.0]
        let last: [Double] = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.2, 0.9, 0.1, 0.95]
        let rows = base.indices.map { [base[$0], base[$0], base[$0], last[$0]] }
        let table = ColumnScores(book(scores: rows))
        let relation = RestRelation(table, isRest: [true, true, true, true])
        let found = try #require(relation.correlations[3])
        // numpy.corrcoef(base, last)[0, 1]: the rest of the last column is the first three, which are one.
        #expect(abs(found.value - 0.874_473_329_3) < 1e-9 && found.count == 10)
        // tanh(atanh(r) +- 1.96 / sqrt(7)), by scipy's arctanh and tanh.
        let interval = found.interval(1.96)
        #expect(abs(interval.lowerBound - 0.544_811) < 1e-5 && abs(interval.upperBound - 0.970_018) < 1e-5)
    }

    @Test func zerosAreLeftOutWhereMostScoresAreAboveZero() throws {
        let base: [Double] = [0.2, 0.5, 0.3, 0.8, 0.6, 0.9, 0.4, 0.7, 0.1, 1.0]
        var rows = base.map { [$0, $0, $0, $0] }
        rows[9][3] = 0
        let relation = RestRelation(ColumnScores(book(scores: rows)), isRest: [true, true, true, true])
        let found = try #require(relation.correlations[3])
        #expect(found.count == 9 && found.value > 0.99)
    }

    @Test func tooFewLearnersOrColumnsTellNothing() {
        let few: [[Double]] = (0..<7).map { place in
            let x = Double(place)
            return [x / 7, x / 8, x / 10, x / 9]
        }
        #expect(
            RestRelation(ColumnScores(book(scores: few)), isRest: Array(repeating: true, count: 4)).correlations
                .allSatisfy { $0 == nil })
        let narrow: [[Double]] = (0..<20).map { place in
            let x = Double(place)
            return [x / 20, x / 21, x / 22]
        }
        #expect(
            RestRelation(ColumnScores(book(scores: narrow)), isRest: Array(repeating: true, count: 3)).correlations
                .allSatisfy { $0 == nil })
    }

    @Test func aBetaBinomialIsAShareDrawnFirst() {
        // scipy.stats.betabinom.logpmf(3, 10, 7.6, 0.4)
        #expect(abs(ColumnBench.logBetaBinomial(3, of: 10, 7.6, 0.4) - -7.207_019_6) < 1e-6)
        // Uniform for a = b = 1.
        for count in 0...5 {
            #expect(abs(ColumnBench.logBetaBinomial(count, of: 5, 1, 1) - -1.791_759_469_228_055) < 1e-9)
        }
    }

    @Test func informationGrowsWithQuestionsAndFallsAtTheMaximum() throws {
        var generator = SeededGenerator(seed: 4)
        let rows = (0..<40).map { _ -> [Double] in
            let ability = generator.normal()
            return [(6, 0.0), (60, 0), (20, 0), (20, 2), (20, 0), (20, 0.3)].map { questions, easiness in
                let p = Logistic.probability(ability + easiness)
                return Double(generator.successes(of: questions, probability: p)) / Double(questions)
            }
        }
        let audit = Engine(priors: .shipped).audit(book(scores: rows))
        let bits = try audit.columns.map { try #require($0.information) }
        #expect(bits[1].questions > bits[0].questions && bits[1].own > bits[0].own)
        #expect(bits[3].own < bits[2].own && bits[3].course < bits[2].course)
        // No score tells more of the course than of what it is about.
        for one in bits { #expect(one.course >= 0 && one.course <= one.own) }
        let reliability = try #require(audit.reliability)
        #expect(reliability > 0.7 && reliability < 1)
        // Six columns settle more than the best alone.
        let best = bits.map { 1 - exp2(-2 * $0.course) }.max() ?? 1
        #expect(reliability > best)
    }
}
