internal import SyncopateFormats

extension FuzzSeed {
    /// The file without damage.
    package var input: FuzzInput { assembled(isKept: true) }

    /// The file as its pieces are now.
    ///
    /// - Parameter isKept: whether what had to be kept was.
    func assembled(isKept: Bool) -> FuzzInput {
        var archive = MadeArchive()
        var text: [UInt8] = []
        var lines: Set<Int> = []
        var isWhole = isKept
        for member in members {
            text = []
            var line = 1
            for piece in member.pieces {
                if !piece.isKept, KeptCheck.mayTouchOthers(piece.bytes) { isWhole = false }
                let start = line
                line += KeptCheck.lineEnds(piece.bytes + piece.end)
                let last = KeptCheck.lineEnds(piece.end) > 0 ? line - 1 : line
                if piece.isKept { lines.formUnion(start...last) }
                text += piece.bytes + piece.end
            }
            archive.add(member.path, text)
        }
        switch packing {
        case .plain: break
        case .zip: (text, lines) = (archive.bytes, [])
        case .bytes(let bytes): text = bytes
        }
        return FuzzInput(
            bytes: text, level: isWhole ? .whole : isKept && !saysPlanted ? .unchanged : .free, share: share,
            item: item,
            options: options, statesFormat: false, keptLines: lines)
    }

    /// Whether the words that mark what is planted have come into what is not.
    private var saysPlanted: Bool {
        members.contains { $0.pieces.contains { !$0.isKept && KeptCheck.saysPlanted($0.bytes) } }
    }
}
