internal import Syncopate
internal import SyncopateFormats

/// Checks what was read of a file with evidence.
enum EvidenceCheck {
    /// Reads an input, in a format or in what it is recognised as, and checks what came of it.
    static func outcome(_ format: FileFormat?) -> @Sendable (FuzzInput) -> FuzzOutcome {
        { input in
            var options = input.options
            if input.statesFormat { options.format = format }
            do throws(ReadError) {
                let read = try EvidenceReader.read(input.file, options: options)
                return FuzzOutcome(
                    events: read.log.events.count,
                    isPlantedRead: input.level != .free && input.share != nil && PlantedCheck.isRead(read, input),
                    misreadings: faults(read) + PlantedCheck.faults(read, input) + changes(read, input, options))
            } catch {
                return FuzzOutcome(isRefused: true, misreadings: error.findings.isEmpty ? ["no reason is given"] : [])
            }
        }
    }

    /// Whether the same file is something else when it is read again, as where a table's order by chance decides; every few
    /// files, for it takes as long again.
    private static func changes(
        _ read: ImportedEvidence, _ input: FuzzInput, _ options: ReadOptions
    ) -> [String] {
        guard input.bytes.count.isMultiple(of: 4) else { return [] }
        let again = try? EvidenceReader.read(input.file, options: options)
        let isSame =
            again.map {
                $0.findings == read.findings && $0.rejects == read.rejects
                    && TidyWriter.jsonLines($0.log) == TidyWriter.jsonLines(read.log)
            } ?? false
        return isSame ? [] : ["the same file is read otherwise the second time"]
    }

    /// What contradicts itself in what was read.
    static func faults(_ read: ImportedEvidence) -> [String] {
        let log = read.log
        var faults: [String] = []
        for event in log.events {
            if (event.status == .scored) != event.score.isFinite || event.score < 0 {
                faults.append("a score of \(event.score) with the status \(event.status.word)")
            }
            if event.at.isInfinite { faults.append("a time of \(event.at)") }
            if event.attempt < 0 { faults.append("an attempt of \(event.attempt)") }
            if !event.seconds.isFinite { faults.append("a duration of \(event.seconds)") }
            if !log.learners.indices.contains(Int(event.learner)) || !log.items.indices.contains(Int(event.item)) {
                faults.append("an event of nobody or of nothing")
            }
        }
        let weights = log.items.flatMap(\.skills) + log.skillSets.flatMap { $0 }
        if !weights.allSatisfy({ $0.weight.isFinite && $0.weight >= 0 }) { faults.append("a weight that is none") }
        if log.learners.contains(where: \.id.isEmpty) { faults.append("a learner without an id") }
        if log.items.contains(where: \.id.isEmpty) { faults.append("an item without an id") }
        let counts = read.counts
        let sum =
            counts.scored + counts.excused + counts.missing + counts.notAssigned + counts.inProgress
            + counts.notYetGraded + counts.hidden + counts.unknownBlank
        if sum != log.events.count || counts.learners != log.learners.count || counts.items != log.items.count
            || counts.rejectedRows != read.rejects.count
        {
            faults.append("the counts are not of what was read")
        }
        for (rule, kept) in Dictionary(grouping: read.findings, by: \.rule) {
            let total = read.findingTotals[rule, default: 0]
            if kept.count > total || kept.count < min(total, FindingCollector.limit) {
                faults.append("\(kept.count) findings of \(total) for \(rule.rawValue)")
            }
        }
        if !read.rejects.isEmpty, !read.findings.contains(where: { $0.severity == .error }) {
            faults.append("a row was refused and nothing says why")
        }
        return faults
    }
}
