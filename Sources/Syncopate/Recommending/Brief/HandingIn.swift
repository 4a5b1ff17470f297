import RealModule

/// Whether learners of a section hand in less than they used to.
///
/// Each piece of work came or did not. A learner's rate has a beta prior round the section's rate; either it stayed what
/// it was, or at one of the latest pieces it fell to that of somebody who has gone quiet. Both explanations are
/// beta-binomial, integrated over every moment the change can have come at; a piece that classmates left out as well says
/// less. Scores are never looked at: which zeros stand for missing work ``MissingWork`` has said before.
struct HandingIn {
    /// One past piece of work asked of a learner.
    struct Piece: Hashable {
        var item: Int
        var came: Bool
        /// Whether it did not come, and something was entered for it, such as a zero.
        var isZero = false
    }

    /// How often somebody has gone quiet, before anything is seen; an assumption.
    static let changeChance = 0.05
    /// Beta prior of the rate of somebody who has: a fifth on average, most often nothing.
    static let quiet = (a: 1.0, b: 4.0)
    /// Pieces of work that the section's rate counts as in the prior of a learner's.
    static let priorWork = 4.0
    /// Least of both parameters of that prior, so that one slip of a learner in a diligent class is no wonder.
    static let leastParameter = 0.5
    /// Latest pieces over which somebody can have been quiet.
    static let lengths = 2...8
    /// Fewest pieces before that.
    static let leastEarlier = 4
    /// Probability from which somebody is listed.
    static let listedFrom = 0.5
    /// Fewest pieces asked from which having handed in nothing is worth a line.
    static let leastAsked = 2

    /// Per learner of the cohort, in the order of time.
    let pieces: [[Piece]]
    private var came: [Int: Int] = [:]
    private var asked: [Int: Int] = [:]
    private var allCame = 0
    private var allAsked = 0

    init(_ pieces: [[Piece]]) {
        self.pieces = pieces
        for list in pieces {
            for piece in list {
                asked[piece.item, default: 0] += 1
                came[piece.item, default: 0] += piece.came ? 1 : 0
                allAsked += 1
                allCame += piece.came ? 1 : 0
            }
        }
    }

    /// Reads a cohort's past work off a gradebook: by due dates where every past column has one, else as the columns stand.
    ///
    /// - Parameter gradebook: as it is believed, so that a score in it is one.
    init(cohort: [Int], gradebook: Gradebook, profiles: [ItemProfile]) {
        let past = profiles.indices.filter { profiles[$0].role != .notMastery && profiles[$0].phase == .past }
        let dues = past.compactMap { gradebook.items[$0].due }.filter(\.isFinite)
        let ordered =
            dues.count == past.count
            ? past.sorted { a, b in
                let (first, second) = (gradebook.items[a].due ?? 0, gradebook.items[b].due ?? 0)
                return first != second ? first < second : a < b
            } : past
        var rank = [Int](repeating: -1, count: profiles.count)
        for (place, item) in ordered.enumerated() { rank[item] = place }
        let pieces = cohort.map { learner in
            gradebook.cells(ofLearner: learner).compactMap { cell -> Piece? in
                let item = Int(gradebook.columns[cell])
                guard rank[item] >= 0 else { return nil }
                switch gradebook.statuses[cell] {
                case .scored, .notYetGraded: return Piece(item: item, came: true)
                case .missing, .unknownBlank, .inProgress:
                    return Piece(item: item, came: false, isZero: gradebook.weight(ofCell: cell) < 1)
                case .excused, .notAssigned, .hidden: return nil
                }
            }.sorted { rank[$0.item] < rank[$1.item] }
        }
        self.init(pieces)
    }

    /// Whether there is work enough to tell.
    var isTold: Bool { pieces.contains { $0.count >= Self.leastEarlier + Self.lengths.lowerBound } }

    /// Whoever handed in nothing of what was asked, as places in the cohort.
    var silent: [Int] {
        pieces.indices.filter { place in
            pieces[place].count >= Self.leastAsked && !pieces[place].contains { $0.came }
        }
    }

    /// Share of what was asked that came; NaN where nothing was.
    var share: Double { allAsked > 0 ? Double(allCame) / Double(allAsked) : .nan }

    /// Whoever probably hands in less than before, the most probable first; positions are places in the cohort.
    func quiet() -> [QuietLearner] {
        pieces.indices.compactMap { fall(of: $0) }.filter { $0.probability >= Self.listedFrom }
            .sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.learner < $1.learner }
    }

    /// What is believed of a learner's rate having fallen; `nil` where too little was asked, where all of the latest
    /// came, or where nothing ever did.
    func fall(of place: Int) -> QuietLearner? {
        let work = pieces[place]
        let longest = min(Self.lengths.upperBound, work.count - Self.leastEarlier)
        guard longest >= Self.lengths.lowerBound, work.suffix(longest).contains(where: { !$0.came }),
            work.contains(where: \.came)
        else { return nil }
        let rate = rate(without: place)
        let prior = (
            a: max(Self.priorWork * rate, Self.leastParameter), b: max(Self.priorWork * (1 - rate), Self.leastParameter)
        )
        let odds = work.map { relativeOdds($0, rate: rate) }
        let lengths = Array(Self.lengths.lowerBound...longest)
        let belief = HandingInEvidence(came: work.map(\.came), odds: odds, prior: prior, quiet: Self.quiet)
        let stayed = belief.stayed
        let fell = lengths.map { belief.fell(latest: $0) }
        let weight = Self.changeChance / Double(lengths.count)
        let ratios = fell.map { weight * Double.exp(min($0 - stayed, 600)) }
        let sum = ratios.reduce(0, +)
        // Of equally probable moments the earliest: the longest silence.
        guard let best = ratios.indices.reversed().max(by: { ratios[$0] < ratios[$1] }) else { return nil }
        let cut = work.count - lengths[best]
        let (before, after) = (work[..<cut], work[cut...])
        let others = after.reduce(into: (came: 0, asked: 0)) { sum, piece in
            sum.came += (came[piece.item] ?? 0) - (piece.came ? 1 : 0)
            sum.asked += (asked[piece.item] ?? 0) - 1
        }
        let (recent, earlier) = (after.count(where: \.came), before.count(where: \.came))
        // Who came to nothing before either did not fall.
        guard earlier * after.count > recent * before.count else { return nil }
        return QuietLearner(
            learner: place, recent: recent, recentAsked: after.count, zeros: after.count(where: \.isZero),
            earlier: earlier, earlierAsked: before.count,
            classmates: others.asked > 0 ? Double(others.came) / Double(others.asked) : .nan,
            probability: sum / (sum + 1 - Self.changeChance))
    }

    /// The section's rate, one learner left out; a half where there is nobody else.
    private func rate(without place: Int) -> Double {
        let own = pieces[place].count(where: \.came)
        return Double(allCame - own + 1) / Double(allAsked - pieces[place].count + 2)
    }

    /// Odds of a piece coming against the section's usual, the learner left out; at most 1: that nearly all handed
    /// something in makes nobody quieter than the usual rate does.
    private func relativeOdds(_ piece: Piece, rate: Double) -> Double {
        let handed = Double((came[piece.item] ?? 0) - (piece.came ? 1 : 0))
        let wanted = Double((asked[piece.item] ?? 0) - 1)
        let own = (handed + 2 * rate) / (wanted + 2)
        return min(own * (1 - rate) / max((1 - own) * rate, 1e-12), 1)
    }
}
