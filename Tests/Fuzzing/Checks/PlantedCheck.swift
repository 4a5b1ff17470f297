internal import Syncopate
package import SyncopateFormats

/// Whether the score that was known beforehand was read as it stands.
package enum PlantedCheck {
    /// What is wrong with the planted score as it was read.
    package static func faults(_ read: ImportedEvidence, _ input: FuzzInput) -> [String] {
        guard let share = input.share, input.level != .free else { return [] }
        let found = events(read.log, input)
        if let wrong = found.first(where: { $0.status == .scored && $0.score != share }) {
            return ["the planted score is \(share) and was read as \(wrong.score)"]
        }
        guard input.level == .whole, !found.contains(where: { $0.status == .scored }), !isReported(read, input) else {
            return []
        }
        return [
            found.first.map { "the planted score was read as \($0.status.word), and nothing says why" }
                ?? "the planted score is lost, and nothing says so"
        ]
    }

    /// Whether the planted score is among what was read, if there is one.
    package static func isRead(_ read: ImportedEvidence, _ input: FuzzInput) -> Bool {
        input.share.map { share in events(read.log, input).contains { $0.score == share } } ?? true
    }

    private static func events(_ log: EvidenceLog, _ input: FuzzInput) -> [Event] {
        log.events.filter { event in
            let (learner, item) = (log.learners[Int(event.learner)], log.items[Int(event.item)])
            // A quote that was damaged may have taken the planted row into the name of somebody else.
            let isWhole = !(learner.id + learner.name).contains(where: \.isNewline)
            return isWhole && (learner.id.contains(FuzzSeed.learner) || learner.name.contains(FuzzSeed.learner))
                && (item.id.contains(input.item) || item.title.contains(input.item))
        }
    }

    /// A finding wherever it stands: damage to other rows moves it.
    static func withoutLine(_ finding: Finding) -> Finding {
        var finding = finding
        finding.line = nil
        return finding
    }

    /// Whether something says that the planted row was not read, or the file, or the item.
    private static func isReported(_ read: ImportedEvidence, _ input: FuzzInput) -> Bool {
        let isRefused = read.rejects.contains { row in
            String(decoding: row.bytes, as: UTF8.self).contains(FuzzSeed.learner)
        }
        return isRefused
            || read.findings.contains { finding in
                // What is said of the file without any damage says nothing of the damage.
                if input.usualFindings.contains(withoutLine(finding)) { return false }
                // In an archive a finding says which line of which of its files is meant, so any will do.
                return finding.line.map { input.keptLines.isEmpty || input.keptLines.contains($0) } ?? true
                    || finding.columnHeader.contains(input.item) || finding.message.contains(input.item)
            }
            || read.findingTotals.values.contains { $0 > FindingCollector.limit }
    }
}
