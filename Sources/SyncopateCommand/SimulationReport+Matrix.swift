import SyncopateFormats
import SyncopateStudents

extension SimulationReport {
    /// What came of a matrix, under the names of the registries.
    init(
        _ matrix: PolicyMatrix, families: [Registry<any StudentFamily>.Entry],
        policies: [Registry<RegisteredPolicy>.Entry], students: Int, seed: UInt64
    ) {
        let reported = families.map { family in
            let found = policies.compactMap { policy in
                matrix[family: family.value.name, policy: policy.value.family.name].map { (policy, $0) }
            }
            let standing = PolicyStanding(found.map(\.1), roles: found.map(\.0.value.role))
            let figures = zip(family.value.figures, standing.baselines).map { figure, baseline in
                Figure(
                    name: figure.name, higherIsBetter: figure.higherIsBetter,
                    bestBaseline: baseline.map { found[$0].0.name })
            }
            let rows = zip(found, standing.places).map { pair, places in
                Policy(
                    name: pair.0.name, title: pair.1.policy, role: Role(pair.0.value.role),
                    values: zip(pair.1.summaries, places).map { Value($0, $1) },
                    highestExposure: pair.1.highestExposure)
            }
            return Family(name: family.name, summary: family.summary, figures: figures, policies: rows)
        }
        self.init(seed: seed, students: students, families: reported)
    }
}

extension SimulationReport.Role {
    init(_ role: PolicyRole) {
        self =
            switch role {
            case .engine: .engine
            case .baseline: .baseline
            case .rival: .rival
            case .oracle: .oracle
            }
    }
}

extension SimulationReport.Value {
    init(_ summary: TutoringSummary, _ place: PolicyStanding.Place) {
        self.init(
            mean: summary.mean, standardError: summary.standardError, ninetieth: summary.ninetieth,
            isBest: place.isBest, isWorse: place.isWorse,
            overBaseline: place.overBaseline.map { .init(value: $0.value, standardError: $0.standardError) })
    }
}
