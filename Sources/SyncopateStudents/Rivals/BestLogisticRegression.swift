import RealModule
public import Syncopate

/// Best-LR (Gervet, Koedinger, Schneider & Mitchell 2020): the logistic regression that held its own against deep
/// networks.
///
/// The features are those of the authors' program (`-i -s -ic -sc -tc -w -a`): the item; its skills; and
/// `log(1 + attempts)` and `log(1 + wins)` of the learner so far, on everything, on the item (one weight for all items)
/// and on each skill of the response (a weight for each skill). The penalty is scikit-learn's default, as there. New
/// items and skills have no weight of their own, but practice on them counts.
public struct BestLogisticRegression: Rival {
    public static let name = "Best-LR"

    private let items: Vocabulary
    private let skills: Vocabulary
    let regression: SparseLogisticRegression

    public init(fitting log: ResponseLog) { self.init(fitting: log, optimiser: .init(gradientTolerance: 1e-4)) }

    init(fitting log: ResponseLog, optimiser: LimitedMemoryBFGS) {
        items = Vocabulary(log.items)
        skills = Vocabulary(log.skills)
        let rows = Self.rows(log, items: items, skills: skills)
        regression = SparseLogisticRegression(fitting: rows, targets: log.score, optimiser: optimiser)
    }

    public func predictions(_ log: ResponseLog) -> [Double] {
        regression.predictions(Self.rows(log, items: items, skills: skills)).map(Probability.held)
    }

    /// Columns: items; skills; attempts per skill; wins per skill; attempts and wins on the item; on everything.
    static func rows(_ log: ResponseLog, items: Vocabulary, skills: Vocabulary) -> SparseRows {
        let (itemCount, skillCount) = (items.count, skills.count)
        let knownItems = items.positions(of: log.items)
        let knownSkills = skills.positions(of: log.skills)
        let totals = itemCount + 3 * skillCount
        var rows = SparseRows(columns: totals + 4)
        func logarithm(_ count: Double) -> Double { Double.log(onePlus: count) }
        PracticeCounts.walk(log) { response, counts in
            let item = Int(log.item[response])
            rows.append(1, at: Int(knownItems[item]))
            for skill in log.skillSets[Int(log.skillSet[response])].skills where knownSkills[Int(skill)] >= 0 {
                let column = itemCount + Int(knownSkills[Int(skill)])
                let tally = counts.ofSkill[Int(skill)]
                rows.append(1, at: column)
                rows.append(logarithm(tally.attempts), at: column + skillCount)
                rows.append(logarithm(tally.wins), at: column + 2 * skillCount)
            }
            rows.append(logarithm(counts.ofItem[item].attempts), at: totals)
            rows.append(logarithm(counts.ofItem[item].wins), at: totals + 1)
            rows.append(logarithm(counts.total.attempts), at: totals + 2)
            rows.append(logarithm(counts.total.wins), at: totals + 3)
            rows.endRow()
        }
        return rows
    }
}
