internal import Syncopate

/// Points as shares, and what is to be said of scores without a maximum.
extension TidyAssembler {
    /// Settles what the scores of all events are, whichever row says so.
    mutating func settleUnits() {
        var events = events
        self.events = []
        settleUnits(of: &events)
        if units.needsResolving { for index in events.indices { units.resolve(&events[index]) } }
        self.events = events
        if let stated {
            for item in log.items.indices where log.items[item].maximum == nil {
                log.update(itemAt: Int32(truncatingIfNeeded: item)) { $0.maximum = stated }
            }
        }
        noteUnknownMaxima()
    }

    /// Turns points into shares where it is known what they are out of.
    mutating func settleUnits(of events: inout [TidyEvent]) {
        for index in events.indices {
            guard let points = units.settle(&events[index]) else { continue }
            let (column, header) = place(of: events[index])
            findings.add(
                .extraCredit, line: events[index].line, column: column, header: header, excerpt: points.shortText,
                "more than the points possible; kept as extra credit", remedy: "check that it is meant")
        }
    }

    /// Notes the items some of whose scores have no maximum though the file shows points, once all events are settled.
    ///
    /// - Returns: how many scores are not known therefore.
    @discardableResult
    mutating func noteUnknownMaxima() -> Int {
        noteDifferingMaxima()
        var unknown = 0
        let incomplete = units.incomplete
        let showsPoints = incomplete.contains { $0.scores.arePoints }
        for (item, count, scores) in incomplete {
            switch units.reading(item: Int32(clamping: item)) {
            case .unknown(let maximaDiffer):
                unknown += count
                noteUnknown(scores, item, maximaDiffer: maximaDiffer)
            case .points(let maximum): note(scores, count, item, outOf: maximum)
            case .shares: if showsPoints { noteShares(scores, item) }
            }
        }
        return unknown
    }

    private mutating func noteUnknown(_ scores: TidyUnits.Bare, _ item: Int, maximaDiffer: Bool) {
        let (column, header) = place(of: scores.example)
        let name = name(item)
        let reason =
            maximaDiffer
            ? "have no maximum, and other rows state different ones"
            : scores.example.points > 1
                ? "are above 1 and no maximum says what they are out of"
                : "are points and no maximum says what they are out of"
        findings.add(
            .maximumMissing, line: scores.example.line, column: column, header: header,
            excerpt: scores.example.points.shortText,
            "scores of item \"\(name)\" \(reason), so none of its scores without one were read",
            remedy: "\(maximumRemedy), or read with --max")
    }

    private mutating func note(_ scores: TidyUnits.Bare, _ count: Int, _ item: Int, outOf maximum: Double) {
        let (column, header) = place(of: scores.example)
        let name = name(item)
        findings.add(
            .maximumMissing, .warning, line: scores.example.line, column: column, header: header,
            excerpt: scores.example.points.shortText,
            "\(count == 1 ? "a score" : "\(count) scores") of item \"\(name)\" without a maximum "
                + "\(count == 1 ? "is" : "are") read as points out of \(maximum.shortText), as other rows of it state",
            remedy: "fill in max in every row")
        guard scores.largest.points > maximum else { return }
        let (largestColumn, largestHeader) = place(of: scores.largest)
        findings.add(
            .extraCredit, line: scores.largest.line, column: largestColumn, header: largestHeader,
            excerpt: scores.largest.points.shortText, "more than the points possible; kept as extra credit",
            remedy: "check that it is meant")
    }

    private mutating func noteShares(_ scores: TidyUnits.Bare, _ item: Int) {
        let (column, header) = place(of: scores.example)
        let name = name(item)
        findings.add(
            .mixedUnits, line: scores.example.line, column: column, header: header,
            excerpt: scores.example.points.shortText,
            "no score of item \"\(name)\" is above 1, so they are read as shares, though those of other items are points",
            remedy: maximumRemedy)
    }

    private mutating func noteDifferingMaxima() {
        // Of scores without a maximum something else is said.
        let bare = Set(units.incomplete.map(\.item))
        for (event, before) in units.differing where !bare.contains(Int(event.item)) {
            let name = name(Int(event.item))
            findings.add(
                .mixedUnits, .note, line: event.line,
                "item \"\(name)\" is out of \(event.maximum.shortText) here and of \(before.shortText) before; each score is "
                    + "a share of its own, and all are written out of the same",
                remedy: "nothing to do, unless these are two items")
        }
    }

    private func name(_ item: Int) -> String { Finding.shortened(log.items[item].id) }

    /// Where the score of an event stands, from 1, and what stands above it; `nil` where no one cell has it.
    func place(of event: TidyEvent) -> (column: Int?, header: String) {
        let column = Int(event.column)
        guard column > 0 else { return (nil, "") }
        return (column, column <= headers.count ? headers[column - 1] : "")
    }
}
