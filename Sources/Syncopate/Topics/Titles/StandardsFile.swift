/// Standards and outcomes that a file gives: codes with what they say and what they belong to.
public struct StandardsFile: Sendable, Hashable {
    /// One of them.
    public struct Entry: Sendable, Hashable {
        /// What the file knows it by; parents name it by this.
        public var id: String
        /// The code people write; may be empty.
        public var code: String
        /// What it says, or its title.
        public var statement: String
        /// Identity of what it belongs to; empty for none.
        public var parent: String

        public init(id: String, code: String, statement: String, parent: String = "") {
            self.id = id
            self.code = code
            self.statement = statement
            self.parent = parent
        }
    }

    public private(set) var entries: [Entry] = []
    private var positions: [String: Int] = [:]
    private var codes: [String: Int] = [:]
    private var titles: [String: Int] = [:]

    public init(_ entries: [Entry] = []) { for entry in entries { add(entry) } }

    /// Adds an entry; of several with one identity or code the first counts.
    public mutating func add(_ entry: Entry) {
        guard !entry.id.isEmpty, positions[entry.id] == nil else { return }
        positions[entry.id] = entries.count
        if !entry.code.isEmpty, codes[Self.key(entry.code)] == nil { codes[Self.key(entry.code)] = entries.count }
        let title = Self.plain(entry.statement)
        if title.count >= 4, titles[title] == nil { titles[title] = entries.count }
        entries.append(entry)
    }

    /// The code a word of a title is, if the file has it. One letter or number alone is no code in a title.
    func code(_ word: String) -> StandardCode? {
        guard word.count >= 2, !word.allSatisfy(\.isNumber), let position = codes[Self.key(word)] else { return nil }
        return standard(position, code: word)
    }

    /// The outcome whose whole title stands in a title.
    func code(inTitle title: String) -> StandardCode? {
        guard !titles.isEmpty else { return nil }
        let words = Self.plain(title).split(separator: " ")
        for length in stride(from: min(words.count, 12), through: 1, by: -1) {
            for start in 0...(words.count - length) {
                if let position = titles[words[start..<(start + length)].joined(separator: " ")] {
                    return standard(position, code: entries[position].code)
                }
            }
        }
        return nil
    }

    /// A code read by its form, with what the file says of it.
    func enriched(_ code: StandardCode) -> StandardCode {
        guard let position = codes[Self.key(code.code)] else { return code }
        return standard(position, code: code.code)
    }

    /// The statement of a code, where the file has one.
    func statement(of code: String) -> String? {
        codes[Self.key(code)].map { entries[$0].statement }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The topic of an entry is what it belongs to, unless that is the whole: then it is one itself.
    private func standard(_ position: Int, code: String) -> StandardCode {
        let entry = entries[position]
        let own = code.isEmpty ? entry.id : code
        guard let parent = positions[entry.parent], parent != position, positions[entries[parent].parent] != nil else {
            return StandardCode(system: .given, code: own, topic: own, subject: entry.statement)
        }
        let above = entries[parent]
        return StandardCode(
            system: .given, code: own, topic: above.code.isEmpty ? above.id : above.code, subject: above.statement)
    }

    /// A code without regard to case, blanks and the name of its publisher.
    private static func key(_ code: String) -> String {
        var key = code.uppercased().filter { !$0.isWhitespace }
        for prefix in ["CCSS.ELA-LITERACY.", "CCSS.MATH.CONTENT.", "CCSS.MATH.", "CCSS."] where key.hasPrefix(prefix) {
            key.removeFirst(prefix.count)
            break
        }
        return key
    }

    private static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
