public import Syncopate

/// A map of topics for people: each topic with its columns, how sure that is, and why.
public enum TopicTable {
    /// Writes the whole text.
    ///
    /// - Parameter width: columns of the terminal, at least 40.
    public static func write(_ map: TopicMap, gradebook: Gradebook, width: Int, isStyled: Bool = false) -> [UInt8] {
        let width = min(max(width, 40), 200)
        var text = wrapped(TopicWords.summary(map), "", width)
        for (position, topic) in map.topics.enumerated() {
            let name = TextWidth.wrap(topic.title, width).joined(separator: "\n")
            text += "\n" + (isStyled ? "\u{1B}[1m\(name)\u{1B}[0m" : name) + "\n"
            if !topic.statement.isEmpty { text += wrapped(topic.statement, "  ", width) }
            text += rows(map.entries.filter { $0.topic == position }, gradebook, width)
        }
        let alone = map.entries.filter { $0.topic == nil }
        if !alone.isEmpty {
            let name = "Columns that stand for themselves"
            text += "\n" + (isStyled ? "\u{1B}[1m\(name)\u{1B}[0m" : name) + "\n" + rows(alone, gradebook, width)
        }
        text += "\n" + wrapped(map.scores.sentence, "", width)
        text += wrapped(
            "To change it: write it with --output csv --out map.csv, edit the topics, and give it to recommend as --skills "
                + "map.csv.", "", width)
        return Array(text.utf8)
    }

    private static func rows(_ entries: [TopicMap.Entry], _ gradebook: Gradebook, _ width: Int) -> String {
        let titleWidth = min(30, width * 2 / 5)
        var text = ""
        for entry in entries where gradebook.items.indices.contains(entry.item) {
            let sure = entry.topic == nil ? "" : "\(Rounding.percent(entry.confidence)) %"
            let start = "  " + TextWidth.fit(gradebook.items[entry.item].title, titleWidth) + " "
            let lead = start + TextWidth.fit(sure, 5, alignedRight: true) + "  "
            let indent = String(repeating: " ", count: titleWidth + 10)
            let lines = TextWidth.wrap(entry.why.sentence, max(width - titleWidth - 10, 12))
            for (number, line) in lines.enumerated() { text += (number == 0 ? lead : indent) + line + "\n" }
        }
        return text
    }

    private static func wrapped(_ text: String, _ indent: String, _ width: Int) -> String {
        TextWidth.wrap(text, width - indent.count).map { indent + $0 + "\n" }.joined()
    }
}
