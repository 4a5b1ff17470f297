import Syncopate
import SyncopateFormats
import SyncopateStudents

extension SimulationReport.Family {
    /// What came of policies over a year in one world, under the names of the registry. The engine is held against every
    /// baseline, one by one.
    init(
        _ comparison: YearComparison, _ world: Registry<YearWorld>.Entry,
        policies: [Registry<RegisteredYearPolicy>.Entry]
    ) {
        let standing = PolicyStanding(comparison.cells, roles: policies.map(\.value.role))
        let figures = zip(YearComparison.figures, standing.baselines).map { figure, baseline in
            SimulationReport.Figure(
                name: figure.name, higherIsBetter: figure.higherIsBetter,
                bestBaseline: baseline.map { policies[$0].name })
        }
        let rows = policies.indices.map { place in
            let cell = comparison.cells[place]
            return SimulationReport.Policy(
                name: policies[place].name, title: cell.policy, role: .init(policies[place].value.role),
                values: zip(cell.summaries, standing.places[place]).map { SimulationReport.Value($0, $1) })
        }
        self.init(name: world.name, summary: Self.summary(world), figures: figures, policies: rows)
        let others = policies.indices.filter { policies[$0].value.role == .baseline }
        for place in policies.indices where policies[place].value.role == .engine {
            for other in others {
                for (number, figure) in figures.enumerated() {
                    let interval = MeanInterval(
                        of: zip(comparison.cells[place].values[number], comparison.cells[other].values[number])
                            .map { $0 - $1 })
                    contrasts.append(
                        SimulationContrast(
                            policy: policies[place].name, other: policies[other].name, figure: figure.name,
                            difference: interval.mean, low: interval.low, high: interval.high))
                }
            }
        }
    }

    private static func summary(_ entry: Registry<YearWorld>.Entry) -> String {
        let world = entry.value
        return
            "\(entry.summary); \(world.learners) learners, \(world.weeks) weeks, \(world.topics) topics; plans followed "
            + "to \(Rounding.percent(world.following))\u{A0}%, \(DecimalWords.percent(world.forgetting)) of what was learnt "
            + "lost a week" + (world.hasMap ? "" : "; no skill map")
    }
}

/// Shares below one percent in words.
private enum DecimalWords {
    static func percent(_ share: Double) -> String {
        "\(Rounding.decimals(100 * share, 2))\u{A0}%"
    }
}
