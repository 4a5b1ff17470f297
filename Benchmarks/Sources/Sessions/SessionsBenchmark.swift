import ArgumentParser
import Dispatch
import Foundation
import Syncopate
import SyncopateModels
import SyncopateStudents

/// `seats`: whether those who are seated in a class of which only a gradebook is known are those who gain most.
@main
struct SessionsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seats",
        abstract: "Live seats within a class, from a gradebook alone, in simulated classes of 30, with bars.",
        discussion: "The exit code is 1 if a bar is missed.")

    @Option(help: "Seed of the classes.")
    var seed: UInt64 = 1

    @Option(help: "Classes of each world.")
    var classes = 1_000

    @Flag(help: "Show what was printed against what came, bin by bin.")
    var bins = false

    func validate() throws {
        guard (2...100_000).contains(classes) else { throw ValidationError("--classes takes 2 to 100,000.") }
    }

    private static let workers = Workers { pieces, body in
        DispatchQueue.concurrentPerform(iterations: pieces, execute: body)
    }

    /// Worlds with the least share of seats that go to the truly best; `nil`: shown, and no bar.
    private static var worlds: [(name: String, world: SessionWorld, bar: Double?)] {
        func world(_ change: (inout SessionWorld) -> Void) -> SessionWorld {
            var world = SessionWorld()
            change(&world)
            return world
        }
        return [
            ("as studies say", world { _ in }, 0.44),
            ("as studies say, no skill map", world { $0.hasMap = false }, 0.44),
            ("as studies say, no own effects", world { $0.ownEffect = 0 }, 0.44),
            (
                "as studies say, work missing as in OULAD",
                world { ($0.missing, $0.diligenceDeviation) = (0.15, 3) }, 0.44
            ),
            ("live adds nothing in half of the classes", world { $0.idle = 0.5 }, nil),
            (
                "live adds nothing in half, no own effects",
                world { ($0.idle, $0.ownEffect) = (0.5, 0) }, nil
            ),
        ]
    }

    func run() throws {
        var missed = 0
        func decimals(_ value: Double, _ places: Int = 3) -> String { String(format: "%.\(places)f", value) }
        func figure(_ value: (mean: Double, standardError: Double)) -> String {
            "\(decimals(value.mean)) ± \(decimals(value.standardError))"
        }
        func word(_ isMet: Bool) -> String {
            if !isMet { missed += 1 }
            return isMet ? "  met" : "  MISSED"
        }
        for (name, world, bar) in Self.worlds {
            let found = SessionSummary(
                world, engine: Engine(priors: .shipped), classes: classes, seed: seed, workers: Self.workers)
            print("\(name): \(found.classes) classes")
            print(
                "  seats to the best six \(figure(found.hit))"
                    + (bar.map { ", bar \(decimals($0, 2))\(word(found.hit.mean >= $0))" } ?? ""))
            print(
                "  probability printed: largest miss \(decimals(found.largestMiss)), bar .05"
                    + "\(word(found.largestMiss <= 0.05)); mean miss \(decimals(found.calibrationError))")
            print("  gain of the seated beyond the class's \(figure(found.advantage))")
            for rival in SessionTrial.Rival.allCases {
                guard let value = found.rivals[rival] else { continue }
                print("    by \(rival.rawValue): \(figure(value))")
            }
            guard bins else { continue }
            for bin in found.bins {
                print("    printed \(decimals(bin.predicted)), came \(decimals(bin.observed)), \(bin.count) learners")
            }
        }
        if missed > 0 { throw ExitCode(1) }
    }
}
