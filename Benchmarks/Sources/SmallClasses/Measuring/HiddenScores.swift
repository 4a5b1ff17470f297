import Syncopate

/// A class of which the late scores of every second learner are hidden.
struct HiddenScores {
    /// A hidden score.
    struct Cell {
        /// Whose position in ``HiddenScores/before`` has the earlier scores and nothing else.
        var learner: Int
        /// Position of the column.
        var item: Int
        /// What came.
        var score: Double
        /// The learner's scores on earlier columns, hidden ones included: they have passed by then.
        var earlier: [(item: Int, score: Double)]
    }

    /// Share of the columns that are hidden, the latest ones.
    static let share = 0.4

    /// Everything visible: what is learnt from.
    let visible: Gradebook
    /// One stand-in learner per hidden score, with the target's earlier scores.
    let before: Gradebook
    /// Hidden scores of learners who have an earlier one.
    let cells: [Cell]
    /// Every column is evidence of mastery.
    let profiles: [ItemProfile]

    /// Hides the late scores of the first, third, fifth ... learner.
    ///
    /// - Parameter entered: what the gradebook has for a score of a learner, by id and column. Targets stay what they are.
    init(
        presentation: Presentation, members: [Presentation.Learner], titles: Titles,
        entered: (_ learner: Int, _ column: Int, _ score: Double) -> Double = { $2 }
    ) {
        let width = presentation.columns.count
        let shown = width - Int((Self.share * Double(width)).rounded())
        var log = EvidenceLog()
        for column in presentation.columns {
            log.intern(Item(id: "\(column.id)", title: titles.title(of: column), maximum: 100))
        }
        var standIns = log
        var cells: [Cell] = []
        for (place, member) in members.enumerated() {
            let learner = log.intern(Learner(id: "\(member.id)"))
            var earlier: [(item: Int, score: Double)] = []
            for (column, score) in member.scores {
                let shownScore = entered(member.id, column, score)
                if place % 2 == 1 || column < shown {
                    log.append(Event(learner: learner, item: Int32(column), status: .scored, score: shownScore))
                } else if !earlier.isEmpty {
                    let standIn = standIns.intern(Learner(id: "\(member.id) before \(column)"))
                    for (item, score) in earlier {
                        standIns.append(Event(learner: standIn, item: Int32(item), status: .scored, score: score))
                    }
                    cells.append(Cell(learner: Int(standIn), item: column, score: score, earlier: earlier))
                }
                earlier.append((column, shownScore))
            }
        }
        visible = Gradebook(log)
        before = Gradebook(standIns)
        self.cells = cells
        profiles = presentation.columns.map { _ in
            ItemProfile(
                role: .evidence, phase: .past, phaseIsStated: true, scored: 0, asked: members.count, meanScore: .nan)
        }
    }
}
