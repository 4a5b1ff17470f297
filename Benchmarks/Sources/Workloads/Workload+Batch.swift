import InventedCourses
import Syncopate
import SyncopateFormats
import SyncopateModels
import SyncopateStudents

extension Workload {
    /// Whole tasks, from what is read to what is said.
    static let batch = [
        Workload("batch-recommend", "a gradebook of 30 learners and 20 columns, to advice", 1, "class", repeats: 1) {
            _ in
            recommending(learners: 30, columns: 20)
        },
        Workload("batch-recommend-large", "the same of 100 and 40", 1, "class", repeats: 1, isQuick: false) { _ in
            recommending(learners: 100, columns: 40)
        },
        Workload("fit", "a model of mastery, on answers of 20 learners", 1, "model", repeats: 1) { _ in
            try fitting(learners: 20)
        },
        Workload("fit-large", "the same of 100 learners", 1, "model", repeats: 1, isQuick: false) { _ in
            try fitting(learners: 100)
        },
        Workload("evaluate", "the shipped model judged on answers of 20 learners", 1, "report", repeats: 5) { _ in
            let log = ResponseLog(try course().log(learners: 0..<20, most: 60))
            let model = try ModelFile.read(ShippedMasteryModel.bytes)
            let settings = EvaluationSettings(resamples: 50, draws: 20)
            return { _ in
                let table = try PredictionTable(log, probabilities: model.predictions(log))
                let report = try EvaluationReport(ours: .init(name: "Syncopate", table: table), settings: settings)
                return report?.models.count ?? 0
            }
        },
        Workload("convene", "seats of 300 learners in 30 slots", 1, "plan", repeats: 1) { _ in
            let problem = SeatWorld(learners: 300, topics: 40, slots: 30, capacity: 8).problem(seed: 1)
            return { _ in Convener().plan(problem).meetings.count }
        },
        Workload("plan", "a week ahead of one learner, in 10 futures", 1, "plan", repeats: 1) { _ in
            let course = try course()
            let planner = Planner(
                Recommender(catalogue: course.catalogue),
                settings: PlanSettings(minutesADay: 20, days: 7, rollouts: 10))
            var state = planner.recommender.newLearner
            for answer in course.answers(learner: 1, most: 60) {
                planner.recommender.observe(item: answer.item, score: answer.score, at: answer.at, &state)
            }
            let learner = state
            return { _ in planner.plan(learner, learner: "learner", at: learner.last + 3_600).days.count }
        },
    ]

    private static func recommending(learners: Int, columns: Int) -> Work {
        let drawn = SampleClass(learners: learners, columns: columns, skills: 6, seed: 1)
        let file = SourceFile(name: "gradebook.csv", bytes: Array(drawn.canvasGradebook().utf8))
        let engine = Engine(priors: .shipped)
        return { _ in
            let gradebook = Gradebook(try EvidenceReader.read(file).log)
            return engine.recommend(gradebook, settings: RecommendSettings()).learners.count
        }
    }

    private static func fitting(learners: Int) throws -> Work {
        let log = ResponseLog(try course().log(learners: 0..<learners, most: 60))
        return { _ in
            var fit = ModelFit(log)
            while !fit.isDone { fit.advance() }
            return fit.model.items.count
        }
    }

    private static func course() throws -> InventedCourse {
        try InventedCourse(skills: 20, items: 200, sets: 40, seed: 1)
    }
}
