import Syncopate
import SyncopateFormats
import TestSupport

/// Reads text as a file called `file.csv`.
func read(
    _ text: String, _ options: ReadOptions = ReadOptions()
) throws -> ImportedEvidence {
    try EvidenceReader.read(SourceFile(name: "file.csv", bytes: Array(text.utf8)), options: options)
}

/// The refusal of a file, or `nil` if it was read.
func refusal(_ bytes: [UInt8], _ options: ReadOptions = ReadOptions()) -> ReadError? {
    do throws(ReadError) {
        _ = try EvidenceReader.read(SourceFile(name: "file.csv", bytes: bytes), options: options)
        return nil
    } catch {
        return error
    }
}

/// The refusal of a text.
func refusal(_ text: String, _ options: ReadOptions = ReadOptions()) -> ReadError? {
    refusal(Array(text.utf8), options)
}

extension ImportedEvidence {
    /// The event of a learner on an item.
    func event(_ learner: String, _ item: String) -> Event? {
        guard let learner = log.position(ofLearner: learner), let item = log.position(ofItem: item) else { return nil }
        return log.events.first { $0.learner == learner && $0.item == item }
    }

    /// Its score.
    func score(_ learner: String, _ item: String) -> Double? { event(learner, item)?.score }

    /// Its status.
    func status(_ learner: String, _ item: String) -> Status? { event(learner, item)?.status }

    /// Where a rule was broken: "line:column", in order.
    func places(_ rule: FindingRule) -> [String] {
        findings.filter { $0.rule == rule }.map { "\($0.line ?? 0):\($0.column ?? 0)" }
    }

    /// The ids of all items.
    var itemIDs: [String] { log.items.map(\.id) }
    /// The ids of all learners.
    var learnerIDs: [String] { log.learners.map(\.id) }
}
