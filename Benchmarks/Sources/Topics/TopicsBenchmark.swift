import ArgumentParser
import Foundation
import Matrices
import Syncopate
import SyncopateModels
import SyncopateStudents

/// `topics`: whether columns are sorted into topics as their skills are, and whether scores are predicted better so.
@main
struct TopicsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics",
        abstract: "Topics of simulated classes: 20 columns, six skills, titles that tell for half of them.",
        discussion: "The exit code is 1 if a bar is missed.")

    @Option(help: "Seed of the classes.")
    var seed: UInt64 = 1

    @Option(help: "Classes of each size.")
    var runs = 100

    func validate() throws {
        guard runs >= 2 else { throw ValidationError("--runs takes 2 or more.") }
    }

    func run() throws {
        BLASThreads.use(1)
        var missed = 0
        let bars = [30: 0.55, 100: 0.75]
        print("adjusted Rand index of \(runs) classes, mean ± standard error; columns in random order, then as taught")
        for isShuffled in [true, false] {
            for size in [30, 100, 300] {
                var (titles, scores, both): ([Double], [Double], [Double]) = ([], [], [])
                var helped = (0, 0)
                for number in 0..<runs {
                    let seed = seed &* 1_000_003 &+ UInt64(number)
                    let half = TopicClass(learners: size, isShuffled: isShuffled, seed: seed)
                    let bare = TopicClass(learners: size, namedShare: 0, isShuffled: isShuffled, seed: seed)
                    titles.append(half.agreement(Self.map(half.gradebook, asksScores: false)))
                    let found = Self.map(half.gradebook)
                    both.append(half.agreement(found))
                    let alone = Self.map(bare.gradebook)
                    scores.append(bare.agreement(alone))
                    if case .helped = found.scores { helped.0 += 1 }
                    if case .helped = alone.scores { helped.1 += 1 }
                }
                var line =
                    "\(isShuffled ? "random" : "taught") \(size): titles \(Self.words(titles)), scores \(Self.words(scores)) "
                    + "(asked \(helped.1)), both \(Self.words(both)) (asked \(helped.0))"
                if isShuffled, let bar = bars[size] {
                    let isMet = Self.mean(both) >= bar
                    line += ", bar \(bar)  " + (isMet ? "met" : "MISSED")
                    if !isMet { missed += 1 }
                }
                print(line)
            }
        }
        print("no skills beside the general ability: how often scores are believed, of \(runs) classes")
        for size in [30, 100] {
            let count = (0..<runs).count { number in
                let none = TopicClass(
                    learners: size, isShuffled: true, skillDeviation: 0, seed: seed &* 1_000_003 &+ UInt64(number))
                if case .helped = Self.map(none.gradebook).scores { return true }
                return false
            }
            print("random \(size): \(count)")
        }
        print("a fifth of the scores hidden and predicted: root mean square error, columns apart, and with topics")
        for named in [1.0, 0.5] {
            for size in [30, 100] {
                var (apart, mapped, differences): ([Double], [Double], [Double]) = ([], [], [])
                for number in 0..<min(runs, 60) {
                    let one = TopicClass(
                        learners: size, namedShare: named, isShuffled: false,
                        seed: seed &* 1_000_003 &+ UInt64(number))
                    let errors = Self.errors(one.gradebook, number)
                    apart.append(errors.apart)
                    mapped.append(errors.mapped)
                    differences.append(errors.mapped - errors.apart)
                }
                let isBetter = Self.mean(differences) < 0
                if !isBetter { missed += 1 }
                print(
                    "\(named == 1 ? "all" : "half the") titles tell, \(size) learners: apart \(Self.words(apart, 4)), topics "
                        + "\(Self.words(mapped, 4)), difference \(Self.words(differences, 4))"
                        + (isBetter ? "  better" : "  WORSE"))
            }
        }
        if missed > 0 { throw ExitCode(1) }
    }

    private static func map(_ gradebook: Gradebook, asksScores: Bool = true) -> TopicMap {
        TopicFinder(asksScores: asksScores).map(of: gradebook, profiles: ItemProfile.profiles(of: gradebook))
    }

    /// Errors on every fifth cell, by what is learnt from the others: topics too.
    private static func errors(_ gradebook: Gradebook, _ turn: Int) -> (apart: Double, mapped: Double) {
        var hidden: [(learner: Int, item: Int, score: Double)] = []
        let visible = gradebook.keeping { learner, cell in
            guard (learner * 7 + Int(gradebook.columns[cell]) * 3 + turn) % 5 == 0 else { return true }
            hidden.append((learner, Int(gradebook.columns[cell]), gradebook.scores[cell]))
            return false
        }
        let profiles = ItemProfile.profiles(of: visible)
        func error(_ book: Gradebook) -> Double {
            let estimate = ClassEstimate(gradebook: book, profiles: profiles, prior: .shipped)
            let sum = hidden.reduce(0) { sum, cell in
                let miss = estimate.prediction(learner: cell.learner, item: cell.item).success - cell.score
                return sum + miss * miss
            }
            return (sum / Double(max(hidden.count, 1))).squareRoot()
        }
        return (error(visible), error(map(visible).applied(to: visible)))
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    private static func words(_ values: [Double], _ places: Int = 3) -> String {
        let mean = mean(values)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        return String(
            format: "%.\(places)f ± %.\(places)f", mean, (variance / Double(values.count)).squareRoot())
    }
}
