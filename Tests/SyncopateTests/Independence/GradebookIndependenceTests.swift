import Foundation
import TestSupport
import Testing

@testable import Syncopate

struct GradebookIndependenceTests {
    private func traits(_ gradebook: Gradebook, loading: Double = 3) -> (learners: [Independence], share: Double) {
        Independence.estimate(
            cohort: Array(gradebook.learners.indices), gradebook: gradebook,
            profiles: ItemProfile.profiles(of: gradebook), loading: loading)
    }

    /// A class in which the first learners miss what is given and the others hand everything in.
    private func someMissing(_ missed: [Int], of columns: Int, classmates: Int = 10) -> Gradebook {
        book(
            missed.map { count in
                (0..<columns).map { j in j < count ? .blank(.missing) : .score(Double(1 + j % 9) / 10) }
            }
                + (0..<classmates).map { i in
                    (0..<columns).map { j in .score(Double(1 + (i + j) % 9) / 10) }
                })
    }

    @Test func moreMissingIsLess() {
        let learners = traits(someMissing([0, 1, 3, 6, 11], of: 12)).learners
        for place in 1..<5 { #expect(learners[place].mean < learners[place - 1].mean) }
        #expect(learners[0].mean > 0 && learners[4].mean < -1)
        #expect(learners.map(\.asked) == [Int](repeating: 12, count: 15))
        #expect(learners.prefix(5).map(\.handedIn) == [12, 11, 9, 6, 1])
    }

    @Test func theShareIsCounted() {
        let share = traits(someMissing([3], of: 12, classmates: 3)).share
        #expect(abs(share - 45.0 / 48) < 1e-15)
    }

    @Test func askedNothingNothingIsKnown() {
        let gradebook = book([[], [.blank(.excused)], [.blank(.notAssigned)], [.score(0.4)], [.score(0.5)]])
        let (learners, _) = traits(gradebook)
        for place in 0..<3 {
            #expect(learners[place] == Independence(mean: 0, deviation: 1, handedIn: 0, asked: 0))
            #expect(!learners[place].isKnown)
        }
        #expect(learners[3].asked == 1)
        #expect(traits(book([[], []], items: [Item(id: "a", title: "A")])).share.isNaN)
        #expect(Independence.estimate(cohort: [], gradebook: gradebook, profiles: [], loading: 3).learners.isEmpty)
    }

    @Test(arguments: [Status.excused, .notAssigned, .hidden])
    func whatWasNotAskedIsNoEvidence(status: Status) {
        var marks = someMissing([2, 0], of: 8).marks
        marks[1][4] = .absent
        let absent = traits(book(marks)).learners
        marks[1][4] = .blank(status)
        let blank = traits(book(marks)).learners
        #expect(absent == blank)
    }

    @Test(arguments: [(Status.missing, false), (.unknownBlank, false), (.inProgress, false), (.notYetGraded, true)])
    func otherBlanksCount(status: Status, handedIn: Bool) {
        var marks = someMissing([0], of: 8).marks
        marks[0][4] = .blank(status)
        let trait = traits(book(marks)).learners[0]
        #expect(trait.asked == 8 && trait.handedIn == (handedIn ? 8 : 7))
    }

    @Test func onlyPastWorkOfTheKindThatIsHandedInCounts() {
        let items = [
            Item(id: "a", title: "A"), Item(id: "b", title: "B", kind: .attendance),
            Item(id: "c", title: "C", assigned: false), Item(id: "d", title: "D"),
        ]
        let rows = (0..<6).map { i in
            [.score(Double(i) / 9), .score(1), .blank(.missing), i == 0 ? .score(0.5) : .absent] as [Mark]
        }
        #expect(traits(book(rows, items: items)).learners.allSatisfy { $0.asked == 1 && $0.handedIn == 1 })
    }

    /// The posterior again, by a fine trapezoid over the product of the likelihoods, relative to the cohort's mean.
    private func check(_ gradebook: Gradebook, loading: Double) -> (mean: Double, deviation: Double) {
        let profiles = ItemProfile.profiles(of: gradebook)
        let learners = traits(gradebook, loading: loading).learners
        var intercepts: [Double] = []
        for j in gradebook.items.indices {
            var (came, asked) = (0.0, 0.0)
            for i in gradebook.learners.indices {
                guard let cell = gradebook.cell(i, j) else { continue }
                switch gradebook.statuses[cell] {
                case .scored: (came, asked) = (came + 1, asked + 1)
                case .missing: asked += 1
                default: break
                }
            }
            let rate = (came + 1) / (asked + 2)
            intercepts.append((1 + Double.pi * loading * loading / 8).squareRoot() * log(rate / (1 - rate)))
        }
        var means: [Double] = []
        var own: [Double] = []
        var worst = (mean: 0.0, deviation: 0.0)
        for i in gradebook.learners.indices where learners[i].asked > 0 {
            let cells = gradebook.cells(ofLearner: i).filter { profiles[Int(gradebook.columns[$0])].phase == .past }
            func logDensity(_ trait: Double) -> Double {
                var sum = -trait * trait / 2
                for cell in cells {
                    let eta = intercepts[Int(gradebook.columns[cell])] + loading * trait
                    let sign = gradebook.statuses[cell] == .scored ? 1.0 : -1
                    sum -= sign * eta > 0 ? log1p(exp(-sign * eta)) : -sign * eta + log1p(exp(sign * eta))
                }
                return sum
            }
            // The slope falls all the way, so halving finds where it is nought.
            var (low, high) = (-40.0, 40.0)
            while high - low > 1e-3 {
                let middle = (low + high) / 2
                if logDensity(middle + 1e-4) > logDensity(middle - 1e-4) { low = middle } else { high = middle }
            }
            let oracle = NormalOracle.moments(peak: low, deviation: 0.02, logDensity)
            means.append(oracle.mean)
            own.append(learners[i].mean)
            // The deviation is that of expected information, which more evidence can only narrow, not this learner's own.
            let deviation = learners[i].deviation
            worst.deviation = max(worst.deviation, deviation > 0 && deviation <= 1 ? 0 : 1)
        }
        let middle = means.reduce(0, +) / Double(means.count)
        for (mean, trait) in zip(means, own) { worst.mean = max(worst.mean, abs(trait - (mean - middle))) }
        return worst
    }

    @Test(arguments: [3, 12, 40, 120], [0.3, 1, 3])
    func theTraitIsItsPosteriorMean(columns: Int, loading: Double) {
        let worst = check(
            someMissing([0, 1, columns / 2, columns], of: columns, classmates: 5), loading: loading)
        #expect(worst.mean < 1e-4 && worst.deviation == 0)
    }

    /// Posteriors narrower than a coarse grid's step.
    @Test(arguments: [300, 800])
    func manyColumnsAreStillExact(columns: Int) {
        let worst = check(someMissing([columns / 3, columns / 2, columns], of: columns, classmates: 2), loading: 3)
        #expect(worst.mean < 1e-3 && worst.deviation == 0)
    }

    @Test func fiveHundredMissingStayFinite() {
        for classmates in [0, 1, 30] {
            var marks = someMissing([500], of: 500, classmates: classmates).marks
            marks.append((0..<500).map { $0 == 0 ? .score(0.5) : .blank(.missing) })
            let gradebook = book(marks)
            let profiles = gradebook.items.map { _ in
                ItemProfile(role: .evidence, phase: .past, phaseIsStated: true, scored: 1, asked: 1, meanScore: 0.5)
            }
            for loading in [0.1, 3, 50] {
                let learners = Independence.estimate(
                    cohort: Array(marks.indices), gradebook: gradebook, profiles: profiles, loading: loading
                ).learners
                for trait in learners {
                    #expect(trait.mean.isFinite && trait.deviation.isFinite && trait.deviation >= 0)
                    #expect(abs(trait.mean) < 60)
                }
            }
        }
    }
}
