import Foundation
import Fuzzing

/// One input by its number, as often as it is asked for.
struct FuzzTrial {
    let parser: FuzzParser
    let seed: UInt64

    func run(_ number: Int) throws {
        var failure: (any Error)?
        let outcome = parser.tryInput(number, seed: seed) { input in
            let file = FileManager.default.temporaryDirectory
                .appendingPathComponent("fuzz-\(parser.name)-\(seed)-\(number)")
            do {
                // Written before it is tried: it may be the last thing that happens.
                try Data(input.bytes).write(to: file)
                print("\(file.path): \(input.bytes.count) bytes, planted score \(input.level), \(input.options)")
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        print(outcome.isRefused ? "refused" : "\(outcome.events) events")
        for message in outcome.misreadings { print("misread: \(message)") }
    }
}
