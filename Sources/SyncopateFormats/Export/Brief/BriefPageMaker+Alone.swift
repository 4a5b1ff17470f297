internal import Syncopate

extension BriefPageMaker {
    /// Own time in lines for the board.
    func ownTime() -> BriefPage.Part {
        guard !section.board.isEmpty || !section.exceptions.isEmpty else {
            return BriefPage.Part(heading: "Own time", blocks: [.words("Nobody to give anything to.")])
        }
        var entries = section.board.map { task in
            BriefPage.Entry(
                lead: (task.topic.map { BriefNames.isolated($0) + " · " } ?? "") + BriefWords.what(task, names: names),
                words: BriefWords.who(task, names: names, limits: limits))
        }
        let alone = section.exceptions.flatMap { task in
            task.parts.flatMap { part in
                part.learners.map { learner in (learner, task, part) }
            }
        }.sorted { $0.0 < $1.0 }
        if !alone.isEmpty {
            let words = alone.map { learner, task, part in
                let what = task.item == nil ? "" : part.action.words + " "
                return "\(names.learner(learner)): \(what)\(BriefWords.what(task, names: names)) "
                    + "(\(BriefWords.minutes(part.minutes)))"
            }
            entries.append(
                BriefPage.Entry(
                    lead: section.board.isEmpty ? "One by one" : "By themselves",
                    words: BriefNames.list(words, limit: limits.exceptions, room: 2 * limits.room) + "."))
        }
        return BriefPage.Part(heading: "Own time: lines for the board", blocks: [.entries(entries)])
    }

    // MARK: What comes next

    func readiness() -> BriefPage.Part {
        let ready = section.readiness
        let heading = "Ready for what comes next?"
        guard !ready.columns.isEmpty else {
            return BriefPage.Part(
                heading: heading,
                blocks: [
                    .words(
                        "Nothing in the file is still to come. Export it with the columns of the coming unit (empty), or "
                            + "name them with --items (assigned: no), and this says who is likely not ready.")
                ])
        }
        let goal = BriefWords.percent(settings.goal)
        var blocks: [BriefPage.Block] = [
            .table(
                headings: ["Column", "Class average (80\u{A0}%\u{A0}sure)", "Reach \(goal)"],
                rows: ready.columns.map { column in
                    [
                        names.item(column.item)
                            + (column.isOpen ? " (still coming in: the other \(column.learners))" : ""),
                        "\(BriefWords.percent(column.mean)) (\(Rounding.percent(column.low)) to "
                            + "\(Rounding.percent(column.high)))",
                        BriefWords.count(
                            Int(
                                column.reachLow.rounded())...max(
                                    Int(column.reachLow.rounded()), Int(column.reachHigh.rounded())),
                            of: column.learners),
                    ]
                })
        ]
        var entries: [BriefPage.Entry] = []
        let odds = Dictionary(ready.unready.map { ($0.learner, $0.chance) }, uniquingKeysWith: { first, _ in first })
        if section.scores == 0 {
            entries.append(
                BriefPage.Entry(lead: "Nothing is scored yet", words: "these figures are a guess from other classes."))
        } else if ready.unready.isEmpty {
            entries.append(BriefPage.Entry(lead: "Likely not ready", words: "nobody of whom there are scores."))
        } else {
            entries.append(
                BriefPage.Entry(
                    lead: "Likely not ready (\(ready.unready.count); chance to reach \(goal))",
                    words: names.list(ready.unready.map(\.learner), limit: limits.unready, room: limits.room) {
                        "\u{A0}" + BriefWords.percent(odds[$0] ?? 0)
                    } + "."))
        }
        if ready.unknown > 0, section.scores > 0 {
            entries.append(
                BriefPage.Entry(
                    lead: "No scores yet",
                    words: "\(BriefWords.many(ready.unknown, "learner", "learners")), of whom nothing can be said."))
        }
        entries += carriers(ready)
        blocks.append(.entries(entries))
        return BriefPage.Part(heading: heading, blocks: blocks)
    }

    /// What carries most of what comes, each topic once.
    private func carriers(_ ready: BriefReadiness) -> [BriefPage.Entry] {
        var seen: Set<Int> = []
        return ready.columns.compactMap(\.carrier).filter { seen.insert($0.topic).inserted }.prefix(1).map { carrier in
            BriefPage.Entry(
                lead: "Revise first: \(BriefNames.isolated(carrier.title))",
                words: "who does well on it tends to do well on what comes, and the class is expected to get "
                    + "\(BriefWords.ofTen(carrier.success)) right on it now.")
        }
    }

    // MARK: Who has gone quiet

    func quiet() -> BriefPage.Part {
        let heading = "Gone quiet"
        var blocks: [BriefPage.Block] = []
        if !section.quiet.isEmpty {
            let shown = section.quiet.prefix(limits.quiet)
            blocks.append(
                .table(
                    headings: ["Learner", "Handed in lately", "Before that", "Classmates lately", "Really a change"],
                    rows: shown.map { quiet in
                        [
                            names.learner(quiet.learner),
                            "\(quiet.recent) of the last \(quiet.recentAsked)"
                                + (quiet.zeros > 0
                                    ? " (\(quiet.zeros) \(quiet.zeros == 1 ? "stands" : "stand") at 0)" : ""),
                            "\(quiet.earlier) of \(quiet.earlierAsked)",
                            quiet.classmates.isFinite ? BriefWords.percent(quiet.classmates) : "-",
                            "\(BriefWords.percent(quiet.probability)) likely",
                        ]
                    }))
            if shown.count < section.quiet.count {
                blocks.append(
                    .words(
                        "And "
                            + names.list(
                                section.quiet.dropFirst(shown.count).map(\.learner), limit: limits.names,
                                room: limits.room)
                            + "."))
            }
        } else if section.pastWork < Self.leastWork {
            blocks.append(
                .words(
                    "Too little past work to tell: \(BriefWords.many(section.pastWork, "column", "columns")), and it takes "
                        + "\(Self.leastWork)."))
        } else {
            blocks.append(.words("Nobody hands in clearly less than before."))
        }
        if !section.silent.isEmpty {
            blocks.append(
                .entries([
                    BriefPage.Entry(
                        lead: "Nothing handed in at all so far",
                        words: names.list(section.silent, limit: limits.names, room: limits.room) + ".")
                ]))
        }
        return BriefPage.Part(heading: heading, blocks: blocks)
    }

    /// Fewest past columns from which a change can be seen.
    static let leastWork = 6
}
