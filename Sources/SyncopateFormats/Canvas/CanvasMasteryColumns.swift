/// The columns of the Learning Mastery Gradebook: who it is, then of each outcome its result and its points for mastery.
///
/// Canvas writes headers in the language of whoever exports (`outcome_path_result` and `outcome_path_mastery_points`,
/// outcome_results.rb), so that in languages not known here columns are told by their order, and by what all pairs have
/// in common.
struct CanvasMasteryColumns {
    /// An outcome's columns and what both headers say of it.
    struct Outcome {
        var result: Int
        /// `nil` where the column is missing.
        var mastery: Int?
        /// The groups it is in and its name.
        var path: String
    }

    /// Where the outcomes begin: after a name, an id and mostly an id of the school's.
    let first: Int
    let outcomes: [Outcome]

    /// What stands after an outcome in both headers, lower case: English and German (config/locales of Canvas).
    private static let words = [(" result", " mastery points"), ("-ergebnis", "-leistungszielpunkte")]

    /// - Parameter isStated: whether somebody says that it is one, so that any pairs will do.
    init?(_ headers: [String], isStated: Bool) {
        var headers = headers
        while headers.last?.isEmpty == true { headers.removeLast() }
        let known = Self.known(headers)
        let first = known?.first ?? (headers.count.isMultiple(of: 2) ? 2 : 3)
        guard first >= 2, headers.count >= first + 2 else { return nil }
        // In a language not known here any table of scores before and after would look the same.
        guard known != nil || isStated,
            let outcomes = known?.outcomes ?? Self.alike(headers, first)
        else { return nil }
        self.first = first
        self.outcomes = outcomes
    }

    /// Columns with the words of a language known here, and the first of them.
    private static func known(_ headers: [String]) -> (first: Int, outcomes: [Outcome])? {
        let lower = headers.map { $0.lowercased() }
        for (result, mastery) in words {
            var points: [String: Int] = [:]
            for position in lower.indices where lower[position].hasSuffix(mastery) {
                let path = String(headers[position].dropLast(mastery.count))
                points[path] = points[path] ?? position
            }
            let outcomes = lower.indices.filter { lower[$0].hasSuffix(result) }.map { position in
                let path = String(headers[position].dropLast(result.count))
                return Outcome(result: position, mastery: points[path], path: path)
            }
            guard let first = outcomes.first?.result, let least = points.values.min() else { continue }
            return (min(first, least), outcomes)
        }
        return nil
    }

    /// Pairs of columns in which the same stands after the outcome.
    private static func alike(_ headers: [String], _ first: Int) -> [Outcome]? {
        var outcomes: [Outcome] = []
        var after: (String, String)?
        for position in stride(from: first, to: headers.count - 1, by: 2) {
            let (one, other) = (headers[position], headers[position + 1])
            let start = sharedStart(one, other)
            let rest = (String(one.dropFirst(start.count)), String(other.dropFirst(start.count)))
            let path = trimmed(start)
            guard !path.isEmpty, rest.0 != rest.1, after.map({ $0 == rest }) != false else { return nil }
            after = rest
            outcomes.append(Outcome(result: position, mastery: position + 1, path: path))
        }
        return outcomes
    }

    /// What two headers begin with, up to the end of a word where the outcome's name has one.
    private static func sharedStart(_ one: String, _ other: String) -> String {
        let shared = String(zip(one, other).prefix { $0 == $1 }.map(\.0))
        guard let last = shared.lastIndex(where: { !$0.isLetter && !$0.isNumber }) else { return shared }
        let words = String(shared[...last])
        return trimmed(words).hasSuffix(">") ? shared : words
    }

    private static func trimmed(_ path: String) -> String {
        var path = path
        while let last = path.last, " -–—:(".contains(last) { path.removeLast() }
        return path
    }
}
