import ArgumentParser
import Dispatch
import Foundation
import Syncopate
import SyncopateModels
import SyncopateStudents

/// `modes`: what choosing modes is worth in weekly worlds, and whether what is logged tells another policy's worth.
@main
struct ModesBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "modes",
        abstract: "The value of modes in simulated weekly worlds, with bars.",
        discussion: "The exit code is 1 if a bar is missed. `syncopate simulate modes` shows single worlds in full.")

    @Option(help: "Seed of the runs.")
    var seed: UInt64 = 1

    @Option(help: "Runs of each world.")
    var runs = 100

    @Option(help: "Runs of logged data.")
    var trials = 200

    @Option(help: "Draws of one week's lottery.")
    var draws = 20_000

    func validate() throws {
        guard runs >= 2, trials >= 2, draws >= 1 else {
            throw ValidationError("--runs and --trials take 2 or more, --draws 1 or more.")
        }
    }

    private static let workers = Workers { pieces, body in
        DispatchQueue.concurrentPerform(iterations: pieces, execute: body)
    }

    func run() throws {
        var missed = 0
        func line(_ words: String, _ isMet: Bool?) {
            print(words + (isMet.map { $0 ? "  met" : "  MISSED" } ?? ""))
            if isMet == false { missed += 1 }
        }
        func decimals(_ value: Double, _ places: Int = 3) -> String { String(format: "%.\(places)f", value) }
        let engine = EngineModesPolicy(prior: .shipped)
        // Least share of the oracle's gain, by world and learners.
        let bars = [("S1", 300, 0.80), ("S2", 300, 0.78), ("S1", 30, 0.74), ("S2", 30, 0.64)]
        for (name, learners, bar) in bars {
            guard var world = WeeklyRegistry.worlds[name]?.value else {
                line("\(name): no such world", false)
                continue
            }
            world.learners = learners
            let found = WeeklyComparison(world, policies: [engine], runs: runs, seed: seed, workers: Self.workers)
            let share = found.share(0)
            line(
                "\(name), \(learners) learners: share \(decimals(share.value)) ± \(decimals(share.standardError)), bar "
                    + "\(decimals(bar, 2)); \(found.below(0)) of \(runs) runs below always asynchronous",
                share.value >= bar)
        }
        if let world = WeeklyRegistry.worlds["equal"]?.value {
            let cell = WeeklyComparison(world, policies: [engine], runs: runs, seed: seed, workers: Self.workers).cells[
                0]
            let either = cell.either.reduce(0, +) / Double(cell.either.count)
            let sure = cell.sure.reduce(0, +) / Double(cell.sure.count)
            line(
                "all modes equal: either \(decimals(either)), bar .75; P(best) > .9 \(decimals(sure)), bar .02",
                either >= 0.75 && sure <= 0.02)
        }
        let summary = LotteryTrial.summary(
            WeeklyWorld(), prior: .shipped, runs: trials, seed: seed, workers: Self.workers)
        line(
            "doubly robust, \(summary.runs) runs: value \(decimals(summary.value, 4)), bias \(decimals(summary.bias, 4)) ± "
                + "\(decimals(summary.biasError, 4)) (at first sight \(decimals(summary.naiveBias, 4))), intervals with the "
                + "truth \(decimals(summary.coverage))",
            abs(summary.bias) <= 0.01 * abs(summary.value) && (0.92...0.98).contains(summary.coverage))
        let error = LotteryTrial.replayError(WeeklyWorld(), prior: .shipped, draws: draws, seed: seed)
        line("propensity against \(draws) draws: largest distance \(decimals(error, 4)), bar .02", error <= 0.02)
        if missed > 0 { throw ExitCode(1) }
    }
}
