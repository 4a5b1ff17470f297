extension MasteryModel {
    /// A term for a card: its name, the standard deviation of its coefficients, and how many there are.
    public struct TermSummary: Sendable, Hashable {
        public let name: String
        /// In logits per unit of the covariate; of the coefficients as they are, not of the prior.
        public let deviation: Double
        public let coefficients: Int
    }

    /// The terms of the model, in the order in which they were fitted.
    public var summaries: [TermSummary] {
        terms.map { fitted in
            let squares = fitted.table.coefficients.reduce(0.0) { $0 + Double($1) * Double($1) }
            let count = fitted.table.coefficients.count
            return TermSummary(
                name: fitted.term.name, deviation: count > 0 ? (squares / Double(count)).squareRoot() : 0,
                coefficients: count)
        }
    }

    /// Loadings of a skill the model does not know.
    public var typicalLoadings: [Double] { structure.typicalLoadings }
    /// Variance of the own part of a skill the model does not know, in squared logits.
    public var typicalSpecificVariance: Double { structure.typicalSpecific }
}
