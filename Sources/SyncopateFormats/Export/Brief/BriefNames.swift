internal import Syncopate

/// Names and titles of a gradebook as they stand in running text: isolated from it, and in lists that end.
struct BriefNames {
    let gradebook: Gradebook
    /// Whether ids stand for names.
    let showsIDs: Bool

    /// Marks the beginning of a text that keeps its own direction (FIRST STRONG ISOLATE of Unicode Annex 9).
    static let opening: Unicode.Scalar = "\u{2068}"
    /// Marks its end (POP DIRECTIONAL ISOLATE).
    static let closing: Unicode.Scalar = "\u{2069}"

    /// A text from the file, isolated. What steers directions in it is dropped.
    static func isolated(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(opening)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: continue
            default: result.append(scalar)
            }
        }
        result.append(closing)
        return String(result)
    }

    /// The text without the marks.
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != opening && $0 != closing }))
    }

    func learner(_ position: Int) -> String {
        guard gradebook.learners.indices.contains(position) else { return "" }
        let person = gradebook.learners[position]
        return Self.isolated(showsIDs || person.name.isEmpty ? person.id : person.name)
    }

    func item(_ position: Int) -> String {
        gradebook.items.indices.contains(position) ? Self.isolated(gradebook.items[position].title) : ""
    }

    /// "Diaz, Dana; Cruz, Carlos and 6 more".
    ///
    /// - Parameters:
    ///   - limit: most of them.
    ///   - room: columns they may take together; one is shown whatever its length.
    func list(_ learners: [Int], limit: Int, room: Int, words: (Int) -> String = { _ in "" }) -> String {
        Self.list(learners.map { learner($0) + words($0) }, limit: limit, room: room)
    }

    /// The same of any texts.
    static func list(_ texts: [String], limit: Int, room: Int) -> String {
        var shown: [String] = []
        var used = 0
        for text in texts {
            let width = TextWidth.of(plain(text)) + 2
            if shown.count == limit || !shown.isEmpty && used + width > room { break }
            shown.append(text)
            used += width
        }
        // To say that one is left out takes as much room as the one.
        if shown.count == texts.count - 1, let last = texts.last, shown.count <= limit, TextWidth.of(plain(last)) < 30 {
            shown.append(last)
        }
        let rest = texts.count - shown.count
        return shown.joined(separator: "; ") + (rest > 0 ? " and \(rest)\u{A0}more" : "")
    }
}
