/// What was worked out for one item and holds for the next where that exercises the same skills.
struct ChoiceMemo {
    /// The group it holds for; below zero: none.
    private(set) var group = -1
    /// Positions of what its skills unlock; `nil`: not worked out.
    var unlocked: [Int]?
    /// Standard deviation of the chance of success, by difficulty; `nil`: not worked out.
    var deviation: (difficulty: Double, value: Double)?

    /// Forgets what is of another group.
    mutating func turn(to group: Int) {
        guard group != self.group else { return }
        self = ChoiceMemo()
        self.group = group
    }
}
