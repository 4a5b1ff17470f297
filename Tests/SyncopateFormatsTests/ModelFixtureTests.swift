import Foundation
import Syncopate
import SyncopateFormats
import Testing

/// Kept files, as other people's disks have them: `whole.model` is a fit of 24 invented learners with six responses each
/// to three items of two skills, and each of the others is that file with one thing gone wrong.
struct ModelFixtureTests {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent("ModelFiles/\(name).model")))
    }

    /// Format 1 must stay readable for good: if this fails, mend the reader, never the file. A program that writes another
    /// format reads this one still, so only the last two lines may go then.
    @Test func formatOneIsRead() throws {
        let bytes = try Self.bytes("whole")
        #expect(bytes.count < 20_000)
        let model = try ModelFile.read(bytes)
        #expect(model.items.sorted() == ["i0", "i1", "i2"])
        #expect(model.skills.sorted() == ["s0", "s1"])
        #expect(model.provenance.learners == 24 && model.provenance.responses == 144)
        #expect((1..<24).contains(model.provenance.heldOutLearners))
        #expect(model.settings.factors == 1 && model.settings.without.isEmpty)
        #expect(model.summaries.contains { $0.name == "item | - | 1" && $0.coefficients == 3 })
        // i0 was made the hardest and i2 the easiest.
        var log = EvidenceLog()
        for (learner, item) in [("a", "i0"), ("b", "i2")] {
            log.append(
                Event(
                    learner: log.intern(Learner(id: learner)), item: log.intern(Item(id: item, title: item)),
                    status: .scored, score: 1))
        }
        let predictions = model.predictions(ResponseLog(log))
        #expect(predictions.allSatisfy { $0 > 0 && $0 < 1 })
        #expect(predictions[0] < predictions[1])

        #expect(ModelFile.version == 1)
        #expect(ModelFile.write(model) == bytes)
    }

    @Test(arguments: [
        ("truncated", ModelFileError.Code.truncated), ("flipped", .damaged), ("text-copy", .textCopy),
        ("older", .olderVersion), ("newer", .newerVersion),
    ])
    func damagedFilesAreRefused(_ name: String, _ code: ModelFileError.Code) throws {
        let bytes = try Self.bytes(name)
        do {
            _ = try ModelFile.read(bytes)
            Issue.record("\(name).model was read")
        } catch {
            #expect(error.code == code)
        }
    }

    /// The files are what they are called: whoever makes them anew, or copies them as text, hears of it.
    @Test func theDamageIsOneThingEach() throws {
        let whole = try Self.bytes("whole")
        func places(_ name: String) throws -> [Int] {
            let bytes = try Self.bytes(name)
            #expect(bytes.count == whole.count)
            return zip(whole, bytes).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
        }
        let truncated = try Self.bytes("truncated")
        #expect(truncated.count < whole.count && whole.starts(with: truncated))
        // In the last coefficient, where any bits are a number: only the checksum tells.
        #expect(try places("flipped") == [8_016])
        #expect(try places("older") == [8] && Self.bytes("older")[8] == 0)
        #expect(try places("newer") == [8] && Self.bytes("newer")[8] == 2)
        // Every CR before an LF is gone.
        let text = whole.indices.filter {
            !(whole[$0] == 0x0D && $0 + 1 < whole.count && whole[$0 + 1] == 0x0A)
        }.map { whole[$0] }
        #expect(try Self.bytes("text-copy") == text && text.count < whole.count)
    }
}
