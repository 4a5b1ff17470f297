import Foundation
import InventedCourses
import PythonScripts
import Syncopate
import SyncopateStudents
import Timing

/// An adaptive test of twenty items out of a thousand: the ability after each answer, and the item that tells most next.
///
/// Both have the same bank (two-parameter logistic), the same takers and, whichever item they choose, the same answers,
/// which were drawn beforehand. A step is one selection and one estimate. catsim: `MaxInfoSelector`, and
/// `NumericalSearchEstimator` by three of its methods, of which the fastest counts. Ours: `AbilityScale.observe` (the
/// posterior by quadrature, where catsim looks for the highest likelihood) and the most informative item by
/// `AbilityScale.mostTelling`; and, without a bar, the whole of `Recommender`: observing and advising, with limits and reasons.
enum TestingJob: RivalJob {
    static let name = "catsim"

    private static let length = 20
    private static let itemCount = 1_000
    private static let takers = 100

    private static let script = PythonScript(
        """
        try:
            import numpy
            from catsim.item_bank import ItemBank
            from catsim.selection import MaxInfoSelector
            from catsim.estimation import NumericalSearchEstimator
        except ImportError as error:
            missing(error)
        folder, repeats, length = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
        bank = ItemBank(numpy.loadtxt(folder + "bank.csv", delimiter=","))
        answers = [[bool(int(mark)) for mark in row.strip()] for row in open(folder + "answers")]
        abilities = [float(row) for row in open(folder + "abilities")]
        select = MaxInfoSelector()
        bank.max_info_values, bank.model
        def test(method):
            estimator, estimates = NumericalSearchEstimator(method=method), []
            for marks in answers:
                ability, given, scores = 0.0, [], []
                for _ in range(length):
                    item = int(select.select(item_bank=bank, administered_items=given, est_theta=ability))
                    given.append(item)
                    scores.append(marks[item])
                    ability = estimator.estimate(
                        item_bank=bank, administered_items=given, response_vector=scores, est_theta=ability)
                estimates.append(ability)
            return estimates
        methods = ["bounded", "brent", "fibonacci"]
        times = [best(repeats, lambda _: test(method)) for method in methods]
        fastest = times.index(min(times))
        error = numpy.sqrt(numpy.mean((numpy.array(test(methods[fastest])) - abilities) ** 2))
        report(["catsim", "numpy"], seconds=min(times), method=fastest, error=float(error))
        """)

    static func compare(_ setting: RivalSetting) throws -> [Comparison] {
        let (_, brief) = AdaptiveTestStudents(itemCount: itemCount, seed: 1).student(seed: 1)
        let (difficulties, slopes) = (brief.difficulties ?? [], brief.discriminations ?? [])
        let items = difficulties.indices.map { item in
            Item(
                id: "\(item)", title: "\(item)", skills: [SkillWeight(skill: "ability")], minutes: 1,
                difficulty: difficulties[item], discrimination: slopes[item])
        }
        let catalogue = try Catalogue(
            skills: [Skill(id: "ability", title: "Ability")], items: items, goals: [Goal(id: "test", purpose: .measure)]
        )
        var draw = Draws(seed: 7)
        func uniform() -> Double { Double(draw.below(1 << 53)) / 0x1p53 }
        // Normal by Box & Muller (1958).
        let abilities = (0..<takers).map { _ in (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform()) }
        let marks = abilities.map { ability in
            difficulties.indices.map { uniform() < 1 / (1 + exp(-slopes[$0] * (ability - difficulties[$0]))) }
        }
        let scale = AbilityScale(catalogue: catalogue)
        let recommender = Recommender(catalogue: catalogue)
        var (estimates, advised) = ([Double](), [Double]())
        let alone = WallTime.best(of: setting.repeats) { estimates = marks.map { test(scale, $0) } }
        let whole = WallTime.best(of: setting.repeats) { advised = marks.map { test(recommender, $0) } }
        let report = try setting.withFolder { folder in
            let bank = difficulties.indices.map { "\(slopes[$0]),\(difficulties[$0])\n" }.joined()
            try bank.write(toFile: folder + "bank.csv", atomically: true, encoding: .utf8)
            let rows = marks.map { $0.map { $0 ? "1" : "0" }.joined() + "\n" }.joined()
            try rows.write(toFile: folder + "answers", atomically: true, encoding: .utf8)
            let truth = abilities.map { "\($0)\n" }.joined()
            try truth.write(toFile: folder + "abilities", atomically: true, encoding: .utf8)
            return try script.run(setting.python, [folder, "\(setting.repeats)", "\(length)"])
        }
        let steps = Double(takers * length)
        var notes = report.absence
        if let error = report.figures?["error"], let place = report.figures?["method"] {
            let method = ["bounded", "brent", "fibonacci"][min(max(Int(place), 0), 2)]
            notes.append(String(format: "error of the ability %.3f: catsim, ", error) + method)
        }
        notes.append(String(format: "error of the ability %.3f: ours", Self.error(estimates, abilities)))
        let name = report.name("catsim")
        let theirs = report.rate(of: takers * length)
        return [
            Comparison(
                "choose an item, estimate ability", unit: "answers", one: steps / alone, rival: name, bar: 100,
                theirs: theirs, notes: notes),
            Comparison(
                "the same by the recommender", unit: "answers", one: steps / whole, rival: name, theirs: theirs,
                notes: [String(format: "error of the ability %.3f: ours", Self.error(advised, abilities))]),
        ]
    }

    /// The ability of one taker in the end, by scale and information alone.
    private static func test(_ scale: AbilityScale, _ marks: [Bool]) -> Double {
        var belief = scale.prior
        var isGiven = [Bool](repeating: false, count: marks.count)
        for _ in 0..<length {
            guard let best = scale.mostTelling(belief, about: [1], where: { !isGiven[$0] }) else { break }
            isGiven[best] = true
            scale.observe(item: best, score: marks[best] ? 1 : 0, belief: &belief)
        }
        return belief.mean[0]
    }

    /// The same by the recommender.
    private static func test(_ recommender: Recommender, _ marks: [Bool]) -> Double {
        var state = recommender.newLearner
        for step in 0..<length {
            let time = Double(step) * 60
            guard let choice = recommender.advise(state, learner: "taker", at: time, limit: 1).choices.first
            else { break }
            recommender.observe(item: choice.item, score: marks[choice.item] ? 1 : 0, at: time, &state)
        }
        return state.ability?.mean[0] ?? .nan
    }

    private static func error(_ estimates: [Double], _ abilities: [Double]) -> Double {
        let squares = zip(estimates, abilities).map { ($0 - $1) * ($0 - $1) }
        return (squares.reduce(0, +) / Double(max(squares.count, 1))).squareRoot()
    }
}
