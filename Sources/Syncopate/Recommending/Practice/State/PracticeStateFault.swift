/// Why bytes are no learner's state.
public enum PracticeStateFault: Error, Sendable, Hashable {
    /// They are of another version than this program reads; 0 where there are none.
    case version(found: Int)
    /// They end early: something that starts at this byte is not all there.
    case short(at: Int)
    /// They go on after the end of the state, which is at this byte.
    case long(at: Int)
    /// They are of another number of skills or items than the catalogue has.
    case shape(part: String, found: Int, expected: Int)
    /// A value at this byte is one that no state has.
    case value(name: String, at: Int)

    /// What is wrong, where, and how to mend it.
    public var message: String {
        switch self {
        case .version(let found):
            "state of version \(found), and this program reads version \(PracticeStateCode.version)"
                + ": build it anew from the learner's answers"
        case .short(let at): "state cut short at byte \(at): give back all of it"
        case .long(let at): "state goes on after its end at byte \(at): give back the state alone"
        case .shape(let part, let found, let expected):
            "state of \(found) \(part), and the catalogue has \(expected)"
                + ": build it anew from the learner's answers, or use the catalogue it was made with"
        case .value(let name, let at):
            "state has an impossible \(name) at byte \(at): give it back as it was, or build it anew from the answers"
        }
    }
}
