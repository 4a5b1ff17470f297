internal import Syncopate

/// Finds the slots that a file names.
struct SlotFinder {
    private let names: [String]
    private var exact: [String: Int] = [:]
    private var folded: [String: [Int]] = [:]

    init(_ slots: [LiveSlot]) {
        names = slots.map(\.id)
        for (place, name) in names.enumerated() {
            if exact[name] == nil { exact[name] = place }
            folded[name.lowercased(), default: []].append(place)
        }
    }

    /// Position of the slot of this name, else the one of it in another case, or `nil` and a note, which does not quote
    /// the name: the files that name slots name learners too, and columns may be shifted.
    func position(of name: String, line: Int, column: Int?, _ findings: inout FindingCollector) -> Int? {
        if let place = exact[name] { return place }
        if let found = folded[name.lowercased()], found.count == 1 { return found[0] }
        findings.add(
            .unknownSlot, line: line, column: column, header: "slot", "there is no such slot",
            remedy: remedy(name))
        return nil
    }

    private func remedy(_ name: String) -> String {
        let nearest = NearestNames.among(names, to: name).map { "\"\(Finding.shortened($0))\"" }
        return nearest.isEmpty ? "write the name of a slot" : "did you mean \(nearest.joined(separator: " or "))?"
    }
}
