extension PendingAnswers {
    /// A try that the source has a name for.
    private struct Attempt: Hashable {
        var learner: Int32
        var item: Int32
        var name: Int32
        var number: Int32
    }

    /// Of several results of one attempt keeps the latest: a grade that was corrected.
    ///
    /// A result with a score stays where another is only right or wrong.
    mutating func dropSuperseded(_ findings: inout FindingCollector) {
        var latest: [Attempt: Int] = [:]
        var isDropped = Array(repeating: false, count: answers.count)
        for (index, answer) in answers.enumerated() where answer.attemptName >= 0 {
            let attempt = Attempt(
                learner: answer.event.learner, item: answer.event.item, name: answer.attemptName,
                number: answer.event.attempt)
            guard let before = latest[attempt] else {
                latest[attempt] = index
                continue
            }
            // The same event once more; events are told apart by their ids later on.
            guard answer.id.isEmpty || answer.id != answers[before].id else { continue }
            let isEarlier = Self.isEarlier(answer, than: answers[before])
            let (first, second) = isEarlier ? (index, before) : (before, index)
            let kept = Self.kept(answers[first], answers[second]) ? first : second
            note(kept: answers[kept], dropped: answers[kept == first ? second : first], &findings)
            isDropped[kept == first ? second : first] = true
            latest[attempt] = kept
        }
        var index = -1
        answers.removeAll { _ in
            index += 1
            return isDropped[index]
        }
    }

    private static func isEarlier(_ answer: PendingAnswer, than other: PendingAnswer) -> Bool {
        !answer.event.at.isNaN && !other.event.at.isNaN && answer.event.at < other.event.at
    }

    /// Whether the earlier of two results stays.
    private static func kept(_ first: PendingAnswer, _ second: PendingAnswer) -> Bool {
        let areScored = first.event.status == .scored && second.event.status == .scored
        return areScored && first.hasScore && !second.hasScore
    }

    private func note(kept: PendingAnswer, dropped: PendingAnswer, _ findings: inout FindingCollector) {
        let (one, other) = (kept.event, dropped.event)
        let isSame =
            one.status == other.status && one.points.isSame(other.points) && one.isShare == other.isShare
            && one.maximum.isSame(other.maximum)
        guard !isSame, kept.hasScore == dropped.hasScore || one.status != other.status else {
            findings.add(
                .duplicateEvent, line: other.line,
                "tells of the attempt that line \(one.line) tells of, so it is read once",
                remedy: "nothing to do")
            return
        }
        findings.add(
            .supersededEvent, line: other.line,
            "the same attempt as line \(one.line) with another result; the later one, of line \(one.line), counts",
            remedy: "nothing to do if a grade was corrected")
    }
}
