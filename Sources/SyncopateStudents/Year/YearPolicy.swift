import Syncopate

/// What is known when a week is planned.
struct YearWeek {
    /// From 0.
    let number: Int
    let book: YearBook
    let seats: Int

    /// Topics taught so far.
    var topics: ClosedRange<Int> { 0...book.course.topics[number] }
    var learners: Range<Int> { book.cells.indices }
}

/// Half an hour of one learner.
public struct YearTask: Sendable, Hashable {
    var topic: Int
    /// One of ``WeeklyWorld/modes``, or ``Mode/blended``.
    var mode: Mode
    /// The column that is done, made up or done again; `nil`: something else on the topic.
    var column: Int?
}

/// A week as somebody has it in mind.
public struct YearPlan: Sendable, Hashable {
    /// Topic of the session; `nil`: nobody meets.
    var topic: Int?
    /// Who meets, no more than there are seats.
    var seated: [Int] = []
    /// Per learner what is done in own time; `nil`, or none at all: what is usual.
    var tasks: [YearTask?] = []
}

/// What came of half an hour, as far as it is seen.
public struct YearOutcome: Sendable, Hashable {
    var learner: Int
    var task: YearTask
    /// Gain with its noise, logits.
    var gain: Double
}

/// Plans the weeks of one class. An instance serves one year.
protocol YearPolicy {
    mutating func plan(_ week: YearWeek) -> YearPlan

    /// What came of the week, by whatever plan.
    mutating func observe(_ outcomes: [YearOutcome])
}

extension YearPolicy {
    mutating func observe(_ outcomes: [YearOutcome]) {}
}

/// A policy that sees the class as it is: a bound, never a rival.
protocol YearOracle: YearPolicy {
    mutating func look(at truth: YearClass)
}

/// Makes a policy for every class: what is compared.
public struct YearPolicyFamily: Sendable {
    /// What tables call it.
    public let name: String
    /// Whether it is a plan, which is followed in part, rather than what a teacher does anyhow.
    let isPlan: Bool
    let make: @Sendable (_ seed: UInt64) -> any YearPolicy

    init(_ name: String, isPlan: Bool = false, _ make: @escaping @Sendable (_ seed: UInt64) -> any YearPolicy) {
        self.name = name
        self.isPlan = isPlan
        self.make = make
    }
}
