internal import Syncopate
internal import SyncopateFormats

extension EngineHost {
    /// The state of a learner as text.
    func text(of record: LearnerRecord) throws(WireFault) -> String {
        String(decoding: Base64.encode(try course().keeper.pointee.bytes(of: record)), as: UTF8.self)
    }

    /// The record that a state as text is of.
    ///
    /// - Parameter learner: whose it has to be; empty text: a new one of theirs.
    func record(from text: String, of learner: String) throws(WireFault) -> LearnerRecord {
        let course = try course()
        guard !text.isEmpty else { return course.keeper.pointee.newRecord(of: learner) }
        guard let bytes = Base64.decode(Array(text.utf8)) else {
            throw WireFault(
                .stateIncompatible, "the state is no base64 text", path: "/state", hint: "give it as it was returned")
        }
        let record: LearnerRecord
        do throws(RecordFault) {
            record = try course.keeper.pointee.record(from: bytes)
        } catch {
            throw WireFault(.stateIncompatible, error.description, path: "/state", hint: error.remedy)
        }
        guard record.learner.utf8.elementsEqual(learner.utf8) else {
            throw WireFault(
                .stateIncompatible, "the state is another learner's", path: "/state",
                hint: "give each learner's state with that learner's rows")
        }
        return record
    }
}
