import Foundation
import InventedCourses
import PythonScripts
import Syncopate
import SyncopateStudents
import Timing

/// What one learner should do next of five thousand items, beside ALOSI's `recommendation_score` (the engine that
/// HarvardX's adaptive courses ran on).
///
/// Both have the same course (items with their skills, prerequisites of skills) and what is believed of the learner in
/// memory. ALOSI gives a score to every item, from readiness, demand, difficulty and continuity; of guess and slip it has
/// the same for all items, and of mastery what ours believes. Ours is `Recommender.advise`: the best five of what may be
/// given, with reasons. Ours goes through learners in turn, so that their beliefs come from memory; ALOSI keeps to one.
enum AdvisingJob: RivalJob {
    static let name = "alosi"

    private static let learners = 1_000

    private static let script = PythonScript(
        """
        try:
            import numpy
            from alosi.engine import recommendation_score
        except ImportError as error:
            missing(error)
        folder, repeats, items, skills = sys.argv[1], *map(int, sys.argv[2:5])
        guess = numpy.full((items, skills), numpy.nan)
        slip = guess.copy()
        for item, skill in numpy.loadtxt(folder + "items", dtype=int, delimiter=","):
            guess[item, skill], slip[item, skill] = 0.2, 0.1
        requires = numpy.zeros((skills, skills))
        for before, after, weight in numpy.loadtxt(folder + "requires", delimiter=","):
            requires[int(before), int(after)] = weight
        mastery = numpy.loadtxt(folder + "mastery")
        difficulty = numpy.full(items, 0.5)
        def score(_):
            return recommendation_score(
                guess=guess, slip=slip, learner_mastery=mastery, prereqs=requires, r_star=0.0, L_star=2.2,
                difficulty=difficulty, W_p=5.0, W_r=3.0, W_d=1.0, W_c=1.0, last_attempted_guess=guess[0],
                last_attempted_slip=slip[0])
        score(None)
        report(["alosi", "numpy"], seconds=best(3 * repeats, score))
        """)

    static func compare(_ setting: RivalSetting) throws -> [Comparison] {
        let course = try InventedCourse(skills: 100, items: 5_000, sets: 400, seed: 1)
        let catalogue = course.catalogue
        let recommender = Recommender(catalogue: catalogue)
        let states = (0..<learners).map { learner in
            var state = recommender.newLearner
            for answer in course.answers(learner: learner, most: 200) {
                recommender.observe(item: answer.item, score: answer.score, at: answer.at, &state)
            }
            return state
        }
        let advices = 10_000
        var given = 0
        let seconds = WallTime.best(of: setting.repeats) {
            for step in 0..<advices {
                let state = states[step % learners]
                given +=
                    recommender.advise(state, learner: "learner", at: max(state.last, 0) + 60, limit: 5).choices.count
            }
        }
        let believed = recommender.advise(states[0], learner: "learner", at: states[0].last, limit: 1).known
        let report = try setting.withFolder { folder in
            let items = catalogue.itemSkills.enumerated().flatMap { item, edges in
                edges.map { "\(item),\($0.skill)\n" }
            }
            let requires = catalogue.graph.parents.enumerated().flatMap { skill, edges in
                edges.map { "\($0.skill),\(skill),\($0.weight)\n" }
            }
            let mastery = believed.map { "\($0)\n" }
            for (name, lines) in [("items", items), ("requires", requires), ("mastery", mastery)] {
                try lines.joined().write(toFile: folder + name, atomically: true, encoding: .utf8)
            }
            return try script.run(
                setting.python,
                [folder, "\(setting.repeats)", "\(catalogue.items.count)", "\(catalogue.skills.count)"])
        }
        return [
            Comparison(
                "recommend from 5,000 items", unit: "learners", one: Double(advices) / seconds,
                rival: report.name("alosi"), bar: 1_000, theirs: report.rate(of: 1), notes: report.absence)
        ]
    }
}
