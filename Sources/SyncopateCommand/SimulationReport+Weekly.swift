import Syncopate
import SyncopateFormats
import SyncopateStudents

extension SimulationReport.Family {
    /// What came of policies of weekly modes in one world, under the names of the registry.
    ///
    /// A share has the standard error of the jackknife over runs; differences are of shares over the same runs.
    init(
        _ comparison: WeeklyComparison, _ world: Registry<WeeklyWorld>.Entry,
        policies: [Registry<RegisteredWeeklyPolicy>.Entry], learners: Int, weeks: Int
    ) {
        let shares = policies.indices.map(comparison.share)
        let honest = policies.indices.filter { policies[$0].value.role.isHonest }
        let best = honest.map { shares[$0].value }.max()
        let baseline = policies.indices.filter { policies[$0].value.role == .baseline && shares[$0].value.isFinite }
            .reduce(nil as Int?) { held, place in
                held.map { shares[$0].value >= shares[place].value } ?? false ? held : place
            }
        let rows = policies.indices.map { place -> SimulationReport.Policy in
            let difference = baseline.flatMap { $0 == place ? nil : comparison.difference(place, less: $0) }
            let cell = comparison.cells[place]
            let share = SimulationReport.Value(
                mean: shares[place].value, standardError: shares[place].standardError,
                ninetieth: TutoringSummary(.share, of: comparison.shares(place)).ninetieth,
                isBest: honest.contains(place) && shares[place].value == best,
                isWorse: honest.contains(place)
                    && difference.map { $0.value < -$0.standardError } ?? false,
                overBaseline: difference.map { .init(value: $0.value, standardError: $0.standardError) })
            let others = [
                zip(cell.gains, comparison.alone).map { $0 < $1 ? 1.0 : 0 }, cell.either, cell.sure,
            ].filter { !$0.isEmpty }
            return SimulationReport.Policy(
                name: policies[place].name, title: cell.policy, role: .init(policies[place].value.role),
                values: [share] + others.map { .init(TutoringSummary(.share, of: $0)) })
        }
        let names = [
            "share of oracle's gain", "runs below asynchronous", "advice \u{201C}either\u{201D}", "P(best) > .9",
        ]
        let figures = names.enumerated().map { place, name in
            SimulationReport.Figure(
                name: name, higherIsBetter: place == 0 || place == 3,
                bestBaseline: place == 0 ? baseline.map { policies[$0].name } : nil)
        }
        self.init(
            name: world.name,
            summary: "\(world.summary); \(learners) learners, \(weeks) \(weeks == 1 ? "week" : "weeks")",
            figures: figures,
            policies: rows)
    }
}

extension TutoringFigure {
    fileprivate static let share = TutoringFigure("share", higherIsBetter: true)
}

extension SimulationReport.Value {
    /// A figure beside the one that policies are held against.
    fileprivate init(_ summary: TutoringSummary) {
        self.init(mean: summary.mean, standardError: summary.standardError, ninetieth: summary.ninetieth)
    }
}
