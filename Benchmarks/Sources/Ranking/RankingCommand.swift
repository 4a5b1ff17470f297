import ArgumentParser
import Charts
import Foundation
import InventedCourses
import Matrices
import RankedCourses
import Syncopate
import SyncopateBench
import SyncopateStudents
import Timing

/// The items nearest to a wanted success for many learners, beside the bare product of matrices and numpy in one run.
@main
struct RankingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ranking", abstract: "Top items for many learners by a fitted model, beside the bare product.")

    @Option(help: "Learners to rank for.") var learners = 100_000
    @Option(help: "Items to choose from.") var items = 10_000
    @Option(help: "Skills.") var skills = 100
    @Option(help: "Different lists of skills that items have.") var sets = 400
    @Option(help: "Items a learner.") var top = 5
    @Option(help: "Python with numpy, for the rival.") var python: String?
    @Flag(help: "A model of mastery, form and easiness alone, without terms that look at the moment.") var plain = false
    @Flag(help: "Cost against numbers of learners, items, skills and threads, instead.") var scaling = false
    @Option(help: "Draws the curves into this file, as SVG; with --scaling.", completion: .file()) var chart: String?
    @Option(help: "Measures memory instead, of so many learners ranked once.") var memory: Int?
    @Option(help: "Times each figure is measured; the best counts.") var repeats = 3

    func run() throws {
        BLASThreads.use(1)
        print("library: \(BLASLibrary.current.description)")
        if scaling { return try curves() }
        if let memory { return try room(for: memory) }
        try compare()
    }

    // MARK: Beside others

    private func compare() throws {
        let course = try RankedCourse(skills: skills, items: items, sets: sets, isPlain: plain)
        let states = course.states(learners)
        let ranker = self.ranker(course)
        let pairs = Double(learners) * Double(items)
        let product = BareProduct(learners: learners, skills: skills, items: items)
        print(
            "\(learners) learners, \(items) items over \(sets) sets of \(skills) skills, top \(top);"
                + " \(states.reduce(0) { $0 + $1.bytes.count } / max(states.count, 1)) bytes a state")
        var rates: [Int: Double] = [:]
        for threads in [1, 2] {
            // By turns, so that whatever else the machine does meets both.
            var (own, bare) = (Double.infinity, Double.infinity)
            for _ in 0..<repeats {
                own = min(own, WallTime.of { _ = ranker.rank(states, workers: .threads(threads)) })
                bare = min(bare, WallTime.of { product.run(.threads(threads)) })
            }
            let (rate, bareRate) = (pairs / own, product.pairs / bare)
            rates[threads] = rate
            print(
                String(
                    format: "%d thread(s): %.3f s, %.2f G pairs/s, %.1f us a learner; bare product %.2f G pairs/s;"
                        + " %.2f of it", threads, own, rate / 1e9, own / Double(learners) * 1e6, bareRate / 1e9,
                    rate / bareRate))
        }
        if let one = rates[1], let two = rates[2] { print(String(format: "two threads: %.2f times one", two / one)) }
        plainLoop(course, states, rate: rates[1] ?? .nan)
        guard let python else { return }
        let count = min(learners, 2_048)
        let rival = NumpyRival(skills: skills, sets: sets, items: items)
        if let time = try rival.report(python: python, learners: count).figures?["seconds"] {
            let rate = Double(count) * Double(items) / time
            print(
                String(
                    format: "numpy, means and variances given: %.4f G pairs/s; %.1f times as fast on one thread",
                    rate / 1e9, (rates[1] ?? .nan) / rate))
        }
    }

    /// Every item of some learners by ``MasteryTracker``, with those met among them: the plain loop, of which the same
    /// has to come out.
    private func plainLoop(_ course: RankedCourse, _ states: [LearnerState], rate: Double) {
        let some = Array(states.prefix(20))
        var settings = ranker(course).settings
        settings.repeats = true
        let ranked = ItemRanker(course.bank, settings: settings).rank(some)
        var agree = 0
        let time = WallTime.of {
            for (learner, state) in some.enumerated() {
                guard var tracker = try? MasteryTracker(course.model, state: state) else { continue }
                var best: [(distance: Double, item: Int)] = []
                for (position, item) in course.items.enumerated() {
                    let chance = tracker.probability(item: item.id, skills: item.skills)
                    best.append((abs(chance - settings.success), position))
                }
                best.sort { $0 < $1 }
                if best.prefix(top).map(\.item) == ranked.choices(of: learner).map(\.item) { agree += 1 }
            }
        }
        let own = Double(some.count) * Double(items) / time
        print(
            String(
                format: "item by item: %.4f G pairs/s; %.0f times as fast; the same items for %d of %d", own / 1e9,
                rate / own, agree, some.count))
    }

    // MARK: Scaling

    private func curves() throws {
        var settings = RankingSettings()
        settings.limit = top
        let curves = try ScalingCurves(
            skills: skills, items: items, sets: sets, isPlain: plain, repeats: repeats, settings: settings)
        for curve in curves.all { print(curve.text) }
        guard let chart else { return }
        try curves.chart.svg.write(toFile: chart, atomically: true, encoding: .utf8)
    }

    /// Most memory that so many learners take, states and result.
    private func room(for count: Int) throws {
        let course = try RankedCourse(skills: skills, items: items, sets: sets, isPlain: plain)
        let some = course.states(1_000)
        let states = some.copies(count)
        let time = WallTime.of { _ = ranker(course).rank(states, workers: .threads(2)) }
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        print(
            String(
                format: "%d learners ranked in %.1f s; at most %.0f MB resident", count, time,
                Double(usage.ru_maxrss) / 1024 * 1.048_576))
    }

    // MARK: Parts

    private func ranker(_ course: RankedCourse) -> ItemRanker {
        var settings = RankingSettings()
        settings.limit = top
        return ItemRanker(course.bank, settings: settings)
    }
}
