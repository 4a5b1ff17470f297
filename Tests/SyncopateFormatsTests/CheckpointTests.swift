import Syncopate
import Testing

@testable import SyncopateFormats

struct CheckpointTests {
    /// Fits part of the way.
    private func fit(
        _ rounds: Int, _ log: ResponseLog = InventedLog.log(), _ options: FitOptions = InventedLog.options()
    ) -> ModelFit {
        var fit = ModelFit(log, options: options)
        for _ in 0..<rounds { fit.advance() }
        return fit
    }

    @Test func aFitGoesOnAsIfItHadNeverStopped() throws {
        let whole = ModelFile.write(InventedLog.model)
        let rounds = fit(0).steps
        #expect(rounds == 5)
        for done in 0...rounds {
            let bytes = ModelFile.write(checkpointOf: fit(done))
            var resumed = fit(0)
            #expect(try ModelFile.resume(&resumed, from: bytes))
            #expect(resumed.stepsDone == done)
            #expect(ModelFile.write(checkpointOf: resumed) == bytes)
            while !resumed.isDone { resumed.advance() }
            #expect(ModelFile.write(resumed.model) == whole, "after round \(done)")
        }
    }

    @Test func aModelIsNoCheckpointAndACheckpointNoModel() {
        var start = fit(0)
        let before = start.state
        do {
            _ = try ModelFile.resume(&start, from: ModelFile.write(InventedLog.model))
            Issue.record("a model was taken for a checkpoint")
        } catch {
            #expect(error.code == .otherKind && error.remedy.contains("--checkpoint"))
        }
        #expect(start.state == before)
        do {
            _ = try ModelFile.read(ModelFile.write(checkpointOf: fit(2)))
            Issue.record("a checkpoint was taken for a model")
        } catch {
            #expect(error.code == .otherKind && error.remedy.contains("--resume"))
        }
    }

    @Test func anotherLogOrOtherOptionsAreNotGoneOnWith() throws {
        let bytes = ModelFile.write(checkpointOf: fit(2))
        var without = InventedLog.options()
        without.settings.without = [.gaps]
        // As many terms, so that only the words tell.
        var form = InventedLog.options()
        form.settings.without = [.form]
        var shorter = InventedLog.options()
        shorter.firstRounds = 0
        shorter.lastRounds = -1
        let others = [
            fit(0, InventedLog.log(seed: 9)), fit(0, InventedLog.log(learners: 23)),
            fit(0, ResponseLog(EvidenceLog())), fit(0, InventedLog.log(), InventedLog.options(seed: 1)),
            fit(0, InventedLog.log(), InventedLog.options(factors: 2)), fit(0, InventedLog.log(), without),
            fit(0, InventedLog.log(), form), fit(0, InventedLog.log(), shorter),
        ]
        for (number, other) in others.enumerated() {
            var resumed = other
            #expect(try !ModelFile.resume(&resumed, from: bytes), "\(number)")
            #expect(resumed.state == other.state, "\(number)")
        }
    }

    @Test func damageIsRefused() {
        let bytes = ModelFile.write(checkpointOf: fit(1))
        var start = fit(0)
        let before = start.state
        for place in [0, 1, 7, 8, 12, 16, 23, 24, 55, 56, bytes.count / 2, bytes.count - 1] {
            let changed = ModelFileTests.changed(bytes, from: place, to: [bytes[place] ^ 0x55])
            #expect(throws: ModelFileError.self) { try ModelFile.resume(&start, from: changed) }
            let cut = Array(bytes[..<place])
            #expect(throws: ModelFileError.self) { try ModelFile.resume(&start, from: cut) }
        }
        #expect(throws: ModelFileError.self) { try ModelFile.resume(&start, from: bytes + [0]) }
        #expect(start.state == before)
    }

    /// Contents that end early or go wrong under a checksum that holds are those of another log, and never a trap.
    @Test func forgedContentsDoNotTrap() throws {
        let contents = Array(ModelFile.write(checkpointOf: fit(1))[56...])
        for place in stride(from: 0, to: contents.count, by: max(1, contents.count / 150)) {
            var start = fit(0, InventedLog.log())
            #expect(try !ModelFile.resume(&start, from: ModelFile.wrap(Array(contents[..<place]), .checkpoint)))
            for value: UInt8 in [0x7F, 0xFF] {
                let forged = ModelFileTests.changed(contents, from: place, to: [value])
                _ = try ModelFile.resume(&start, from: ModelFile.wrap(forged, .checkpoint))
                #expect((0...start.steps).contains(start.stepsDone))
            }
        }
    }
}
