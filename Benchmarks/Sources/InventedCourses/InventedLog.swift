import SyncopateStudents

/// Logs of nobody's answers, as tidy CSV.
public enum InventedLog: CaseIterable {
    /// Who, what, right or wrong, when.
    case plain
    /// With skills, points possible, RFC 3339 times, attempts and states.
    case full

    public var name: String {
        switch self {
        case .plain: "tidy, 4 columns"
        case .full: "tidy, 8 columns"
        }
    }

    /// At least so many bytes; each learner's answers stand in order of time, learners in turns.
    public func bytes(atLeast size: Int, learners: Int = 20_000, items: Int = 5_000) -> [UInt8] {
        var draws = Draws(seed: 5)
        var text: [UInt8] = []
        text.reserveCapacity(size + 200)
        text += Array(
            (self == .plain ? "learner,item,score,at\n" : "learner,item,skills,score,max,at,attempt,status\n").utf8)
        var second = 1_700_000_000
        while text.count < size {
            second += draws.below(3)
            let learner = 10_000 + draws.below(learners)
            let item = draws.below(items)
            switch self {
            case .plain: text += Array("s\(learner),item-\(item),\(draws.below(2)),\(second)\n".utf8)
            case .full:
                let day = 1 + second / 86_400 % 28
                let clock = [second / 3_600 % 24, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
                let moment =
                    "2026-\(10 + second / 2_419_200 % 3)-\(day < 10 ? "0" : "")\(day)T\(clock.joined(separator: ":"))Z"
                let missing = draws.below(50) == 0
                let score = missing ? "" : "\(draws.below(21)).5"
                text += Array(
                    ("s\(learner),item-\(item),topic-\(item % 97);topic-\(item % 89):0.5,\(score),20,\(moment),"
                        + "\(1 + draws.below(3)),\(missing ? "missing" : "")\n").utf8)
            }
        }
        return text
    }
}
