/// Everything a run found, with what is needed to repeat it.
struct Report: Encodable {
    let seeds: [UInt64]
    let classesPerPresentation: Int
    let presentations: Int
    /// The BLAS library that ran.
    let library: String
    let outcomes: [Outcome]

    /// Whether every row meets its bars.
    var isMet: Bool { outcomes.allSatisfy(\.isMet) }
}
