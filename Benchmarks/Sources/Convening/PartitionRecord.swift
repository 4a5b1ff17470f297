import Syncopate
import SyncopateStudents

/// Groups of 12 invented learners beside the best partition there is.
enum PartitionRecord {
    /// What the engine's groups are worth, as shares of the best, per draw.
    ///
    /// A draw is the first standings of 12 learners of a world of one topic.
    static func shares(size: Int, draws: Int) -> [Double] {
        (0..<UInt64(max(draws, 0))).map { seed in
            let learners = SeatWorld(learners: 12, topics: 1, slots: 0, capacity: 0).problem(seed: seed + 1).learners
            let known = learners.compactMap { $0.standings.first?.known }
            let lesson = PeerLesson()
            let groups = PeerGroups(lesson: lesson).split(known: known, size: size)
            let sum = groups.reduce(0) { $0 + lesson.value(known: $1.map { known[$0] }) }
            return sum / best(known, size: size, lesson: lesson)
        }
    }

    /// The best partition into groups of one size, by dynamic programming over sets of learners.
    private static func best(_ known: [Double], size: Int, lesson: PeerLesson) -> Double {
        let full = 1 << known.count
        // Groups by their first member.
        var groups = [[(members: Int, worth: Double)]](repeating: [], count: known.count)
        for set in 1..<full where set.nonzeroBitCount == size {
            let members = known.indices.filter { set >> $0 & 1 == 1 }
            groups[set.trailingZeroBitCount].append((set, lesson.value(known: members.map { known[$0] })))
        }
        var best = [Double](repeating: -.infinity, count: full)
        best[0] = 0
        for set in 1..<full where set.nonzeroBitCount % size == 0 {
            // The first of a set is in some group.
            for (members, worth) in groups[set.trailingZeroBitCount] where members & ~set == 0 {
                best[set] = max(best[set], best[set ^ members] + worth)
            }
        }
        return best[full - 1]
    }
}
