public import Syncopate

/// What changed since a plan, in a few sentences that name no learner.
public enum SinceSummary {
    /// The sentences, one a line.
    ///
    /// - Parameter learners: positions of the learners they are about; `nil`: everybody.
    public static func lines(
        _ report: SinceReport, advice: ClassAdvice, gradebook: Gradebook, learners: Set<Int>? = nil
    ) -> [String] {
        [done(report, learners)] + topics(report, advice, learners) + [forecasts(report, learners)]
            + (learners == nil
                ? [ways(report)] + corrections(report) + change(report.change) : [])
    }

    private static func done(_ report: SinceReport, _ learners: Set<Int>?) -> String {
        let people = report.some(learners)
        let recommended = people.reduce(0) { $0 + $1.recommended }
        let scores = people.reduce(0) { $0 + $1.newScores }
        let with = people.count { $0.newScores > 0 }
        let came =
            scores == 0
            ? "no new score came in"
            : "\(count(scores, "new score", "new scores")) came in, from \(with) of \(count(people.count, "learner", "learners"))"
        return
            "Of \(count(recommended, "thing", "things")) recommended, \(people.reduce(0) { $0 + $1.done }) were done; \(came)."
    }

    private static func topics(_ report: SinceReport, _ advice: ClassAdvice, _ learners: Set<Int>?) -> [String] {
        report.topics(of: learners).map { tally in
            var line =
                "\(advice.skills[tally.topic].title): \(Rounding.percent(tally.before)) % then, \(Rounding.percent(tally.now)) % now, "
                + "of \(count(tally.learners, "learner", "learners")) with new scores"
            if tally.rose + tally.fell == 0 {
                line += "; nobody clearly rose or fell beside the class"
            } else {
                let chance = Rounding.decimals((1 - TopicChange.clear) * Double(tally.learners), 1)
                line +=
                    "; beside the class \(tally.rose) clearly rose and \(tally.fell) fell (chance alone gives about \(figure(chance)) each)"
            }
            return line + "."
        }
    }

    private static func forecasts(_ report: SinceReport, _ learners: Set<Int>?) -> String {
        let check = report.check(of: learners)
        guard check.count > 0 else { return "No score came in that had been forecast." }
        let about =
            "\(count(check.count, "forecast", "forecasts")) checked, on \(count(check.columns, "column", "columns"))"
        guard !check.isTooFew else { return "\(about): too few to tell how good they are." }
        var parts: [String] = []
        if let coverage = check.coverage {
            parts.append("\(Rounding.percent(coverage)) % of the scores fell inside the 80 % intervals")
        }
        if let mean = check.meanError {
            let size = figure(Rounding.decimals(abs(mean) * 100, 1))
            parts.append(
                size == "0"
                    ? "as high as expected on average"
                    : "\(size) points \(mean > 0 ? "higher" : "lower") than expected on average")
        }
        if let error = check.error, let rival = check.columnMeanError {
            parts.append(
                "they miss by \(figure(Rounding.decimals(error * 100, 1))) points, column means by "
                    + "\(figure(Rounding.decimals(rival * 100, 1)))")
        }
        return "\(about): \(parts.joined(separator: "; "))."
    }

    private static func ways(_ report: SinceReport) -> String {
        let told = report.told
        let far = report.gains.isEmpty ? "" : " (\(count(report.gains.count, "gain", "gains")) so far)"
        guard told.said > 0 else {
            return
                "The plan does not say what happened, so nothing new is learnt about together and apart\(far): fill in "
                + "its column happened."
        }
        let said =
            "\(told.said) of \(count(told.rows, "row", "rows")) of the plan say what happened, \(told.inMode) of them how"
        if report.newGains > 0 {
            return "\(said); \(count(report.newGains, "new gain is", "new gains are")) learnt from\(far)."
        }
        let why =
            told.inMode == 0
            ? "nothing is learnt about together and apart"
            : told.alone > 0
                ? "nothing is learnt yet, since all whose scores came in on a topic worked on it in the same way"
                : "nothing is learnt yet, since no other score on those topics came in"
        return "\(said); \(why)\(far)."
    }

    private static func corrections(_ report: SinceReport) -> [String] {
        var (moved, left, zeros) = (0, 0, 0)
        for correction in report.corrections {
            switch correction {
            case .topicMoved: moved += 1
            case .notMyStudent: left += 1
            case .zeroWasReal: zeros += 1
            }
        }
        let parts = [
            moved > 0 ? "\(count(moved, "item", "items")) moved to another topic" : nil,
            left > 0 ? "\(count(left, "learner", "learners")) left out as not yours" : nil,
            zeros > 0 ? "\(count(zeros, "zero", "zeros")) taken as real" : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? [] : ["Corrections that stand: \(parts.joined(separator: ", "))."]
    }

    private static func change(_ change: ClassChange) -> [String] {
        var parts: [String] = []
        if !change.renamed.isEmpty {
            parts.append("renamed: " + list(change.renamed.map { "\($0.old) is now \($0.new)" }))
        }
        if !change.vanished.isEmpty { parts.append("gone: " + list(change.vanished)) }
        if !change.added.isEmpty { parts.append("new columns: " + list(change.added)) }
        if change.goneLearners > 0 { parts.append("\(count(change.goneLearners, "learner", "learners")) gone") }
        if change.newLearners > 0 { parts.append("\(count(change.newLearners, "learner", "learners")) new") }
        return parts.isEmpty ? [] : ["In the file, \(parts.joined(separator: "; "))."]
    }

    private static func list(_ titles: [String]) -> String {
        titles.prefix(4).map { Finding.shortened($0) }.joined(separator: ", ")
            + (titles.count > 4 ? " and \(titles.count - 4) more" : "")
    }

    private static func figure(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : "\(value)"
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
