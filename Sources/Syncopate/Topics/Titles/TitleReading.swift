/// What a title says of its topic: codes, a place in the course, content words.
struct TitleReading {
    let tokens: [TitleToken]
    /// Codes of standards, in the order of the title.
    private(set) var standards: [StandardCode] = []
    /// Places in the course, the widest first.
    let units: [CourseUnit]
    /// Their names as the title has them.
    let unitNames: [String]
    /// Content words, stemmed, each once, in the order of the title.
    let words: [String]
    /// Position of the token each word comes from.
    let wordTokens: [Int]

    init(_ title: String, standards given: StandardsFile? = nil) {
        tokens = TitleToken.split(title)
        var taken: Set<Int> = []
        for (position, token) in tokens.enumerated() {
            if let known = given?.code(token.text) {
                standards.append(known)
                taken.insert(position)
            } else if let code = CommonCoreCode.read(token.text) {
                standards.append(given?.enriched(code) ?? code)
                taken.insert(position)
            }
        }
        for found in CurriculumCode.read(tokens) where taken.isDisjoint(with: Set(found.tokens)) {
            standards.append(given?.enriched(found.code) ?? found.code)
            taken.formUnion(found.tokens)
        }
        if standards.isEmpty, let known = given?.code(inTitle: title) { standards.append(known) }
        for (position, token) in tokens.enumerated() where Self.isStage(token.folded) { taken.insert(position) }
        let place = CourseUnit.read(tokens, apartFrom: taken)
        units = place.units
        unitNames = place.names
        var words: [String] = []
        var positions: [Int] = []
        for (word, token) in TitleVocabulary.content(tokens, apartFrom: taken.union(place.tokens))
        where !words.contains(word) {
            words.append(word)
            positions.append(token)
        }
        self.words = words
        wordTokens = positions
    }

    /// `KS3`, `Y7`, `Yr10`, `GCSE`: for whom, not about what.
    private static func isStage(_ word: String) -> Bool {
        for prefix in ["ks", "y", "yr", "year", "gr"] where word.hasPrefix(prefix) {
            if word.dropFirst(prefix.count).isNumber(most: 2) { return true }
        }
        return false
    }
}
