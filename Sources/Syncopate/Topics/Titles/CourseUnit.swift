/// The place in a course that a title names: a unit, chapter, week, or the first number of a section.
public struct CourseUnit: Sendable, Hashable {
    /// What is counted.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case unit, chapter, module, topic, section, lesson, week
    }

    public var kind: Kind
    public var number: Int

    public init(kind: Kind, number: Int) {
        self.kind = kind
        self.number = number
    }

    /// What people read.
    public var title: String { "\(kind.rawValue.prefix(1).uppercased())\(kind.rawValue.dropFirst()) \(number)" }

    /// How probably two columns of one such place are of one topic, from what it is.
    var confidence: Double {
        switch kind {
        case .unit, .chapter, .topic: 0.8
        case .module: 0.75
        case .section, .lesson: 0.7
        case .week: 0.6
        }
    }

    private static let words: [(Kind, Set<String>)] = [
        (
            .unit,
            ["unit", "unité", "unite", "unidad", "unidade", "unità", "unita", "einheit", "eenheid", "lerneinheit", "u"]
        ),
        (
            .chapter,
            [
                "chapter", "chap", "ch", "kapitel", "kap", "chapitre", "capítulo", "capitulo", "cap", "capitolo",
                "hoofdstuk", "hfst",
            ]
        ),
        (.module, ["module", "mod", "modul", "módulo", "modulo", "baustein", "thème", "blok", "bloque", "bloco"]),
        (
            .topic,
            [
                "topic", "thema", "tema", "skill", "standard", "objective", "target", "outcome", "lt", "onderwerp",
                "argomento", "strand",
            ]
        ),
        (
            .section,
            ["section", "sec", "abschnitt", "sección", "seccion", "secção", "seção", "sezione", "paragraaf", "§"]
        ),
        (
            .lesson,
            [
                "lesson", "lektion", "leçon", "lecon", "lección", "leccion", "lição", "licao", "lezione", "les", "aula",
                "stunde",
            ]
        ),
        (
            .week,
            ["week", "wk", "woche", "kw", "semaine", "semana", "sem", "settimana"]
        ),
    ]
    private static let glued: [(String, Kind)] = [
        ("unit", .unit), ("u", .unit), ("ch", .chapter), ("chap", .chapter), ("kap", .chapter), ("mod", .module),
        ("wk", .week),
        ("week", .week), ("kw", .week), ("lt", .topic),
    ]
    /// Words that make the number beside them an amount.
    private static let amounts: Set<String> = [
        "points", "point", "pts", "pt", "punkte", "p", "percent", "min", "mins", "minutes", "hours", "h", "version",
        "v",
        "puntos", "punti", "pontos", "punten", "gpa",
    ]

    /// What a title names, the widest place first, with the names it has there and the positions of the tokens it was read
    /// from.
    static func read(_ tokens: [TitleToken], apartFrom taken: Set<Int>) -> (
        units: [CourseUnit], names: [String], tokens: Set<Int>
    ) {
        var units: [(unit: CourseUnit, name: String)] = []
        var used: Set<Int> = []
        for (position, token) in tokens.enumerated() where !taken.contains(position) && !used.contains(position) {
            if let found = gluedUnit(token.folded) {
                units.append((found, found.title))
                used.insert(position)
                continue
            }
            let next = position + 1 < tokens.count && !taken.contains(position + 1) ? tokens[position + 1] : nil
            if token.folded.count > 1 || token.text == "U", let kind = kind(token.folded), let next,
                let number = leadingNumber(next.folded)
            {
                units.append((CourseUnit(kind: kind, number: number), "\(token.text) \(number)"))
                used.formUnion([position, position + 1])
            } else if let number = sectionNumber(token.folded),
                next.map({ !amounts.contains($0.folded) }) ?? true,
                position == 0 || !amounts.contains(tokens[position - 1].folded)
            {
                let section = CourseUnit(kind: .section, number: number)
                units.append((section, section.title))
                used.insert(position)
            }
        }
        // A section or lesson is within a unit or chapter that stands beside it.
        units = units.enumerated().sorted { a, b in
            let (first, second) = (rank(a.element.unit.kind), rank(b.element.unit.kind))
            return first != second ? first < second : a.offset < b.offset
        }.map(\.element)
        return (units.map(\.unit), units.map(\.name), used)
    }

    private static func rank(_ kind: Kind) -> Int { Kind.allCases.firstIndex(of: kind) ?? 0 }

    private static func kind(_ word: String) -> Kind? {
        let bare = word.last == "." ? String(word.dropLast()) : word
        return words.first { $0.1.contains(bare) }?.0
    }

    /// `3`, `3.2`, `03`, `iv`: the number before a point.
    private static func leadingNumber(_ text: String) -> Int? {
        let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10]
        if let value = roman[text] { return value }
        let first = text.split(whereSeparator: { $0 == "." || $0 == "-" || $0 == "/" }).first ?? ""
        let digits = first.prefix { $0.isNumber }
        guard digits.isNumber(most: 3), first.count - digits.count <= 1, let value = Int(digits) else { return nil }
        return value
    }

    /// `3.2`, `3-2a`: a section of what its first number names. Dates and amounts have other forms.
    private static func sectionNumber(_ text: String) -> Int? {
        guard text.contains("."), !text.hasSuffix(".") else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[0].isNumber(most: 2), let value = Int(parts[0]), value > 0,
            parts[0].first != "0"
        else { return nil }
        for part in parts.dropFirst() {
            let digits = part.prefix { $0.isNumber }
            guard digits.isNumber(most: 2), digits.first != "0", part.count - digits.count <= 1 else { return nil }
        }
        return value
    }

    /// `u3l2`, `ch5`, `unit3`, `wk2`.
    private static func gluedUnit(_ text: String) -> CourseUnit? {
        for (prefix, kind) in glued where text.hasPrefix(prefix) {
            let rest = text.dropFirst(prefix.count)
            let digits = rest.prefix { $0.isNumber }
            guard digits.isNumber(most: 2), let number = Int(digits) else { continue }
            let tail = rest.dropFirst(digits.count)
            if tail.isEmpty
                || "lqthwsc.-".contains(tail.first ?? " ")
                    && tail.allSatisfy({ $0.isNumber || "lqthwscpe.-".contains($0) })
            {
                return CourseUnit(kind: kind, number: number)
            }
        }
        return nil
    }
}
