public import Syncopate

/// Policies compared on simulated students, as plain values for whoever shows them.
///
/// Nothing is worked out here: figures and marks come from whoever ran the students.
public struct SimulationReport: Sendable, Hashable {
    /// The seed of the students.
    public var seed: UInt64
    /// Students of each family; of other things than students, how many of ``unit``.
    public var students: Int
    /// What a figure is the mean over.
    public var unit = Unit.student
    /// Families in their order.
    public var families: [Family]

    public init(seed: UInt64, students: Int, families: [Family]) {
        self.seed = seed
        self.students = students
        self.families = families
    }

    /// What is drawn anew, and met by every policy.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case student
        /// Learners who may meet.
        case cohort
        /// A world, its learners and its luck.
        case run

        /// The word for many.
        public var plural: String { rawValue + "s" }
    }

    /// One kind of student.
    public struct Family: Sendable, Hashable {
        /// What it is asked for by.
        public var name: String
        /// One line on what it is.
        public var summary: String
        /// What is measured, the headline first.
        public var figures: [Figure]
        /// The policies that suit it, in their order.
        public var policies: [Policy]
        /// How the engine's decisions look back on from a group that no policy knows of; `nil` where nobody asked.
        public var fairness: FairnessReport?
        /// Policies held against others one by one; empty where nobody asked.
        public var contrasts: [SimulationContrast] = []

        public init(name: String, summary: String, figures: [Figure], policies: [Policy]) {
            self.name = name
            self.summary = summary
            self.figures = figures
            self.policies = policies
        }
    }

    /// One thing that is measured.
    public struct Figure: Sendable, Hashable {
        /// What tables call it.
        public var name: String
        /// Which way is better.
        public var higherIsBetter: Bool
        /// The best of the baselines; `nil` where there is none.
        public var bestBaseline: String?

        public init(name: String, higherIsBetter: Bool, bestBaseline: String? = nil) {
            self.name = name
            self.higherIsBetter = higherIsBetter
            self.bestBaseline = bestBaseline
        }
    }

    /// What a policy is compared as.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case engine, baseline, rival
        /// Sees the truth: shown apart from the others.
        case oracle
    }

    /// One policy with one kind of student.
    public struct Policy: Sendable, Hashable {
        /// What it is asked for by.
        public var name: String
        /// Its name with its settings.
        public var title: String
        /// What it is compared as.
        public var role: Role
        /// One per figure of the family.
        public var values: [Value]
        /// Share of the students who got the item given most often, 0...1, where students share a bank of items.
        public var highestExposure: Double?

        public init(name: String, title: String, role: Role, values: [Value], highestExposure: Double? = nil) {
            self.name = name
            self.title = title
            self.role = role
            self.values = values
            self.highestExposure = highestExposure
        }
    }

    /// One figure of one policy over all students.
    public struct Value: Sendable, Hashable {
        /// The mean; of squared errors its root.
        public var mean: Double
        /// Standard error of the mean.
        public var standardError: Double
        /// What nine of ten students do not exceed.
        public var ninetieth: Double
        /// Whether no honest policy has a better mean.
        public var isBest: Bool
        /// Whether it is worse than the best baseline by more than a standard error of the difference.
        public var isWorse: Bool
        /// The mean less that of the best baseline, and the standard error of that over the same students.
        public var overBaseline: Difference?

        public init(
            mean: Double, standardError: Double, ninetieth: Double, isBest: Bool = false, isWorse: Bool = false,
            overBaseline: Difference? = nil
        ) {
            self.mean = mean
            self.standardError = standardError
            self.ninetieth = ninetieth
            self.isBest = isBest
            self.isWorse = isWorse
            self.overBaseline = overBaseline
        }
    }

    /// A difference of means over the same students.
    public struct Difference: Sendable, Hashable {
        /// The one's mean less the other's.
        public var value: Double
        /// Its standard error.
        public var standardError: Double

        public init(value: Double, standardError: Double) {
            self.value = value
            self.standardError = standardError
        }
    }
}

extension SimulationReport.Family {
    /// Policies whose role is one of these and that have a figure, the best mean first; equals stay in their order.
    func sorted(by figure: Int, _ roles: Set<SimulationReport.Role>) -> [SimulationReport.Policy] {
        guard figures.indices.contains(figure) else { return [] }
        let sign = figures[figure].higherIsBetter ? -1.0 : 1.0
        return policies.filter { roles.contains($0.role) && $0.values.indices.contains(figure) }.enumerated()
            .sorted {
                ($0.element.values[figure].mean * sign, $0.offset) < ($1.element.values[figure].mean * sign, $1.offset)
            }
            .map(\.element)
    }

    /// Decimals that show a standard error of a hundredth of the largest mean with two digits: 1 for hundreds, 4 for shares.
    func decimals(_ figure: Int) -> Int {
        let means = policies.compactMap { $0.values.indices.contains(figure) ? abs($0.values[figure].mean) : nil }
        let largest = means.filter(\.isFinite).max() ?? 0
        return largest >= 100 ? 1 : largest >= 10 ? 2 : largest >= 2 ? 3 : 4
    }
}

extension Set<SimulationReport.Role> {
    /// Everything but oracles.
    static let honest: Set = [.engine, .baseline, .rival]
}
