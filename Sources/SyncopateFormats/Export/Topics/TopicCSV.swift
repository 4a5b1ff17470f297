public import Syncopate

/// A map of topics as CSV, to be edited and given back as a skill map: a row a column of work.
public enum TopicCSV {
    /// Writes the whole file; lines end with CR LF (RFC 4180). A column that stands for itself has no topic.
    public static func write(_ map: TopicMap, gradebook: Gradebook) -> [UInt8] {
        var text = "item,topic,weight,confidence,why,title\r\n"
        for entry in map.entries where gradebook.items.indices.contains(entry.item) {
            let item = gradebook.items[entry.item]
            let title = entry.topic.flatMap { map.topics.indices.contains($0) ? map.topics[$0].title : nil } ?? ""
            text +=
                [
                    AdviceCSV.cell(item.id), AdviceCSV.cell(title), DecimalFigure.text(entry.weight, 2),
                    DecimalFigure.text(entry.confidence, 2), AdviceCSV.cell(entry.why.sentence),
                    AdviceCSV.cell(item.title),
                ].joined(separator: ",") + "\r\n"
        }
        return Array(text.utf8)
    }
}
