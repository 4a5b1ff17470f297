import RealModule
import Syncopate

/// An invented class with known abilities, in the form a gradebook shows it.
///
/// Learners have a general ability and a deviation per skill on the logit scale; a score is a number of questions
/// right out of a column's questions. This is a plain item-response world, with no link to the engine's estimator.
public struct SampleClass: Sendable {
    /// A cell of the gradebook.
    public enum Cell: Sendable, Hashable {
        /// Points earned.
        case points(Double)
        /// The learner was let off.
        case excused
        /// Nothing there.
        case blank
    }

    /// One column.
    public struct Column: Sendable, Hashable {
        /// The title, without the host's number.
        public var title: String
        /// The host's number.
        public var number: Int
        /// Points possible.
        public var points: Int
        /// Position in ``SampleClass/skills``; `nil` for a column that measures none.
        public var skill: Int?
        /// Log-odds that a learner of ability zero has a question right.
        public var easiness: Double
    }

    /// Names of the skills, invented.
    public let skills: [String]
    /// Columns in the order of the term.
    public let columns: [Column]
    /// "Last, First" per learner, invented.
    public let names: [String]
    /// `[learner][skill]`: ability on the logit scale, general part included.
    public let abilities: [[Double]]
    /// How much each learner hands in beside what goes with ability, standard deviations of the class.
    public let diligence: [Double]
    /// `[learner][column]`.
    public let cells: [[Cell]]

    /// Draws a class.
    ///
    /// - Parameters:
    ///   - learners: how many people, held to 0...100,000.
    ///   - columns: how many columns, held to 2...5,000; one of them is attendance, the rest go through the skills in order.
    ///   - skills: how many skills, held to 1...columns.
    ///   - upcoming: how many of the last columns nobody has done yet.
    ///   - generalDeviation: standard deviation of the general ability, logits.
    ///   - skillDeviation: standard deviation of a skill around it, logits.
    ///   - missing: share of past work that never came, more from some learners than from others.
    ///   - diligenceDeviation: standard deviation of the logarithm of how often a learner's work does not come.
    ///   - seed: the same seed gives the same class.
    public init(
        learners: Int = 30, columns: Int = 20, skills: Int = 6, upcoming: Int = 2, generalDeviation: Double = 0.9,
        skillDeviation: Double = 0.5, missing: Double = 0.06, diligenceDeviation: Double = 1.2, seed: UInt64 = 1
    ) {
        var generator = SeededGenerator(seed: seed)
        let people = min(max(learners, 0), 100_000)
        let width = min(max(columns, 2), 5_000)
        let skillCount = min(max(skills, 1), width)
        self.skills = (0..<skillCount).map { Self.skillName($0) }
        let work = width - 1
        var tasks: [Int] = Array(repeating: 0, count: skillCount)
        var made: [Column] = []
        made.append(Column(title: "Attendance", number: 40_001, points: 100, skill: nil, easiness: 3))
        for j in 0..<work {
            let skill = j * skillCount / work
            tasks[skill] += 1
            let form = ["Exit ticket", "Homework", "Quiz"][(tasks[skill] - 1) % 3]
            let round = (tasks[skill] - 1) / 3
            let title = "\(form): \(self.skills[skill])" + (round > 0 ? " \(round + 1)" : "")
            made.append(
                Column(
                    title: title, number: 40_002 + j, points: [10, 20, 25][(tasks[skill] - 1) % 3], skill: skill,
                    easiness: 0.8 + 0.5 * generator.normal()))
        }
        self.columns = made

        var names: [String] = []
        var abilities: [[Double]] = []
        var diligence: [Double] = []
        var cells: [[Cell]] = []
        for i in 0..<people {
            names.append(Self.name(i))
            let general = generalDeviation * generator.normal()
            let ability = (0..<skillCount).map { _ in general + skillDeviation * generator.normal() }
            abilities.append(ability)
            // Handing work in goes with ability a little and with itself a lot.
            let negligence = generator.normal()
            diligence.append(-negligence)
            let neglect = Double.exp(
                diligenceDeviation * negligence - 0.3 * general - diligenceDeviation * diligenceDeviation / 2)
            var row: [Cell] = []
            for (j, column) in made.enumerated() {
                guard let skill = column.skill else {
                    row.append(.points(Double(min(100, 70 + 5 * generator.successes(of: 6, probability: 0.85)))))
                    continue
                }
                let trials = [10, 12, 15][j % 3]
                let p = 1 / (1 + Double.exp(-(column.easiness + ability[skill])))
                let right = generator.successes(of: trials, probability: p)
                let points = (Double(column.points) * Double(right) / Double(trials) * 2).rounded() / 2
                let luck = generator.uniform()
                if j >= width - upcoming {
                    row.append(.blank)
                } else if luck < min(0.9, missing * neglect) {
                    row.append(.blank)
                } else if luck > 0.985 {
                    row.append(.excused)
                } else {
                    row.append(.points(points))
                }
            }
            cells.append(row)
        }
        self.names = names
        self.abilities = abilities
        self.diligence = diligence
        self.cells = cells
    }

    private static func skillName(_ index: Int) -> String {
        let names = ["Fractions", "Ratios", "Equations", "Area and volume", "Data", "Chance"]
        return index < names.count ? names[index] : "Skill \(index + 1)"
    }

    private static func name(_ index: Int) -> String {
        let first = [
            "Ada", "Ben", "Cleo", "Dev", "Ema", "Finn", "Gia", "Hugo", "Ines", "Jon", "Kai", "Lea", "Milo", "Nia",
            "Otto", "Pia", "Quin", "Rosa", "Sami", "Tess", "Uma", "Vito", "Wren", "Xena", "Yara", "Zeno", "Arlo",
            "Bea", "Cyd", "Dara",
        ]
        let last = [
            "Abara", "Brandt", "Castro", "Dahl", "Eriksen", "Fontaine", "Garcia", "Haddad", "Ito", "Jansen", "Kovacs",
            "Lindgren", "Moreau", "Nakamura", "Okafor", "Petrov", "Quiroga", "Rossi", "Sato", "Tanaka", "Usman",
            "Varga", "Weber", "Xu", "Yilmaz", "Zhang", "Almeida", "Bauer", "Chen",
        ]
        let round = index / (first.count * last.count)
        let name = "\(last[index % last.count]), \(first[index % first.count])"
        return round > 0 ? "\(name) \(round + 1)" : name
    }
}
