import Syncopate
import SyncopateFormats
import SyncopateModels
import SyncopateStudents

/// Takes one class from the bytes of its Canvas export to advice, several times.
struct Measurement {
    let size: ClassSize
    /// Bytes of the export.
    let bytes: Int
    /// In the order of the work.
    let stages: [Stage]
    /// What predictions came from, and how many learners got advice: signs that the work was done.
    let basis: ClassEstimate.Basis
    let advised: Int

    /// - Parameter repeats: how often; below 1 is taken as 1.
    /// - Throws: ``ReadError`` if the export cannot be read.
    init(_ size: ClassSize, repeats: Int) throws {
        let drawn = SampleClass(learners: size.learners, columns: size.columns, skills: size.skills, seed: 1)
        let file = SourceFile(name: "gradebook.csv", bytes: Array(drawn.canvasGradebook().utf8))
        let engine = Engine(priors: .shipped)
        var reading = Stage("read the Canvas file")
        var folding = Stage("fold into a gradebook")
        var advising = Stage("fit, back-test, recommend")
        var basis = ClassEstimate.Basis.model
        var advised = 0
        for _ in 0..<max(repeats, 1) {
            let evidence = try reading.measure { try EvidenceReader.read(file) }
            let gradebook = folding.measure { Gradebook(evidence.log) }
            let advice = advising.measure { engine.recommend(gradebook, settings: RecommendSettings()) }
            basis = advice.basis
            advised = advice.learners.count
        }
        self.size = size
        self.basis = basis
        self.advised = advised
        bytes = file.bytes.count
        stages = [reading, folding, advising]
    }
}
