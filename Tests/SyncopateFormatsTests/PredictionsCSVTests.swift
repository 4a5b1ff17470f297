import Syncopate
import SyncopateFormats
import Testing

struct PredictionsCSVTests {
    private func table() throws -> PredictionTable {
        var table = PredictionTable(learners: ["007", "a \"b\", c"], items: ["=x", " y\n"])
        try table.append(Prediction(learner: 1, item: 1, row: 9, score: 1, probability: 0.1))
        try table.append(Prediction(learner: 0, item: 0, row: 3, score: 0, probability: 1.0 / 3))
        try table.append(Prediction(learner: 0, item: 0, row: 9, score: 0.5, probability: 1e-7))
        return table
    }

    @Test func rowsAreInTheOrderOfTheInput() throws {
        let text = String(decoding: PredictionsCSV.write(try table()), as: UTF8.self)
        #expect(
            text == """
                row,learner,item,score,probability
                3,007,=x,0,0.3333333333333333
                9,"a ""b"", c"," y
                ",1,0.1
                9,007,=x,0.5,1e-07

                """)
    }

    @Test func piecesMakeTheWhole() throws {
        for size in [-1, 1, 2, 3, .max] {
            var bytes = PredictionsCSV.header
            var csv = PredictionsCSV(try table())
            var calls = 0
            while csv.append(atMost: size, to: &bytes) { calls += 1 }
            #expect(bytes == PredictionsCSV.write(try table()))
            #expect(calls == (size < 2 ? 3 : size == 2 ? 2 : 1))
        }
        #expect(PredictionsCSV.write(PredictionTable(learners: [], items: [])) == PredictionsCSV.header)
    }
}
