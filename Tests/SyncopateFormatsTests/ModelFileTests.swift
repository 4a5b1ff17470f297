import Syncopate
import TestSupport
import Testing

@testable import SyncopateFormats

struct ModelFileTests {
    /// Why bytes are refused as a model, or `nil` if they are read.
    static func refusal(_ bytes: [UInt8]) -> ModelFileError.Code? {
        do {
            _ = try ModelFile.read(bytes)
            return nil
        } catch {
            return error.code
        }
    }

    /// Bytes with some of them replaced.
    static func changed(_ bytes: [UInt8], from start: Int, to new: [UInt8]) -> [UInt8] {
        Array(bytes[..<start]) + new + Array(bytes[(start + new.count)...])
    }

    // MARK: Models

    @Test func aModelComesBackAsItWas() throws {
        for model in [InventedLog.model, InventedLog.general, InventedLog.small] {
            let bytes = ModelFile.write(model)
            let read = try ModelFile.read(bytes)
            #expect(read == model)
            #expect(ModelFile.write(read) == bytes)
        }
        let facts = try ModelFile.read(ModelFile.write(InventedLog.model)).provenance
        #expect(facts.learners == 24 && facts.responses == 192 && facts.heldOutLearners > 0)
        #expect(InventedLog.model != InventedLog.general)
    }

    @Test func whatWasReadPredictsTheSame() throws {
        let log = InventedLog.log(seed: 2)
        let read = try ModelFile.read(ModelFile.write(InventedLog.model))
        #expect(read.predictions(log) == InventedLog.model.predictions(log))
        #expect(Set(read.predictions(log)).count > 20, "a model that tells nothing apart shows nothing")
    }

    @Test func otherSettingsComeBackToo() throws {
        var options = InventedLog.options(seed: .max, factors: 2)
        options.settings.without = [.recency, .form]
        // Too few learners to leave any out: figures that are none.
        let model = InventedLog.fit(InventedLog.log(learners: 8), options).model
        let read = try ModelFile.read(ModelFile.write(model))
        #expect(read == model)
        #expect(read.settings.without == [.recency, .form] && read.settings.factors == 2)
        #expect(read.provenance.seed == .max)
        #expect(read.provenance.heldOutLogLoss.isNaN)
    }

    /// The layout as it is documented, byte by byte.
    @Test func theHeader() {
        let bytes = ModelFile.write(InventedLog.general)
        #expect(Array(bytes[..<16]) == [0x89, 0x53, 0x59, 0x4E, 0x43, 0x0D, 0x0A, 0x1A, 1, 0, 0, 0, 1, 0, 0, 0])
        let length = bytes[16..<24].reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(length == bytes.count - 56)
        #expect(Array(bytes[24..<56]) == SHA256.digest(bytes[56...]))
    }

    // MARK: Damage

    @Test func everyCutIsRefused() {
        let bytes = ModelFile.write(InventedLog.small)
        for count in 0..<bytes.count {
            let code = Self.refusal(Array(bytes[..<count]))
            #expect(code == (count < 5 ? .notAModel : .truncated), "\(count)")
        }
        #expect(Self.refusal(bytes + [0]) == .tooLong)
        #expect(Self.refusal(bytes + bytes) == .tooLong)
    }

    @Test func everyChangedByteIsRefused() {
        let bytes = ModelFile.write(InventedLog.small)
        for place in bytes.indices {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                let code = Self.refusal(Self.changed(bytes, from: place, to: [bytes[place] ^ mask]))
                #expect(code != nil, "\(place)")
                if place >= 24 { #expect(code == .damaged, "\(place)") }
            }
        }
    }

