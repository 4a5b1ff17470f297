/// Scored responses, each learner's in one piece and in their order: what models of sequences are fitted on and judged by.
///
/// Columns of equal length instead of an array of values, so that a million responses are a few flat buffers.
public struct ResponseLog: Sendable {
    /// Ids of the learners with at least one response, in order of first appearance.
    public private(set) var learners: [String] = []
    /// Where each learner's responses begin; one more entry than learners, the last being the number of responses.
    public private(set) var starts: [Int] = [0]
    /// Ids of the items, by position.
    public private(set) var items: [String] = []
    /// Ids of the skills, by position, in order of first appearance.
    public private(set) var skills: [String] = []
    /// The sets of skills that occur; the weights of a set sum to one. A response without any skill has an empty set.
    public private(set) var skillSets: [SkillSet] = []

    /// Position in ``items``, per response.
    public private(set) var item: [Int32] = []
    /// Position in ``skillSets``, per response.
    public private(set) var skillSet: [Int32] = []
    /// Score as a share of the maximum, held to 0...1, per response.
    public private(set) var score: [Double] = []
    /// Seconds since 1970, NaN where unknown, per response.
    public private(set) var at: [Double] = []
    /// Number of the record in the input, per response.
    public private(set) var row: [Int32] = []

    /// Skills by position with weights that sum to one.
    public struct SkillSet: Sendable, Hashable {
        public let skills: [Int32]
        public let weights: [Double]

        public init(skills: [Int32], weights: [Double]) {
            self.skills = skills
            self.weights = weights
        }
    }

    /// Groups the scored events of a log by learner, keeping their order. Everything without a score is left out.
    ///
    /// - Parameter leavingOut: positions of learners of `log` whose events are not wanted.
    public init(_ log: EvidenceLog, leavingOut: Set<Int32> = []) {
        items = log.items.map(\.id)
        var counts = [Int](repeating: 0, count: log.learners.count)
        for event in log.events where event.status == .scored { counts[Int(event.learner)] += 1 }
        for learner in leavingOut where counts.indices.contains(Int(learner)) { counts[Int(learner)] = 0 }

        var next = [Int](repeating: -1, count: counts.count)
        var total = 0
        for learner in counts.indices where counts[learner] > 0 {
            learners.append(log.learners[learner].id)
            next[learner] = total
            total += counts[learner]
            starts.append(total)
        }
        item = [Int32](repeating: 0, count: total)
        skillSet = item
        row = item
        score = [Double](repeating: 0, count: total)
        at = score

        var interner = SkillInterner()
        let ofItems = log.items.map { interner.intern($0.skills) }
        let ofEvents = log.skillSets.map { interner.intern($0) }
        for event in log.events where event.status == .scored {
            let place = next[Int(event.learner)]
            guard place >= 0 else { continue }
            next[Int(event.learner)] = place + 1
            item[place] = event.item
            skillSet[place] = event.skillSet >= 0 ? ofEvents[Int(event.skillSet)] : ofItems[Int(event.item)]
            score[place] = min(max(event.score, 0), 1)
            at[place] = event.at
            row[place] = event.row
        }
        skills = interner.skills
        skillSets = interner.sets
    }

    /// Number of responses.
    public var count: Int { item.count }

    /// The responses of the learner at this position.
    public func responses(ofLearner learner: Int) -> Range<Int> { starts[learner]..<starts[learner + 1] }

    /// A hash of all responses and ids (FNV-1a of 64 bits), to tell whether two logs are the same. Not for secrets.
    public var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ value: UInt64) { hash = (hash ^ value) &* 0x0000_0100_0000_01B3 }
        for list in [learners, items, skills] {
            for id in list {
                for byte in id.utf8 { add(UInt64(byte)) }
                add(0xFF)
            }
        }
        for set in skillSets {
            for (skill, weight) in zip(set.skills, set.weights) {
                add(UInt64(UInt32(bitPattern: skill)))
                add(weight.bitPattern)
            }
            add(0xFF)
        }
        for index in 0..<count {
            add(UInt64(UInt32(bitPattern: item[index])))
            add(UInt64(UInt32(bitPattern: skillSet[index])))
            add(score[index].bitPattern)
            add(at[index].bitPattern)
        }
        for start in starts { add(UInt64(start)) }
        return hash
    }

    /// The end of the bundle that begins at `index`: responses of one learner at the same known moment. None of them
    /// was known when the others were given, so all are predicted before any is learnt from.
    public func bundleEnd(from index: Int, within range: Range<Int>) -> Int {
        var end = index + 1
        // NaN equals nothing, so responses without a time stand alone.
        while end < range.upperBound, at[end] == at[index] { end += 1 }
        return end
    }
}

/// Gives skills and sets of skills their positions.
private struct SkillInterner {
    var skills: [String] = []
    var sets: [ResponseLog.SkillSet] = []
    private var skillPositions: [String: Int32] = [:]
    private var setPositions: [ResponseLog.SkillSet: Int32] = [:]

    mutating func intern(_ list: [SkillWeight]) -> Int32 {
        var merged: [Int32: Double] = [:]
        for entry in list where entry.weight > 0 && entry.weight.isFinite {
            merged[intern(entry.skill), default: 0] += entry.weight
        }
        let positions = merged.keys.sorted()
        // In their order: sums of fractions depend on it.
        let total = positions.reduce(0) { $0 + (merged[$1] ?? 0) }
        let set = ResponseLog.SkillSet(
            skills: positions, weights: positions.map { (merged[$0] ?? 0) / (total > 0 ? total : 1) })
        if let position = setPositions[set] { return position }
        let position = Int32(sets.count)
        sets.append(set)
        setPositions[set] = position
        return position
    }

    private mutating func intern(_ skill: String) -> Int32 {
        if let position = skillPositions[skill] { return position }
        let position = Int32(skills.count)
        skills.append(skill)
        skillPositions[skill] = position
        return position
    }
}
