/// One answer in a record's window, in 40 bytes.
struct RecordedAnswer: Sendable, Hashable {
    /// Where an answer stands among a learner's: by time, then by the fingerprint of its identity, those without one last.
    struct Place: Sendable, Hashable, Comparable {
        var at: Double
        var id: UInt64

        static func < (a: Place, b: Place) -> Bool { a.at != b.at ? a.at < b.at : a.id < b.id }
    }

    /// ``EventID/fingerprint``, or ``EventID/anonymous``.
    var id: UInt64
    /// Seconds since 1970.
    var at: Double
    /// 0...1.
    var score: Double
    /// 0...1.
    var certainty: Double
    var subject: EvidenceSubject

    /// - Parameters:
    ///   - event: valid; its numbers are held to their ranges, and there is no negative zero.
    init(_ event: PracticeEvent, id: UInt64, at: Double) {
        self.id = id
        self.at = at + 0
        score = min(max(event.score, 0), 1) + 0
        certainty = min(max(event.certainty, 0), 1) + 0
        subject = event.subject
    }

    init(id: UInt64, at: Double, score: Double, certainty: Double, subject: EvidenceSubject) {
        self.id = id
        self.at = at
        self.score = score
        self.certainty = certainty
        self.subject = subject
    }

    var place: Place { Place(at: at, id: id) }

    /// The lowest bits of ``id``.
    var tag: UInt16 { UInt16(truncatingIfNeeded: id) }
}