    /// Files that agree with their checksum and yet are none: by chance never, on purpose perhaps. Refused or read,
    /// and what is read can be shown, used and written.
    @Test func forgedContentsDoNotTrap() {
        let log = InventedLog.log(learners: 2)
        var random = SeededGenerator(seed: 3)
        var (refused, accepted) = (0, 0)
        func attempt(_ contents: [UInt8]) {
            guard let model = try? ModelFile.read(ModelFile.wrap(contents, .model)) else {
                refused += 1
                return
            }
            accepted += 1
            #expect(!ModelCard.lines(model).isEmpty)
            #expect(model.predictions(log).count == log.count)
            #expect(Self.refusal(ModelFile.write(model)) == nil)
        }
        for model in [InventedLog.general, InventedLog.model] {
            let contents = Array(ModelFile.write(model)[56...])
            for _ in 0..<150 {
                var forged = contents
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let place = Int.random(in: 0..<min(contents.count, 900), using: &random)
                    forged[place] = random.uniform() < 0.3 ? 0xFF : UInt8.random(in: 0...255, using: &random)
                }
                attempt(forged)
                attempt(Array(contents[..<Int.random(in: 0..<contents.count, using: &random)]))
            }
        }
        #expect(refused > 100 && accepted > 20, "\(refused) \(accepted)")
    }

    @Test func noiseIsNoModel() {
        var random = SeededGenerator(seed: 4)
        for length in 0..<300 {
            let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Self.refusal(noise) == .notAModel)
            // Nothing in the header can be trusted: a length near 2^64 must not overflow.
            let sized = ModelFile.signature + [1, 0, 0, 0, 1, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 8) + noise
            #expect(Self.refusal(sized) == .truncated)
        }
    }

    // MARK: Codes

    static let whole = ModelFile.write(InventedLog.small)

    /// What makes each code.
    static func example(_ code: ModelFileError.Code) -> [UInt8] {
        switch code {
        case .notAModel: Array("learner,item,score\n".utf8)
        case .textCopy: changed(whole, from: 0, to: [0x3F])
        case .truncated: whole.dropLast()
        case .tooLong: whole + [0x0A]
        case .damaged: changed(whole, from: whole.count - 1, to: [~(whole.last ?? 0)])
        case .newerVersion: changed(whole, from: 8, to: [2])
        case .olderVersion: changed(whole, from: 8, to: [0])
        case .otherKind: ModelFile.write(checkpointOf: ModelFit(InventedLog.log(), options: InventedLog.options()))
        }
    }

    @Test(arguments: ModelFileError.Code.allCases) func everyCodeIsMet(_ code: ModelFileError.Code) {
        do {
            _ = try ModelFile.read(Self.example(code))
            Issue.record("was read")
        } catch {
            #expect(error.code == code)
            #expect(!error.message.isEmpty && !error.remedy.isEmpty)
            #expect(error.description.contains("(\(code.rawValue))"))
        }
    }

    /// What programs make of the file when they take it for text.
    @Test func copiesAsText() throws {
        let bytes = Self.whole
        func replacing(_ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
            var result: [UInt8] = []
            var place = 0
            while place < bytes.count {
                if bytes[place...].starts(with: old) {
                    result += new
                    place += old.count
                } else {
                    result.append(bytes[place])
                    place += 1
                }
            }
            return result
        }
        // Line ends: of Windows to Unix, of Unix to Windows, all to those of old Macs.
        #expect(Self.refusal(replacing([0x0D, 0x0A], [0x0A])) == .textCopy)
        #expect(Self.refusal(replacing([0x0A], [0x0D, 0x0A])) == .textCopy)
        #expect(Self.refusal(replacing([0x0D, 0x0A], [0x0D])) == .textCopy)
        // Encodings: as UTF-8 with replacement characters, from Latin 1, to ASCII, seven bits.
        #expect(Self.refusal(Array(String(decoding: bytes, as: UTF8.self).utf8)) == .textCopy)
        #expect(Self.refusal(bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }) == .textCopy)
        #expect(Self.refusal(bytes.filter { $0 < 0x80 }) == .textCopy)
        #expect(Self.refusal(bytes.map { $0 & 0x7F }) == .textCopy)
        // An end of file in text on DOS.
        #expect(Self.refusal(Array(bytes[..<7])) == .truncated)
    }
}
