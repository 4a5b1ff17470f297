import Syncopate
import SyncopateStudents
import Testing

struct ItemMeanTests {
    private typealias Row = RivalLog.Row

    private let training = RivalLog.log([
        Row(learner: "a", item: "x", skills: ["s", "t"], score: 1),
        Row(learner: "b", item: "x", skills: ["s", "t"], score: 1),
        Row(learner: "a", item: "y", skills: ["t", "s"], score: 0),
        Row(learner: "b", item: "z", skills: ["s"], score: 0.5),
    ])

    /// By hand, with a weight of 2: everything (2.5 + 1) / 6; the set s, t (2 + 2 * 7/12) / 5; x (2 + 2 * 19/30) / 4.
    @Test func meansAreDrawnToTheMeansAbove() {
        let rival = ItemMean(fitting: training, weight: 2)
        let predictions = rival.predictions(
            RivalLog.log([
                Row(learner: "q", item: "x", score: 0), Row(learner: "q", item: "new", skills: ["t", "s"], score: 0),
                Row(learner: "q", item: "new too", skills: ["u"], score: 0), Row(learner: "q", item: "none", score: 0),
                Row(learner: "q", item: "y", score: 0),
            ]))
        let expected = [49.0 / 60, 19.0 / 30, 7.0 / 12, 7.0 / 12, 19.0 / 45]
        for (value, reference) in zip(predictions, expected) { #expect(abs(value - reference) < 1e-12) }
    }

    @Test func withoutWeightMeansAreMeans() {
        let predictions = ItemMean(fitting: training, weight: 0).predictions(training)
        #expect(predictions.map { ($0 * 1e3).rounded() / 1e3 } == [1, 0, 1, 0.5])
    }
}
