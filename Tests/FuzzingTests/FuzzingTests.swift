import Fuzzing
import Syncopate
import SyncopateFormats
import Testing

/// A few seconds of what `fuzz` does for as long as it is let.
struct FuzzingTests {
    @Test func noFormatIsMissing() {
        let read = Set(FormatDetector.formats.compactMap(\.format))
        #expect(read == Set(FileFormat.allCases))
        #expect(read.map(\.rawValue).allSatisfy { name in FuzzParser.all.contains { $0.name == name } })
        #expect(FileFormat.allCases.allSatisfy { !FuzzParser.seeds($0).isEmpty })
    }

    /// Undamaged, every file is recognised and read without an error, the planted score with it.
    @Test(arguments: FileFormat.allCases) func seedsAreRead(_ format: FileFormat) throws {
        for (number, seed) in FuzzParser.seeds(format).enumerated() {
            let input = seed.input
            let read = try EvidenceReader.read(input.file, options: input.options)
            #expect(read.format == format && !read.hasErrors, "\(number): \(read.findings)")
            #expect(PlantedCheck.isRead(read, input), "\(number): \(read.log.events)")
            #expect(PlantedCheck.faults(read, input).isEmpty)
        }
    }

    @Test(arguments: FuzzParser.all.map(\.name)) func damagedFiles(_ name: String) throws {
        let parser = try #require(FuzzParser.all.first { $0.name == name })
        let tally = parser.run(seed: 1, .inputs(150))
        #expect(tally.inputs == 150 && tally.isSound, "\(tally.faults)")
        // A check of planted scores that hardly ever finds one would say nothing.
        if FileFormat(rawValue: name) != nil { #expect(tally.planted > 5) }
    }

    /// The same seed and number are the same file, and others are not.
    @Test func inputsCanBeMadeAgain() throws {
        let parser = try #require(FuzzParser.all.first)
        func bytes(_ number: Int, _ seed: UInt64) -> [UInt8] {
            var bytes: [UInt8] = []
            _ = parser.tryInput(number, seed: seed) { bytes = $0.bytes }
            return bytes
        }
        #expect(bytes(3, 1) == bytes(3, 1))
        #expect(bytes(3, 1) != bytes(4, 1) && bytes(3, 1) != bytes(3, 2))
    }
}
