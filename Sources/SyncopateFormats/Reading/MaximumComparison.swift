public import Syncopate

/// Compares what items are out of from file to file: one item out of 4 points here and of 8 there may be two items
/// whose files have one name.
public struct MaximumComparison {
    /// Of each item what it is out of, and the file that said so first.
    private var known: [String: (maximum: Double, file: String)] = [:]

    public init() {}

    /// Takes the items of a file into account, and says which of them an earlier file has with another maximum.
    public mutating func add(_ items: [Item], file: String) -> [Finding] {
        var collector = FindingCollector(file: file)
        for item in items {
            guard let maximum = item.maximum else { continue }
            guard let earlier = known[item.id] else {
                known[item.id] = (maximum, file)
                continue
            }
            guard earlier.maximum != maximum, earlier.file != file else { continue }
            collector.add(
                .mixedUnits, .warning,
                "item \"\(Finding.shortened(item.id))\" is out of \(maximum.shortText) here and of "
                    + "\(earlier.maximum.shortText) in \(earlier.file); each score is a share of its own",
                remedy: "if they are two items, give their files or columns names of their own")
        }
        return collector.findings
    }
}
