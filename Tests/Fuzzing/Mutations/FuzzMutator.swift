internal import Syncopate
internal import SyncopateFormats

/// Makes damaged files out of seeds. The same seed and number always give the same file.
package struct FuzzMutator: Sendable {
    let seeds: [FuzzSeed]
    /// Mutations put into one file at most.
    private static let limit = 6

    /// What is found in each seed that has a known score, without any damage.
    private let usualFindings: [Set<Finding>]

    init(_ seeds: [FuzzSeed]) {
        self.seeds = seeds
        usualFindings = seeds.map { seed in
            guard seed.share != nil else { return [] }
            let read = try? EvidenceReader.read(seed.input.file, options: seed.options)
            return Set(read?.findings.map(PlantedCheck.withoutLine) ?? [])
        }
    }

    /// The file of a number; `nil` if there are no seeds.
    func input(_ random: inout SeededGenerator) -> FuzzInput? {
        guard let number = seeds.indices.randomElement(using: &random) else { return nil }
        var seed = seeds[number]
        let isKept = seed.share != nil && Int.random(in: 0..<5, using: &random) < 3
        let count = Int.random(in: 1...Self.limit, using: &random)
        if case .bytes(let bytes) = seed.packing { return damaged(bytes, seed, count, &random) }
        for _ in 0..<count { damage(&seed, isKept: isKept, &random) }
        if Int.random(in: 0..<4, using: &random) == 0 { changeLineEnds(&seed, &random) }
        var input = seed.assembled(isKept: isKept)
        if !isKept, Int.random(in: 0..<3, using: &random) == 0 {
            for _ in 0..<count { ByteMutation.damage(&input.bytes, others: [], &random) }
        } else if case .zip = seed.packing, Int.random(in: 0..<6, using: &random) == 0 {
            // Checksums see to it that what is read is what was written.
            for _ in 0..<count { ByteMutation.damage(&input.bytes, others: [], &random) }
            input.level = isKept ? .unchanged : .free
        } else {
            FuzzEncoding.change(&input, &random)
        }
        input.usualFindings = usualFindings[number]
        input.statesFormat = Bool.random(using: &random)
        if input.level == .free { input.options = options(seed.options, &random) }
        return input
    }

    private func damaged(
        _ bytes: [UInt8], _ seed: FuzzSeed, _ count: Int, _ random: inout SeededGenerator
    ) -> FuzzInput {
        var bytes = bytes
        for _ in 0..<count { ByteMutation.damage(&bytes, others: [], &random) }
        return FuzzInput(
            bytes: bytes, level: .unchanged, share: seed.share, item: seed.item, options: seed.options,
            statesFormat: false, keptLines: [])
    }

    private func damage(_ seed: inout FuzzSeed, isKept: Bool, _ random: inout SeededGenerator) {
        let places = seed.members.indices.flatMap { member in
            seed.members[member].pieces.indices.filter { !isKept || !seed.members[member].pieces[$0].isKept }
                .map { (member: member, piece: $0) }
        }
        guard let place = places.randomElement(using: &random) else { return }
        var piece = seed.members[place.member].pieces[place.piece]
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: CellMutation.damage(&piece.bytes, &random)
        case 4...6:
            let others = places.map { seed.members[$0.member].pieces[$0.piece].bytes }
            ByteMutation.damage(&piece.bytes, others: others, &random)
        case 7:
            seed.members[place.member].pieces.remove(at: place.piece)
            return
        case 8:
            let times = Int.random(in: 0..<30, using: &random) == 0 ? 400 : Int.random(in: 1...3, using: &random)
            piece.isKept = false
            if piece.bytes.count * times < ByteMutation.sizeLimit {
                seed.members[place.member].pieces.insert(
                    contentsOf: repeatElement(piece, count: times), at: place.piece)
            }
            return
        default:
            guard let other = places.randomElement(using: &random), other.member == place.member else { return }
            let bytes = seed.members[other.member].pieces[other.piece].bytes
            seed.members[other.member].pieces[other.piece].bytes = piece.bytes
            piece.bytes = bytes
        }
        seed.members[place.member].pieces[place.piece] = piece
    }

    private func changeLineEnds(_ seed: inout FuzzSeed, _ random: inout SeededGenerator) {
        let end: [UInt8] = Bool.random(using: &random) ? [0x0D, 0x0A] : [0x0D]
        for member in seed.members.indices {
            for piece in seed.members[member].pieces.indices where seed.members[member].pieces[piece].end == [0x0A] {
                seed.members[member].pieces[piece].end = end
            }
        }
    }

    private func options(_ stated: ReadOptions, _ random: inout SeededGenerator) -> ReadOptions {
        var options = stated
        if Int.random(in: 0..<4, using: &random) == 0 { options.maximum = 10 }
        if Int.random(in: 0..<8, using: &random) == 0 { options.strict = true }
        if Int.random(in: 0..<4, using: &random) == 0 {
            options.decimal = Bool.random(using: &random) ? .comma : .point
        }
        if Int.random(in: 0..<4, using: &random) == 0 { options.zone = TimeZoneRules(offset: 3600) }
        if Int.random(in: 0..<4, using: &random) == 0 { options.scale = GradeScale(["a": 0.95, "b": 0.85]) }
        if Int.random(in: 0..<8, using: &random) == 0 {
            options.encoding = TextEncoding.allCases.randomElement(using: &random)
        }
        return options
    }
}
