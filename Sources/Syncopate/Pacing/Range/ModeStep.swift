/// One part of the coming week, in the order in which the parts are best taken.
public struct ModeStep: Sendable, Hashable {
    public var mode: Mode
    /// What it is about; `nil` where it is about several things.
    public var topic: String?
    public var minutes: Double

    public init(mode: Mode, topic: String?, minutes: Double) {
        self.mode = mode
        self.topic = topic
        self.minutes = minutes
    }
}
