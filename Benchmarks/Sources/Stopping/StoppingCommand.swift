import ArgumentParser
import Matrices
import SyncopateStudents

/// Whether skills are mastered where the engine says so, and beyond reach where it calls practice fruitless.
@main
struct StoppingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stopping",
        abstract: "What is stated of mastery and of fruitless practice, held against simulated students.")

    @Option(help: "Students of each family.")
    var students = 500

    @Option(help: "Seed of the students.")
    var seed: UInt64 = 1

    func run() {
        BLASThreads.use(1)
        print("called mastered at P >= \(StoppingRecord.certainty), set aside after \(FlagRecord.limit) attempts")
        print("| students | pairs stopped | stated | true | flags | precision | recall | seeing the truth |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- |")
        row("as believed", BelievedStudents())
        row("knowledge-graph", KnowledgeGraphStudents())
        row("knowledge-graph-drifting", KnowledgeGraphStudents.drifting)
        row("knowledge-graph-unlearnable", KnowledgeGraphStudents(unlearnableShare: 0.1))
        row("gradual", GradualStudents())
    }

    private func row<Family: StudentFamily>(_ name: String, _ family: Family) where Family.Person: MasteringStudent {
        let record = StoppingRecord.judge(family, EnginePolicy(), students: students, seed: seed)
        let flags = FlagRecord.judge(family, EnginePolicy(), students: students, seed: seed)
        print(
            "| \(name) | \(record.stopped) | \(figure(record.meanStated)) | \(figure(record.share)) "
                + "| \(flags.flagged) | \(figure(flags.precision)) | \(figure(flags.recall)) "
                + "| \(figure(flags.seeingPrecision)) |")
    }

    private func figure(_ value: Double) -> String {
        value.isFinite ? "\((value * 10_000).rounded() / 10_000)" : "-"
    }
}
