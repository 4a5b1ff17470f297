import InventedCourses
import PythonScripts
import RankedCourses
import Syncopate
import SyncopateStudents
import Timing

/// Best-LR (Gervet, Koedinger, Schneider & Mitchell 2020), fitted on some learners' answers and judged on others', beside
/// scikit-learn's `LogisticRegression`.
///
/// Both make the same features: the item, its skills, and the logarithms of one plus the attempts and wins so far, on
/// everything, on the item and on each skill. The time is from answers in memory to coefficients, or to probabilities,
/// features included; scikit-learn's are made by whole columns in pandas and scipy, and fitted by its usual `lbfgs` with its
/// usual penalty, as in the authors' program. For accuracy's sake the mastery model stands beside, which takes longer to fit.
enum RegressionJob: RivalJob {
    static let name = "best-lr"

    private static let script = PythonScript(
        """
        try:
            import numpy, pandas
            from scipy import sparse
            from sklearn.linear_model import LogisticRegression
        except ImportError as error:
            missing(error)
        folder, repeats, items, skills = sys.argv[1], *map(int, sys.argv[2:5])
        def answers(name):
            rows = pandas.read_csv(folder + name)
            lists = [[int(skill) for skill in text[1:].split(".")] for text in rows["skill_name"].astype(str)]
            pairs = pandas.DataFrame({
                "row": numpy.repeat(numpy.arange(len(rows)), [len(skills) for skills in lists]),
                "skill": numpy.concatenate([numpy.array(skills) for skills in lists])})
            pairs["user_id"] = rows["user_id"].to_numpy()[pairs["row"]]
            pairs["correct"] = rows["correct"].to_numpy()[pairs["row"]]
            return rows[["user_id", "item", "correct"]].copy(), pairs
        def counts(table, keys):
            groups = table.groupby(keys, sort=False)["correct"]
            return numpy.log1p(groups.cumcount().to_numpy()), numpy.log1p((groups.cumsum() - table["correct"]).to_numpy())
        def features(rows, pairs):
            every = numpy.arange(len(rows))
            one = numpy.ones
            row, skill, first = pairs["row"].to_numpy(), pairs["skill"].to_numpy(), items + 3 * skills
            tries, wins = counts(pairs, ["user_id", "skill"])
            parts = [(one(len(rows)), every, rows["item"].to_numpy()), (one(len(row)), row, items + skill),
                (tries, row, items + skills + skill), (wins, row, items + 2 * skills + skill)]
            for keys in (["user_id", "item"], ["user_id"]):
                for column in counts(rows, keys):
                    parts.append((column, every, numpy.full(len(rows), first)))
                    first += 1
            data, places, columns = (numpy.concatenate(part) for part in zip(*parts))
            return sparse.csr_matrix((data, (places, columns)), shape=(len(rows), items + 3 * skills + 4))
        train, test = answers("train.csv"), answers("test.csv")
        fitted = {}
        def fit(_):
            fitted["model"] = LogisticRegression(solver="lbfgs", max_iter=1000).fit(features(*train), train[0]["correct"])
        def predict(_):
            fitted["predicted"] = fitted["model"].predict_proba(features(*test))[:, 1]
        fitting, predicting = best(repeats, fit), best(repeats, predict)
        numpy.savetxt(folder + "predicted", fitted["predicted"], fmt="%.17g")
        report(["scikit-learn", "numpy", "pandas", "scipy"], fit=fitting, predict=predicting)
        """)

    static func compare(_ setting: RivalSetting) throws -> [Comparison] {
        let course = try InventedCourse(skills: 100, items: 5_000, sets: 400, seed: 1)
        let train = ResponseLog(course.log(learners: 0..<1_000, most: 200))
        let test = ResponseLog(course.log(learners: 2_000..<3_000, most: 200))
        var fitted = BestLogisticRegression(fitting: train)
        let fitting = WallTime.best(of: setting.repeats) { fitted = BestLogisticRegression(fitting: train) }
        var ours: [Double] = []
        let predicting = WallTime.best(of: setting.repeats) { ours = fitted.predictions(test) }
        var fit = ModelFit(train)
        while !fit.isDone { fit.advance() }
        return try setting.withFolder { folder in
            let items = AnswerFile.numbers(course.catalogue.items.map(\.id))
            let skills = AnswerFile.numbers(course.catalogue.skills.map(\.id))
            try AnswerFile.write(train, items: items, skills: skills, to: folder + "train.csv")
            try AnswerFile.write(test, items: items, skills: skills, to: folder + "test.csv")
            let report = try script.run(
                setting.python, [folder, "\(setting.repeats)", "\(items.count)", "\(skills.count)"],
                times: ["fit", "predict"])
            var notes = report.absence
            if report.figures != nil {
                notes.append(
                    try Accuracy.note("scikit-learn", AnswerFile.numbers(in: folder + "predicted"), test))
            }
            notes.append(try Accuracy.note("ours", ours, test))
            notes.append(try Accuracy.note("mastery model", fit.model.predictions(test), test))
            let name = report.name("scikit-learn")
            return [
                Comparison(
                    "fit Best-LR", unit: "answers", one: Double(train.count) / fitting, rival: name,
                    theirs: report.rate(of: train.count, in: "fit"), notes: notes),
                Comparison(
                    "predict by Best-LR", unit: "answers", one: Double(test.count) / predicting,
                    rival: name, theirs: report.rate(of: test.count, in: "predict")),
            ]
        }
    }
}
