import Foundation
import InventedCourses
import PythonScripts
import RankedCourses
import Syncopate
import SyncopateStudents
import Timing

/// The probability of every answer of a log, each before it is given, beside pyBKT's `Model.predict`.
///
/// Both have the answers in memory (pyBKT as a data frame of its own for each repeat, with numbers for learners), the
/// model fitted, and give an array. pyBKT fits on other learners' answers; its parameters are handed to this project's
/// BKT, which then has to come to the same probabilities. The mastery model is another, which learns about all skills
/// from every answer.
///
/// pyBKT is timed with and without its `parallel`, and the faster counts. It goes through the data once for each skill,
/// so that it is faster with fewer.
enum PredictingJob: RivalJob {
    static let name = "pybkt"

    private static let script = PythonScript(
        """
        try:
            import numpy, pandas
            from pyBKT.models import Model
            import pyBKT.fit
        except ImportError as error:
            missing(error)
        folder, repeats = sys.argv[1], int(sys.argv[2])
        columns = ["user_id", "skill_name", "correct", "order_id"]
        train = pandas.read_csv(folder + "train.csv", usecols=columns)
        test = pandas.read_csv(folder + "test.csv", usecols=columns)
        model = Model(seed=1, num_fits=1, parallel=False)
        model.fit(data=train)
        times = {}
        for parallel in (False, True):
            model.parallel = parallel
            times[parallel] = best(repeats, lambda data: model.predict(data=data), test.copy)
        model.parallel = False
        predicted = model.predict(data=test.copy()).sort_values("order_id")
        numpy.savetxt(folder + "predicted", predicted["correct_predictions"].to_numpy(), fmt="%.17g")
        with open(folder + "parameters", "w") as out:
            for skill, fitted in model.fit_model.items():
                row = [fitted["prior"], fitted["learns"][0], fitted["guesses"][0], fitted["slips"][0]]
                out.write(",".join([skill[1:]] + ["%.17g" % float(value) for value in row]) + "\\n")
        compiled = any(name.endswith((".so", ".pyd")) for name in os.listdir(os.path.dirname(pyBKT.fit.__file__)))
        report(["pyBKT", "numpy", "pandas"], seconds=min(times.values()), compiled=float(compiled))
        """)

    static func compare(_ setting: RivalSetting) throws -> [Comparison] {
        // One skill an item, because pyBKT knows of no more.
        let course = try InventedCourse(
            skills: setting.skills, items: 5_000, sets: setting.skills, seed: 1)
        let train = ResponseLog(course.log(learners: 0..<300, most: 200))
        let test = ResponseLog(course.log(learners: 1_000..<2_000, most: 200))
        var fit = ModelFit(train)
        while !fit.isDone { fit.advance() }
        let model = fit.model
        let (one, two) = (
            WallTime.best(of: setting.repeats) { _ = model.predictions(test) },
            WallTime.best(of: setting.repeats) { _ = model.predictions(test, workers: .threads(2)) }
        )
        return try setting.withFolder { folder in
            let items = AnswerFile.numbers(course.catalogue.items.map(\.id))
            let skills = AnswerFile.numbers(course.catalogue.skills.map(\.id))
            try AnswerFile.write(train, items: items, skills: skills, to: folder + "train.csv")
            try AnswerFile.write(test, items: items, skills: skills, to: folder + "test.csv")
            let report = try script.run(setting.python, [folder, "\(setting.repeats)"])
            var same = BayesianKnowledgeTracing(fitting: train)
            var notes = report.absence
            if report.figures != nil {
                same = BayesianKnowledgeTracing(parameters: try parameters(in: folder + "parameters", course))
                let theirs = try AnswerFile.numbers(in: folder + "predicted")
                let apart = zip(theirs, same.predictions(test)).map { abs($0 - $1) }.max() ?? .nan
                notes.append("\(theirs.count) probabilities, at most \(apart) apart")
                notes.append(try Accuracy.note("pyBKT", theirs, test))
            }
            let seconds = WallTime.best(of: setting.repeats) { _ = same.predictions(test) }
            let isCompiled = report.figures?["compiled"] == 1
            let name = report.name("pyBKT", report.figures == nil ? "" : isCompiled ? "compiled" : "its Python alone")
            let count = Double(test.count)
            return [
                Comparison(
                    "predict answers, same BKT", unit: "answers", one: count / seconds, rival: name,
                    bar: 100, theirs: report.rate(of: test.count), notes: notes),
                Comparison(
                    "predict answers, mastery model", unit: "answers", one: count / one,
                    two: count / two, rival: name, theirs: report.rate(of: test.count),
                    notes: [try Accuracy.note("mastery model", model.predictions(test), test)]),
            ]
        }
    }

    /// What pyBKT fitted, by skill.
    private static func parameters(
        in path: String, _ course: InventedCourse
    ) throws -> [String: KnowledgeTracingParameters] {
        var parameters: [String: KnowledgeTracingParameters] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(separator: ",")
            guard fields.count == 5, let skill = Int(fields[0]), course.catalogue.skills.indices.contains(skill)
            else { continue }
            let values = fields.dropFirst().compactMap { Double($0) }
            guard values.count == 4 else { continue }
            parameters[course.catalogue.skills[skill].id] = KnowledgeTracingParameters(
                prior: values[0], learn: values[1], guess: values[2], slip: values[3])
        }
        return parameters
    }
}
