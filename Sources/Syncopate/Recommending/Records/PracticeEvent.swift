/// What a host tells of one learner: an answer, an answer in place of an earlier one, or that an answer is taken back.
public struct PracticeEvent: Sendable, Hashable {
    /// What becomes of an event told earlier, or to be told.
    public enum Correction: Sendable, Hashable {
        /// It no longer counts, and this answer does in its place.
        case supersedes(EventID)
        /// It no longer counts; the rest of this event is not read.
        case retracts(EventID)
    }

    /// `nil`: the host gives none, and a repetition cannot be told from a second answer.
    public var id: EventID?
    /// Seconds since 1970; `nil`: of an answer that supersedes another the time of that one, else the record's clock.
    public var at: Double?
    /// Share of the maximum; held to 0...1.
    public var score: Double
    /// How certain the score is, held to 0...1: 1 as it stands, 0 says nothing.
    public var certainty: Double
    public var subject: EvidenceSubject
    public var correction: Correction?

    public init(
        id: EventID? = nil, at: Double? = nil, score: Double, certainty: Double = 1, subject: EvidenceSubject,
        supersedes: EventID? = nil
    ) {
        self.id = id
        self.at = at
        self.score = score
        self.certainty = certainty
        self.subject = subject
        correction = supersedes.map { .supersedes($0) }
    }

    /// Takes an event back.
    public init(retracting id: EventID) {
        self.init(score: 0, subject: EvidenceSubject(item: 0))
        correction = .retracts(id)
    }

    /// Moments that can be meant: the years 1 to 9999, as RFC 3339 can write them.
    public static let moments = -62_135_596_800.0...253_402_300_799

    /// Whether its numbers are numbers and its moment can be meant.
    var isValid: Bool {
        guard at.map({ Self.moments.contains($0) }) ?? true else { return false }
        switch correction {
        case .retracts: return true
        case .supersedes(let other): return other != id && score.isFinite && certainty.isFinite
        case nil: return score.isFinite && certainty.isFinite
        }
    }
}
