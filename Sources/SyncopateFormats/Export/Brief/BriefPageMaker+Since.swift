internal import Syncopate

extension BriefPageMaker {
    /// What last week's plan foretold, beside what came.
    func lastWeek() -> BriefPage.Part? {
        guard let since = advice.since else { return nil }
        let members = Set(section.learners)
        let checks = since.checks.filter { members.contains($0.learner) }
        let people = since.some(members)
        let recommended = people.reduce(0) { $0 + $1.recommended }
        let done = people.reduce(0) { $0 + $1.done }
        var blocks: [BriefPage.Block] = []
        if checks.isEmpty {
            blocks.append(
                .words("No score came in that had been foretold. \(done) of \(recommended) things were done."))
            return BriefPage.Part(heading: "Last week's forecasts", blocks: blocks)
        }
        let byItem = Dictionary(grouping: checks, by: \.item)
        let items = byItem.keys.sorted { a, b in
            let (first, second) = (byItem[a]?.count ?? 0, byItem[b]?.count ?? 0)
            return first != second ? first > second : a < b
        }
        blocks.append(
            .table(
                headings: ["Column", "Foretold", "Came (how many)", "In the range"],
                rows: items.prefix(limits.forecasts).map { item in
                    let own = byItem[item] ?? []
                    let graded = own.filter(\.isGraded)
                    return [
                        names.item(item), BriefWords.percent(mean(own.map(\.predicted))),
                        "\(BriefWords.percent(mean(own.map(\.came)))) (\(own.count))",
                        graded.isEmpty ? "-" : "\(graded.count(where: \.isInside)) of \(graded.count)",
                    ]
                }))
        var entries: [BriefPage.Entry] = []
        for (lead, isLow) in [("Far lower than foretold", true), ("Far higher than foretold", false)] {
            let far = checks.filter { $0.isGraded && !$0.isInside && ($0.came < $0.predicted) == isLow }
                .sorted { a, b in
                    let (first, second) = (abs(a.came - a.predicted), abs(b.came - b.predicted))
                    return first != second ? first > second : (a.learner, a.item) < (b.learner, b.item)
                }
            guard !far.isEmpty else { continue }
            let texts = far.map { check in
                "\(names.learner(check.learner)) \(BriefWords.percent(check.came)), not "
                    + "\(BriefWords.percent(check.predicted)) (\(names.item(check.item)))"
            }
            entries.append(
                BriefPage.Entry(
                    lead: lead, words: BriefNames.list(texts, limit: limits.forecasts, room: limits.room) + "."))
        }
        let check = since.check(of: members)
        if !check.isTooFew, let error = check.error, let rival = check.columnMeanError {
            entries.append(
                BriefPage.Entry(
                    lead: "All in all",
                    words:
                        "off by \(BriefWords.points(error)) points; the column's average would have been off by \(BriefWords.points(rival))."
                ))
        }
        entries.append(BriefPage.Entry(lead: "Of what was recommended", words: "\(done) of \(recommended) were done."))
        blocks.append(.entries(entries))
        return BriefPage.Part(heading: "Last week's forecasts", blocks: blocks)
    }

    private func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

}
