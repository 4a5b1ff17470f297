/// What a header that is no format's may have been meant as, so that a refusal can say how to mend it.
struct HeaderGuess {
    /// What it looks like, as the rest of a sentence.
    let message: String
    let remedy: String

    /// Names that a column of learners, items or scores may have, and may not: too weak to read by.
    private static let weakNames: [(field: TidyField, names: Set<String>)] = [
        (
            .learner,
            [
                "name", "studentname", "fullname", "uid", "sid", "login", "candidate", "participant", "examinee",
                "person", "personid", "respondent", "subject", "learnername", "rollno", "rollnumber", "pid", "id",
            ]
        ),
        (
            .item,
            [
                "contentid", "content", "stepid", "step", "quiz", "exam", "test", "lesson", "card", "cardid", "unit",
                "column", "lexemeid", "word", "exerciseids", "topic",
            ]
        ),
        (
            .score,
            [
                "response", "resp", "result", "points", "grade", "mark", "marks", "outcome", "rating", "value",
                "pcorrect",
                "percent", "percentage",
            ]
        ),
    ]

    /// - Returns: `nil` where nothing can be said of the header.
    init?(_ preview: FilePreview) {
        if let guess = Self.separators(preview) ?? Self.events(preview.isJSON ? preview.names.sorted() : preview.header)
            ?? Self.wide(preview) ?? Self.language(preview)
        {
            message = guess.message
            remedy = guess.remedy
        } else {
            return nil
        }
    }

    private typealias Words = (message: String, remedy: String)

    /// Cells that stand between something that separates none here.
    private static func separators(_ preview: FilePreview) -> Words? {
        guard preview.header.count == 1, let header = preview.header.first else { return nil }
        if header.utf8.contains(UInt8(ascii: "|")) {
            return ("the cells stand between vertical bars", "write commas, semicolons or tabs between the cells")
        }
        let words = header.split(separator: " ").map(String.init)
        guard words.count > 2, TidyAliases(words).isComplete || words.contains("student") else { return nil }
        return ("the cells stand between spaces", "write commas, semicolons or tabs between the cells")
    }

    /// A table of events whose columns have other names.
    private static func events(_ header: [String]) -> Words? {
        let aliases = TidyAliases(header)
        var renames: [String] = []
        var lacking: [String] = []
        var undecided: [String] = []
        for (field, names) in weakNames {
            if aliases.found.contains(field) {
                if let name = header.first(where: { aliases[$0] == field }) {
                    renames.append("\(Finding.shortened(name)) to \(field.rawValue)")
                }
                continue
            }
            let several = aliases.undecided.first { $0.field == field }?.headers ?? []
            let weak = header.filter { names.contains(TidyAliases.key($0)) }
            if let one = weak.first, weak.count == 1, several.isEmpty {
                renames.append("\(Finding.shortened(one)) to \(field.rawValue)")
            } else if several.count + weak.count > 1 {
                let names = (several + weak).prefix(4).map { Finding.shortened($0) }
                undecided.append("one of \(names.joined(separator: ", ")) to \(field.rawValue)")
            } else {
                lacking.append(field.rawValue)
            }
        }
        guard lacking.count < 2, aliases.found.contains(.item) || renames.count + undecided.count > 1 else {
            return nil
        }
        // Who and what must be there, or it is a gradebook or a list of something else.
        guard !lacking.contains(TidyField.item.rawValue) else { return nil }
        var remedy = (renames + undecided).isEmpty ? "" : "rename " + (renames + undecided).joined(separator: ", ")
        if !lacking.isEmpty {
            remedy += (remedy.isEmpty ? "" : ", and ") + "add a column \(lacking.joined(separator: ", "))"
        }
        return (
            "it looks like a table of events, which needs the columns learner, item and score (or correct)",
            "\(remedy); say what points are out of in a column max"
        )
    }

    /// A learner a row, an item a column.
    private static func wide(_ preview: FilePreview) -> Words? {
        guard preview.isWide else { return nil }
        return (
            "it looks like a table with a learner a row and an item a column"
                + (preview.isBinary ? ", in 0 and 1" : "") + ", and no column says who is who",
            "begin it with the columns Student and ID, with a name and an id in each row, and say what the columns are out "
                + "of in a row Points Possible below the header, or with --max" + (preview.isBinary ? " 1" : "")
        )
    }

    /// Headers in letters that no header known here is written in.
    private static func language(_ preview: FilePreview) -> Words? {
        let foreign = preview.header.count { $0.utf8.contains { $0 >= 0x80 } }
        guard preview.header.count > 2, foreign * 2 > preview.header.count else { return nil }
        return (
            "it may be in a language whose headers are not known here",
            "set the language of the program it comes from to English and export it again; else rename its columns to "
                + "learner,item,score"
        )
    }
}
