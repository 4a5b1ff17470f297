/// The records of a file of JSON: elements of a list, lines, objects one after the other, or what a member of an outer
/// object lists.
///
/// One is looked at at a time, so that a million take no more room than their bytes. A broken record is one record, and
/// the next is found again where a line begins as it did.
struct JSONRecords {
    let text: [UInt8]
    /// Members of an outer object whose elements are the records.
    var wrappers: [String] = []
    /// Whether an object with members of such names is a record, whatever it lists.
    var isRecord: (@Sendable (Set<String>) -> Bool)?
    /// Whether an element of a list may be a list of records itself, as where the pages of an answer stand in one file.
    var nestsLists = false
    /// Whether an element of a list may be an outer object with one of ``wrappers``, for the same reason.
    var nestsWrappers = false
    /// Whether a line may say something else before its object, as a log of a server does.
    var hasPrefixes = false
    /// Longest record.
    var limit = CSVScanner.cellLimit

    /// Looks at every record in order until `body` says `false`.
    func visit(_ body: (JSONRecord) -> Bool) {
        text.withUnsafeBufferPointer { bytes in
            var walk = JSONRecordWalk(bytes, self)
            walk.run(body)
        }
    }
}
