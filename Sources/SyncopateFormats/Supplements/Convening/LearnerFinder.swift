public import Syncopate

/// Finds the learners that a file or an option names, by id or name.
public struct LearnerFinder: Sendable {
    /// What a name may mean.
    public enum Found: Sendable, Hashable {
        /// Position of the one learner.
        case learner(Int)
        /// Several learners are called so.
        case several
        /// Nobody is.
        case nobody
    }

    private var ids: [String: Int] = [:]
    /// Without regard to case, blanks, and which of two names comes first.
    private var names: [String: [Int]] = [:]

    public init(_ learners: [Learner]) {
        for (place, learner) in learners.enumerated() {
            if ids[learner.id] == nil { ids[learner.id] = place }
            for name in Self.spellings(of: learner) { names[name, default: []].append(place) }
        }
    }

    /// The learner with that id, else the one of that name, as "Last, First" or "First Last", in any case.
    public func find(_ name: String) -> Found {
        if let place = ids[name] { return .learner(place) }
        let found = names[Self.fold(name)] ?? []
        if found.count == 1 { return .learner(found[0]) }
        return found.isEmpty ? .nobody : .several
    }

    /// Position of the learner whose id or name is most like one that is nobody's; `nil` where none is near.
    private func nearest(to name: String) -> Int? {
        let all = Dictionary(
            ids.map { (Self.fold($0.key), $0.value) } + names.map { ($0.key, $0.value[0]) },
            uniquingKeysWith: { first, second in min(first, second) })
        return NearestNames.among(all.keys.sorted(), to: Self.fold(name), count: 1).first.flatMap { all[$0] }
    }

    /// Learners with commas between them, each once; a name may have a comma itself.
    ///
    /// - Returns: positions, and which of the names, from 1, are nobody's or those of several.
    public func list(_ text: String) -> (places: [Int], faults: [(number: Int, found: Found)]) {
        let parts = text.split(separator: ",").map { part in
            part.split { $0.isWhitespace }.joined(separator: " ")
        }.filter { !$0.isEmpty }
        var places: [Int] = []
        var faults: [(number: Int, found: Found)] = []
        var next = 0
        var number = 0
        while next < parts.count {
            number += 1
            var (found, length) = (Found.nobody, 1)
            // The longest name counts, also where several have it: its first half is then no name of its own.
            for tried in [2, 1] where found == .nobody && next + tried <= parts.count {
                found = find(parts[next..<(next + tried)].joined(separator: ", "))
                if found != .nobody { length = tried }
            }
            if case .learner(let place) = found {
                if !places.contains(place) { places.append(place) }
            } else {
                faults.append((number, found))
            }
            next += length
        }
        return (places, faults)
    }

    /// What a message says about a name that is nobody's, without naming anybody.
    func remedy(_ name: String) -> String {
        if find(name) == .several { return "write the id, since several have that name" }
        let words = "write the id or the name as the input has it"
        return nearest(to: name).map { "\(words); the nearest is its learner number \($0 + 1)" } ?? words
    }

    private static func spellings(of learner: Learner) -> Set<String> {
        guard !learner.name.isEmpty else { return [] }
        var spellings: Set<String> = [fold(learner.name)]
        let parts = learner.name.split(separator: ",", maxSplits: 1)
        if parts.count == 2 { spellings.insert(fold("\(parts[1]) \(parts[0])")) }
        return spellings
    }

    private static func fold(_ name: String) -> String {
        name.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}

extension FindingCollector {
    /// Position of the learner that a cell names, or `nil` and a note.
    mutating func learner(
        _ name: String, in finder: LearnerFinder, line: Int, column: Int?, header: String
    ) -> Int? {
        let found = finder.find(name)
        if case .learner(let place) = found { return place }
        add(
            .unknownLearner, line: line, column: column, header: header,
            found == .several ? "several learners have this name" : "no learner of the input has this id or name",
            remedy: finder.remedy(name))
        return nil
    }
}
