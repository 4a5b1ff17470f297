/// What came of one rate of requests.
public struct LoadPoint: Sendable {
    /// Requests a second that were to come.
    public let offered: Double
    /// Requests a second that were answered.
    public let achieved: Double
    /// Answers that were errors.
    public let errors: Int
    /// Seconds from the moment the last was to come to its answer, less what answering one takes on average.
    let lag: Double
    /// Seconds from the first to the last.
    let span: Double
    /// Share of the time that was spent on answering.
    public let busy: Double
    /// From the moment each was to come.
    public let latencies: Latencies

    /// Whether they came at moments of their own, and not all at once.
    public var isPaced: Bool { span > 0 }

    /// Whether requests were answered as fast as they came: the last one waited for no more than a hundredth of the time.
    public var isSustained: Bool { lag <= 0.01 * span }
}
