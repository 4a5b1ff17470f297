internal import Syncopate

/// Finds the items of a log that a supplement names, by id or title.
struct ItemFinder {
    private var exact: [String: [Int32]] = [:]
    private var folded: [String: [Int32]] = [:]

    init(_ log: EvidenceLog) {
        for (index, item) in log.items.enumerated() {
            let position = Int32(truncatingIfNeeded: index)
            for name in Set([item.id, item.title]) { exact[name, default: []].append(position) }
            for name in Set([item.id, item.title].map(ItemFinder.fold)) { folded[name, default: []].append(position) }
        }
    }

    /// Positions of the items meant: the one with that id, else those with that title, else without
    /// regard to case and blanks; empty if there is none.
    func positions(_ name: String, in log: EvidenceLog) -> [Int32] {
        if let position = log.position(ofItem: name) { return [position] }
        return exact[name] ?? folded[ItemFinder.fold(name)] ?? []
    }

    private static func fold(_ name: String) -> String {
        name.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}
