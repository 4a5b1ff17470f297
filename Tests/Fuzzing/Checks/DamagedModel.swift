internal import Syncopate
internal import SyncopateFormats
internal import SyncopateModels

/// Model files whose contents are damaged and whose checksum is right all the same.
enum DamagedModel {
    static let trial: @Sendable (inout SeededGenerator, (FuzzInput) -> Void) -> FuzzOutcome = { random, show in
        let shipped = ShippedMasteryModel.bytes
        var bytes = Array(shipped.dropFirst(ModelFile.headerSize))
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            ByteMutation.damage(&bytes, others: [shipped], &random)
        }
        bytes = ModelFile.wrap(bytes, .model)
        if Int.random(in: 0..<4, using: &random) == 0 { ByteMutation.damage(&bytes, others: [], &random) }
        let input = FuzzInput(
            bytes: bytes, level: .free, share: nil, item: "", options: ReadOptions(), statesFormat: false, keptLines: []
        )
        show(input)
        do throws(ModelFileError) {
            let model = try ModelFile.read(bytes)
            // What was read can be written, and is the same when it is read again.
            let written = ModelFile.write(model)
            let isSame = try ModelFile.write(ModelFile.read(written)) == written
            return FuzzOutcome(events: 1, misreadings: isSame ? [] : ["a model is another when it is read again"])
        } catch {
            return FuzzOutcome(isRefused: true)
        }
    }
}
