/// Why bytes cannot be taken up as a learner's record.
public enum RecordFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// They do not begin as a record does.
    case noRecord
    /// They are of a later version of this program.
    case version(UInt8)
    /// They were cut short or changed on the way.
    case damaged
    /// Their checksum is right and what they say cannot be.
    case contradictory
    /// They hold beliefs, and those are about another catalogue.
    case incompatible
    /// The table of skill sets is full.
    case tableFull

    /// The stable word.
    public var code: String {
        switch self {
        case .noRecord: "no_record"
        case .version: "version"
        case .damaged: "damaged"
        case .contradictory: "contradictory"
        case .incompatible: "incompatible"
        case .tableFull: "table_full"
        }
    }

    /// What is wrong, as a sentence without its full stop.
    public var description: String {
        switch self {
        case .noRecord: "this is no learner's record"
        case .version(let version): "the record is of version \(version), and version \(RecordBytes.version) is read"
        case .damaged: "the record was cut short or changed"
        case .contradictory: "the record contradicts itself"
        case .incompatible: "the record holds beliefs about another catalogue"
        case .tableFull: SubjectFault.tableFull.description
        }
    }

    /// What to do about it.
    public var remedy: String {
        switch self {
        case .noRecord: "give the state as it was returned"
        case .version: "use the program that wrote it, or a later one"
        case .damaged, .contradictory: "fetch the state again, or tell the learner's log anew"
        case .incompatible: "tell the learner's log anew, or give the catalogue it was made with"
        case .tableFull: SubjectFault.tableFull.remedy
        }
    }
}
