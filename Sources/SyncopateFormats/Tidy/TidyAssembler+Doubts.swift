internal import Syncopate

/// What is read as it stands and may be something else: it is said, so that somebody looks.
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

    /// Says once of a file that a learner has another section than before, of which the log keeps the first.
    mutating func doubtSection(of learner: Int32, _ section: UnsafeBufferPointer<UInt8>, line: Int) {
        guard !hasNotedSections, !section.isEmpty else { return }
        let known = log.learners[Int(learner)].section
        guard !known.isEmpty, !known.utf8.elementsEqual(section) else { return }
        hasNotedSections = true
        findings.add(
            .unknownSection, .warning, line: line, header: TidyField.section.rawValue,
            "a learner has another section here than before; each learner is in the first that a row names",
            remedy: "nothing to do, unless it says which part of the course an item is of: then rename the column")
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
