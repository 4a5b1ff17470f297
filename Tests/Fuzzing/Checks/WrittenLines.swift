internal import Syncopate
internal import SyncopateFormats

/// JSON lines with texts that are hard to read, written by the rules of RFC 8259: every one has to come back.
enum WrittenLines {
    private static let parts: [Unicode.Scalar] = [
        "a", "\"", "\\", "/", "\u{1}", "\u{8}", "\t", "\n", "\r", "\u{1F}", "\u{7F}", "é", "\u{2028}", "😀",
        "\u{10FFFF}", "{",
        "]", ",", ":", "u",
    ]

    static let trial: @Sendable (inout SeededGenerator, (FuzzInput) -> Void) -> FuzzOutcome = { random, show in
        var rows: [(learner: String, item: String, points: Int)] = []
        var text = ""
        let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        for row in 0..<Int.random(in: 1...30, using: &random) {
            let learner = "l\(row)" + word(&random) + "x"
            let item = "i\(row)" + word(&random) + "x"
            let points = Int.random(in: 0...400, using: &random)
            rows.append((learner, item, points))
            var members = [
                "\"learner\":\(quoted(learner, &random))", "\"item\":\(quoted(item, &random))",
                "\"score\":\(number(points, &random))", "\"max\":4",
                "\"other\":[{\"item\":\"n\"},[null,1e-3,\"\\u00e9\"]]",
            ]
            members.shuffle(using: &random)
            text +=
                "{" + members.joined(separator: [",", " , ", ",\t"].randomElement(using: &random) ?? ",") + "}" + end
        }
        let input = FuzzInput(
            bytes: Array(text.utf8), level: .free, share: nil, item: "", options: ReadOptions(),
            statesFormat: Bool.random(using: &random), keptLines: [])
        show(input)
        return WrittenTable.outcome(input, rows, format: .tidyJSONLines)
    }

    private static func word(_ random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            text.unicodeScalars.append(parts.randomElement(using: &random) ?? "a")
        }
        return text
    }

    /// The same number, one way or another.
    private static func number(_ points: Int, _ random: inout SeededGenerator) -> String {
        let plain = WrittenTable.hundredths(points, ".")
        return [plain, "\(points)e-2", "\(points)E-02", "\"\(plain)\""].randomElement(using: &random) ?? plain
    }

    private static func quoted(_ text: String, _ random: inout SeededGenerator) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            let mustEscape = scalar == "\"" || scalar == "\\" || scalar.value < 0x20
            guard mustEscape || Int.random(in: 0..<5, using: &random) == 0 else {
                written.unicodeScalars.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
                written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return written + "\""
    }
}
