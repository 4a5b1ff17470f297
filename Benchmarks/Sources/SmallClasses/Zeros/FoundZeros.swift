import Syncopate

/// What was found in invented classes of one kind.
struct FoundZeros: Encodable {
    let questions: InventedClass.Questions
    let rate: Double
    let value: Double
    let classes: Int
    /// Missing work entered as a value, and zeros that are scores.
    private(set) var planted = 0
    private(set) var genuine = 0
    /// Of these, how many were read as missing work.
    private(set) var found = 0
    private(set) var mistaken = 0
    /// Everything else that was read as missing work.
    private(set) var others = 0
    /// Planted zeros that whoever knows all chances and rates would read as missing work, and real zeros that they would.
    private(set) var knowable = 0
    private(set) var unknowable = 0
    /// Genuine zeros of learners whose chance of a question right is below a half, and those of them read as missing work.
    private(set) var weak = 0
    private(set) var weakMistaken = 0
    /// Sums of squared errors of the expected score over all cells, against the chance of a question right.
    private var squares = 0.0
    private var squaresAtTheirWord = 0.0
    private var cells = 0

    var precision: Double { Double(found) / Double(max(found + mistaken + others, 1)) }
    var recall: Double { Double(found) / Double(max(planted, 1)) }
    var bestPrecision: Double { Double(knowable) / Double(max(knowable + unknowable, 1)) }
    var bestRecall: Double { Double(knowable) / Double(max(planted, 1)) }
    var error: Double { (squares / Double(max(cells, 1))).squareRoot() }
    var errorAtTheirWord: Double { (squaresAtTheirWord / Double(max(cells, 1))).squareRoot() }

    private enum CodingKeys: String, CodingKey {
        case questions, rate, value, classes, planted, genuine, found, mistaken, others, knowable, unknowable, weak,
            weakMistaken
    }

    init(
        questions: InventedClass.Questions, rate: Double, value: Double, seeds: [UInt64], perSeed: Int,
        prior: ClassPrior
    ) {
        self.questions = questions
        self.rate = rate
        self.value = value
        classes = seeds.count * perSeed
        for seed in seeds {
            for number in 0..<perSeed {
                let seed = seed &* 1_000 &+ UInt64(number)
                add(InventedClass(questions: questions, rate: rate, value: value, seed: seed), prior: prior)
            }
        }
    }

    private mutating func add(_ drawn: InventedClass, prior: ClassPrior) {
        let book = drawn.gradebook
        let profiles = ItemProfile.profiles(of: book)
        let work = MissingWork(gradebook: book, profiles: profiles, prior: prior)
        let doubted = Set(work.doubtful.map { [$0.learner, $0.item] })
        for learner in book.learners.indices {
            for cell in book.cells(ofLearner: learner) {
                let item = Int(book.columns[cell])
                let isFound = doubted.contains([learner, item])
                if drawn.isMissing[cell] {
                    planted += 1
                    found += isFound ? 1 : 0
                    if value == 0, drawn.doubt[cell] >= 0.5 { knowable += 1 }
                } else if book.scores[cell] == 0 {
                    genuine += 1
                    mistaken += isFound ? 1 : 0
                    if value == 0, drawn.doubt[cell] >= 0.5 { unknowable += 1 }
                    guard drawn.chances[learner][item] < 0.5 else { continue }
                    weak += 1
                    weakMistaken += isFound ? 1 : 0
                } else {
                    others += isFound ? 1 : 0
                }
            }
        }
        let believed = ClassEstimate(gradebook: work.gradebook, profiles: work.profiles, prior: prior)
        let atTheirWord = ClassEstimate(gradebook: book, profiles: profiles, prior: prior)
        for learner in book.learners.indices {
            for item in book.items.indices {
                let truth = drawn.chances[learner][item]
                let one = believed.prediction(learner: learner, item: item).success - truth
                let other = atTheirWord.prediction(learner: learner, item: item).success - truth
                squares += one * one
                squaresAtTheirWord += other * other
                cells += 1
            }
        }
    }
}
