/// Learners as parties: who meets in the same group or not at all is one, everybody else is one alone.
struct Parties: Sendable {
    /// Positions of the members of each party, ascending; parties in the order of their first members.
    let members: [[Int]]
    /// Party of each learner.
    let partyOf: [Int]
    /// Sets of learners apart that each party is part of, ascending.
    let apartSets: [[Int]]
    /// Whether two members are never to be in the same session, so that the party cannot meet at all.
    let impossible: [Bool]

    /// - Parameters:
    ///   - count: how many learners there are.
    ///   - together: sets that meet in the same group or not at all; sets that share somebody are one.
    ///   - apart: sets no two of which are ever in the same session.
    /// Positions out of range are ignored, and so is who is named twice in a set.
    init(count: Int, together: [[Int]], apart: [[Int]]) {
        var root = Array(0..<count)
        func find(_ learner: Int) -> Int {
            var top = learner
            while root[top] != top {
                root[top] = root[root[top]]
                top = root[top]
            }
            return top
        }
        for set in together {
            let known = set.filter { root.indices.contains($0) }
            guard let first = known.first else { continue }
            for other in known.dropFirst() {
                let (one, two) = (find(first), find(other))
                // The smallest position stays on top, so that parties come out in order.
                root[max(one, two)] = min(one, two)
            }
        }
        var partyOf = [Int](repeating: 0, count: count)
        var members: [[Int]] = []
        for learner in 0..<count {
            let top = find(learner)
            if top == learner {
                partyOf[learner] = members.count
                members.append([learner])
            } else {
                partyOf[learner] = partyOf[top]
                members[partyOf[top]].append(learner)
            }
        }
        var apartSets = [[Int]](repeating: [], count: members.count)
        var impossible = [Bool](repeating: false, count: members.count)
        for (number, set) in apart.enumerated() {
            for learner in Set(set).sorted() where partyOf.indices.contains(learner) {
                let party = partyOf[learner]
                if apartSets[party].last == number {
                    impossible[party] = true
                } else {
                    apartSets[party].append(number)
                }
            }
        }
        self.members = members
        self.partyOf = partyOf
        self.apartSets = apartSets
        self.impossible = impossible
    }

    /// Whether two ascending lists have anything in common.
    static func share(_ one: [Int], _ other: [Int]) -> Bool {
        var (first, second) = (0, 0)
        while first < one.count, second < other.count {
            if one[first] == other[second] { return true }
            if one[first] < other[second] { first += 1 } else { second += 1 }
        }
        return false
    }
}
