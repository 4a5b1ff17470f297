import RealModule
import Syncopate

/// The learners of a ``PlantedGradebook``, and how they do on one column of each kind.
struct PlantedClass {
    let size: Int
    /// General ability, standard.
    private let general: [Double]
    /// `[learner][skill]`, logits.
    private let abilities: [[Double]]
    /// How regularly work is handed in, and how regularly the class is come to: standard, each with a little of ability.
    private let diligence: [Double]
    private let presence: [Double]
    /// Logits of a typical column.
    private let easiness: Double
    private let missing: Double
    private let missingIsZero: Bool

    let skills: Int

    init(_ generator: inout SeededGenerator) {
        size = 15 + Int(generator.uniform() * 46)
        skills = 3 + Int(generator.uniform() * 4)
        let (wide, narrow) = (0.5 + 0.6 * generator.uniform(), 0.3 + 0.4 * generator.uniform())
        let count = skills
        var general: [Double] = []
        var abilities: [[Double]] = []
        var diligence: [Double] = []
        var presence: [Double] = []
        for _ in 0..<size {
            let own = generator.normal()
            general.append(own)
            var skill: [Double] = []
            for _ in 0..<count { skill.append(wide * own + narrow * generator.normal()) }
            abilities.append(skill)
            diligence.append(0.3 * own + (1 - 0.09).squareRoot() * generator.normal())
            presence.append(0.25 * own + (1 - 0.0625).squareRoot() * generator.normal())
        }
        self.general = general
        self.abilities = abilities
        self.diligence = diligence
        self.presence = presence
        easiness = 0.9 + 0.35 * generator.normal()
        missing = 0.12 * generator.uniform()
        missingIsZero = generator.uniform() < 0.3
    }

    /// Log-odds of each learner on a column about a skill.
    private func logits(_ skill: Int, _ generator: inout SeededGenerator) -> [Double] {
        let (level, slope) = (easiness + 0.6 * generator.normal(), Double.exp(0.25 * generator.normal()))
        return abilities.map { slope * $0[skill] + level }
    }

    // MARK: Work

    /// Graded work: counts of right answers, essays marked in per cent, points with halves, grades on few levels, or a single
    /// question that is right or wrong.
    func work(_ skill: Int, _ generator: inout SeededGenerator) -> PlantedColumn {
        let logits = logits(skill, &generator)
        var column: PlantedColumn
        switch generator.uniform() {
        case ..<0.5:
            let questions = Self.one(of: [5, 8, 10, 12, 15, 20, 25, 40], &generator)
            let maximum = Self.one(of: [Double(questions), 10, 20, 100], &generator)
            column = PlantedColumn(maximum: maximum)
            for logit in logits {
                let right = generator.successes(of: questions, probability: Self.share(logit))
                column.points.append(Self.rounded(maximum * Double(right) / Double(questions), to: 0.01))
            }
        case ..<0.7: column = marked(logits, maximum: 100, step: 1, noise: 0.45, &generator)
        case ..<0.9:
            column = marked(
                logits, maximum: Self.one(of: [10, 20, 25, 30, 50], &generator),
                step: Self.one(of: [1, 0.5], &generator), noise: 0.45, &generator)
        case ..<0.97:
            column = marked(logits, maximum: 100, step: 0, noise: 0.45, &generator)
            let grades = [55, 62, 65, 68, 72, 75, 78, 82, 85, 88, 92, 95, 100.0]
            column.points = column.points.map { points in
                grades.min { abs($0 - (points ?? 0)) < abs($1 - (points ?? 0)) }
            }
        default:
            column = PlantedColumn(maximum: Self.one(of: [1, 5, 10], &generator))
            for logit in logits { column.points.append(generator.uniform() < Self.share(logit) ? column.maximum : 0) }
        }
        lose(&column, &generator)
        return column
    }

    /// One score per group of two to five, by the mean of its members and a day of its own; sometimes single members get a
    /// little more or less.
    func copied(_ groups: [Int], _ skill: Int, _ generator: inout SeededGenerator) -> PlantedColumn {
        let logits = logits(skill, &generator)
        let count = (groups.max() ?? 0) + 1
        var sums = [Double](repeating: 0, count: count)
        var members = [Double](repeating: 0, count: count)
        for (group, logit) in zip(groups, logits) {
            sums[group] += logit
            members[group] += 1
        }
        var means: [Double] = []
        for group in 0..<count { means.append(sums[group] / max(members[group], 1) + 0.5 * generator.normal()) }
        let shared = groups.map { means[$0] }
        var column: PlantedColumn
        switch generator.uniform() {
        case ..<0.333: column = marked(shared, maximum: 100, step: 1, noise: 0, &generator)
        case ..<0.667: column = marked(shared, maximum: 100, step: 5, noise: 0, &generator)
        default:
            column = marked(
                shared, maximum: Self.one(of: [10, 20, 25, 30, 50], &generator),
                step: Self.one(of: [1, 0.5], &generator), noise: 0, &generator)
        }
        if generator.uniform() < 0.3 {
            for place in column.points.indices where generator.uniform() < 0.15 {
                let change = Self.one(of: [-0.1, -0.05, 0.05], &generator) * column.maximum
                column.points[place] = column.points[place].map { min(max($0 + change, 0), column.maximum) }
            }
        }
        lose(&column, &generator)
        return column
    }

