/// What is believed of one learner's skills if they grow bit by bit (``GrowthModel``).
///
/// Cases of start and pace are held for the skills with evidence alone, one after the other in one piece of memory: most
/// learners practise few of a catalogue's skills.
struct GrowthBeliefs: Sendable {
    /// Per skill, K.
    private(set) var skills: [GrowthBelief]
    /// Probability of each case, L x R by rows, of the skills that have a place here.
    private var cases: [Double] = []

    /// Before any evidence.
    ///
    /// - Parameter standings: where skills stand before any evidence, K.
    init(standings: [GrowthStanding]) {
        skills = standings.map { GrowthBelief(standing: $0) }
    }

    /// Number of skills, K.
    var count: Int { skills.count }

    subscript(skill: Int) -> GrowthBelief {
        @inline(__always) get { skills[skill] }
        @inline(__always) _modify { yield &skills[skill] }
    }

    /// Looks at the cases of a skill, L x R by rows; they add up to one.
    @inline(__always)
    func withCases<Result>(_ skill: Int, _ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
        let place = Int(skills[skill].place)
        guard place >= 0 else { return GrowthModel.prior.withUnsafeBufferPointer(body) }
        let start = place * GrowthModel.cases
        return cases.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[start..<start + GrowthModel.cases]))
        }
    }

    /// Changes the cases of a skill in place. It has a place from then on.
    @inline(__always)
    mutating func changeCases(_ skill: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Void) {
        if skills[skill].place < 0 {
            skills[skill].place = Int32(cases.count / GrowthModel.cases)
            cases.append(contentsOf: GrowthModel.prior)
        }
        let start = Int(skills[skill].place) * GrowthModel.cases
        cases.withUnsafeMutableBufferPointer {
            body(UnsafeMutableBufferPointer(rebasing: $0[start..<start + GrowthModel.cases]))
        }
    }

    /// Looks at a skill.
    ///
    /// - Returns: a number that means nothing.
    @inline(__always)
    func touch(_ skill: Int) -> UInt64 { UInt64(truncatingIfNeeded: skills[skill].place) }

    /// Looks at every line of memory of the cases of a skill.
    ///
    /// - Returns: a number that means nothing.
    @inline(__always)
    func touchCases(_ skill: Int) -> UInt64 {
        let start = Int(skills[skill].place) * GrowthModel.cases
        guard start >= 0, start + GrowthModel.cases <= cases.count else { return 0 }
        var sum: UInt64 = 0
        for line in 0..<6 { sum &+= cases[start + 8 * line].bitPattern }
        return sum
    }

    /// The cases of a skill, L x R by rows.
    func shares(_ skill: Int) -> [Double] { withCases(skill) { Array($0) } }
}

extension GrowthBeliefs: Hashable {
    /// Whether the same is believed, wherever it is kept.
    static func == (one: GrowthBeliefs, other: GrowthBeliefs) -> Bool {
        one.count == other.count
            && one.skills.indices.allSatisfy { skill in
                var (mine, theirs) = (one[skill], other[skill])
                (mine.place, theirs.place) = (0, 0)
                return mine == theirs
                    && one.withCases(skill) { mine in other.withCases(skill) { mine.elementsEqual($0) } }
            }
    }

    func hash(into hasher: inout Hasher) {
        for skill in skills { hasher.combine(skill.attempts) }
    }
}
