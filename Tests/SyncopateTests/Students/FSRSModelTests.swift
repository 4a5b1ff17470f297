import SyncopateStudents
import Testing

/// Against py-fsrs 6.3.2 (`Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)`, default weights).
struct FSRSModelTests {
    /// One review: its day, the recall just before it, and the memory after it.
    struct Review: Sendable {
        let day: Int
        let right: Bool
        let recall: Double
        let stability: Double
        let difficulty: Double

        init(_ day: Int, _ right: Int, _ recall: Double, _ stability: Double, _ difficulty: Double) {
            self.day = day
            self.right = right == 1
            self.recall = recall
            self.stability = stability
            self.difficulty = difficulty
        }
    }

    static let histories: [[Review]] = [
        [
            Review(0, 1, 0.000000, 2.306500, 2.118104), Review(3, 1, 0.880948, 13.826904, 2.111214),
            Review(10, 0, 0.939749, 1.614598, 7.392238), Review(12, 1, 0.884633, 4.978280, 7.380074),
            Review(12, 1, 1.000000, 4.978280, 7.367923), Review(40, 1, 0.749041, 24.875954, 7.355783),
        ],
        [
            Review(0, 0, 0.000000, 0.212000, 6.413300), Review(0, 0, 1.000000, 0.083357, 8.806304),
            Review(1, 1, 0.675264, 0.613945, 8.792727), Review(2, 0, 0.863165, 0.218133, 9.588406),
            Review(30, 1, 0.473891, 1.560226, 9.574046), Review(31, 1, 0.927575, 2.357438, 9.559700),
        ],
        [
            Review(5, 1, 0.000000, 2.306500, 2.118104), Review(5, 0, 1.000000, 0.775084, 7.394503),
            Review(25, 1, 0.604020, 7.800328, 7.382337), Review(90, 1, 0.710573, 41.563349, 7.370183),
            Review(200, 0, 0.820956, 2.962944, 9.120825), Review(201, 0, 0.956882, 0.606605, 9.696250),
            Review(260, 1, 0.494412, 3.375978, 9.681782),
        ],
    ]

    @Test(arguments: histories) func memoriesAgree(history: [Review]) {
        let model = FSRSModel.standard
        var memory: FSRSModel.Memory?
        for review in history {
            if let before = memory {
                #expect(abs(model.recall(before, onDay: review.day) - review.recall) < 1e-5)
                memory = model.next(before, right: review.right, onDay: review.day)
            } else {
                memory = model.first(right: review.right, onDay: review.day)
            }
            #expect(abs((memory?.stability ?? .nan) - review.stability) < 1e-5)
            #expect(abs((memory?.difficulty ?? .nan) - review.difficulty) < 1e-5)
        }
    }

    /// Stability is the time until recall is .9, by definition.
    @Test func stabilityIsTheTimeToNinety() {
        var weights = FSRSModel.standard.weights
        for decay in [0.1, 0.1542, 0.5, 0.8] {
            weights[20] = decay
            let memory = FSRSModel.Memory(stability: 12, difficulty: 5, lastDay: 3)
            #expect(abs(FSRSModel(weights: weights).recall(memory, onDay: 15) - 0.9) < 1e-12)
        }
    }
}
