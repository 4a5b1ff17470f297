public import Syncopate

/// What whoever starts the server decides.
public struct ServerSettings: Sendable {
    /// Of the program, as `describe` tells it.
    public var version: String
    /// Most bytes of a line that comes in.
    public var lineLimit = 1 << 20
    /// Most bytes of a line that goes out.
    public var replyLimit = 61_440
    /// Most learners that are held at once.
    public var learnerLimit = 1_000_000
    /// Whether nothing may be changed by what comes in.
    public var isReadOnly = false
    /// Whether learners of whom nothing was observed are refused rather than taken for new.
    public var isStrict = false
    /// Seed of lots where a request has none.
    public var seed = 0
    public var practice = PracticeSettings()
    /// What a class is like where a cohort does not say.
    public var setting = Setting()
    /// Live time of a cohort that does not say.
    public var live = LiveTime.usual
    /// What there is to go by about the modes.
    public var modes: ModeEvidence
    /// Nanoseconds on a clock that only goes forward, for `stats` to say where the time goes; `nil`: it says nothing of it.
    public var clock: (@Sendable () -> UInt64)?

    public init(version: String, modes: ModeEvidence) {
        self.version = version
        self.modes = modes
    }

    /// Range of seeds: those that every JSON reader keeps exactly.
    static let seeds = 0...9_007_199_254_740_991
    /// Smallest limits of a line.
    public static let leastLimit = 4_096
}
