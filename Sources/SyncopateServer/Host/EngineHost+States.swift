internal import Syncopate
internal import SyncopateFormats

extension EngineHost {
    /// The state of a learner as text.
    func text(of record: LearnerRecord) throws(WireFault) -> String {
        guard let keeper else { throw Self.noCatalogue }
        return String(decoding: Base64.encode(keeper.bytes(of: record)), as: UTF8.self)
    }

    /// The record that a state as text is of.
    ///
    /// - Parameter learner: whose it has to be; empty text: a new one of theirs.
    func record(from text: String, of learner: String) throws(WireFault) -> LearnerRecord {
        guard let keeper else { throw Self.noCatalogue }
        guard !text.isEmpty else { return keeper.newRecord(of: learner) }
        guard let bytes = Base64.decode(Array(text.utf8)) else {
            throw WireFault(
                .stateIncompatible, "the state is no base64 text", path: "/state", hint: "give it as it was returned")
        }
        let record: LearnerRecord
        do throws(RecordFault) {
            record = try withCore { (keeper) throws(RecordFault) in try keeper.record(from: bytes) }
        } catch {
            throw WireFault(.stateIncompatible, error.description, path: "/state", hint: error.remedy)
        }
        guard record.learner == learner else {
            throw WireFault(
                .stateIncompatible, "the state is another learner's", path: "/state",
                hint: "give each learner's state with that learner's rows")
        }
        return record
    }

    /// Lends the keeper to what changes its table.
    func withCore<Result>(
        _ body: (inout RecordKeeper) throws(RecordFault) -> Result
    ) throws(RecordFault) -> Result {
        guard var lent = keeper.take() else { throw .incompatible }
        defer { keeper = lent }
        return try body(&lent)
    }
}