    /// Groups of one size drawn by lot; whoever is left over joins the last.
    func groups(_ generator: inout SeededGenerator) -> [Int] {
        let each = 2 + Int(generator.uniform() * 4)
        let order = Self.shuffled(Array(0..<size), &generator)
        var groups = [Int](repeating: 0, count: size)
        for (place, learner) in order.enumerated() { groups[learner] = min(place / each, max(size / each - 1, 0)) }
        return groups
    }

    private func marked(
        _ logits: [Double], maximum: Double, step: Double, noise: Double, _ generator: inout SeededGenerator
    ) -> PlantedColumn {
        var column = PlantedColumn(maximum: maximum)
        for logit in logits {
            let points = maximum * Self.share(logit + (noise > 0 ? noise * generator.normal() : 0))
            column.points.append(step > 0 ? Self.rounded(points, to: step) : points)
        }
        return column
    }

    /// Work that never came, and a few who were let off.
    private func lose(_ column: inout PlantedColumn, _ generator: inout SeededGenerator) {
        for place in column.points.indices {
            if generator.uniform() < min(0.9, missing * Double.exp(-diligence[place] - 0.5)) {
                column.points[place] = missingIsZero ? 0 : nil
            }
            if generator.uniform() < 0.012 { column.points[place] = nil }
        }
    }

    // MARK: No work

    /// Sessions come to, as their number, in per cent, or in per cent with a decimal.
    func attendance(_ generator: inout SeededGenerator) -> PlantedColumn {
        let sessions = 8 + Int(generator.uniform() * 23)
        let (level, slope) = (2.2 + 0.5 * generator.normal(), 0.7 + 0.5 * generator.uniform())
        let form = Int(generator.uniform() * 3)
        var column = PlantedColumn(maximum: form == 0 ? Double(sessions) : 100)
        for trait in presence {
            let came = generator.successes(of: sessions, probability: Self.share(level + slope * trait))
            column.points.append(
                form == 0
                    ? Double(came)
                    : Self.rounded(100 * Double(came) / Double(sessions), to: form == 1 ? 1 : 0.1))
        }
        return column
    }

    /// One session: ten points for being there, sometimes five for being late.
    func session(_ generator: inout SeededGenerator) -> PlantedColumn {
        let level = 2.2 + 0.5 * generator.normal()
        let hasLate = generator.uniform() < 0.4
        var column = PlantedColumn(maximum: 10)
        for trait in presence {
            let came = generator.uniform() < Self.share(level + 0.9 * trait)
            let late = generator.uniform() < 0.08
            column.points.append(came ? (hasLate && late ? 5 : 10) : 0)
        }
        return column
    }

    /// Full marks for handing in, sometimes half for being late; nothing or a blank for the others.
    func completion(_ generator: inout SeededGenerator) -> PlantedColumn {
        let level = 2 + 0.6 * generator.normal()
        let (hasLate, isBlank) = (generator.uniform() < 0.3, generator.uniform() < 0.35)
        var column = PlantedColumn(maximum: Self.one(of: [1, 2, 5, 10, 20], &generator))
        for trait in diligence {
            let came = generator.uniform() < Self.share(level + 0.9 * trait)
            let late = generator.uniform() < 0.1
            column.points.append(came ? (hasLate && late ? 0.5 : 1) * column.maximum : isBlank ? nil : 0)
        }
        return column
    }

    /// Points on top for some: of a column of no points, of one of few, with blanks or zeros for the others, or above the
    /// maximum.
    func bonus(_ generator: inout SeededGenerator) -> PlantedColumn {
        let form = Int(generator.uniform() * 4)
        let points = Self.one(of: [2, 5, 10, 20.0], &generator)
        let level = -0.9 + 0.4 * generator.normal()
        let (double, isZero) = (generator.uniform() < 0.5, generator.uniform() < 0.5)
        var column = PlantedColumn(maximum: form == 0 ? 0 : points)
        for place in 0..<size {
            let takes = generator.uniform() < Self.share(level + 0.4 * diligence[place] + 0.2 * general[place])
            // The fourth of five uniform numbers: a beta distribution with mean two thirds.
            let draws = (0..<5).map { _ in generator.uniform() }.sorted()
            let earned = Self.rounded(points * draws[3], to: 1) * (form == 3 && double ? 2 : 1)
            column.points.append(takes ? earned : form == 2 || form == 3 && isZero ? 0 : nil)
        }
        return column
    }

    // MARK: Arithmetic

    static func share(_ logit: Double) -> Double { 1 / (1 + Double.exp(-logit)) }

    static func rounded(_ value: Double, to step: Double) -> Double { (value / step).rounded() * step }

    static func one<Value>(of values: [Value], _ generator: inout SeededGenerator) -> Value {
        values[min(Int(generator.uniform() * Double(values.count)), values.count - 1)]
    }

    static func shuffled<Value>(_ values: [Value], _ generator: inout SeededGenerator) -> [Value] {
        var values = values
        for place in stride(from: values.count - 1, through: 1, by: -1) {
            values.swapAt(place, min(Int(generator.uniform() * Double(place + 1)), place))
        }
        return values
    }
}
