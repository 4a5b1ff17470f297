internal import Syncopate

/// How much came in, and of what sort.
public struct ImportCounts: Sendable, Hashable {
    /// People named in rows that were read.
    public var learners = 0
    /// Items, those without evidence included.
    public var items = 0
    /// Events with a score.
    public var scored = 0
    /// Let off.
    public var excused = 0
    /// Due and never came.
    public var missing = 0
    /// Never given to the learner.
    public var notAssigned = 0
    /// Begun and not handed in.
    public var inProgress = 0
    /// Handed in and waiting for a grade.
    public var notYetGraded = 0
    /// There is a mark and no score can be made of it: withheld, a letter without a scale, points without a maximum.
    public var hidden = 0
    /// Empty, and the file does not say why.
    public var unknownBlank = 0
    /// Rows that were refused.
    public var rejectedRows = 0
    /// Events left out because the file had said the same before.
    public var duplicatesDropped = 0

    public init() {}

    /// Events by what is known of them, scores first.
    var byStatus: [(status: Status, count: Int)] {
        [
            (.scored, scored), (.excused, excused), (.missing, missing), (.notAssigned, notAssigned),
            (.inProgress, inProgress), (.notYetGraded, notYetGraded), (.hidden, hidden), (.unknownBlank, unknownBlank),
        ]
    }

    init(_ log: EvidenceLog) {
        learners = log.learners.count
        items = log.items.count
        for event in log.events { add(event.status) }
    }

    mutating func add(_ status: Status) {
        switch status {
        case .scored: scored += 1
        case .excused: excused += 1
        case .missing: missing += 1
        case .notAssigned: notAssigned += 1
        case .inProgress: inProgress += 1
        case .notYetGraded: notYetGraded += 1
        case .hidden: hidden += 1
        case .unknownBlank: unknownBlank += 1
        }
    }
}
