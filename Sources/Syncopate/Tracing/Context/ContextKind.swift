/// A small, interpretable description of the moment before a response, as one of a fixed number of cases.
///
/// Counts and times are cut into bins; outcomes are kept as the last few of them. A combination of at most four such
/// things is a context, and a term holds one coefficient per context and entity.
package enum ContextKind: UInt8, Sendable, Hashable, CaseIterable {
    /// The only case there is.
    case none
    /// Earlier tries of the item (0...4+), consecutive ones just before (0...2+), and the last outcome on it.
    case itemTry
    /// Earlier responses to the skills (six bins) and the streak there (-3...5).
    case countStreak
    /// The same with ten bins of count.
    case fineCountStreak
    /// The last three outcomes on the item.
    case itemOutcomes
    /// The last two outcomes on the skills.
    case skillOutcomes
    /// The last five outcomes on the skills.
    case fineSkillOutcomes
    /// The last five outcomes on anything.
    case outcomes
    /// Length of the run of responses to the same skills, and position in the log.
    case run
    /// Time since the last response, and its outcome.
    case gap
    /// Time since the last response, in steps of 22 %.
    case fineGap
    /// The same with the last outcome on the item.
    case fineGapItem
    /// Time since the last response, in steps of 65 %.
    case middleGap
    /// Time and responses since these skills were last met, and the last two outcomes on them.
    case skillGap
    /// Time and responses since the item was last met, and the last two outcomes on it.
    case itemGap
    /// Time since the item was last met, the last three outcomes on it, and how often it was met.
    case fineItemGap
    /// The outcome of the response just before, and whether it was to this item.
    case previousOutcome
    /// The set of skills met just before, and the outcome.
    case previousSkills
    /// How many sets of skills were met so far, how often this one, and the outcome just before.
    case explored
    /// Position in the learner's log.
    case position
    /// Earlier responses to the skills (ten bins).
    case count
    /// Time since the last response, without its outcome.
    case plainGap

    /// Number of cases; `sets` is the number of skill sets that the model knows.
    package func cases(sets: Int) -> Int {
        switch self {
        case .none: 1
        case .itemTry: 5 * 3 * 3
        case .countStreak: 6 * Bins.streaks
        case .fineCountStreak: Bins.counts * Bins.streaks
        case .itemOutcomes: 16
        case .skillOutcomes: 8
        case .fineSkillOutcomes, .outcomes: 64
        case .run: 6 * Bins.positions
        case .gap: Bins.gaps * 3
        case .fineGap: Bins.fineGaps
        case .fineGapItem: Bins.fineGaps * 3
        case .middleGap: Bins.middleGaps
        case .skillGap, .itemGap: Bins.gaps * Bins.lags * 8
        case .fineItemGap: Bins.gaps * 16 * 5
        case .previousOutcome: 3 * 2
        case .previousSkills: (sets + 1) * 3
        case .explored: 7 * 3 * 3
        case .position: Bins.positions
        case .count: Bins.counts
        case .plainGap: Bins.gaps
        }
    }

    /// The word in a model file and on its card.
    package var word: String {
        switch self {
        case .none: "-"
        case .itemTry: "try"
        case .countStreak: "count, streak"
        case .fineCountStreak: "fine count, streak"
        case .itemOutcomes: "3 outcomes on item"
        case .skillOutcomes: "2 outcomes on skills"
        case .fineSkillOutcomes: "5 outcomes on skills"
        case .outcomes: "5 outcomes"
        case .run: "run, position"
        case .gap: "gap, outcome"
        case .fineGap: "fine gap"
        case .fineGapItem: "fine gap, outcome on item"
        case .middleGap: "middle gap"
        case .skillGap: "skill gap, outcomes"
        case .itemGap: "item gap, outcomes"
        case .fineItemGap: "item gap, 3 outcomes, tries"
        case .previousOutcome: "previous outcome"
        case .previousSkills: "previous skills, outcome"
        case .explored: "explored, outcome"
        case .position: "position"
        case .count: "count"
        case .plainGap: "gap"
        }
    }
}
