import Syncopate
import SyncopateFormats
import SyncopateStudents

extension SimulationReport {
    /// What came of policies of who meets on what, under the names of the registry.
    init(
        _ comparison: CohortComparison, _ world: CohortWorld, policies: [Registry<RegisteredCohortPolicy>.Entry],
        cohorts: Int, seed: UInt64
    ) {
        let standing = PolicyStanding(comparison.cells, roles: policies.map(\.value.role))
        let figures = zip(comparison.figures, standing.baselines).map { figure, baseline in
            Figure(
                name: figure.name, higherIsBetter: figure.higherIsBetter,
                bestBaseline: baseline.map { policies[$0].name })
        }
        let rows = policies.indices.map { place in
            let cell = comparison.cells[place]
            return Policy(
                name: policies[place].name, title: cell.policy, role: Role(policies[place].value.role),
                values: zip(cell.summaries, standing.places[place]).map { Value($0, $1) })
        }
        let family = Family(name: "cohort", summary: Self.summary(world), figures: figures, policies: rows)
        self.init(seed: seed, students: cohorts, families: [family])
        unit = .cohort
    }

    private static func summary(_ world: CohortWorld) -> String {
        let seats = world.seats == 1 ? "1 seat" : "\(world.seats) seats"
        return "\(world.learners) learners, \(world.attempts) attempts each, a live session with \(seats) every "
            + "\(world.every); own time never teaches \(Rounding.percent(world.unlearnableShare))\u{A0}% of the pairs of "
            + "learner and skill, a session \(Rounding.percent(world.ready))\u{A0}% of those who are ready"
            + (world.triesAgain ? "" : "; what was set aside stays so")
    }
}
