extension MeetingGroup.Role {
    /// The stable word.
    public var code: String {
        switch self {
        case .learn: "learn"
        case .explain: "explain"
        case .summarise: "summarise"
        }
    }

    /// The role of a stable word; `nil` where there is none.
    public init?(code: String) {
        switch code {
        case "learn": self = .learn
        case "explain": self = .explain
        case "summarise": self = .summarise
        default: return nil
        }
    }
}

extension LiveSlot.Lead {
    /// The stable word.
    public var code: String {
        switch self {
        case .teacher: "teacher"
        case .peers: "peers"
        }
    }

    /// Who leads by a stable word; `nil` where there is none.
    public init?(code: String) {
        switch code {
        case "teacher": self = .teacher
        case "peers": self = .peers
        default: return nil
        }
    }
}
