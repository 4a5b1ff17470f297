import Syncopate

/// Predicts hidden scores in many small classes.
///
/// From every presentation come six classes a draw. The late scores of every second learner are hidden; each is
/// predicted from that learner's earlier scores, with everything that is shared fitted on what is visible of the class.
struct Experiment {
    /// Years that have rows of their own.
    static let years = [2013, 2014]
    /// Classes from each presentation in a draw.
    static let classesPerPresentation = 6
    /// The seeds of the draws.
    static let seeds: [UInt64] = [1, 2, 3, 4, 5]

    let presentations: [Presentation]
    let prior: ClassPrior
    let seeds: [UInt64]
    /// Whether topics are looked for and used as the engine does.
    let readsTopics: Bool

    /// One row per span of years: each year, then all of them.
    ///
    /// - Parameter progress: called after each draw with how many are done.
    func run(size: Int, titles: Titles, progress: (Int) -> Void) -> [Outcome] {
        var draws: [[Errors]] = []
        for seed in seeds {
            draws.append(run(size: size, titles: titles, drawing: ClassDrawing(seed: seed)))
            progress(draws.count)
        }
        let spans = Self.years.map(String.init) + ["all"]
        return spans.enumerated().compactMap { position, span in
            Outcome(size: size, titles: titles, years: span, draws: draws.map { $0[position] })
        }
    }

    /// Sums per year, then over everything.
    private func run(size: Int, titles: Titles, drawing: ClassDrawing) -> [Errors] {
        var sums = [Errors](repeating: Errors(), count: Self.years.count + 1)
        for presentation in presentations {
            for number in 0..<Self.classesPerPresentation {
                guard let members = drawing.members(of: presentation, number: number, size: size) else { break }
                let hidden = HiddenScores(presentation: presentation, members: members, titles: titles)
                let errors = Errors(hidden, prior: prior, readsTopics: readsTopics)
                if let year = Self.years.firstIndex(of: presentation.year) { sums[year] += errors }
                sums[Self.years.count] += errors
            }
        }
        return sums
    }
}
