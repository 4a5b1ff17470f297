/// Where the policies of one family stand: the best honest one of each figure, and what each has over the best baseline.
public struct PolicyStanding: Sendable {
    /// Where one policy stands in one figure.
    public struct Place: Sendable, Hashable {
        /// Whether no honest policy has a better mean. Equals are all best.
        public let isBest: Bool
        /// What it has over the baseline with the best mean; `nil` for that one itself and where there is no baseline.
        public let overBaseline: PairedDifference?
        /// Whether it is honest and worse than that baseline by more than one standard error of the difference.
        public let isWorse: Bool
    }

    /// `[policy][figure]`.
    public let places: [[Place]]
    /// Per figure the position of the baseline with the best mean, of equals the first; `nil` without baselines.
    public let baselines: [Int?]

    /// - Parameters:
    ///   - cells: those of one family, each with the same students.
    ///   - roles: one per cell.
    public init(_ cells: [PolicyMatrix.Cell], roles: [PolicyRole]) {
        let figures = cells.first?.summaries.map(\.figure) ?? []
        let roles = Dictionary(uniqueKeysWithValues: zip(cells.indices, roles))
        var columns: [[Place]] = []
        var baselines: [Int?] = []
        for (number, figure) in figures.enumerated() {
            func merit(_ cell: Int) -> Double {
                let mean = cells[cell].summaries[number].mean
                return figure.higherIsBetter ? mean : -mean
            }
            let best = cells.indices.filter { roles[$0]?.isHonest ?? false }.map(merit).max()
            let baseline = cells.indices.filter { roles[$0] == .baseline }
                .reduce(nil as Int?) { held, cell in held.map { merit($0) >= merit(cell) } ?? false ? held : cell }
            baselines.append(baseline)
            columns.append(
                cells.indices.map { cell in
                    let isHonest = roles[cell]?.isHonest ?? false
                    let difference = baseline.flatMap { baseline in
                        baseline == cell
                            ? nil
                            : PairedDifference(
                                figure, of: cells[cell].values[number], less: cells[baseline].values[number])
                    }
                    return Place(
                        isBest: isHonest && merit(cell) == best, overBaseline: difference,
                        isWorse: isHonest && difference?.isWorse(figure) ?? false)
                })
        }
        self.baselines = baselines
        places = cells.indices.map { cell in columns.map { $0[cell] } }
    }
}
