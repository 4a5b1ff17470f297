/// One student and one policy, taking turns.
public struct TutoringSession<Person: Student> {
    /// The student as they are now: for judging.
    public private(set) var student: Person
    /// The policy as it is now, for whoever judges more than its choices, such as flags it raised.
    public private(set) var policy: any TutoringPolicy
    /// What the policy was told.
    public let brief: TutoringBrief
    /// What was attempted, in order.
    public private(set) var items: [Int] = []
    private var used: [Bool]
    private let seesTruth: Bool

    public init(student: Person, brief: TutoringBrief, policy: any TutoringPolicy) {
        self.student = student
        self.policy = policy
        self.brief = brief
        used = [Bool](repeating: false, count: brief.itemCount)
        seesTruth = policy is any OraclePolicy
    }

    /// One choice, attempt and observation. Nothing happens where there is no item, or none left.
    ///
    /// - Returns: the item and its score; `nil` where nothing happened.
    @discardableResult public mutating func step(at time: Double) -> (item: Int, score: Double)? {
        if seesTruth, var oracle = policy as? any OraclePolicy {
            oracle.look(at: student)
            policy = oracle
        }
        let count = brief.itemCount
        guard count > 0 else { return nil }
        var item = min(max(policy.next(at: time), 0), count - 1)
        if !brief.allowsRepeats {
            guard let unused = (item..<item + count).first(where: { !used[$0 % count] }) else { return nil }
            item = unused % count
        }
        used[item] = true
        items.append(item)
        let score = student.attempt(item, at: time)
        policy.observe(item, score: score, at: time)
        return (item, score)
    }

    /// How often items have been chosen.
    public var attempts: Int { items.count }
}
