internal import Syncopate
internal import SyncopateFormats

/// Tables of cells that are hard to read, written by the rules of RFC 4180: every cell has to come back.
enum WrittenTable {
    private static let parts = [
        "a", "é", "7", ",", ";", "\t", "\"", "\n", "\r\n", "\r", "'", "|", "😀", "=", " ", ".", "\\",
    ]

    static let trial: @Sendable (inout SeededGenerator, (FuzzInput) -> Void) -> FuzzOutcome = { random, show in
        let delimiter = [",", ";", "\t"].randomElement(using: &random) ?? ","
        let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        let hasPoint = Bool.random(using: &random)
        var rows: [(learner: String, item: String, points: Int)] = []
        var text = (["learner", "item", "score", "max"].joined(separator: delimiter)) + end
        for row in 0..<Int.random(in: 1...30, using: &random) {
            let learner = "l\(row)" + cell(&random) + "x"
            let item = "i\(row)" + cell(&random) + "x"
            let points = Int.random(in: 0...400, using: &random)
            rows.append((learner, item, points))
            let score = hundredths(points, hasPoint ? "." : ",")
            let cells = [learner, item, score, "4"].map { quoted($0, delimiter, &random) }
            text += cells.joined(separator: delimiter) + end
        }
        let input = FuzzInput(
            bytes: Array(text.utf8), level: .free, share: nil, item: "",
            options: ReadOptions(decimal: hasPoint ? .point : .comma), statesFormat: Bool.random(using: &random),
            keptLines: [])
        show(input)
        return outcome(input, rows, format: .tidyCSV)
    }

    /// Reads an input and compares it with what was written.
    static func outcome(
        _ input: FuzzInput, _ rows: [(learner: String, item: String, points: Int)], format: FileFormat
    ) -> FuzzOutcome {
        var options = input.options
        if input.statesFormat { options.format = format }
        let read: ImportedEvidence
        do throws(ReadError) { read = try EvidenceReader.read(input.file, options: options) } catch {
            return FuzzOutcome(isRefused: true, misreadings: ["a sound file is refused: \(error)"])
        }
        var faults = EvidenceCheck.faults(read)
        let found = read.log.events.map { event in
            let (learner, item) = (read.log.learners[Int(event.learner)], read.log.items[Int(event.item)])
            return "\(learner.id)|\(item.id)|\(event.score)"
        }
        let written = rows.map { "\($0.learner)|\($0.item)|\(Double($0.points) / 100 / 4)" }
        if let place = zip(found, written).enumerated().first(where: { $1.0 != $1.1 })?.offset {
            faults.append(
                "row \(place + 1) was read as \(found[place].debugDescription), not \(written[place].debugDescription)")
        } else if found.count != written.count {
            faults.append("\(found.count) of \(written.count) rows were read")
        }
        return FuzzOutcome(events: found.count, misreadings: faults)
    }

    /// Anything, without a blank at its ends.
    private static func cell(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }

    static func hundredths(_ points: Int, _ mark: String) -> String {
        "\(points / 100)\(mark)\(points % 100 < 10 ? "0" : "")\(points % 100)"
    }

    private static func quoted(_ cell: String, _ delimiter: String, _ random: inout SeededGenerator) -> String {
        let needsQuotes = cell.unicodeScalars.contains { "\"\r\n,;\t".unicodeScalars.contains($0) }
        guard needsQuotes || Int.random(in: 0..<4, using: &random) == 0 else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
