import ArgumentParser
import Foundation
import Syncopate
import SyncopateStudents

/// Who should meet when about what: how near to the best, and how fast.
@main
struct ConveningCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convening",
        abstract:
            "Seats with a teacher and groups of classmates, beside the best there are; processor seconds of large problems."
    )

    @Option(help: "Problems of each size, seeds from 1 on.")
    var problems = 12

    @Option(help: "Random groups of 12 learners of each size.")
    var draws = 200

    @Option(help: "Times each large problem is planned; the fastest counts.")
    var repeats = 3

    func run() throws {
        var missed = false
        print(
            "| learners x topics x slots x seats | proven best | without proof: mean | worst | seconds with proof: most |"
        )
        print("| --- | --- | --- | --- | --- |")
        var all: [Double] = []
        for world in SeatWorld.small {
            let record = SeatRecord.judge(world, problems: problems)
            all += record.shares
            missed = missed || record.proven < problems
            print(
                "| \(name(world)) | \(record.proven) of \(problems) | \(figure(mean(record.shares))) "
                    + "| \(figure(record.shares.min() ?? .nan)) | \(figure(record.seconds)) |")
        }
        print("| all | | \(figure(mean(all))) | \(figure(all.min() ?? .nan)) | |")
        missed = missed || mean(all) < 0.96 || (all.min() ?? 0) < 0.91
        print("")
        print("| 12 learners in groups of | share of the best partition: mean | worst |")
        print("| --- | --- | --- |")
        for size in 2...4 {
            let shares = PartitionRecord.shares(size: size, draws: draws)
            missed = missed || mean(shares) < 0.995
            print("| \(size) | \(figure(mean(shares))) | \(figure(shares.min() ?? .nan)) |")
        }
        print("")
        print("| learners x topics x slots x seats | seconds | gain |")
        print("| --- | --- | --- |")
        for world in [
            SeatWorld(learners: 300, topics: 40, slots: 30, capacity: 8),
            SeatWorld(learners: 30_000, topics: 200, slots: 1_500, capacity: 10),
        ] {
            let problem = world.problem(seed: 1)
            var plan = ConveningPlan(meetings: [], isOptimal: false)
            var least = Double.infinity
            for _ in 0..<max(repeats, 1) { least = min(least, seconds { plan = Convener().plan(problem) }) }
            missed = missed || least > (world.learners > 1_000 ? 5 : 0.05)
            print("| \(name(world)) | \(figure(least)) | \(figure(plan.value)) |")
        }
        print("")
        print(missed ? "A bar is missed." : "Every bar is met.")
        if missed { throw ExitCode(1) }
    }

    private func name(_ world: SeatWorld) -> String {
        "\(world.learners) x \(world.topics) x \(world.slots) x \(world.capacity)"
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    private func figure(_ value: Double) -> String {
        value.isFinite ? "\((value * 10_000).rounded() / 10_000)" : "-"
    }
}

/// Seconds of the processor, which other programs on the machine count for less in than in those of a clock.
func seconds(_ work: () -> Void) -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    work()
    return now() - start
}
