import ArgumentParser
import Foundation
import Matrices
import Syncopate
import SyncopateFormats
import SyncopateStudents

/// Seconds of the mastery model on a log of responses, beside rivals in the same run.
@main
struct TracingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tracing",
        abstract: "Seconds to fit, responses followed a second, and microseconds to restore a learner, beside rivals.")

    @Argument(help: "Tidy CSV to fit on: learner, item, correct, skills.")
    var train: String

    @Argument(help: "Tidy CSV to follow.")
    var test: String

    func run() throws {
        BLASThreads.use(1)
        let training = try log(train)
        let following = try log(test)
        print("fit on \(training.count) responses, follow \(following.count); one thread")

        var model: MasteryModel?
        let fitting = seconds {
            var fit = ModelFit(training)
            while !fit.isDone { fit.advance() }
            model = fit.model
        }
        guard let model else { return }
        row("Syncopate", fitting, best(of: 5) { _ = model.predictions(following) }, training.count, following.count)
        try rival(BayesianKnowledgeTracing.self, training, following)
        try rival(BestLogisticRegression.self, training, following)
        restore(model)
    }

    private func rival<R: Rival>(_ type: R.Type, _ training: ResponseLog, _ following: ResponseLog) throws {
        var fitted: R?
        let fitting = seconds { fitted = R(fitting: training) }
        guard let fitted else { return }
        row(R.name, fitting, best(of: 3) { _ = fitted.predictions(following) }, training.count, following.count)
    }

    /// A learner with thirty skills, taken from bytes.
    private func restore(_ model: MasteryModel) {
        var learner = MasteryTracker(model)
        for index in 0..<300 {
            let skill = model.skills.isEmpty ? "\(index % 30)" : model.skills[index % min(30, model.skills.count)]
            learner.observe(
                item: "\(index % 50)", skills: [SkillWeight(skill: skill)], score: index % 3 == 0 ? 0 : 1,
                at: 1.7e9 + Double(index) * 60)
        }
        let state = learner.state
        let repeats = 2000
        let time = best(of: 5) {
            for _ in 0..<repeats { _ = try? MasteryTracker(model, state: state) }
        }
        print(
            "state of 30 skills: \(state.bytes.count) bytes, restored in \(figure(time / Double(repeats) * 1e6)) microseconds"
        )
    }

    private func row(_ name: String, _ fit: Double, _ follow: Double, _ fitted: Int, _ followed: Int) {
        print(
            "\(name): fitted in \(figure(fit)) s (\(Int(Double(fitted) / fit)) responses a second), "
                + "followed at \(Int(Double(followed) / follow)) responses a second")
    }

    private func log(_ path: String) throws -> ResponseLog {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        return ResponseLog(try EvidenceReader.read(SourceFile(name: path, bytes: bytes)).log)
    }

    private func seconds(_ body: () -> Void) -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        body()
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    }

    private func best(of count: Int, _ body: () -> Void) -> Double {
        (0..<count).map { _ in seconds(body) }.min() ?? .nan
    }

    private func figure(_ value: Double) -> String { String(format: "%.2f", value) }
}
