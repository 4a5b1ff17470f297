/// What Canvas knows a learner by, as a gradebook export or a roster says it; empty where it does not.
public struct CanvasAccount: Sendable, Hashable {
    /// `ID` of a gradebook, `canvas_user_id` of an import.
    public var canvasID: String
    /// `SIS User ID` of a gradebook, `user_id` of an import.
    public var sisID: String
    /// `SIS Login ID` of a gradebook, `login_id` of an import.
    public var login: String

    public init(canvasID: String = "", sisID: String = "", login: String = "") {
        self.canvasID = canvasID
        self.sisID = sisID
        self.login = login
    }

    /// Whether Canvas could tell from it who is meant.
    public var isKnown: Bool { !(canvasID.isEmpty && sisID.isEmpty && login.isEmpty) }

    /// Takes over what is not known yet.
    public mutating func fillIn(from other: CanvasAccount) {
        if canvasID.isEmpty { canvasID = other.canvasID }
        if sisID.isEmpty { sisID = other.sisID }
        if login.isEmpty { login = other.login }
    }
}
