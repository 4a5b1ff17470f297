/// The live time a teacher has for small groups in the coming week.
public struct LiveTime: Sendable, Hashable {
    /// How many sessions; each is one group on one topic.
    public var sessions: Int
    /// Minutes of one session.
    public var minutes: Int
    /// Learners in one session.
    public var seats: Int

    /// One group of six for half an hour: what a teacher who says nothing is taken to have.
    public static let usual = LiveTime(sessions: 1, minutes: 30, seats: 6)

    /// No live time.
    public static let none = LiveTime(sessions: 0, minutes: 30, seats: 6)

    /// Whether there is none: nought or fewer sessions, minutes or seats.
    public var isNone: Bool { sessions <= 0 || minutes <= 0 || seats <= 0 }

    public init(sessions: Int, minutes: Int, seats: Int) {
        self.sessions = sessions
        self.minutes = minutes
        self.seats = seats
    }

    /// Reads `SESSIONSxMINUTESxSEATS`, such as `1x30x6`.
    ///
    /// `nil` unless it is three whole numbers: sessions 0 to 1,000, minutes 1 to 600, seats 1 to 1,000; `0` alone means
    /// no live time.
    public init?(text: String) {
        if text == "0" {
            self.init(sessions: 0, minutes: 30, seats: 6)
            return
        }
        let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let sessions = parts[0], let minutes = parts[1], let seats = parts[2],
            (0...1_000).contains(sessions), (1...600).contains(minutes), (1...1_000).contains(seats)
        else { return nil }
        self.init(sessions: sessions, minutes: minutes, seats: seats)
    }
}
