import Syncopate

/// Predicts hidden scores in small classes in whose evidence zeros were planted, with zeros at their word and told apart.
struct ZeroExperiment {
    static let size = 30
    static let rates = [0.0, 0.05, 0.12]
    /// Invented classes of a kind per seed.
    static let inventedPerSeed = 20

    let presentations: [Presentation]
    let prior: ClassPrior
    let seeds: [UInt64]

    /// All rows on real learners.
    ///
    /// - Parameter progress: called after each row.
    func run(progress: (ZeroOutcome) -> Void) -> [ZeroOutcome] {
        var outcomes: [ZeroOutcome] = []
        for titles in Titles.allCases {
            for rate in Self.rates {
                for pattern in Planting.Pattern.allCases where rate > 0 || pattern == .uniform {
                    guard let outcome = run(titles: titles, rate: rate, pattern: pattern) else { continue }
                    outcomes.append(outcome)
                    progress(outcome)
                }
            }
        }
        return outcomes
    }

    /// What is found in invented classes, with zeros and with half the points entered for missing work.
    func invented(progress: (FoundZeros) -> Void) -> [FoundZeros] {
        var rows: [FoundZeros] = []
        for questions in InventedClass.Questions.allCases {
            for (rate, value) in [(0, 0), (0.05, 0), (0.12, 0), (0.05, 0.5), (0.12, 0.5)] as [(Double, Double)] {
                let row = FoundZeros(
                    questions: questions, rate: rate, value: value, seeds: seeds, perSeed: Self.inventedPerSeed,
                    prior: prior)
                rows.append(row)
                progress(row)
            }
        }
        return rows
    }

    private func run(titles: Titles, rate: Double, pattern: Planting.Pattern) -> ZeroOutcome? {
        var (score, auto) = (Errors(), Errors())
        for seed in seeds {
            let drawing = ClassDrawing(seed: seed)
            let planting = Planting(pattern: pattern, rate: rate, seed: seed)
            for presentation in presentations {
                for number in 0..<Experiment.classesPerPresentation {
                    guard let members = drawing.members(of: presentation, number: number, size: Self.size) else {
                        break
                    }
                    let hidden = HiddenScores(presentation: presentation, members: members, titles: titles) {
                        planting.entered("\(presentation.name)/\(number)", learner: $0, column: $1, score: $2)
                    }
                    score += Errors(hidden, prior: prior, zeros: .score)
                    auto += Errors(hidden, prior: prior, zeros: .auto)
                }
            }
        }
        guard auto.cells > 0 else { return nil }
        func root(_ sum: Double) -> Double { (sum / Double(auto.cells)).squareRoot() }
        let word = root(score.model)
        let bar = rate == 0 ? word + ZeroOutcome.roundingAllowance : pattern == .uniform ? ZeroOutcome.bars[rate] : nil
        return ZeroOutcome(
            titles: titles, pattern: pattern, rate: rate, score: word, auto: root(auto.model),
            columnAndLearner: root(score.columnAndLearner), coverage: Double(auto.inside) / Double(auto.cells),
            doubtedZeros: auto.doubtedZeros, doubtedOthers: auto.doubtedOthers, cells: auto.cells, bar: bar)
    }
}
