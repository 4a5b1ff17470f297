import TestSupport
import Testing

@testable import SyncopateFormats

/// Damaged archives, workbooks and results are refused or read, and never trapped on.
struct ContainerMutationTests {
    private static let seeds: [[UInt8]] = [
        SheetSamples.openpyxl, SheetSamples.odfpy, MadeZip(OneRosterTests.files).bytes, Array(QTITests.result.utf8),
    ]

    private func mutated(_ seed: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...9, using: &random)))
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: min(place, bytes.count))
            case 2: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random) }
            case 3: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
            default: bytes = Array(bytes.prefix(place))
            }
        }
        return bytes
    }

    @Test func files() {
        var random = SeededGenerator(seed: 11)
        for round in 0..<4000 {
            let bytes = mutated(Self.seeds[round % Self.seeds.count], &random)
            let read = try? EvidenceReader.read(SourceFile(name: "f", bytes: bytes), options: ReadOptions(maximum: 10))
            if let read {
                #expect(read.log.events.allSatisfy { ($0.status == .scored) == $0.score.isFinite && !($0.score < 0) })
            }
        }
    }

    /// Streams without the checksum that guards them in an archive.
    @Test func streams() throws {
        var random = SeededGenerator(seed: 12)
        var archive = try ZipArchive(SheetSamples.openpyxl)
        let entries = archive.entries.filter { $0.method == 8 }
        #expect(!entries.isEmpty)
        for entry in entries {
            _ = try archive.read(entry)
            let start = entry.offset + 30 + entry.path.utf8.count
            let stream = Array(SheetSamples.openpyxl[start..<(start + entry.packedSize)])
            #expect(try Inflater.inflate(stream[...], size: entry.size).count == entry.size)
            for _ in 0..<500 {
                let bytes = mutated(stream, &random)
                let out = try? Inflater.inflate(bytes[...], size: Int.random(in: 0...5000, using: &random))
                #expect((out?.count ?? 0) <= 5000)
            }
        }
    }

    /// The parts of workbooks without the archive around them.
    @Test func parts() throws {
        var random = SeededGenerator(seed: 13)
        for sample in [SheetSamples.openpyxl, SheetSamples.xlsxwriter, SheetSamples.odfpy] {
            var archive = try ZipArchive(sample)
            var files: [(path: String, bytes: [UInt8])] = []
            for entry in archive.entries { files.append((entry.path, try archive.read(entry))) }
            for _ in 0..<400 {
                var zip = MadeZip()
                let broken = Int.random(in: 0..<files.count, using: &random)
                for (index, file) in files.enumerated() {
                    zip.add(file.path, index == broken ? mutated(file.bytes, &random) : file.bytes)
                }
                _ = try? EvidenceReader.read(SourceFile(name: "f", bytes: zip.bytes))
            }
        }
    }
}
