internal import Syncopate

/// What is read as it stands and is most likely something else.
extension TidyAssembler {
    /// Says once of a file's times that they are most likely no seconds since 1970.
    mutating func doubtTime(_ seconds: Double, _ bytes: UnsafeBufferPointer<UInt8>, line: Int, column: Int?) {
        guard !hasDoubtedTimes, let doubt = TidyTimeDoubt(seconds, bytes) else { return }
        hasDoubtedTimes = true
        let header = header(column) ?? TidyField.at.rawValue
        findings.add(
            .badTime, .warning, line: line, column: column.map { $0 + 1 }, header: header,
            excerpt: String(decoding: bytes, as: UTF8.self), doubt.message, remedy: doubt.remedy)
    }

    /// Says once of a file's skills that one of them is most likely a list of several.
    mutating func doubtSkills(_ skills: [SkillWeight], line: Int, column: Int?) {
        guard !hasDoubtedSkills, let list = skills.first(where: { SkillList.looksJoined($0.skill) }) else { return }
        hasDoubtedSkills = true
        let header = header(column) ?? TidyField.skills.rawValue
        findings.add(
            .badValue, .warning, line: line, column: column.map { $0 + 1 }, header: header, excerpt: list.skill,
            SkillList.joinedMessage, remedy: SkillList.joinedRemedy)
    }

    /// The kind of an item: what the file says, else what its title says. Says so where the file's word is none.
    ///
    /// - Parameter place: positions of the columns of the kind and of the title; `nil` where there are none.
    mutating func kind(
        _ word: String, title: String, line: Int, place: (kind: Int?, title: Int?) = (nil, nil)
    ) -> (kind: ItemKind, isStated: Bool) {
        let stated = ItemKind(rawValue: word)
        if stated == nil, !word.isEmpty {
            let header = header(place.kind) ?? TidyField.kind.rawValue
            findings.add(
                .unknownKind, line: line, column: place.kind.map { $0 + 1 }, header: header, excerpt: word,
                "no such kind of item; read off the title instead",
                remedy: "one of " + ItemKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        doubtItem(title, line: line, column: place.title)
        return (stated ?? ItemKind(title: title), stated != nil)
    }

    /// Says of an item that its title is a word for a total of others.
    private mutating func doubtItem(_ title: String, line: Int, column: Int?) {
        guard TotalTitle.isOne(title) else { return }
        let header = header(column) ?? TidyField.item.rawValue
        findings.add(
            .looksLikeTotal, line: line, column: column.map { $0 + 1 }, header: header, excerpt: title,
            "a total or an average by its title; read as an item all the same",
            remedy: "take its rows away if it adds up other items")
    }

    private func header(_ column: Int?) -> String? {
        column.flatMap { headers.indices.contains($0) ? headers[$0] : nil }
    }
}
